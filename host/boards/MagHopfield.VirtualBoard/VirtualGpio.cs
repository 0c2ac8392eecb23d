using System.Device.Gpio;

namespace MagHopfield.VirtualBoard;

/// <summary>The pins of the virtual board, driven by a real <see cref="GpioController"/>. Numbers as on the ESP32.</summary>
public sealed class VirtualGpio : GpioDriver
{
    private const int Count = 40;

    private readonly Pin[] _pins = [.. Enumerable.Range(0, Count).Select(_ => new Pin())];

    /// <summary>Raised after the level of a pin has changed: number, level.</summary>
    public event Action<int, PinValue>? LevelChanged;

    /// <inheritdoc/>
    protected override int PinCount => Count;

    /// <summary>Level of a pin.</summary>
    /// <param name="pin">0 … 39.</param>
    public PinValue Level(int pin) => _pins[pin].Value;

    /// <summary>Drives a pin from outside, as a button or an emergency stop does.</summary>
    /// <param name="pin">0 … 39.</param>
    /// <param name="value">Level.</param>
    public void Drive(int pin, PinValue value) => SetLevel(pin, value);

    /// <inheritdoc/>
    protected override void OpenPin(int pinNumber) => _ = At(pinNumber);

    /// <inheritdoc/>
    protected override void ClosePin(int pinNumber) => At(pinNumber).Handlers.Clear();

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode) => At(pinNumber).Mode = mode;

    /// <inheritdoc/>
    protected override PinMode GetPinMode(int pinNumber) => At(pinNumber).Mode;

    /// <inheritdoc/>
    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => pinNumber is >= 0 and < Count;

    /// <inheritdoc/>
    protected override PinValue Read(int pinNumber) => At(pinNumber).Value;

    /// <inheritdoc/>
    protected override void Write(int pinNumber, PinValue value)
    {
        if (At(pinNumber).Mode != PinMode.Output)
            throw new InvalidOperationException($"Pin {pinNumber} is not an output; open it with PinMode.Output before writing.");

        SetLevel(pinNumber, value);
    }

    /// <inheritdoc/>
    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken)
    {
        using ManualResetEventSlim seen = new();
        PinEventTypes what = PinEventTypes.None;
        void Note(object sender, PinValueChangedEventArgs args)
        {
            what = args.ChangeType;
            seen.Set();
        }

        AddCallbackForPinValueChangedEvent(pinNumber, eventTypes, Note);
        try
        {
            seen.Wait(cancellationToken);
            return new WaitForEventResult { EventTypes = what, TimedOut = false };
        }
        catch (OperationCanceledException)
        {
            return new WaitForEventResult { EventTypes = PinEventTypes.None, TimedOut = true };
        }
        finally
        {
            RemoveCallbackForPinValueChangedEvent(pinNumber, Note);
        }
    }

    /// <inheritdoc/>
    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
    {
        lock (_pins)
            At(pinNumber).Handlers.Add((eventTypes, callback));
    }

    /// <inheritdoc/>
    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
        lock (_pins)
            At(pinNumber).Handlers.RemoveAll(h => h.Callback == callback);
    }

    private Pin At(int pin) => pin is >= 0 and < Count
        ? _pins[pin]
        : throw new ArgumentOutOfRangeException(nameof(pin), $"Pin {pin} does not exist; the head has pins 0 … {Count - 1}.");

    private void SetLevel(int pin, PinValue value)
    {
        Pin at = At(pin);
        if (at.Value == value)
            return;

        at.Value = value;
        LevelChanged?.Invoke(pin, value);
        PinEventTypes edge = value == PinValue.High ? PinEventTypes.Rising : PinEventTypes.Falling;
        (PinEventTypes Edges, PinChangeEventHandler Callback)[] handlers;
        lock (_pins)
            handlers = [.. at.Handlers];

        foreach ((PinEventTypes edges, PinChangeEventHandler callback) in handlers)
        {
            if ((edges & edge) != 0)
                callback(this, new PinValueChangedEventArgs(edge, pin));
        }
    }

    private sealed class Pin
    {
        public PinMode Mode { get; set; } = PinMode.Input;

        public PinValue Value { get; set; } = PinValue.Low;

        public List<(PinEventTypes Edges, PinChangeEventHandler Callback)> Handlers { get; } = [];
    }
}

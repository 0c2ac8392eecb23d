using System.Device.Gpio;
using MagHopfield.RaspberryPi.Wiring;

namespace MagHopfield.RaspberryPi.StandIn;

/// <summary>
/// The pins of a Raspberry Pi as libgpiod gives them: a line belongs to one program, an output without a level begins low, and a line that
/// nobody drives has the level of the resistor on the board.
/// </summary>
public sealed class StandInPins : GpioDriver
{
    private const int Count = 28;

    private static readonly int[] PulledUp =
        [
            PiPins.AdcSelect, PiPins.DacSelect, PiPins.PulseSwitchSelect, PiPins.MemorySelect,
            .. Enumerable.Range(0, PiPins.NodeCount).Select(PiPins.NodeSwitchSelect),
        ];

    private readonly PinMode?[] _mode = new PinMode?[Count];
    private readonly PinValue[] _level =
    [
        .. Enumerable.Range(0, Count).Select(pin => PulledUp.Contains(pin) ? PinValue.High : PinValue.Low),
    ];

    /// <summary>Raised after the level of a pin has changed: number, level.</summary>
    public event Action<int, PinValue>? LevelChanged;

    /// <summary>Pins that another program has.</summary>
    public HashSet<int> Taken { get; } = [];

    /// <summary>Pins in the order in which they became outputs, with their first level.</summary>
    public List<(int Pin, PinValue Level)> Outputs { get; } = [];

    /// <inheritdoc/>
    protected override int PinCount => Count;

    /// <summary>Level of a pin.</summary>
    /// <param name="pin">0 … 27.</param>
    public PinValue Level(int pin) => _level[pin];

    /// <summary>Drives a pin from outside, as a button does.</summary>
    /// <param name="pin">0 … 27.</param>
    /// <param name="level">Level.</param>
    public void Drive(int pin, PinValue level) => Set(pin, level);

    /// <inheritdoc/>
    protected override void OpenPin(int pinNumber)
    {
        if (Taken.Contains(pinNumber))
            throw new IOException($"Requesting line {pinNumber} failed: Device or resource busy");

        _mode[pinNumber] = PinMode.Input;
    }

    /// <inheritdoc/>
    protected override void ClosePin(int pinNumber)
    {
        _mode[pinNumber] = null;
        Set(pinNumber, PulledUp.Contains(pinNumber) ? PinValue.High : PinValue.Low);
    }

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode) => SetPinMode(pinNumber, mode, PinValue.Low);

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode, PinValue initialValue)
    {
        _mode[pinNumber] = mode;
        if (mode == PinMode.Output)
        {
            Outputs.Add((pinNumber, initialValue));
            Set(pinNumber, initialValue);
        }
    }

    /// <inheritdoc/>
    protected override PinMode GetPinMode(int pinNumber) => _mode[pinNumber] ?? PinMode.Input;

    /// <inheritdoc/>
    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => mode is PinMode.Input or PinMode.Output;

    /// <inheritdoc/>
    protected override PinValue Read(int pinNumber) => _level[pinNumber];

    /// <inheritdoc/>
    protected override void Write(int pinNumber, PinValue value)
    {
        if (_mode[pinNumber] != PinMode.Output)
            throw new InvalidOperationException($"Line {pinNumber} is no output.");

        Set(pinNumber, value);
    }

    /// <inheritdoc/>
    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The head looks at its buttons; it waits for no event.");

    /// <inheritdoc/>
    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) =>
        throw new NotSupportedException("The head looks at its buttons; it waits for no event.");

    /// <inheritdoc/>
    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) =>
        throw new NotSupportedException("The head looks at its buttons; it waits for no event.");

    private void Set(int pin, PinValue level)
    {
        if (_level[pin] != level)
        {
            _level[pin] = level;
            LevelChanged?.Invoke(pin, level);
        }
    }
}

using System.Device.Gpio;

namespace MagHopfield.Instrument.Tests.Fakes;

/// <summary>A GPIO driver of outputs that only remembers and tells.</summary>
public sealed class FakePin(Action<bool> changed) : GpioDriver
{
    private readonly Dictionary<int, PinValue> _values = [];

    protected override int PinCount => 64;

    public static GpioPin Output(Action<bool> changed)
    {
        GpioController controller = new(new FakePin(changed));
        return controller.OpenPin(26, PinMode.Output);
    }

    protected override void OpenPin(int pinNumber) => _values[pinNumber] = PinValue.Low;

    protected override void ClosePin(int pinNumber) => _values.Remove(pinNumber);

    protected override void SetPinMode(int pinNumber, PinMode mode)
    {
    }

    protected override PinMode GetPinMode(int pinNumber) => PinMode.Output;

    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => true;

    protected override PinValue Read(int pinNumber) => _values[pinNumber];

    protected override void Write(int pinNumber, PinValue value)
    {
        _values[pinNumber] = value;
        changed(value == PinValue.High);
    }

    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        default;

    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
    {
    }

    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback)
    {
    }
}

using MagHopfield.Firmware.Tests;

namespace System.Device.Adc;

/// <summary>ADC1 of the ESP32.</summary>
public sealed class AdcController
{
    public AdcChannel OpenChannel(int number) => new(number);
}

/// <summary>
/// A channel at 11 dB: U = 142 mV + 3.0 · Vref · ratio, with a reference of 1.0 to 1.2 V from chip to chip; a reading takes 40 µs.
/// </summary>
public sealed class AdcChannel(int number)
{
    public double ReadRatio()
    {
        Esp32 device = Esp32.Current;
        device.Clock.Advance(40_000);
        double volts = number == 0 ? device.SupplyPinVolts : device.PulsePinVolts;
        return Math.Clamp((volts - 0.142) / (3.0 * device.AdcReference), 0, 1);
    }
}

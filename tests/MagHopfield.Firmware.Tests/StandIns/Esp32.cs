using MagHopfield.Firmware.Tests;

namespace nanoFramework.Hardware.Esp32;

/// <summary>The functions of pins that the head asks for; the numbers do not matter here.</summary>
public enum DeviceFunction
{
    SPI1_MOSI,
    SPI1_MISO,
    SPI1_CLOCK,
    SPI2_MOSI,
    SPI2_MISO,
    SPI2_CLOCK,
    COM2_TX,
    COM2_RX,
}

/// <summary>Pins get their functions here.</summary>
public static class Configuration
{
    public static void SetPinFunction(int pin, DeviceFunction value)
    {
        _ = (pin, value);
    }
}

/// <summary>The microsecond timer: board time, which every look moves on by a microsecond, as a look on the device takes one.</summary>
public sealed class HighResTimer
{
    public static ulong GetCurrent()
    {
        MagHopfield.Firmware.Tests.Esp32.Current.Throw();
        MagHopfield.Firmware.Tests.Esp32.Current.Clock.Advance(1000);
        return (ulong)MagHopfield.Firmware.Tests.Esp32.Current.Clock.Microseconds;
    }
}

namespace MagHopfield.Instrument.Ports;

/// <summary>
/// Enables all pulse drivers for a time made by hardware (the RMT peripheral on the ESP32, an SPI bus on the Raspberry Pi). Outside
/// <see cref="Fire"/> the drivers are disabled and their outputs at high impedance.
/// </summary>
public interface IPulseGate
{
    /// <summary>Enables the drivers once and returns when they are disabled again.</summary>
    /// <param name="widthMicroseconds">1 … 32767: one RMT command at 1 µs a tick.</param>
    void Fire(int widthMicroseconds);
}

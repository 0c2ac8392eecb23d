using System.Device.Gpio;
using System.Device.Spi;
using MagHopfield.Firmware.Tests;

namespace MagHopfield.Firmware;

// Names that the head finds before those of System.Device: the device's own have no arguments and no driver.

/// <summary>The pins of the device.</summary>
internal sealed class GpioController() : System.Device.Gpio.GpioController(Esp32.Current.Pins);

/// <summary>A bus whose chips are told apart by the select that is low.</summary>
internal sealed class SpiDevice(SpiConnectionSettings settings) : System.Device.Spi.SpiDevice
{
    public override SpiConnectionSettings ConnectionSettings => settings;

    public static new SpiDevice Create(SpiConnectionSettings settings) => new(settings);

    public override void Read(Span<byte> buffer) => throw new NotSupportedException();

    public override void Write(ReadOnlySpan<byte> buffer) => Esp32.Current.Frame(settings.BusId, buffer.ToArray(), new byte[buffer.Length]);

    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        byte[] received = new byte[readBuffer.Length];
        Esp32.Current.Frame(settings.BusId, writeBuffer.ToArray(), received);
        received.CopyTo(readBuffer);
    }
}

using System.Device.Gpio;
using System.Device.Spi;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.Instrument.Spi;

/// <summary>
/// A chip on a shared SPI device, selected by a pin of ours. nanoFramework's ESP32 opens at most three devices a bus (MAX_SPI_DEVICES),
/// and the board has seven chips on its first, so one device without a chip select of its own serves them all.
/// </summary>
public sealed class PinSelectedSpi : ISpiLink
{
    private readonly SpiDevice _bus;
    private readonly GpioPin _select;

    /// <summary>A chip; it is deselected.</summary>
    /// <param name="bus">The bus, opened without a chip select; shared, so it stays open when the link is disposed.</param>
    /// <param name="select">Chip select, active low, an output; left high when the link is disposed.</param>
    public PinSelectedSpi(SpiDevice bus, GpioPin select)
    {
        _bus = bus;
        _select = select;
        _select.Write(PinValue.High);
    }

    /// <inheritdoc/>
    public void Write(byte[] frame)
    {
        _select.Write(PinValue.Low);
        try
        {
            _bus.Write(frame);
        }
        finally
        {
            _select.Write(PinValue.High);
        }
    }

    /// <inheritdoc/>
    public void TransferFullDuplex(byte[] send, byte[] receive)
    {
        _select.Write(PinValue.Low);
        try
        {
            _bus.TransferFullDuplex(send, receive);
        }
        finally
        {
            _select.Write(PinValue.High);
        }
    }

    /// <summary>Deselects the chip for good: its pin stays high.</summary>
    public void Dispose() => _select.Write(PinValue.High);
}

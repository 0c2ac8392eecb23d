using System.Device.Spi;

namespace MagHopfield.RaspberryPi.StandIn;

/// <summary>
/// A bus as spidev gives it: full duplex, limited by spidev.bufsiz, its clock line at rest low before the first transfer.
/// </summary>
/// <param name="settings">What it was opened with.</param>
/// <param name="bufferBytes">spidev.bufsiz.</param>
public abstract class StandInBus(SpiConnectionSettings settings, int bufferBytes) : SpiDevice
{
    /// <inheritdoc/>
    public override SpiConnectionSettings ConnectionSettings { get; } = settings;

    /// <summary>Level of the clock line at rest.</summary>
    protected bool ClockRestsHigh { get; private set; }

    /// <summary>Whether the mode has its clock resting high (CPOL).</summary>
    protected bool ModeRestsHigh => ConnectionSettings.Mode is SpiMode.Mode2 or SpiMode.Mode3;

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => TransferFullDuplex(buffer, new byte[buffer.Length]);

    /// <inheritdoc/>
    public override void Read(Span<byte> buffer) => TransferFullDuplex(new byte[buffer.Length], buffer);

    /// <inheritdoc/>
    public override void TransferFullDuplex(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        if (writeBuffer.Length != readBuffer.Length || writeBuffer.Length == 0)
            throw new ArgumentException($"{writeBuffer.Length} bytes out, {readBuffer.Length} in.");

        if (writeBuffer.Length > bufferBytes)
            throw new IOException("Error 90 (Message too long) performing SPI data transfer.");

        Exchange(writeBuffer, readBuffer);
        ClockRestsHigh = ModeRestsHigh;
    }

    /// <summary>Duration of a number of bits in nanoseconds.</summary>
    /// <param name="bits">Bits.</param>
    protected long Nanoseconds(long bits) => bits * 1_000_000_000L / ConnectionSettings.ClockFrequency;

    /// <summary>Exchanges a transfer.</summary>
    /// <param name="mosi">Bytes out.</param>
    /// <param name="miso">Bytes in, as many.</param>
    protected abstract void Exchange(ReadOnlySpan<byte> mosi, Span<byte> miso);
}

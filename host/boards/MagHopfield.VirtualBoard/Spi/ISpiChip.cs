using System.Device.Spi;

namespace MagHopfield.VirtualBoard.Spi;

/// <summary>A chip on the SPI bus as the master sees it: one frame, from chip select low to chip select high, at a time.</summary>
public interface ISpiChip
{
    /// <summary>Name of the chip select in hardware/board.md, such as "ADC" or "SW1".</summary>
    string Name { get; }

    /// <summary>
    /// Exchanges one frame. A frame that the chip would not understand (mode, clock, length, check byte) is refused as the chip
    /// refuses it: by flags and by what it answers, never by an exception.
    /// </summary>
    /// <param name="mosi">Bytes from the master.</param>
    /// <param name="miso">Bytes to the master, as many; all are written.</param>
    /// <param name="mode">SPI mode the master uses.</param>
    /// <param name="clock">SCLK the master uses, in hertz.</param>
    void Exchange(ReadOnlySpan<byte> mosi, Span<byte> miso, SpiMode mode, int clock);

    /// <summary>What a frame says, in the names of the data sheet, for a trace.</summary>
    /// <param name="mosi">Bytes from the master.</param>
    /// <param name="miso">Bytes to the master, as many.</param>
    string Describe(ReadOnlySpan<byte> mosi, ReadOnlySpan<byte> miso);
}

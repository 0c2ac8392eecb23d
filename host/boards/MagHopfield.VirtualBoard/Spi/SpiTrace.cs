using System.Globalization;

namespace MagHopfield.VirtualBoard.Spi;

/// <summary>
/// Writes every SPI frame as a line of a tab-separated table: time (µs), chip, bytes out, bytes in (hexadecimal), meaning. Each line
/// is flushed, so that the table is whole up to the last frame when a run fails half-way. Safe for several threads.
/// </summary>
public sealed class SpiTrace : IDisposable
{
    /// <summary>First line of a table.</summary>
    public const string Header = "time (us)\tchip\tout\tin\tmeaning";

    private readonly TextWriter _writer;
    private readonly Lock _gate = new();

    /// <summary>Starts a table and writes its header.</summary>
    /// <param name="writer">Where the table goes; disposed with the trace.</param>
    public SpiTrace(TextWriter writer)
    {
        _writer = writer;
        _writer.Write(Header + "\n");
        _writer.Flush();
    }

    /// <summary>Number of frames written.</summary>
    public long FrameCount { get; private set; }

    /// <summary>Writes one frame.</summary>
    /// <param name="nanoseconds">Simulated time at the end of the frame, in nanoseconds.</param>
    /// <param name="chip">Name of the chip select.</param>
    /// <param name="mosi">Bytes from the master.</param>
    /// <param name="miso">Bytes to the master.</param>
    /// <param name="meaning">What the frame says.</param>
    public void Write(long nanoseconds, string chip, ReadOnlySpan<byte> mosi, ReadOnlySpan<byte> miso, string meaning)
    {
        lock (_gate)
        {
            _writer.Write((nanoseconds / 1000.0).ToString("F3", CultureInfo.InvariantCulture));
            _writer.Write('\t');
            _writer.Write(chip);
            _writer.Write('\t');
            _writer.Write(Convert.ToHexString(mosi));
            _writer.Write('\t');
            _writer.Write(Convert.ToHexString(miso));
            _writer.Write('\t');
            _writer.Write(meaning);
            _writer.Write('\n');
            _writer.Flush();
            FrameCount++;
        }
    }

    /// <summary>Disposes the writer.</summary>
    public void Dispose()
    {
        lock (_gate)
            _writer.Dispose();
    }
}

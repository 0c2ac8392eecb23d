using System.Globalization;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardClient.Protocol;

namespace MagHopfield.BoardClient.Recording;

/// <summary>Writes down every byte of a link with its time, at once, so that a session that breaks off is on record up to there.</summary>
public sealed class RecordingLink : IByteLink
{
    private readonly IByteLink _link;
    private readonly TextWriter _writer;
    private bool _closed;

    /// <summary>Records a link from now on.</summary>
    /// <param name="link">Link; disposed with this one.</param>
    /// <param name="writer">Takes the text; disposed with this one.</param>
    /// <param name="firstTag">Tag of the first checked frame.</param>
    /// <param name="command">Command line, for the reader.</param>
    public RecordingLink(IByteLink link, TextWriter writer, uint firstTag, string command)
    {
        _link = link;
        _writer = writer;
        string[] head =
        [
            SessionRecord.Title,
            "# board " + link.Name,
            "# started " + link.Clock.Opened.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            "# first_tag " + firstTag.ToString("X8", CultureInfo.InvariantCulture),
            "# command " + command.ReplaceLineEndings(" "),
            SessionRecord.Header,
        ];
        _writer.Write(string.Join('\n', head) + "\n");
    }

    /// <inheritdoc/>
    public string Name => _link.Name;

    /// <inheritdoc/>
    public ILinkClock Clock => _link.Clock;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        Note('>', bytes);
        _link.Write(bytes);
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, TimeSpan wait)
    {
        int count = _link.Read(buffer, wait);
        if (count > 0)
            Note('<', buffer[..count]);

        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            _writer.Write(SessionRecord.End + "\n");
            _writer.Dispose();
            _link.Dispose();
        }
    }

    private void Note(char direction, ReadOnlySpan<byte> bytes)
    {
        _writer.Write(string.Create(
            CultureInfo.InvariantCulture, $"{Clock.Elapsed.TotalSeconds:0.000000}\t{direction}\t{EscapedBytes.Write(bytes)}\n"));
        _writer.Flush();
    }
}

using MagHopfield.BoardClient.Links;
using MagHopfield.BoardClient.Protocol;

namespace MagHopfield.BoardClient.Recording;

/// <summary>
/// A recorded session in place of the board: what is sent must be what was sent then, and what was answered then is answered now.
/// No time passes but the recording's, so time-outs of the session are met again at once.
/// </summary>
public sealed class ReplayLink : IByteLink, ILinkClock
{
    private readonly SessionRecord _record;
    private int _event;
    private int _offset;

    /// <summary>Plays a recording.</summary>
    /// <param name="record">Recording.</param>
    /// <param name="source">Its file, for messages.</param>
    public ReplayLink(SessionRecord record, string source)
    {
        _record = record;
        Name = "replay:" + source;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public ILinkClock Clock => this;

    /// <inheritdoc/>
    public DateTimeOffset Opened => _record.Opened;

    /// <inheritdoc/>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Whether the whole recording has been played.</summary>
    public bool IsAtEnd => _event == _record.Events.Count;

    /// <inheritdoc/>
    public void Wait(TimeSpan span, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Elapsed += span;
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            LinkEvent next = Next();
            int count = Math.Min(bytes.Length, next.Bytes.Length - _offset);
            ReadOnlySpan<byte> then = next.Bytes.AsSpan(_offset, count);
            if (!next.ToBoard || !bytes[..count].SequenceEqual(then))
            {
                throw new BoardLinkException(
                    $"{Name}: the program sends \"{EscapedBytes.Write(bytes)}\" where the recorded session "
                    + (next.ToBoard ? $"sent \"{EscapedBytes.Write(next.Bytes.AsSpan(_offset))}\"" : "received an answer")
                    + $"; replay it with the command that recorded it: {_record.Command}.");
            }

            Take(next, count);
            bytes = bytes[count..];
        }
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, TimeSpan wait)
    {
        LinkEvent next = Next();
        if (next.ToBoard)
        {
            Elapsed += wait > TimeSpan.Zero ? wait : TimeSpan.FromMilliseconds(1);
            return 0;
        }

        int count = Math.Min(buffer.Length, next.Bytes.Length - _offset);
        next.Bytes.AsSpan(_offset, count).CopyTo(buffer);
        Take(next, count);
        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    private LinkEvent Next() => IsAtEnd
        ? throw new BoardLinkException(
            $"{Name}: the recording ends here{(_record.IsClosed ? "" : " (it was cut off)")}; the session that it holds went no further.")
        : _record.Events[_event];

    private void Take(LinkEvent next, int count)
    {
        Elapsed = next.Time > Elapsed ? next.Time : Elapsed;
        _offset += count;
        if (_offset == next.Bytes.Length)
        {
            _event++;
            _offset = 0;
        }
    }
}

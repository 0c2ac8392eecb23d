using System.Collections.Concurrent;
using MagHopfield.BoardClient.Links;
using MagHopfield.Instrument.Scpi;

namespace MagHopfield.BoardServer.Serving;

/// <summary>A line to a board in this process: the same bytes as on a wire, without one.</summary>
public sealed class InProcessLink : IByteLink
{
    private readonly BlockingCollection<byte[]> _answers = [];
    private readonly CheckedLink _link;
    private readonly IDisposable? _owned;
    private byte[] _chunk = [];
    private int _at;
    private bool _closed;

    /// <summary>Connects.</summary>
    /// <param name="board">Board.</param>
    /// <param name="name">Name for messages.</param>
    /// <param name="owned">What to dispose with the link, such as the board, or null.</param>
    public InProcessLink(ServedBoard board, string name, IDisposable? owned = null)
    {
        Name = name;
        _owned = owned;
        _link = board.Connect((bytes, offset, count) => _answers.Add(bytes.AsSpan(offset, count).ToArray()));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public ILinkClock Clock { get; } = new MachineClock();

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_closed)
            throw new BoardLinkException($"the link to {Name} is closed; open it anew.");

        byte[] copy = bytes.ToArray();
        _link.Receive(copy, 0, copy.Length);
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, TimeSpan wait)
    {
        if (_at == _chunk.Length)
        {
            if (!_answers.TryTake(out byte[]? chunk, wait))
                return 0;

            (_chunk, _at) = (chunk, 0);
        }

        int count = Math.Min(buffer.Length, _chunk.Length - _at);
        _chunk.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    /// <summary>Ends the session: all switches open.</summary>
    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            _link.LinkLost();
            _owned?.Dispose();
        }
    }
}

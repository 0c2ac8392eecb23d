using System;

namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// The program messages of a client that wait, the one in hand first, and behind them the beginning of the next. Each carries its length
/// and its tag, so that neither depends on what is in it.
/// </summary>
internal sealed class MessageQueue
{
    /// <summary>Where the first message begins in <see cref="Bytes"/>.</summary>
    public const int First = HeadBytes;

    // In place of a tag.
    private const int Muted = 255;

    // Length (two bytes) and tag.
    private const int HeadBytes = 3;

    // Place that only ABORt and *RST may take.
    private const int UrgentBytes = 3 * (HeadBytes + 4);

    private readonly byte[] _bytes;
    private readonly int _usual;
    private int _end;

    /// <summary>An empty queue.</summary>
    /// <param name="longest">Longest message in bytes, with its line feed (which is not kept); at most 65535.</param>
    public MessageQueue(int longest)
    {
        Longest = longest;
        _usual = longest - 1 + HeadBytes;
        _bytes = new byte[_usual + UrgentBytes];
    }

    /// <summary>Longest message in bytes, with its line feed.</summary>
    public int Longest { get; }

    /// <summary>Number of whole messages.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of the message that has begun and not ended.</summary>
    public int Begun { get; private set; }

    /// <summary>Room that the message that has begun may still take, in bytes.</summary>
    public int Room => _usual - _end - HeadBytes - Begun;

    /// <summary>The array that holds the first message.</summary>
    public byte[] Bytes => _bytes;

    /// <summary>Where the first message ends in <see cref="Bytes"/>.</summary>
    public int FirstEnd => HeadBytes + LengthAt(0);

    /// <summary>Tag of the first message; 0 for none.</summary>
    public int FirstTag => IsFirstMuted ? 0 : _bytes[2];

    /// <summary>Whether the answer of the first message is not wanted any more.</summary>
    public bool IsFirstMuted => _bytes[2] == Muted;

    /// <summary>Adds a byte to the message that has begun, or begins one. There must be room.</summary>
    /// <param name="value">Byte.</param>
    public void Append(byte value)
    {
        _bytes[_end + HeadBytes + Begun] = value;
        Begun++;
    }

    /// <summary>Where the message that has begun ends so far in <see cref="Bytes"/>.</summary>
    public int BegunEnd => _end + HeadBytes + Begun;

    /// <summary>Takes the last byte of the message that has begun back.</summary>
    public void TakeBack() => Begun--;

    /// <summary>Marks those of the first messages that may ask something and have no tag: their answers are not wanted any more.</summary>
    /// <param name="count">How many messages are looked at.</param>
    /// <returns>Whether there was one.</returns>
    public bool MuteBefore(int count)
    {
        bool has = false;
        int at = 0;
        for (int i = 0; i < count; i++)
        {
            int end = at + HeadBytes + LengthAt(at);
            for (int k = at + HeadBytes; k < end && _bytes[at + 2] == 0; k++)
            {
                if (_bytes[k] == '?')
                {
                    _bytes[at + 2] = Muted;
                    has = true;
                }
            }

            at = end;
        }

        return has;
    }

    /// <summary>Forgets the message that has begun.</summary>
    public void DropBegun() => Begun = 0;

    /// <summary>Ends the message that has begun, as it is.</summary>
    /// <returns>Whether there was room for it.</returns>
    public bool TryEnd()
    {
        if (_end + HeadBytes + Begun > _usual)
            return false;

        Close(Begun, 0);
        Begun = 0;
        return true;
    }

    /// <summary>Adds a whole message. None may have begun.</summary>
    /// <param name="bytes">Array that holds it.</param>
    /// <param name="offset">Its first byte.</param>
    /// <param name="count">Number of bytes.</param>
    /// <param name="tag">Tag from 0 to 254.</param>
    /// <param name="isUrgent">Whether it may take the place that is kept free.</param>
    /// <returns>Whether there was room for it.</returns>
    public bool TryAdd(byte[] bytes, int offset, int count, int tag, bool isUrgent)
    {
        if (_end + HeadBytes + count > (isUrgent ? _bytes.Length : _usual))
            return false;

        Array.Copy(bytes, offset, _bytes, _end + HeadBytes, count);
        Close(count, tag);
        return true;
    }

    /// <summary>Takes the first message out.</summary>
    public void RemoveFirst()
    {
        int end = FirstEnd;
        Array.Copy(_bytes, end, _bytes, 0, _end + (Begun > 0 ? HeadBytes + Begun : 0) - end);
        _end -= end;
        Count--;
    }

    /// <summary>Empties the whole messages from one on; their tags stay, so that each is told in its turn.</summary>
    /// <param name="first">Number of the first, 0 or more.</param>
    /// <returns>Tags other than 0 among those that were not empty.</returns>
    public int EmptyFrom(int first)
    {
        int from = 0;
        int to = 0;
        int tagged = 0;
        for (int i = 0; i < Count; i++)
        {
            int length = LengthAt(from);
            int kept = i < first ? length : 0;
            int tag = _bytes[from + 2];
            tagged += length > kept && tag != 0 && tag != Muted ? 1 : 0;
            Array.Copy(_bytes, from, _bytes, to, HeadBytes + kept);
            _bytes[to] = (byte)(kept >> 8);
            _bytes[to + 1] = (byte)kept;
            from += HeadBytes + length;
            to += HeadBytes + kept;
        }

        Array.Copy(_bytes, from + HeadBytes, _bytes, to + HeadBytes, Begun);
        _end = to;
        return tagged;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _end = 0;
        Count = 0;
        Begun = 0;
    }

    private int LengthAt(int head) => (_bytes[head] << 8) | _bytes[head + 1];

    private void Close(int length, int tag)
    {
        _bytes[_end] = (byte)(length >> 8);
        _bytes[_end + 1] = (byte)length;
        _bytes[_end + 2] = (byte)tag;
        _end += HeadBytes + length;
        Count++;
    }
}

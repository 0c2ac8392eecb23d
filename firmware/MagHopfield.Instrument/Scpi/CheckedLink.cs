using MagHopfield.Instrument.Ports;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Scpi;

/// <summary>
/// Stands between a line and SCPI. Plain messages pass through it. A message in a checked frame, "@TTTTTTTT message @CCCCCCCC", is carried
/// out only where its CRC-32 fits, and once however often it arrives; its answer comes between "@TTTTTTTT" and "@TTTTTTTT errors @CCCCCCCC"
/// with a CRC-32 over all of it (docs/checked-link.md). So a host knows whether a command was carried out and an answer is whole, on any
/// line. For some seconds after a checked frame plain messages are refused: they are frames that lost their head.
/// </summary>
public sealed class CheckedLink : IScpiOutput
{
    /// <summary>Longest frame in bytes, its line feed not counted.</summary>
    public const int LongestFrame = 512;

    private const int TagDigits = 8;
    private const int HeadBytes = TagDigits + 2;
    private const int TailBytes = TagDigits + 2;
    private const long PlainRefusedMilliseconds = 5000;
    private const int RememberedTags = 8;

    // Places of their own for ABORt and *RST, which are taken while eight others wait.
    private const int UrgentTags = 2;
    private const int Slots = RememberedTags + UrgentTags;
    private const byte LineFeed = 10;
    private const byte CarriageReturn = 13;
    private const byte At = (byte)'@';
    private const byte Space = (byte)' ';

    // Indices into the words of the notices.
    private const int Damaged = 0;
    private const int Long = 1;
    private const int Busy = 2;
    private const int Plain = 3;
    private static readonly string[] Notices = { "damaged", "long", "busy", "plain" };

    private readonly IScpiOutput _link;
    private readonly ScpiInstrument _instrument;
    private readonly IInstrumentClock _clock;
    private readonly ScpiSession _session;
    private readonly object _gate = new object();
    private readonly byte[] _frame = new byte[LongestFrame];
    private readonly byte[] _line = new byte[48];
    private readonly UrgentDetector _urgent = new UrgentDetector();

    // A frame's slot is the tag that its message bears in the session: so an answer knows its frame, whatever else is under way.
    private readonly byte[][] _tags = new byte[Slots][];
    private readonly bool[] _isUsed = new bool[Slots];
    private readonly bool[] _isWaiting = new bool[Slots];
    private readonly bool[] _isAsked = new bool[Slots];
    private readonly int[] _pendingNotices = new int[Notices.Length];
    private int _nextSlot;
    private int _nextUrgentSlot = RememberedTags;
    private int _frameLength;
    private bool _inFrame;
    private bool _isTooLong;
    private bool _atStart = true;
    private bool _isLineStart;
    private bool _discarding;
    private bool _hasCheckedFrame;
    private long _lastCheckedFrame;

    private bool _answering;
    private uint _crc;

    /// <summary>Connects a line to an instrument.</summary>
    /// <param name="instrument">Instrument.</param>
    /// <param name="link">Way back of the line.</param>
    /// <param name="clock">Time.</param>
    /// <exception cref="System.InvalidOperationException">The instrument has no session left.</exception>
    public CheckedLink(ScpiInstrument instrument, IScpiOutput link, IInstrumentClock clock)
    {
        _instrument = instrument;
        _link = link;
        _clock = clock;
        for (int i = 0; i < Slots; i++)
            _tags[i] = new byte[TagDigits];

        _session = instrument.Connect(this);
    }

    /// <summary>Whether a person may type at the line, see <see cref="ScpiSession.IsTerminal"/>.</summary>
    public bool IsTerminal
    {
        get => _session.IsTerminal;
        set => _session.IsTerminal = value;
    }

    /// <summary>TCP port of the control connection, see <see cref="ScpiSession.ControlPort"/>.</summary>
    public int ControlPort
    {
        get => _session.ControlPort;
        set => _session.ControlPort = value;
    }

    /// <summary>Whether the line was lost; the next client needs a new link.</summary>
    public bool IsLost => _session.IsLost;

    /// <summary>Whether a message that came is not carried out to its end yet, or waits for its turn.</summary>
    public bool IsAnswering => _session.IsAtWork;

    /// <summary>Takes bytes that came over the line, in parts of any length.</summary>
    /// <param name="bytes">Array that holds them; not kept.</param>
    /// <param name="offset">First byte.</param>
    /// <param name="count">Number of bytes.</param>
    public void Receive(byte[] bytes, int offset, int count)
    {
        int end = offset + count;
        if (!_inFrame && !_discarding && !_atStart)
            _atStart = _session.ForgetStaleMessage();

        while (offset < end)
        {
            if (_inFrame)
            {
                TakeOfFrame(bytes[offset++]);
            }
            else if (bytes[offset] == At && (_atStart || (_isLineStart && _session.IsInLongString)))
            {
                if (!_atStart)
                    _session.EndString();

                _inFrame = true;
                _isTooLong = false;
                _frame[0] = At;
                _frameLength = 1;
                offset++;
            }
            else
            {
                int from = offset;
                while (offset < end && !EndsLine(bytes[offset]))
                    offset++;

                bool hasEnded = offset < end;
                offset += hasEnded ? 1 : 0;
                _isLineStart = hasEnded;
                TakePlain(bytes, from, offset - from, hasEnded);
            }
        }
    }

    /// <summary>
    /// Device clear: forgets what came and is not carried out yet, and drops the answers that are owed; what runs goes on. Not to be called
    /// beside <see cref="Receive"/>.
    /// </summary>
    public void DeviceClear()
    {
        _inFrame = false;
        _discarding = false;
        _atStart = true;
        _session.DeviceClear();
    }

    /// <summary>Tells that nothing more will come, though answers are taken still.</summary>
    /// <returns>Whether a message had begun, which is dropped (-420).</returns>
    public bool EndOfInput() => _session.EndOfInput() || _inFrame;

    /// <summary>Tells that the line is gone: the session ends, all switches open.</summary>
    public void LinkLost() => _session.LinkLost();

    /// <inheritdoc/>
    public void Write(byte[] buffer, int offset, int count)
    {
        lock (_gate)
        {
            BeginAnswer();
            _crc = Crc32.Update(_crc, buffer, offset, count);
            _link.Write(buffer, offset, count);
        }
    }

    /// <inheritdoc/>
    public void EndMessage()
    {
        // Asked for outside the lock: the session has a lock of its own, and may hold it while it writes.
        int errors = _session.ErrorCount;
        lock (_gate)
        {
            int slot = _session.MessageTag - 1;
            if (slot >= 0)
            {
                BeginAnswer();
                WriteTrailer(slot, "", errors);
                _isWaiting[slot] = false;
            }

            _answering = false;
            WritePending(errors);
            _link.EndMessage();
        }
    }

    private bool EndsLine(byte value) => value == LineFeed || (value == CarriageReturn && _session.IsTerminal);

    private void TakePlain(byte[] bytes, int offset, int count, bool hasEnded)
    {
        // A line may end in CR LF; an empty one ends what was left of a line before.
        bool isEmpty = _atStart && hasEnded && (count == 1 || (count == 2 && bytes[offset] == CarriageReturn));
        if (_discarding || (_atStart && !isEmpty && PlainIsRefused()))
        {
            Refuse(bytes, offset, count);
            _discarding = !hasEnded;
            _atStart = hasEnded;
            return;
        }

        if (isEmpty)
            return;

        _session.Receive(bytes, offset, count);
        _atStart = _session.AtMessageStart;
    }

    // Who types ABORt at a terminal beside a program means it: what runs is ended all the same.
    private void Refuse(byte[] bytes, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (_urgent.Take(bytes[offset + i]) == UrgentMessage.Abort)
                _instrument.Abort();
        }

        if (EndsLine(bytes[offset + count - 1]))
            Notify(Plain);
    }

    private bool PlainIsRefused() => _hasCheckedFrame && _clock.Milliseconds - _lastCheckedFrame < PlainRefusedMilliseconds;

    private void TakeOfFrame(byte value)
    {
        if (value != LineFeed)
        {
            if (_frameLength < LongestFrame)
                _frame[_frameLength++] = value;
            else
                _isTooLong = true;

            return;
        }

        _inFrame = false;
        if (_frameLength > 0 && _frame[_frameLength - 1] == CarriageReturn)
            _frameLength--;

        if (_isTooLong)
        {
            Notify(Long);
        }
        else if (!IsWhole())
        {
            Notify(Damaged);
        }
        else
        {
            _hasCheckedFrame = true;
            _lastCheckedFrame = _clock.Milliseconds;
            CarryOutOnce();
        }
    }

    private bool IsWhole()
    {
        int tail = _frameLength - TailBytes;
        if (tail < HeadBytes || _frame[HeadBytes - 1] != Space || _frame[tail] != Space || _frame[tail + 1] != At)
            return false;

        // The line feed that ends the message inside is ours to give.
        for (int i = 0; i < _frameLength; i++)
        {
            if (_frame[i] < Space || _frame[i] > (byte)'~')
                return false;
        }

        Hexadecimal(Crc32.Of(_frame, 0, _frameLength - TagDigits), _line, 0);
        for (int i = 0; i < TagDigits; i++)
        {
            if (_frame[tail + 2 + i] != _line[i])
                return false;
        }

        return true;
    }

    private void CarryOutOnce()
    {
        int length = _frameLength - HeadBytes - TailBytes;
        UrgentMessage urgent = _urgent.Of(_frame, HeadBytes, length);
        int errors = _session.ErrorCount;
        int slot;
        lock (_gate)
        {
            int known = IndexOfTag();
            if (known >= 0)
            {
                // One that is still at work will answer of itself.
                if (!_isWaiting[known])
                {
                    _isAsked[known] = true;
                    WritePendingNow(errors);
                }

                return;
            }

            slot = FreeSlot(urgent, length);
            if (slot >= 0)
            {
                System.Array.Copy(_frame, 1, _tags[slot], 0, TagDigits);
                _isUsed[slot] = true;
                _isWaiting[slot] = true;
            }
            else if (urgent == UrgentMessage.None)
            {
                Notice(Busy);
                return;
            }
        }

        bool isKept = _session.TryReceive(_frame, HeadBytes, length, slot + 1);
        if (slot >= 0 && isKept)
            return;

        // ABORt and *RST were heeded, but nothing is left to tell of it by.
        lock (_gate)
        {
            if (slot >= 0)
            {
                _isUsed[slot] = false;
                _isWaiting[slot] = false;
            }

            Notice(Busy);
        }
    }

    // The oldest one, or -1 where that still has something to say.
    private int FreeSlot(UrgentMessage urgent, int length)
    {
        bool isUrgent = urgent != UrgentMessage.None;
        int slot = _nextSlot;
        if (IsFree(slot))
        {
            if (!isUrgent && !_session.HasRoom(length))
                return -1;

            _nextSlot = (slot + 1) % RememberedTags;
            return slot;
        }

        slot = _nextUrgentSlot;
        if (!isUrgent || !IsFree(slot))
            return -1;

        _nextUrgentSlot = RememberedTags + ((slot + 1 - RememberedTags) % UrgentTags);
        return slot;
    }

    private bool IsFree(int slot) => !_isWaiting[slot] && !_isAsked[slot];

    private int IndexOfTag()
    {
        for (int i = 0; i < Slots; i++)
        {
            bool isSame = _isUsed[i];
            for (int k = 0; k < TagDigits && isSame; k++)
                isSame = _tags[i][k] == _frame[k + 1];

            if (isSame)
                return i;
        }

        return -1;
    }

    private void BeginAnswer()
    {
        if (_answering)
            return;

        _answering = true;
        int slot = _session.MessageTag - 1;
        if (slot >= 0)
            WriteHead(slot);
    }

    private void WriteHead(int tag)
    {
        int length = Head(tag);
        _line[length++] = LineFeed;
        _crc = Crc32.Update(0, _line, 0, length);
        _link.Write(_line, 0, length);
    }

    private void WriteTrailer(int tag, string word, int errors)
    {
        int length = Head(tag);
        length = Characters(word + " " + errors.ToString() + " @", length);
        _crc = Crc32.Update(_crc, _line, 0, length);
        Hexadecimal(_crc, _line, length);
        length += TagDigits;
        _line[length++] = LineFeed;
        _link.Write(_line, 0, length);
    }

    private void WriteAgain(int tag, int errors)
    {
        WriteHead(tag);
        WriteTrailer(tag, " again", errors);
    }

    private void Notify(int notice)
    {
        lock (_gate)
            Notice(notice);
    }

    private void Notice(int notice)
    {
        _pendingNotices[notice]++;
        WritePendingNow(0);
    }

    // In the middle of an answer it would break that; it waits for its end.
    private void WritePendingNow(int errors)
    {
        if (!_answering)
            WritePending(errors);
    }

    private void WritePending(int errors)
    {
        for (int i = 0; i < Slots; i++)
        {
            if (_isAsked[i])
            {
                _isAsked[i] = false;
                WriteAgain(i, errors);
            }
        }

        for (int i = 0; i < Notices.Length; i++)
        {
            for (; _pendingNotices[i] > 0; _pendingNotices[i]--)
                WriteNotice(Notices[i]);
        }
    }

    private void WriteNotice(string word)
    {
        int length = Characters("@-------- " + word + " @", 0);
        Hexadecimal(Crc32.Of(_line, 0, length), _line, length);
        length += TagDigits;
        _line[length++] = LineFeed;
        _link.Write(_line, 0, length);
    }

    private int Head(int tag)
    {
        _line[0] = At;
        System.Array.Copy(_tags[tag], 0, _line, 1, TagDigits);
        return TagDigits + 1;
    }

    private int Characters(string text, int length)
    {
        for (int i = 0; i < text.Length; i++)
            _line[length++] = (byte)text[i];

        return length;
    }

    private static void Hexadecimal(uint value, byte[] buffer, int offset)
    {
        for (int i = TagDigits - 1; i >= 0; i--)
        {
            int digit = (int)(value & 15);
            buffer[offset + i] = (byte)(digit < 10 ? '0' + digit : 'A' + digit - 10);
            value >>= 4;
        }
    }
}

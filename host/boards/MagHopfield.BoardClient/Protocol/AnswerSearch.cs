using System.Buffers;
using System.Globalization;
using System.Text;

namespace MagHopfield.BoardClient.Protocol;

/// <summary>
/// Finds the answer to a tag in what arrives, part by part (<see cref="CheckedFrame"/> has its form). Each byte is looked at a bounded
/// number of times, whatever a broken or hostile board sends: noise may hold what looks like the head of the answer, and the last
/// <see cref="MostHeads"/> such places are tried.
/// </summary>
public sealed class AnswerSearch
{
    /// <summary>Places that may be the head of the answer and are followed at a time.</summary>
    public const int MostHeads = 8;

    private const int TagDigits = 8;
    private const int MarkLength = TagDigits + 1;

    // "@TTTTTTTT again 2147483647 @CCCCCCCC" with its line feed.
    private const int LongestTrailer = 40;
    private static readonly byte[] Refusal = Encoding.ASCII.GetBytes("@-------- ");

    private readonly ArrayBufferWriter<byte> _received = new();
    private readonly byte[] _mark;
    private readonly Queue<Head> _heads = new(MostHeads);
    private int _line;
    private bool _damaged;
    private bool _refused;

    /// <summary>Begins a search.</summary>
    /// <param name="tag">Tag of the frame that was sent.</param>
    public AnswerSearch(uint tag) => _mark = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"@{tag:X8}"));

    /// <summary>What has arrived of the answer.</summary>
    public FrameState State { get; private set; }

    /// <summary>
    /// The answer, where <see cref="State"/> is <see cref="FrameState.Whole"/> or <see cref="FrameState.CarriedOutBefore"/>.
    /// </summary>
    public Answer? Answer { get; private set; }

    /// <summary>Bytes looked at so far, each as often as it was.</summary>
    public long Work { get; private set; }

    /// <summary>All that has arrived.</summary>
    public ReadOnlySpan<byte> Received => _received.WrittenSpan;

    /// <summary>Room for the next bytes, to be filled before <see cref="Advance"/>.</summary>
    public Span<byte> Room => _received.GetSpan(4096);

    /// <summary>Takes bytes that arrived.</summary>
    /// <param name="bytes">Bytes.</param>
    public FrameState Take(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_received.GetSpan(bytes.Length));
        return Advance(bytes.Length);
    }

    /// <summary>Takes bytes that were put into <see cref="Room"/>.</summary>
    /// <param name="count">Their number.</param>
    public FrameState Advance(int count)
    {
        int from = _received.WrittenCount;
        _received.Advance(count);
        Work += count;
        while (Answer is null)
        {
            int feed = Received[from..].IndexOf((byte)'\n');
            if (feed < 0)
                break;

            from += feed + 1;
            TakeLine(from);
        }

        return State = Answer is not null ? State
            : _damaged ? FrameState.AnswerDamaged : _refused ? FrameState.FrameDamaged : FrameState.Incomplete;
    }

    // The bytes from _line to before end, which end in a line feed.
    private void TakeLine(int end)
    {
        ReadOnlySpan<byte> line = Received[_line..end];
        Work += line.Length;
        if (line.Length <= LongestTrailer && line.StartsWith(_mark) && Trailer(line[MarkLength..^1]) is { } trailer)
            TryHeads(line[..^(TagDigits + 1)], trailer);

        foreach (Head head in _heads)
        {
            head.Crc = FrameCrc32.Update(head.Crc, line);
            Work += line.Length;
        }

        if (line[..^1].EndsWith(_mark))
        {
            if (_heads.Count == MostHeads)
                _heads.Dequeue();

            _heads.Enqueue(new Head(end) { Crc = FrameCrc32.Of(line[^(MarkLength + 1)..]) });
        }

        // Noise may stand before a notice, which itself has one beginning.
        int notice = line.LastIndexOf(Refusal);
        if (notice >= 0 && line.Length - notice > Refusal.Length + TagDigits + 1)
        {
            ReadOnlySpan<byte> covered = line[notice..^(TagDigits + 1)];
            Work += covered.Length;
            _refused |= covered[^1] == (byte)'@' && Number(line[^(TagDigits + 1)..^1]) == FrameCrc32.Of(covered);
        }

        _line = end;
    }

    private void TryHeads(ReadOnlySpan<byte> covered, (uint Crc, bool Again, int Errors) trailer)
    {
        foreach (Head head in _heads)
        {
            Work += covered.Length;
            if (FrameCrc32.Update(head.Crc, covered) == trailer.Crc)
            {
                Answer = new Answer(Received[head.End.._line].ToArray(), trailer.Errors);
                State = trailer.Again ? FrameState.CarriedOutBefore : FrameState.Whole;
                return;
            }

            _damaged = true;
        }
    }

    // " 0 @1234ABCD" or " again 0 @1234ABCD"
    private static (uint Crc, bool Again, int Errors)? Trailer(ReadOnlySpan<byte> text)
    {
        string[] words = Encoding.Latin1.GetString(text).Split(' ');
        bool again = words.Length == 4 && words[1] == "again";
        return words[0].Length == 0 && words.Length == (again ? 4 : 3)
            && int.TryParse(words[^2], NumberStyles.None, CultureInfo.InvariantCulture, out int errors)
            && words[^1].Length == TagDigits + 1 && words[^1][0] == '@' && Number(Encoding.Latin1.GetBytes(words[^1][1..])) is uint crc
            ? (crc, again, errors)
            : null;
    }

    private static uint? Number(ReadOnlySpan<byte> digits) =>
        uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value) ? value : null;

    /// <summary>A place that may be the head of the answer.</summary>
    /// <param name="end">First byte after it.</param>
    private sealed class Head(int end)
    {
        public int End { get; } = end;

        /// <summary>CRC-32 from its '@' to the last line that was taken.</summary>
        public uint Crc { get; set; }
    }
}

using System.Globalization;
using MagHopfield.BoardClient.Links;

namespace MagHopfield.BoardClient.Protocol;

/// <summary>
/// Sends messages over a link and gets their answers, whole or not at all: what was damaged on the way is sent again, and the board
/// carries out each frame once however often it arrives (docs/checked-link.md).
/// </summary>
public sealed class CheckedExchange
{
    private readonly IByteLink _link;
    private readonly LinkPatience _patience;
    private AnswerSearch _search = new(0);
    private uint _tag;
    private string _came = "";

    /// <summary>Begins a session.</summary>
    /// <param name="link">Link; not disposed here.</param>
    /// <param name="firstTag">Tag of the first frame. A new one for each session keeps late answers of an old one apart.</param>
    /// <param name="patience">Times and tries.</param>
    public CheckedExchange(IByteLink link, uint firstTag, LinkPatience patience)
    {
        _link = link;
        _patience = patience;
        _tag = firstTag;
    }

    /// <summary>Frames that had to be sent again so far.</summary>
    public int Repeats { get; private set; }

    /// <summary>Sends a message and returns its answer.</summary>
    /// <param name="message">One program message without its terminator.</param>
    /// <param name="repeatable">
    /// Whether carrying it out twice is as good as once (most queries). Otherwise an answer that was lost is an error, but a message
    /// without answer is carried out exactly once.
    /// </param>
    /// <param name="isLong">
    /// Whether the board may be silent for as long as an operation takes. The frame is sent again meanwhile; the board passes over it.
    /// </param>
    /// <exception cref="BoardLinkException">The link is broken, silent or too disturbed.</exception>
    public Answer Ask(string message, bool repeatable, bool isLong = false)
    {
        int attempts = isLong ? (int)Math.Min(int.MaxValue, _patience.Operation / _patience.Silence) : _patience.Attempts;
        uint tag = _tag++;
        byte[] frame = CheckedFrame.Write(tag, message);
        FrameState state = FrameState.Incomplete;
        _came = "";
        for (int attempt = 0; attempt < attempts; attempt++)
        {
            if (attempt > 0)
            {
                Repeats++;
                if (repeatable && state is (FrameState.CarriedOutBefore or FrameState.AnswerDamaged))
                {
                    tag = _tag++;
                    frame = CheckedFrame.Write(tag, message);
                }

                // Ends a line that lost its line feed.
                _link.Write("\n"u8);
            }

            _link.Write(frame);
            state = Receive(tag, out Answer? answer);
            if (state == FrameState.Whole || (state == FrameState.CarriedOutBefore && !repeatable))
            {
                // A query whose answer was lost has none of its bytes here, which the reader of the answer notices.
                return answer!;
            }

            if (_search.Received.Length > 0)
            {
                // What is said once, as that somebody else has the board, is to be told though later tries met silence.
                _came = Said();
            }
        }

        throw new BoardLinkException(string.Create(
            CultureInfo.InvariantCulture,
            $"{_link.Name} gave no whole answer to '{message}' in {attempts} tries ({Reason(state)}); look at the cable, the bit rate, and "
            + $"that nobody else uses the line."));
    }

    private string Reason(FrameState state)
    {
        return state switch
        {
            FrameState.AnswerDamaged => "the answer came damaged, its CRC-32 does not fit",
            FrameState.FrameDamaged => "the message arrives damaged at the board",
            FrameState.CarriedOutBefore => "the answer was lost",
            _ when _came.Length == 0 => string.Create(CultureInfo.InvariantCulture, $"silence for {_patience.Silence.TotalSeconds:0.##} s"),
            _ => $"what came was \"{_came}\"",
        };
    }

    private FrameState Receive(uint tag, out Answer? answer)
    {
        _search = new AnswerSearch(tag);
        answer = null;
        TimeSpan begun = _link.Clock.Elapsed;
        TimeSpan last = begun;
        FrameState state = FrameState.Incomplete;
        while (true)
        {
            TimeSpan now = _link.Clock.Elapsed;
            TimeSpan left = Min(last + Quiet(state) - now, begun + _patience.Exchange - now);
            if (left <= TimeSpan.Zero || _search.Received.Length > _patience.LargestAnswer)
                return state;

            if (Read(left, out state) > 0)
                last = _link.Clock.Elapsed;

            if (_search.Answer is not null)
            {
                answer = _search.Answer;
                return state;
            }
        }
    }

    // Once damage is known the rest of the noise is let by, so that it does not run into the next try.
    private TimeSpan Quiet(FrameState state) =>
        state == FrameState.Incomplete ? _patience.Silence : Min(_patience.Silence, TimeSpan.FromMilliseconds(50));

    private int Read(TimeSpan wait, out FrameState state)
    {
        try
        {
            int count = _link.Read(_search.Room, wait);
            state = _search.Advance(count);
            return count;
        }
        catch (BoardLinkException e) when (_search.Received.Length > 0)
        {
            throw new BoardLinkException($"{e.Message.TrimEnd('.')} (in the middle of an answer; it said \"{Said()}\").", e);
        }
    }

    private string Said() => EscapedBytes.Write(_search.Received[..Math.Min(160, _search.Received.Length)]);

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}

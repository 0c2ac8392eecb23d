using System.Globalization;
using System.Text;

namespace MagHopfield.Instrument.Tests.Scpi.Checked;

/// <summary>
/// Frames in flight in any number, with blocks, strings without end, full buffers, damage, repeats, aborts and plain lines among them: each
/// frame is answered once, with its own answer. MAGHOPFIELD_FUZZ_FRAMES sets how many; the same seed gives the same frames.
/// </summary>
public class LinkFuzzTests
{
    private const int FramesOfABench = 100_000;

    private static readonly long Frames = long.Parse(
        Environment.GetEnvironmentVariable("MAGHOPFIELD_FUZZ_FRAMES") ?? "100000", CultureInfo.InvariantCulture);

    private static readonly string[] Greedy =
    [
        "*ESE #15",
        "*ESE #9999999999",
        "*ESE #",
        "*ESE #3",
        "CALC:WEIG:PAIR #15ab",
        "CALC:WEIG:PAIR #14abcd",
        "DISP:TEXT \"ab",
        "DISP:TEXT 'ABOR",
        "DISP:TEXT \"ABOR\"", "FOO", "", ";", "TRA (+", "CALC:WEIG:PAIR #210", "*CLS",
    ];

    private static readonly string[] PlainLines =
    [
        "*ESE #15abcde\n",
        "*ESE #15\n\n\n\n\n\n",
        "CALC:WEIG:PAIR #220@00000001 *ESE 3 @\n\n\n\n",
        "FOO\n",
        "*CLS\r\n",
        "\n",
        "CALC:WEIG:PAIR #15ABOR\n\n",
    ];

    [Fact]
    public void Every_frame_is_answered_once_and_with_its_own_answer()
    {
        Random random = new(20261130);
        long sent = 0;
        long refused = 0;
        while (sent < Frames)
        {
            Flight flight = new(random);
            long end = Math.Min(Frames, sent + FramesOfABench);
            while (flight.Sent < end - sent)
            {
                // Within TryUse every query that needs the instrument waits, as it does behind an operation.
                if (random.Next(3) == 0)
                    Assert.True(flight.Bench.Bench.Scpi.TryUse(() => flight.Burst(random.Next(1, 14))));
                else
                    flight.Burst(random.Next(1, 14));

                flight.Land();
            }

            sent += flight.Sent;
            refused += flight.Refused;
        }

        Assert.InRange(refused, 1, sent / 5);
        TestContext.Current.SendDiagnosticMessage("{0} frames, {1} of them refused as busy", sent, refused);
    }

    private sealed class Flight(Random random)
    {
        private readonly Dictionary<uint, string?> _outstanding = [];
        private readonly HashSet<uint> _mayBeDropped = [];
        private readonly List<byte[]> _recent = [];
        private uint _tag;

        public LinkBench Bench { get; } = new();

        public long Sent { get; private set; }

        public long Refused { get; private set; }

        public void Burst(int count)
        {
            for (int i = 0; i < count; i++)
                Step();
        }

        /// <summary>Lets all operations end: then nothing may be without its answer.</summary>
        public void Land()
        {
            Bench.Bench.Work();
            Look(null);
            Assert.True(_outstanding.Count == 0, $"no answer to {string.Join(", ", _outstanding.Keys)}");
            _mayBeDropped.Clear();
        }

        private void Step()
        {
            int kind = random.Next(40);
            string number = random.Next(1, 100000).ToString(CultureInfo.InvariantCulture);
            switch (kind)
            {
                case 0:
                    Damage();
                    break;
                case 1 when _recent.Count > 0:
                    // Not older than the last eight tags, which the link remembers.
                    Bench.Send(_recent[random.Next(_recent.Count)]);
                    Look(null);
                    break;
                case 2:
                    Bench.Bench.Clock.Milliseconds += 6000;
                    Bench.SendPlain(PlainLines[random.Next(PlainLines.Length)]);
                    Look(null);
                    break;
                case 3:
                    Abort();
                    break;
                case < 8:
                    Send(Greedy[random.Next(Greedy.Length)], null);
                    break;
                case < 16:
                    Send($"PULS:COUN {number};COUN?;*OPC?", number + ";1");
                    break;
                case < 20:
                    Send($"PULS:COUN {number};COUN?;*OPC?".PadRight(random.Next(200, 489)), number + ";1");
                    break;
                case < 22:
                    Send($"PULS:COUN {number}", null);
                    break;
                default:
                    Send($"PULS:COUN {number};COUN?", number);
                    break;
            }
        }

        private void Send(string message, string? answer)
        {
            uint tag = ++_tag;
            byte[] frame = LinkBench.Frame(tag, message);
            _outstanding.Add(tag, answer);
            Sent++;
            int split = random.Next(4) == 0 ? random.Next(frame.Length) : 0;
            Bench.Link.Receive(frame, 0, split);
            Bench.Link.Receive(frame, split, frame.Length - split);
            if (Look(tag))
                Remember(frame);
        }

        private void Remember(byte[] frame)
        {
            _recent.Add(frame);
            if (_recent.Count > 8)
                _recent.RemoveAt(0);
        }

        private void Abort()
        {
            foreach (uint waiting in _outstanding.Keys)
                _mayBeDropped.Add(waiting);

            Send(random.Next(2) == 0 ? "ABOR" : " :ABORT ", null);
        }

        private void Damage()
        {
            byte[] frame = LinkBench.Frame(++_tag, "ABOR");
            frame[random.Next(1, frame.Length - 1)] ^= (byte)(1 << random.Next(4));
            if (frame.AsSpan(0, frame.Length - 1).Contains((byte)10))
                return;

            Bench.Send(frame);
            Look(null);
        }

        // True unless the frame that was just sent was refused.
        private bool Look(uint? justSent)
        {
            bool taken = true;
            foreach (Reply reply in Bench.Take())
            {
                if (reply.Word == "busy")
                {
                    // Said at once, so it is about the frame that was just sent, and only where others do wait.
                    Assert.True(justSent is uint && _outstanding.Count > 2, $"busy with {_outstanding.Count - 1} waiting");
                    _outstanding.Remove(justSent!.Value);
                    Refused++;
                    taken = false;
                }
                else if (reply.Tag == 0)
                {
                    Assert.True(reply.Word is "damaged" or "plain", reply.ToString());
                }
                else if (reply.Word == "again")
                {
                    Assert.True(reply.Text is null && !_outstanding.ContainsKey(reply.Tag), reply.ToString());
                }
                else
                {
                    Assert.True(_outstanding.Remove(reply.Tag, out string? expected), $"an answer twice: {reply}");

                    // ABORt ends a message where it waits: what went before in it is answered.
                    bool isDropped = _mayBeDropped.Contains(reply.Tag) && (reply.Text is null || expected == reply.Text + ";1");
                    Assert.True(reply.Text == expected || isDropped, $"not {expected}: {reply}");
                }
            }

            return taken;
        }
    }
}

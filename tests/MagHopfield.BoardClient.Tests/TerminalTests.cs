using System.Globalization;
using System.Text;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardClient.Protocol;

namespace MagHopfield.BoardClient.Tests;

/// <summary>A board whose texts hold what a terminal obeys: ECMA-48 sequences by ESC and by C1, BEL, backspace, carriage return.</summary>
public sealed class TerminalTests
{
    private const string Evil = "a\u001b[2J\u009b31m\a\b\r\u0085\u007fz";
    private const string Seen = "a\\x1B[2J\\x9B31m\\x07\\x08\\x0D\\x85\\x7Fz";

    [Theory]
    [InlineData(Evil, Seen)]
    [InlineData("µV ± 3 \u202egnp.exe\u2028", "µV ± 3 \\u202Egnp.exe\\u2028")]
    [InlineData("plain", "plain")]
    public void What_a_terminal_obeys_is_written_out(string text, string expected) => Assert.Equal(expected, PlainText.Of(text));

    [Fact]
    public void Identity_findings_and_errors_of_a_board_have_nothing_that_a_terminal_obeys()
    {
        using HopfieldBoard board = new(new EvilBoard(), 1);
        Assert.Equal(Seen, board.Identity);
        Assert.Equal(Seen, Assert.Single(board.SelfTest(CancellationToken.None)));
        BoardErrorException e = Assert.Throws<BoardErrorException>(() => board.Say("FAIL"));
        Assert.Equal("-222 " + Seen, Assert.Single(e.Errors).ToString());
        Assert.Contains(Seen, e.Message, StringComparison.Ordinal);
        Assert.Contains("\\x1B", Assert.Throws<BoardLinkException>(() => board.FieldResolution()).Message, StringComparison.Ordinal);
        Assert.Contains(
            "\\x9B",
            Assert.Throws<BoardLinkException>(() => board.Recall(Pattern(), Shared.RecallMode.Synchronous, 1)).Message,
            StringComparison.Ordinal);
    }

    private static Shared.Pattern Pattern() => new([1, -1, 1, -1]);

    private sealed class EvilBoard : IByteLink
    {
        private readonly Queue<byte> _bytes = new();
        private bool _fails;

        public string Name => "evil";

        public ILinkClock Clock { get; } = new MachineClock();

        public void Write(ReadOnlySpan<byte> bytes)
        {
            string line = Encoding.Latin1.GetString(bytes).Trim();
            if (line.Length < 20)
                return;

            string tag = line[..9], message = line[10..^10];
            string answer = message switch
            {
                "*IDN?" => Evil + "\n",
                "SYST:NOD?" => "4\n",
                "*TST?" => "1\n",
                "SYST:ERR?" => $"-222,\"{Evil}\"\n",
                "CALC:RES?" => Evil + "\n",
                _ when message.StartsWith("DIAG:FIND?", StringComparison.Ordinal) => $"\"{Evil}\"\n",
                _ when message.StartsWith("REC?", StringComparison.Ordinal) => $"\"{Evil}\"\n",
                _ => "",
            };
            _fails = message == "FAIL";
            byte[] covered = Encoding.Latin1.GetBytes($"{tag}\n{answer}{tag} {(_fails ? 1 : 0)} @");
            string check = string.Create(CultureInfo.InvariantCulture, $"{FrameCrc32.Of(covered):X8}\n");
            foreach (byte b in (byte[])[.. covered, .. Encoding.ASCII.GetBytes(check)])
                _bytes.Enqueue(b);
        }

        public int Read(Span<byte> buffer, TimeSpan wait)
        {
            int count = 0;
            while (count < buffer.Length && _bytes.TryDequeue(out byte b))
                buffer[count++] = b;

            return count;
        }

        public void Dispose()
        {
        }
    }
}

using System.Text;
using CsCheck;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardClient.Protocol;
using MagHopfield.BoardClient.Recording;

namespace MagHopfield.BoardClient.Tests;

public sealed class SessionRecordTests
{
    [Fact]
    public void Escaped_bytes_are_printable_and_come_back() => Gen.Byte.Array[0, 100].Sample(bytes =>
    {
        string text = EscapedBytes.Write(bytes);
        Assert.All(text, c => Assert.InRange(c, ' ', '~'));
        Assert.True(EscapedBytes.TryRead(text, out byte[] back));
        Assert.Equal(bytes, back);
    });

    [Fact]
    public void A_recorded_session_replays_to_the_byte()
    {
        string text = Record(out byte[] then);
        ReplayLink replay = new(SessionRecord.Parse(text, "test"), "test");
        Assert.Equal(then, Converse(replay));
        Assert.True(replay.IsAtEnd);
    }

    [Fact]
    public void A_session_in_which_something_else_is_said_is_refused_with_both()
    {
        ReplayLink replay = new(SessionRecord.Parse(Record(out _), "test"), "test");
        string message = Assert.Throws<BoardLinkException>(() => replay.Write("*RST\n"u8)).Message;
        Assert.Contains("*RST", message);
        Assert.Contains("*IDN?", message);
        Assert.Contains("maghopfield board identify", message);
    }

    [Fact]
    public void A_recording_that_was_cut_off_replays_up_to_there_and_says_so()
    {
        string text = Record(out _);
        SessionRecord record = SessionRecord.Parse(text[..text.IndexOf("# end", StringComparison.Ordinal)], "test");
        Assert.False(record.IsClosed);
        ReplayLink replay = new(record, "test");
        Converse(replay);
        Assert.Contains("cut off", Assert.Throws<BoardLinkException>(() => replay.Read(new byte[10], TimeSpan.Zero)).Message);
    }

    [Theory]
    [InlineData("hello", "line 1")]
    [InlineData("# MagHopfield session 1\n# first_tag 1\n", "started")]
    [InlineData("# MagHopfield session 1\n# started 2026-01-01\n", "first_tag")]
    [InlineData("# MagHopfield session 1\n# started 2026-01-01\n# first_tag 1\n1.0\t>\n", "line 4")]
    [InlineData("# MagHopfield session 1\n# started 2026-01-01\n# first_tag 1\n1.0\t>\ta\n0.5\t<\tb\n", "line 5")]
    [InlineData("# MagHopfield session 1\n# started 2026-01-01\n# first_tag 1\n1.0\t=\ta\n", "direction")]
    [InlineData("# MagHopfield session 1\n# started 2026-01-01\n# first_tag 1\n1.0\t<\t\\q\n", "escape")]
    [InlineData("# MagHopfield session 1\n# started 2026-01-01\n# first_tag 1\n1e300\t<\ta\n", "time")]
    [InlineData("# MagHopfield session 1\n# started 2026-01-01\n# first_tag 1\n-Infinity\t<\ta\n", "time")]
    [InlineData("# MagHopfield session 1\n# started 2026-01-01\n# first_tag 1\nInfinity\t<\ta\n", "time")]
    [InlineData("# MagHopfield session 1\n# started 2026-01-01\n# first_tag 1\nNaN\t<\ta\n", "time")]
    [InlineData("# MagHopfield session 1\n# started 2026-01-01\n# first_tag 1\n-1\t<\ta\n", "time")]
    [InlineData("# MagHopfield session 1\n# started 2026-01-01\n# first_tag 1\n400000000000\t<\ta\n", "time")]
    public void What_is_no_recording_is_refused_with_its_line(string text, string what) =>
        Assert.Contains(what, Assert.Throws<ArgumentException>(() => SessionRecord.Parse(text, "test")).Message);

    private static string Record(out byte[] answers)
    {
        StringWriter writer = new();
        using (RecordingLink link = new(new Parrot(), writer, 7, "maghopfield board identify"))
        {
            answers = Converse(link);
        }

        return writer.ToString();
    }

    private static byte[] Converse(IByteLink link)
    {
        List<byte> answers = [];
        byte[] buffer = new byte[5];
        foreach (string message in (string[])["*IDN?\n", "FETC?\n"])
        {
            link.Write(Encoding.ASCII.GetBytes(message));
            for (int count = link.Read(buffer, TimeSpan.Zero); count > 0 && answers.Count < 1000;)
            {
                answers.AddRange(buffer.AsSpan(0, count).ToArray());
                count = answers[^1] == '!' ? 0 : link.Read(buffer, TimeSpan.Zero);
            }
        }

        return [.. answers];
    }

    /// <summary>Answers with what it was told, some bytes beyond ASCII, and an exclamation mark.</summary>
    private sealed class Parrot : IByteLink
    {
        private readonly Queue<byte> _bytes = new();

        public string Name => "parrot";

        public ILinkClock Clock { get; } = new MachineClock();

        public void Write(ReadOnlySpan<byte> bytes)
        {
            foreach (byte b in (byte[])[.. bytes, 0, 255, (byte)'\\', (byte)'\t', (byte)'!'])
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

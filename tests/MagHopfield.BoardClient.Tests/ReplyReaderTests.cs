using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using CsCheck;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardClient.Protocol;

namespace MagHopfield.BoardClient.Tests;

public sealed class ReplyReaderTests
{
    [Fact]
    public void Numbers_strings_patterns_and_blocks_come_out_in_turn()
    {
        byte[] answer = [.. "-12,+1.5E-3;\"say \"\"no\"\"\",\"+ - + -\";"u8, .. Block([1.25, -3]), .. ";1\n"u8];
        ReplyReader reader = new(answer, "TEST?");
        Assert.Equal(-12, reader.Integer(-20, 0));
        Assert.Equal(1.5e-3, reader.Number());
        Assert.Equal("say \"no\"", reader.Text());
        Assert.Equal("+ - + -", reader.Pattern(4).ToString());
        Assert.Equal([1.25, -3], reader.Block(2));
        Assert.True(reader.Boolean());
        reader.End();
    }

    [Theory]
    [InlineData("9.91E37", "number")]
    [InlineData("9.9E37", "number")]
    [InlineData("-9.9E37", "number")]
    [InlineData("NAN", "number")]
    [InlineData("1e999", "number")]
    [InlineData("", "number")]
    public void What_is_no_finite_number_is_refused(string text, string what) => Refused(text, what, r => r.Number());

    [Theory]
    [InlineData("5", "from 0 to 4")]
    [InlineData("1.5", "from 0 to 4")]
    [InlineData("99999999999999999999", "from 0 to 4")]
    public void A_whole_number_out_of_range_is_refused(string text, string what) => Refused(text, what, r => r.Integer(0, 4));

    [Theory]
    [InlineData("\"+ - + - +\"", "4 nodes")]
    [InlineData("\"+ x\"", "4 nodes")]
    [InlineData("\"open", "closing quote")]
    [InlineData("+-+-", "quotes")]
    public void What_is_no_pattern_of_the_board_is_refused(string text, string what) => Refused(text, what, r => r.Pattern(4));

    [Theory]
    [InlineData("#0", "block")]
    [InlineData("#9999999999", "block")]
    [InlineData("#9-00000001", "block")]
    [InlineData("#220", "block of 20 bytes")]
    [InlineData("#1", "block")]
    [InlineData("1.0,2.0", "block")]
    public void What_is_no_block_of_the_length_asked_for_is_refused(string text, string what) => Refused(text, what, r => r.Block(2));

    [Fact]
    public void Nothing_may_follow_the_last_value() => Refused("1,2", "after the last value", r =>
    {
        r.Integer(1, 1);
        r.End();
    });

    [Fact]
    public void A_block_with_a_number_that_is_none_is_refused() =>
        Assert.Contains(
            "number 2", Assert.Throws<BoardLinkException>(() => new ReplyReader(Block([1, double.NaN]), "X?").Block(2)).Message);

    [Fact]
    public void A_damaged_block_is_refused_or_gives_the_numbers_that_were_sent() =>
        Gen.Select(Gen.Double[-1e6, 1e6].Array[1, 16], Damage.Any).Sample((values, damage) =>
        {
            ReplyReader reader = new(damage.Of([.. Block(values), (byte)'\n']), "X?");
            try
            {
                Assert.Equal(values, reader.Block(values.Length));
            }
            catch (BoardLinkException)
            {
                // As it should be.
            }
        });

    [Fact]
    public void Any_bytes_give_values_of_the_kind_asked_for_or_one_clear_error()
    {
        int count = int.Parse(Environment.GetEnvironmentVariable("MAGHOPFIELD_FUZZ") ?? "100000", CultureInfo.InvariantCulture);
        (long frames, long values, long recordings) = ReplyFuzz.Run(seed: 1, count);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{count} strings: {frames} were taken for a frame, {values} for values, {recordings} for a recording, the others refused");
        Assert.InRange(frames, 1, count / 2);
        Assert.InRange(values, 1, count / 2);
    }

    private static void Refused(string text, string what, Action<ReplyReader> read)
    {
        string message = Assert.Throws<BoardLinkException>(
            () => read(new ReplyReader(Encoding.Latin1.GetBytes(text + "\n"), "TEST?"))).Message;
        Assert.Contains(what, message);
        Assert.Contains("'TEST?'", message);
        Assert.DoesNotContain('\n', message);
    }

    internal static byte[] Block(double[] values)
    {
        byte[] content = new byte[8 * values.Length];
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteDoubleBigEndian(content.AsSpan(8 * i), values[i]);

        byte[] crc = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(crc, FrameCrc32.Of(content));
        string length = (content.Length + 4).ToString(CultureInfo.InvariantCulture);
        return [.. Encoding.ASCII.GetBytes($"#{length.Length}{length}"), .. content, .. crc];
    }
}

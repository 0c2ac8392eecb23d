using MagHopfield.BoardClient.Recording;

namespace MagHopfield.BoardClient.Tests;

public sealed class ReadableAnswerTests
{
    [Theory]
    [InlineData("4;0.5", "4;0.5")]
    [InlineData("#15\0\u0001\u0002\n\u0003", "block of 5 bytes")]
    [InlineData("4;#15\0\u0001;\n\u0003;\"+ -\"", "4;block of 5 bytes;\"+ -\"")]
    [InlineData("#210one\ntwo\r\n!", "one\ntwo\r\n!")]
    [InlineData("\"a;#15 in quotes\"", "\"a;#15 in quotes\"")]
    [InlineData("#19\0ab", "block of 9 bytes")]
    [InlineData("#", "#")]
    [InlineData("#x", "#x")]
    [InlineData("true\rfalse", "true\\x0Dfalse")]
    [InlineData("#210true\rfalse", "block of 10 bytes")]
    [InlineData("\u001b[2J\u0085", "\\x1B[2J\\x85")]
    public void An_answer_has_nothing_that_a_terminal_obeys_and_a_block_is_its_text_or_its_length(string answer, string expected) =>
        Assert.Equal(expected, ReadableAnswer.Of(answer));
}

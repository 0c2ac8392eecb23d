using CsCheck;

namespace MagHopfield.Shared.Tests;

public class PatternTests
{
    private static readonly Gen<Pattern> AnyPattern =
        Gen.Bool.Array[1, 64].Select(bits => new Pattern([.. bits.Select(b => (sbyte)(b ? 1 : -1))]));

    [Fact]
    public void A_printed_pattern_is_read_back_as_it_was() => AnyPattern.Sample(pattern =>
    {
        Assert.True(Pattern.TryParse(pattern.ToString(), out Pattern? read, out string error));
        Assert.True(pattern.SameAs(read!));
        Assert.Equal("", error);
    });

    [Theory]
    [InlineData("+-+-")]
    [InlineData("(+, -, +, -)")]
    [InlineData("+ \u2212 + \u2013")]
    [InlineData("\t+,-,+,-  ")]
    public void Spaces_commas_brackets_and_typographic_minus_are_understood(string text)
    {
        Assert.True(Pattern.TryParse(text, out Pattern? pattern, out _));
        Assert.Equal("+ - + -", pattern!.ToString());
    }

    [Theory]
    [InlineData("+ - x -", 5, 'x')]
    [InlineData("1 - + -", 1, '1')]
    [InlineData("+ ( + -", 3, '(')]
    [InlineData("+ - ) -", 5, ')')]
    public void A_bad_character_is_named_with_its_position(string text, int position, char bad)
    {
        Assert.False(Pattern.TryParse(text, out Pattern? pattern, out string error));
        Assert.Null(pattern);
        Assert.StartsWith($"character {position} is '{bad}'", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ,\t")]
    [InlineData("()")]
    public void A_text_without_signs_is_refused_with_an_example(string text)
    {
        Assert.False(Pattern.TryParse(text, out _, out string error));
        Assert.Contains("\"+ - + -\"", error, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_makes_the_parser_throw_and_every_refusal_says_why()
    {
        Gen<string> nearly = Gen.Char["+-+-, \t()\u2212\u2013x\0"].Array[0, 40].Select(c => new string(c));
        Gen.OneOf(nearly, Gen.String).Sample(text =>
        {
            if (Pattern.TryParse(text, out Pattern? pattern, out string error))
            {
                Assert.Equal(text.Count(c => c is '+'), Enumerable.Range(0, pattern!.Length).Count(i => pattern[i] == 1));
                Assert.Equal(text.Count(c => c is '-' or '\u2212' or '\u2013'),
                    Enumerable.Range(0, pattern.Length).Count(i => pattern[i] == -1));
            }
            else
            {
                Assert.Null(pattern);
                Assert.NotEqual("", error);
            }
        });
    }

    [Fact]
    public void States_count_up_from_all_plus_with_the_last_node_turning_first()
    {
        string[] expected = ["+ + +", "+ + -", "+ - +", "+ - -", "- + +", "- + -", "- - +", "- - -"];
        Assert.Equal(expected, Enumerable.Range(0, 8).Select(s => Pattern.FromState(s, 3).ToString()));
    }

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(16, 4)]
    [InlineData(0, 0)]
    [InlineData(0, 31)]
    public void States_out_of_range_are_refused(int state, int nodes) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Pattern.FromState(state, nodes));

    [Fact]
    public void A_pattern_of_other_values_than_plus_and_minus_one_is_refused_with_the_node()
    {
        Assert.Contains("Node 2", Assert.Throws<ArgumentException>(() => new Pattern([1, 0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Pattern([]));
    }

    [Fact]
    public void Flipping_a_node_is_one_step_away_and_flipping_it_again_is_back() =>
        Gen.Select(AnyPattern, Gen.Int[0, 63]).Sample((pattern, any) =>
        {
            int node = any % pattern.Length;
            Pattern flipped = pattern.Flip(node);
            Assert.Equal(1, pattern.DistanceTo(flipped));
            Assert.Equal(-pattern[node], flipped[node]);
            Assert.True(pattern.SameAs(flipped.Flip(node)));
        });

    [Fact]
    public void The_negative_differs_everywhere_and_is_the_same_up_to_sign() => AnyPattern.Sample(pattern =>
    {
        Assert.Equal(pattern.Length, pattern.DistanceTo(pattern.Negate()));
        Assert.False(pattern.SameAs(pattern.Negate()));
        Assert.True(pattern.SameUpToSign(pattern.Negate()));
    });

    [Fact]
    public void Patterns_of_different_lengths_are_not_the_same_and_have_no_distance()
    {
        Pattern four = Pattern.FromState(0, 4);
        Pattern five = Pattern.FromState(0, 5);
        Assert.False(four.SameAs(five));
        Assert.Throws<ArgumentException>(() => four.DistanceTo(five));
    }

    [Fact]
    public void A_pattern_keeps_its_signs_when_the_array_it_came_from_changes()
    {
        sbyte[] signs = [1, -1];
        Pattern pattern = new(signs);
        signs[0] = -1;
        Assert.Equal("+ -", pattern.ToString());
    }
}

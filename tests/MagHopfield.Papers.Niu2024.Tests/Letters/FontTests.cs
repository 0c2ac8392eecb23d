using MagHopfield.Papers.Niu2024.Letters.Fonts;
using MagHopfield.Papers.Niu2024.Letters.Patterns;

namespace MagHopfield.Papers.Niu2024.Tests.Letters;

public class FontTests
{
    [Theory]
    [InlineData("block")]
    [InlineData("rounded")]
    public void Built_in_fonts_draw_the_letters_of_the_paper_on_7_by_5_pixels(string name)
    {
        LetterFont font = LetterFont.Load(name);
        Assert.Equal((7, 5), (font.Rows, font.Columns));
        foreach (string word in (string[])["ECP", "EDCP", "EDCPL", "08965"])
        {
            PatternSet set = font.Set(word);
            Assert.Equal(word.Length, set.Count);
            Assert.True(set.LargestOverlap < 1, word);
        }
    }

    [Fact]
    public void No_two_letters_of_a_font_are_the_same()
    {
        foreach (string name in LetterFont.BuiltIn)
        {
            LetterFont font = LetterFont.Load(name);
            foreach (char a in font.Characters)
            {
                foreach (char b in font.Characters)
                    Assert.True(a == b || font[a].DistanceTo(font[b]) > 0, $"{name}: {a} {b}");
            }
        }
    }

    [Fact]
    public void Block_E_and_C_differ_in_the_four_pixels_of_the_middle_stroke()
    {
        LetterFont font = LetterFont.Load("block");
        Assert.Equal([16, 17, 18, 19], Enumerable.Range(0, 35).Where(i => font['E'][i] != font['C'][i]));
    }

    [Theory]
    [InlineData("glyph E\n##\n#.\nglyph F\n##\n", "line 4: 'F' has 1 rows, the first glyph 2")]
    [InlineData("glyph E\n##\n#\n", "line 3: this row has 1 pixels, the first of the file 2")]
    [InlineData("glyph E\n#x\n", "line 2: '#x' is neither")]
    [InlineData("##\n", "line 1: '##' is neither")]
    [InlineData("glyph E\n##\nglyph E\n", "line 3: 'E' is drawn twice")]
    [InlineData("glyph EF\n", "line 1: 'glyph EF' names no single character")]
    [InlineData("# nothing\n", "there is no glyph")]
    public void A_mistake_in_a_font_file_is_told_with_its_line(string text, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => LetterFont.Parse(text, "mine")).Message, StringComparison.Ordinal);

    [Fact]
    public void Letters_that_a_font_lacks_and_words_with_a_letter_twice_are_refused()
    {
        LetterFont font = LetterFont.Load("block");
        Assert.Contains("has no 'ß'", Assert.Throws<ArgumentException>(() => font.Set("Eß")).Message, StringComparison.Ordinal);
        Assert.Contains("name each once", Assert.Throws<ArgumentException>(() => font.Set("EE")).Message, StringComparison.Ordinal);
        Assert.Contains(
            "built in are block and rounded",
            Assert.Throws<ArgumentException>(() => LetterFont.Load("gothic")).Message,
            StringComparison.Ordinal);
    }
}

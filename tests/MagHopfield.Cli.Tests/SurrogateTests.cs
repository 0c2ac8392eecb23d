namespace MagHopfield.Cli.Tests;

public class SurrogateTests
{
    [Fact]
    public void A_look_up_tells_what_pulses_teach_and_how_far_off_it_is()
    {
        MaghopfieldProcess.Outcome both = MaghopfieldProcess.Run("surrogate", "+ - + -", "+ + - -");
        Assert.Equal((0, ""), (both.ExitCode, both.Error));
        Assert.Contains("lowest in energy: + + - - and its negative", both.Output);
        Assert.Contains("% of an element's range", both.Output);
        MaghopfieldProcess.Outcome one = MaghopfieldProcess.Run("surrogate", "+ - + -");
        Assert.Contains("lowest in energy: + - + - and its negative", one.Output);
    }

    [Theory]
    [InlineData("+ - +", "\"+ - +\" has 3 signs, the film 4 nodes")]
    [InlineData("+ - + x", "+ - + x")]
    public void A_pattern_of_another_film_is_refused(string pattern, string message)
    {
        MaghopfieldProcess.Outcome refused = MaghopfieldProcess.Run("surrogate", pattern);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(message, refused.Error);
    }

    [Theory]
    [InlineData("--volts", "0")]
    [InlineData("--width", "-1")]
    [InlineData("--fit", "no-such-file.toml")]
    public void A_wrong_option_is_refused(string option, string value)
    {
        MaghopfieldProcess.Outcome refused = MaghopfieldProcess.Run("surrogate", "+ - + -", option, value);
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("maghopfield:", refused.Error);
    }

    [Fact]
    public void The_surrogate_stands_behind_the_virtual_board_as_a_film()
    {
        MaghopfieldProcess.Outcome measured = MaghopfieldProcess.Run("board", "measure", "--board", "virtual:surrogate");
        Assert.Equal(0, measured.ExitCode);
        Assert.Contains("-65.", measured.Output);
    }
}

using System.Diagnostics;

namespace MagHopfield.Cli.Tests;

public sealed class RecordedCommandTests
{
    [Theory]
    [InlineData(new[] { "run", "a.toml", "--out", "out/x" }, "maghopfield run a.toml --out out/x")]
    [InlineData(new[] { "demo", "--train", "+ - + -" }, "maghopfield demo --train \"+ - + -\"")]
    [InlineData(new[] { "run", "my film.toml", "" }, "maghopfield run \"my film.toml\" \"\"")]
    [InlineData(new[] { "run", "a$HOME\"b`c\\d.toml" }, "maghopfield run \"a\\$HOME\\\"b\\`c\\\\d.toml\"")]
    public void An_argument_is_quoted_where_a_shell_would_change_it(string[] arguments, string line) =>
        Assert.Equal(line, RecordedCommand.Of(arguments));

    [Fact]
    public void A_shell_reads_back_the_arguments_as_they_were()
    {
        if (OperatingSystem.IsWindows())
            return;
        string[] arguments =
        [
            "run", "two  blanks", "tab\there", "quote\"s", "it's", "$HOME", "`ls`", "back\\slash", "new\nline", "*", "~", "a;b", "é µ", "",
            "#", "&|<>", "(1)", "--x=1e-9", "!!",
        ];
        ProcessStartInfo start = new("/bin/sh") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"maghopfield() {{ for a in \"$@\"; do printf '%s\\0' \"$a\"; done; }}; {RecordedCommand.Of(arguments)}");
        using Process shell = Process.Start(start)!;
        string output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        Assert.Equal(arguments, output.Split('\0')[..^1]);
    }
}

using System.CommandLine;
using System.Text.RegularExpressions;

namespace MagHopfield.Cli.Tests;

/// <summary>What the program and its pages tell the user to type can be typed.</summary>
public partial class HelpTests
{
    [Fact]
    public void The_help_that_a_mistake_points_to_is_that_of_the_command_itself()
    {
        int commands = 0;
        RootCommand root = CommandLine.Root();
        foreach ((string[] words, Command command) in CommandTree.All())
        {
            // Not taken as a name, a file or a pattern either, where the command has arguments.
            ParseResult wrong = root.Parse([.. words, "--no-such-option"]);
            Assert.True(CommandLine.IsMistaken(wrong), string.Join(' ', words));
            string mistake = CommandLine.Mistake(wrong, root);
            Assert.StartsWith("unknown option '--no-such-option'; ", mistake);
            string typed = Pointer().Match(mistake).Groups[1].Value;
            Assert.Equal(string.Join(' ', words), typed.Trim());
            ParseResult help = root.Parse([.. typed.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            Assert.Empty(help.Errors);
            Assert.Equal(command.Name, help.CommandResult.Command is RootCommand ? command.Name : help.CommandResult.Command.Name);
            commands++;
        }

        Assert.InRange(commands, 35, 1000);
    }

    [Theory]
    [InlineData("see 'maghopfield board train --help'.", "board", "train", "+ - + -", "--volts", "x")]
    [InlineData("see 'maghopfield paper niu2024 spread --help'.", "paper", "niu2024", "spread", "--devices", "x")]
    public void A_mistake_deep_in_the_tree_names_the_whole_way(string expected, params string[] arguments) =>
        Assert.EndsWith(expected + "\n", MaghopfieldProcess.Run(arguments).Error);

    [Fact]
    public void An_option_that_a_command_does_not_know_is_no_argument_of_it_but_after_two_dashes_a_word_is()
    {
        Assert.Equal(
            "maghopfield: unknown option '--lst'; see 'maghopfield preset --help'.\n", MaghopfieldProcess.Run("preset", "--lst").Error);
        Assert.Equal(
            "maghopfield: unknown option '--ot'; did you mean '--out'? see 'maghopfield run --help'.\n",
            MaghopfieldProcess.Run("run", "a.toml", "--ot", "x").Error);
        Assert.Equal(
            (2, true),
            MaghopfieldProcess.Run("preset", "--", "--lst") is var named
                ? (named.ExitCode, named.Error.Contains("no film preset '--lst'"))
                : default);
    }

    [Fact]
    public void Every_command_that_source_and_pages_name_is_there()
    {
        string root = Repository.Root;
        string[] files =
        [
            Path.Combine(root, "README.md"),
            .. ((string[])["docs", "host", "hardware", "firmware", "examples"]).SelectMany(
                f => Directory.EnumerateFiles(Path.Combine(root, f), "*", SearchOption.AllDirectories))
                .Where(
                    f =>
                        Path.GetExtension(f) is ".md" or ".cs" or ".toml" or ".py"
                            && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")),
        ];
        int named = 0;
        RootCommand program = CommandLine.Root();
        foreach (string file in files)
        {
            foreach (Match m in Naming().Matches(File.ReadAllText(file)))
            {
                Command command = program;
                foreach (string word in m.Groups[1].Value.Split(' '))
                {
                    // Where a command has none below it, its arguments and prose follow.
                    if (command.Subcommands.Count == 0 || (command is not RootCommand && command.Action is not null))
                        break;

                    command = command.Subcommands.SingleOrDefault(c => c.Name == word)
                        ?? throw new Xunit.Sdk.XunitException($"{file}: '{m.Value}': '{command.Name}' has no command '{word}'");
                    named++;
                }
            }
        }

        Assert.InRange(named, 50, 10000);
    }

    [GeneratedRegex(@"see 'maghopfield ?(.*?) ?--help'\.")]
    private static partial Regex Pointer();

    // In code marks, quotes or a line of a shell; prose says "the `maghopfield` command".
    [GeneratedRegex(@"(?:[`'$] ?|<c>|host/MagHopfield\.Cli -- )maghopfield ([a-z][a-z0-9-]*(?: [a-z][a-z0-9-]*)*)")]
    private static partial Regex Naming();
}

using System.CommandLine;

namespace MagHopfield.Cli.Tests;

/// <summary>All commands of the program.</summary>
internal static class CommandTree
{
    /// <summary>Every command with the words that lead to it, the root with none.</summary>
    public static IEnumerable<(string[] Words, Command Command)> All() => Below([], CommandLine.Root());

    private static IEnumerable<(string[] Words, Command Command)> Below(string[] words, Command command) =>
        [(words, command), .. command.Subcommands.SelectMany(c => Below([.. words, c.Name], c))];
}

using System.CommandLine;
using System.CommandLine.Parsing;
using MagHopfield.Experiments.Results;
using MagHopfield.Store;

namespace MagHopfield.Cli;

/// <summary>The folder of a command's results, which another command replaces only where it is told to.</summary>
internal static class OutputFolder
{
    private const string OverwriteName = "--overwrite";

    // Where results go, how many threads make them, and how many of a growing series, does not make them others.
    private static readonly string[] Neutral = ["--out", "--threads", "--devices", "--trace-spi"];

    // What versions before 0.1 kept devices and trainings in.
    private static readonly string[] EarlierStores = ["devices.tsv", "trainings"];

    /// <summary>The option that lets results be replaced.</summary>
    public static Option<bool> Overwrite() => new(OverwriteName) { Description = "Replace what is there already and is not of the same command." };

    /// <summary>Opens a file of results. One of the same kind, told by its first line, is replaced; another one is with --overwrite only.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="path">The file.</param>
    /// <param name="firstLine">First line of every file of its kind.</param>
    /// <param name="kind">What it is, in messages.</param>
    /// <exception cref="IOException">It cannot be written, or is another one.</exception>
    public static WholeFile OpenFile(ParseResult parsed, string path, string firstLine, string kind) =>
        new(path, firstLine, kind, parsed.GetValue<bool>(OverwriteName));

    /// <summary>Opens the folder of results.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="target">The folder.</param>
    /// <exception cref="IOException">It cannot be written, or holds the results of another command.</exception>
    public static ResultFolder Open(ParseResult parsed, string target) => new(target, CommandOf(parsed), parsed.GetValue<bool>(OverwriteName));

    /// <summary>
    /// The store of what a long command has done so far, in its folder of results: after an interruption, or beside another process, the
    /// same command goes on from it. Never for what is measured on hardware or timed.
    /// </summary>
    /// <param name="target">The folder.</param>
    /// <param name="study">A type of the assembly that computes.</param>
    public static ResultStore Store(string target, Type study)
    {
        foreach (string old in EarlierStores.Select(n => Path.Combine(target, n)).Where(Path.Exists))
            Tell($"'{old}' is of an earlier version of the program, and not used; it may be removed.");
        return new ResultStore(Path.Combine(target, "parts"), ProgramBuild.Of(study.Assembly), Tell);

        static void Tell(string line) => Console.Error.WriteLine("maghopfield: " + line);
    }

    /// <summary>The command line without what does not change the results.</summary>
    public static string CommandOf(ParseResult parsed)
    {
        List<string> words = [];
        bool neutral = false;
        foreach (Token token in parsed.Tokens)
        {
            neutral = token.Type == TokenType.Option ? Neutral.Contains(token.Value) : neutral && token.Type == TokenType.Argument;
            if (!neutral && token.Value != OverwriteName)
                words.Add(token.Value.Contains(' ') ? $"\"{token.Value}\"" : token.Value);
        }

        return string.Join(' ', words);
    }
}

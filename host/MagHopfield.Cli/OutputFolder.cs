using System.CommandLine;
using System.CommandLine.Parsing;

namespace MagHopfield.Cli;

/// <summary>When the results of a command are replaced by those of another one: where it is told to only.</summary>
internal static class OutputFolder
{
    private const string OverwriteName = "--overwrite";

    /// <summary>The option that lets results be replaced.</summary>
    public static Option<bool> Overwrite() =>
        new(OverwriteName) { Description = "Replace what is there already and is not of the same command." };

    /// <summary>Whether results of another command are to be replaced.</summary>
    /// <param name="parsed">The command line.</param>
    public static bool Overwrites(ParseResult parsed) =>
        parsed.Tokens.Any(t => t.Value == OverwriteName) && parsed.GetValue<bool>(OverwriteName);

    /// <summary>The command line without what does not change the results: where they go, how many threads make them.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="parameters">Declared parameters of the command.</param>
    public static string CommandOf(ParseResult parsed, IReadOnlyList<StudyParameter> parameters)
    {
        string[] neutral = ["--out", .. parameters.Where(p => !p.DecidesResult).Select(p => "--" + p.Name)];
        List<string> words = [];
        bool skips = false;
        foreach (Token token in parsed.Tokens.SkipWhile(t => t is { Type: TokenType.Command, Value: StudyCommand.Name }))
        {
            skips = token.Type == TokenType.Option ? neutral.Contains(token.Value) : skips && token.Type == TokenType.Argument;
            if (!skips && token.Value != OverwriteName)
                words.Add(token.Value.Contains(' ') ? $"\"{token.Value}\"" : token.Value);
        }

        return string.Join(' ', words);
    }
}

using System.Text;

namespace MagHopfield.Cli;

/// <summary>The command line that a result records: put into a shell it is the same command again.</summary>
internal static class RecordedCommand
{
    private const string PlainMarks = "_./:=,+@%-", EscapedInQuotes = "\\\"$`";

    /// <summary>The command line of this process.</summary>
    public static string Line => Of(Environment.GetCommandLineArgs().Skip(1));

    /// <summary>The command line of some arguments.</summary>
    /// <param name="arguments">Arguments after the name of the program.</param>
    public static string Of(IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quoted).Prepend("maghopfield"));

    private static string Quoted(string argument)
    {
        if (argument.Length > 0 && argument.All(c => char.IsLetterOrDigit(c) || PlainMarks.Contains(c)))
            return argument;
        StringBuilder quoted = new("\"");
        foreach (char c in argument)
            quoted.Append(EscapedInQuotes.Contains(c) ? "\\" : "").Append(c);
        return quoted.Append('"').ToString();
    }
}

using MagHopfield.BoardClient.Protocol;

namespace MagHopfield.BoardClient;

/// <summary>The board understood what it was told and reports errors (SCPI 1999, SYSTem:ERRor?).</summary>
public sealed class BoardErrorException : Exception
{
    private const int LongestText = 2000;

    /// <summary>Makes the error.</summary>
    /// <param name="message">Message that the board was sent.</param>
    /// <param name="errors">Entries of its error queue, oldest first; at least one.</param>
    public BoardErrorException(string message, IReadOnlyList<BoardError> errors)
        : base($"the board answered '{message}' with {OneLine(string.Join("; ", errors))}.")
    {
        Sent = message;
        Errors = errors;
    }

    /// <summary>Message that the board was sent.</summary>
    public string Sent { get; }

    /// <summary>Entries of the error queue, oldest first.</summary>
    public IReadOnlyList<BoardError> Errors { get; }

    // Whatever the board put into its texts.
    private static string OneLine(string text)
    {
        string line = PlainText.Of(text).TrimEnd('.');
        return line.Length <= LongestText ? line : line[..LongestText] + "...";
    }
}

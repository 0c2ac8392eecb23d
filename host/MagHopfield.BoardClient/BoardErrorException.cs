namespace MagHopfield.BoardClient;

/// <summary>The board understood what it was told and reports errors (SCPI 1999, SYSTem:ERRor?).</summary>
public sealed class BoardErrorException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">Message that the board was sent.</param>
    /// <param name="errors">Entries of its error queue, oldest first; at least one.</param>
    public BoardErrorException(string message, IReadOnlyList<BoardError> errors)
        : base($"the board answered '{message}' with {string.Join("; ", errors).TrimEnd('.')}.")
    {
        Sent = message;
        Errors = errors;
    }

    /// <summary>Message that the board was sent.</summary>
    public string Sent { get; }

    /// <summary>Entries of the error queue, oldest first.</summary>
    public IReadOnlyList<BoardError> Errors { get; }
}

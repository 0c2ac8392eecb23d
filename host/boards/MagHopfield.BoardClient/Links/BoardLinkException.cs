namespace MagHopfield.BoardClient.Links;

/// <summary>
/// The link to the board failed: closed, silent, or so disturbed that an answer could not be had whole. The message is one line that
/// says what happened, where, and how to mend it. No number of a damaged answer is ever returned.
/// </summary>
public sealed class BoardLinkException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What, where, how to mend, in one line.</param>
    /// <param name="inner">What caused it, if anything.</param>
    public BoardLinkException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

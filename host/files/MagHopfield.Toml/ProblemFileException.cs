namespace MagHopfield.Toml;

/// <summary>
/// A file that the user wrote (or named) is wrong. The message is one line that says where, what, and how to mend it, fit to be
/// shown as it is.
/// </summary>
public sealed class ProblemFileException : Exception
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">Where, what, how to mend, in one line.</param>
    /// <param name="inner">What caused it, if anything.</param>
    public ProblemFileException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

namespace MagHopfield.Toml;

/// <summary>Something wrong, or probably not meant, in a file.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Source">Name of the file.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Message">What is wrong and how to mend it, in one line.</param>
public sealed record Finding(Severity Severity, string Source, int Line, string Message);

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>All is well; there is a better way to write it.</summary>
    Note,

    /// <summary>It runs, but its result is probably not what was wanted.</summary>
    Warning,

    /// <summary>It cannot run.</summary>
    Error,
}

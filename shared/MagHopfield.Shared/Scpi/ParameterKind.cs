namespace MagHopfield.Shared.Scpi;

/// <summary>Kind of a parameter as it is written (IEEE 488.2, 7.7).</summary>
public enum ParameterKind
{
    /// <summary>There is no further parameter, or it could not be read.</summary>
    None,

    /// <summary>A number, with or without a unit; also #H, #Q, #B.</summary>
    Number,

    /// <summary>A word.</summary>
    Word,

    /// <summary>Text in quotes.</summary>
    Text,

    /// <summary>A block of bytes of a given length.</summary>
    Block,
}

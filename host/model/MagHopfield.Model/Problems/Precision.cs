namespace MagHopfield.Model.Problems;

/// <summary>Precision of all fields.</summary>
public enum Precision
{
    /// <summary>4-byte numbers.</summary>
    Single,

    /// <summary>8-byte numbers.</summary>
    Double,
}

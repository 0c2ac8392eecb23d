namespace MagHopfield.Micromagnetics.Io;

/// <summary>How an OVF file stores its numbers.</summary>
public enum OvfData
{
    /// <summary>Decimal text that reads back exactly.</summary>
    Text,

    /// <summary>Four-byte floats, little-endian.</summary>
    Binary4,

    /// <summary>Eight-byte floats, little-endian.</summary>
    Binary8,
}

namespace MagHopfield.Experiments.Letters.Figure5;

/// <summary>Named ways of teaching letters.</summary>
public enum LetterPreset
{
    /// <summary>The one that the search found on letters of its own.</summary>
    Shipped,

    /// <summary>K, field and pulse as the paper prints them (43.062 A/m, 20 Oe, 5 ns).</summary>
    Printed,

    /// <summary>The shipped one with the full demagnetising field in place of the hard axis.</summary>
    Demagnetised,
}

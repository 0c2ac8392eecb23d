namespace MagHopfield.Micromagnetics.Terms;

/// <summary>The mean of a material constant at a face between two regions.</summary>
public enum FaceMean
{
    /// <summary>(a + b)/2.</summary>
    Arithmetic,

    /// <summary>
    /// 2ab/(a + b), 0 where either is. For a and b of opposite sign, where that has a pole, the geometric mean of √(−ab) and |a + b|/2 with
    /// the sign of a + b, as mumax3 takes it: it is continuous and lies between a and b.
    /// </summary>
    Harmonic,
}

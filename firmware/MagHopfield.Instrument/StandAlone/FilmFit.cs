namespace MagHopfield.Instrument.StandAlone;

/// <summary>
/// Eq. 2 of Niu et al., PNAS 2024, fitted to the simulated film niu2024-held by `maghopfield paper niu2024 surrogate`: means over its four
/// edges and over its two diagonals. A test holds them against the fit that the host carries.
/// </summary>
public static class FilmFit
{
    /// <summary>Amplitude of a pulse in volts.</summary>
    public const double Voltage = 3;

    /// <summary>η of an edge in S/V².</summary>
    public const double EdgeLearningRate = 6.894e-06;

    /// <summary>Least G of an edge in siemens.</summary>
    public const double EdgeMinimum = -0.06594;

    /// <summary>Largest G of an edge in siemens.</summary>
    public const double EdgeMaximum = -0.06513;

    /// <summary>η of a diagonal in S/V².</summary>
    public const double DiagonalLearningRate = 4.023e-06;

    /// <summary>Least G of a diagonal in siemens.</summary>
    public const double DiagonalMinimum = -0.04321;

    /// <summary>Largest G of a diagonal in siemens.</summary>
    public const double DiagonalMaximum = -0.04268;
}

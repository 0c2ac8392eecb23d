namespace MagHopfield.BoardStudies.Budget;

/// <summary>What one source adds to the error of G_ij.</summary>
/// <param name="Source">Source.</param>
/// <param name="Edge">Standard deviation of G12, G13, G24, G34, relative, rms of the four.</param>
/// <param name="Diagonal">Standard deviation of G14, G23, relative, rms of the two.</param>
/// <param name="IsBound">Whether the figures are bounds of a systematic error instead.</param>
public sealed record Contribution(ErrorSource Source, double Edge, double Diagonal, bool IsBound = false);

/// <summary>What makes a measured G_ij differ from the film's.</summary>
public enum ErrorSource
{
    /// <summary>R_REF is not its nominal value.</summary>
    ReferenceTolerance,

    /// <summary>Shunts are not their nominal value.</summary>
    ShuntTolerance,

    /// <summary>Noise of the calibration of the shunts.</summary>
    Calibration,

    /// <summary>Shunts and R_REF change with temperature.</summary>
    Temperature,

    /// <summary>Noise of the ADC's readings, averaged over the rounds.</summary>
    Noise,

    /// <summary>Steps of the ADC's code.</summary>
    Quantisation,

    /// <summary>The ADC's characteristic is bent.</summary>
    Nonlinearity,

    /// <summary>Gain and reference of the ADC.</summary>
    Gain,

    /// <summary>Thermal EMF of the sense paths and offset of the ADC.</summary>
    ThermalEmf,

    /// <summary>The offset drifts between the two polarities.</summary>
    OffsetDrift,

    /// <summary>The probe current is not 500 µA and drifts.</summary>
    ProbeCurrent,

    /// <summary>On-resistance of the switches and resistance of the leads.</summary>
    OnResistance,

    /// <summary>Open switches, ADC inputs, oxide and R_BLEED conduct a little.</summary>
    Leakage,

    /// <summary>The input has not settled when a conversion begins.</summary>
    Settling,
}

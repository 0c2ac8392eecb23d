using MagHopfield.Shared;

namespace MagHopfield.BoardClient;

/// <summary>A conductance matrix as the board measured it.</summary>
/// <param name="Conductance">G, N × N, in siemens.</param>
/// <param name="StandardErrors">Standard error of each pair in siemens, in the order of <see cref="ConductanceMatrix.PairIndex"/>.</param>
/// <param name="LargestGroupDeviation">Largest relative deviation between the splits of the nodes (Niu 2024: within 0.02).</param>
/// <param name="ReciprocityDeviation">Largest relative deviation from reciprocity.</param>
/// <param name="ReducedChiSquare">χ² of the residuals by degrees of freedom.</param>
/// <param name="ExcitationAmperes">Probe current in amperes.</param>
/// <param name="NoiseVolts">Noise of a reading in volts, rms.</param>
/// <param name="Seconds">Duration in seconds of board time.</param>
/// <param name="Readings">Number of readings.</param>
public sealed record BoardMeasurement(
    ConductanceMatrix Conductance,
    IReadOnlyList<double> StandardErrors,
    double LargestGroupDeviation,
    double ReciprocityDeviation,
    double ReducedChiSquare,
    double ExcitationAmperes,
    double NoiseVolts,
    double Seconds,
    int Readings);

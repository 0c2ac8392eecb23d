namespace MagHopfield.Micromagnetics.Backends;

/// <summary>A direction to descend along.</summary>
/// <param name="Slope">
/// Σ g·d over all cells, the change of the energy for a step of length 1, in A/m times radians; negative downhill.
/// </param>
/// <param name="Fastest">Largest |d|: the turn of the fastest cell for a step of length 1, in radians.</param>
public readonly record struct Descent(double Slope, double Fastest);

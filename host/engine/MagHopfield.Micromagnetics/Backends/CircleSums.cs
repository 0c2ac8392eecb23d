namespace MagHopfield.Micromagnetics.Backends;

/// <summary>Sums over all cells at the end of a trial step.</summary>
/// <param name="Slope">dE/d(step) there, along the great circles, in the unit of Ms/Ms_max H, A/m.</param>
/// <param name="Energy">−½ Σ Ms/Ms_max (H + H')·(m' − m) in A/m: the change of an energy that is quadratic in m.</param>
/// <param name="Torque">Largest |m'×H'| in A/m.</param>
public readonly record struct CircleSums(double Slope, double Energy, double Torque);

namespace MagHopfield.Micromagnetics.Backends;

/// <summary>Sums over all cells between the beginning and the end of a step, with s = m' − m and y = r − r'.</summary>
/// <param name="SS">Σ s·s.</param>
/// <param name="SY">Σ s·y.</param>
/// <param name="YY">Σ y·y.</param>
/// <param name="Energy">Change of the energy, in the unit of Ms times the rates: −½ Σ Ms/Ms_max (r + r')·s.</param>
/// <param name="Fastest">Largest |r'|.</param>
public readonly record struct DescentSums(double SS, double SY, double YY, double Energy, double Fastest);

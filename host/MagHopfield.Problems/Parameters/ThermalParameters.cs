namespace MagHopfield.Problems.Parameters;

/// <summary>Thermal fluctuations during stages of kind run.</summary>
/// <param name="Temperature">Temperature in kelvin.</param>
/// <param name="Seed">Seed of the random numbers.</param>
public sealed record ThermalParameters(double Temperature, int Seed);

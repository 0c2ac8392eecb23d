namespace MagHopfield.Validation;

/// <summary>The material that stands for all where a problem is stated in exchange lengths.</summary>
internal static class Permalloy
{
    public const double SaturationMagnetisation = 8e5, ExchangeStiffness = 1.3e-11;

    /// <summary>Energy density ½ µ0 Ms² in J/m³.</summary>
    public static double MagnetostaticEnergyDensity =>
        0.5 * Micromagnetics.Materials.PhysicalConstants.Mu0 * SaturationMagnetisation * SaturationMagnetisation;

    /// <summary>Exchange length √(2A/(µ0 Ms²)) in metres.</summary>
    public static double ExchangeLength => Math.Sqrt(ExchangeStiffness / MagnetostaticEnergyDensity);
}

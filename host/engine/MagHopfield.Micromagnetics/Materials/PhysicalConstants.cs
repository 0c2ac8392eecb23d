using MagHopfield.Micromagnetics.Io;

namespace MagHopfield.Micromagnetics.Materials;

/// <summary>Constants of nature as micromagnetics uses them.</summary>
public static class PhysicalConstants
{
    /// <summary>
    /// Magnetic constant µ0 in T·m/A. The exact 4π·1e-7 of the old SI, as OOMMF, mumax3 and the µMAG problems use it; CODATA 2018 differs
    /// by 5e-10 of it.
    /// </summary>
    public const double Mu0 = 4e-7 * Math.PI;

    /// <summary>Boltzmann constant in J/K (exact in the SI since 2019).</summary>
    public const double Boltzmann = 1.380649e-23;

    /// <summary>Elementary charge in C (exact in the SI since 2019).</summary>
    public const double ElementaryCharge = 1.602176634e-19;

    /// <summary>Reduced Planck constant in J·s.</summary>
    public const double ReducedPlanck = 1.054571817e-34;

    /// <summary>Bohr magneton in J/T.</summary>
    public const double BohrMagneton = 9.2740100783e-24;

    /// <summary>Gyromagnetic ratio γ = 2.21e5 m/(A·s), the value of the µMAG standard problems and of Niu 2024, Table 1.</summary>
    public const double GyromagneticRatio = 2.21e5;
}

using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Problems;
using MagHopfield.Model.Torques;

namespace MagHopfield.TextureStudies.Textures;

/// <summary>The drift of the electrons of a document's Zhang-Li torque, and the speed of a rigid texture in it.</summary>
internal static class ElectronDrift
{
    /// <summary>u = µB P J/(e Ms (1 + ξ²)) in m/s.</summary>
    /// <param name="problem">The document.</param>
    /// <param name="density">Current density J in A/m².</param>
    public static double Of(Problem problem, double density)
    {
        ZhangLiTerm torque = Torque(problem);
        return PhysicalConstants.BohrMagneton * torque.Polarisation * density
            / (PhysicalConstants.ElementaryCharge * problem.Material.SaturationMagnetisation
                * (1 + (torque.Nonadiabaticity * torque.Nonadiabaticity)));
    }

    /// <summary>Steady speed ξ u/α of a wall below its breakdown in m/s (A. Thiaville et al., Europhys. Lett. 69, 990 (2005)).</summary>
    /// <param name="problem">The document.</param>
    /// <param name="density">Current density J in A/m².</param>
    public static double WallSpeed(Problem problem, double density) =>
        Torque(problem).Nonadiabaticity * Of(problem, density) / problem.Material.GilbertDamping;

    private static ZhangLiTerm Torque(Problem problem) => problem.Terms.OfType<ZhangLiTerm>().First();
}

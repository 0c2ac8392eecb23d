using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Checking;

/// <summary>Material parameters of one region with its characteristic lengths in metres.</summary>
/// <param name="Where">The region in words.</param>
/// <param name="Ms">Ms in A/m, the largest where it varies.</param>
/// <param name="A">Exchange stiffness in J/m.</param>
/// <param name="Dmi">Largest |D| in J/m².</param>
/// <param name="Anisotropy">Anisotropy constant in J/m³ that makes walls.</param>
internal sealed record Lengths(string Where, double Ms, double A, double Dmi, double Anisotropy)
{
    /// <summary>Exchange length √(2A/(µ0 Ms²)).</summary>
    public double Exchange => Math.Sqrt(2 * A / (PhysicalConstants.Mu0 * Ms * Ms));

    /// <summary>Width parameter √(A/K) of a domain wall; infinite without uniaxial anisotropy.</summary>
    public double Wall => Anisotropy > 0 ? Math.Sqrt(A / Anisotropy) : double.PositiveInfinity;

    /// <summary>Period 4πA/D of a spiral; infinite without Dzyaloshinskii-Moriya interaction.</summary>
    public double Period => Dmi > 0 ? 4 * Math.PI * A / Dmi : double.PositiveInfinity;

    /// <summary>Cells and their size in metres along each axis.</summary>
    public static (int Count, double Size)[] Axes(Mesh mesh) => [(mesh.Nx, mesh.Dx), (mesh.Ny, mesh.Dy), (mesh.Nz, mesh.Dz)];

    /// <summary>The material and every region.</summary>
    public static IEnumerable<Lengths> Of(Problem problem)
    {
        Func<TermRegion, TermSizes>[] all = [.. problem.Terms.Select(term => term.Sizes(problem.Magnet))];
        return problem.TermRegions.Select(region =>
        {
            TermSizes[] sizes = [.. all.Select(term => term(region))];
            return new Lengths(
                region.Name is null ? "the material" : $"region \"{region.Name}\"",
                (region.Index < 0 ? null : problem.Regions[region.Index].SaturationMagnetisation)
                    ?? problem.Material.SaturationMagnetisation,
                sizes.Sum(s => s.ExchangeStiffness),
                sizes.Max(s => s.DmiConstant),
                sizes.Sum(s => s.WallConstant));
        });
    }
}

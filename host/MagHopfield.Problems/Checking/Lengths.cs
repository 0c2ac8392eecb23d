using MagHopfield.Micromagnetics;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Checking;

/// <summary>Material parameters of one region with its characteristic lengths in metres.</summary>
internal sealed record Lengths(string Where, double Ms, double A, double InterfacialDmi, double BulkDmi, double Anisotropy)
{
    /// <summary>Exchange length √(2A/(µ0 Ms²)).</summary>
    public double Exchange => Math.Sqrt(2 * A / (PhysicalConstants.Mu0 * Ms * Ms));

    /// <summary>Width parameter √(A/K) of a domain wall; infinite without uniaxial anisotropy.</summary>
    public double Wall => Anisotropy > 0 ? Math.Sqrt(A / Anisotropy) : double.PositiveInfinity;

    /// <summary>Period 4πA/D of a spiral; infinite without Dzyaloshinskii-Moriya interaction.</summary>
    public double Period => Math.Max(Math.Abs(InterfacialDmi), Math.Abs(BulkDmi)) is > 0 and double d ? 4 * Math.PI * A / d : double.PositiveInfinity;

    /// <summary>Cells and their size in metres along each axis.</summary>
    public static (int Count, double Size)[] Axes(Mesh mesh) => [(mesh.Nx, mesh.Dx), (mesh.Ny, mesh.Dy), (mesh.Nz, mesh.Dz)];

    /// <summary>The material and every region.</summary>
    public static IEnumerable<Lengths> Of(Problem problem)
    {
        MaterialParameters m = problem.Material;
        yield return new("the material", m.SaturationMagnetisation, m.ExchangeStiffness, m.InterfacialDmi, m.BulkDmi, Uniaxial(problem, null));
        foreach (RegionParameters r in problem.Regions)
        {
            yield return new(
                $"region \"{r.Name}\"",
                r.SaturationMagnetisation ?? m.SaturationMagnetisation,
                r.ExchangeStiffness ?? m.ExchangeStiffness,
                r.InterfacialDmi ?? m.InterfacialDmi,
                r.BulkDmi ?? m.BulkDmi,
                Uniaxial(problem, r.Name));
        }
    }

    private static double Uniaxial(Problem problem, string? region) => problem.Anisotropies
        .Where(a => a.Kind == AnisotropyKind.Uniaxial && (a.Region is null || a.Region == region)).Sum(a => Math.Abs(a.First));
}

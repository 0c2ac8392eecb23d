using MagHopfield.Micromagnetics;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Model;

/// <summary>Makes the geometry and body of a problem, and its parameters by region.</summary>
internal static class BodyBuilder
{
    /// <summary>Number of the first [[region]]; the rest of the body is region 1.</summary>
    public const int FirstRegion = 2;

    /// <summary>Cells and regions of a problem.</summary>
    /// <exception cref="ArgumentException">No cell is in the body.</exception>
    public static Geometry Geometry(Problem problem)
    {
        Shape? shape = ShapePart.Combine(problem.Geometry);
        Geometry geometry = shape is null ? new Geometry(problem.Mesh) : new Geometry(problem.Mesh, shape);
        for (int i = 0; i < problem.Regions.Count; i++)
        {
            Shape part = problem.Regions[i].Shape;
            geometry = geometry.WithRegion((byte)(FirstRegion + i), shape is null ? part : part & shape);
        }

        return geometry;
    }

    /// <summary>The body of a problem.</summary>
    public static Ferromagnet Body(Problem problem) =>
        new(Geometry(problem), By(problem, r => r?.SaturationMagnetisation ?? problem.Material.SaturationMagnetisation));

    /// <summary>A parameter by region.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="value">Its value in a region; null stands for the rest of the body.</param>
    public static ByRegion By(Problem problem, Func<RegionParameters?, double> value) =>
        problem.Regions.Count == 0 ? value(null) : ByRegion.Of([value(null), .. problem.Regions.Select(value)]);
}

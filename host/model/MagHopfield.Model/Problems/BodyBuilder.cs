using MagHopfield.Micromagnetics;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Shapes;

namespace MagHopfield.Model.Problems;

/// <summary>Makes the geometry and body of a problem, and its parameters by region.</summary>
internal static class BodyBuilder
{
    /// <summary>Number of the first [[region]]; the rest of the body is region 1.</summary>
    public const int FirstRegion = 2;

    /// <summary>
    /// Cells and regions of a problem. Files with empty cells make the body as shapes do; where both are given they must agree.
    /// </summary>
    /// <exception cref="ArgumentException">No cell is in the body.</exception>
    /// <exception cref="ProblemFileException">
    /// A file has other empty cells than the shapes or another file have, or cannot be read.
    /// </exception>
    public static Geometry Geometry(Problem problem)
    {
        return Geometry(problem.Mesh, Inside(problem), problem.Regions);
    }

    /// <summary>Cells and regions of a body.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="inside">1 for each cell of the body, else 0; overwritten.</param>
    /// <param name="regions">Its regions.</param>
    /// <exception cref="ArgumentException">No cell is in the body.</exception>
    public static Geometry Geometry(Mesh mesh, int[] inside, IReadOnlyList<RegionParameters> regions)
    {
        for (int r = 0; r < regions.Count; r++)
        {
            int number = FirstRegion + r;
            Micromagnetics.Geometry.ForCellsIn(mesh, regions[r].Shape, i => inside[i] = inside[i] == 0 ? 0 : number);
        }

        return new Geometry(mesh, inside);
    }

    /// <summary>The body of a problem.</summary>
    public static Ferromagnet Body(Problem problem)
    {
        Geometry geometry = Geometry(problem);
        if (problem.SaturationMagnetisation is not ScalarField<double> file)
            return new Ferromagnet(geometry, By(problem, r => r?.SaturationMagnetisation ?? problem.Material.SaturationMagnetisation));
        ScalarField<double> ms = new(problem.Mesh);
        for (int i = 0; i < ms.Values.Length; i++)
            ms[i] = (geometry.Region[i] < FirstRegion ? null : problem.Regions[geometry.Region[i] - FirstRegion].SaturationMagnetisation)
                ?? file[i];
        return new Ferromagnet(geometry, ms);
    }

    /// <summary>A parameter by region.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="value">Its value in a region; null stands for the rest of the body.</param>
    public static ByRegion By(Problem problem, Func<RegionParameters?, double> value) => By(problem.Regions, value);

    /// <summary>A parameter by region.</summary>
    /// <param name="regions">The regions.</param>
    /// <param name="value">Its value in a region; null stands for the rest of the body.</param>
    public static ByRegion By(IReadOnlyList<RegionParameters> regions, Func<RegionParameters?, double> value) =>
        regions.Count == 0 ? value(null) : ByRegion.Of([value(null), .. regions.Select(value)]);

    // 1 inside, 0 outside, for each cell.
    private static int[] Inside(Problem problem)
    {
        (string What, int[] Inside)? first = ShapePart.Combine(problem.Geometry) is Shape shape
            ? ("[[geometry]]", new Geometry(problem.Mesh, shape).Region.ToArray()) : null;
        if (problem.SaturationMagnetisation is ScalarField<double> ms)
            first = Joined(problem.Mesh, first, "saturation_magnetisation_file of [material]", i => ms[i] != 0);
        if (problem.Initial.File is string path)
        {
            VectorField<double> m = FieldFile.Read<double>(path, problem.Mesh, InitialMagnetisation.What, "[initial]");
            first = Joined(problem.Mesh, first, "file of [initial]", i => m.X[i] != 0 || m.Y[i] != 0 || m.Z[i] != 0);
        }

        return first?.Inside ?? new Geometry(problem.Mesh).Region.ToArray();
    }

    private static (string What, int[] Inside)? Joined(Mesh mesh, (string What, int[] Inside)? first, string what, Func<int, bool> full)
    {
        int[] inside = [.. Enumerable.Range(0, mesh.CellCount).Select(i => full(i) ? 1 : 0)];

        // A file that is full says nothing of a shape.
        if (!inside.Contains(0))
            return first;
        if (!inside.Contains(1))
            throw new ProblemFileException($"{what}: every cell is empty; name a file with a body in it.");
        if (first is not (string other, int[] others))
            return (what, inside);
        int[] differ = [.. Enumerable.Range(0, mesh.CellCount).Where(i => inside[i] != others[i])];
        if (differ.Length == 0)
            return first;
        (int x, int y, int z) = (differ[0] % mesh.Nx, differ[0] / mesh.Nx % mesh.Ny, differ[0] / mesh.Nx / mesh.Ny);
        throw new ProblemFileException(
            $"{what}: its empty cells make another body than {other} does: {differ.Length} cells differ, the first is ({x}, {y}, {z}), "
            + $"{(inside[differ[0]] == 0 ? "empty" : "full")} in the file; "
            + (
                other == "[[geometry]]"
                    ? "remove [[geometry]], as the file alone makes the body, or mend one of them."
                    : "mend one of them."));
    }
}

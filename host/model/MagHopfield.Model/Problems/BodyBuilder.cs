using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Shapes;

namespace MagHopfield.Model.Problems;

/// <summary>Makes the geometry and body of a problem.</summary>
internal static class BodyBuilder
{
    /// <summary>
    /// Cells and regions of a problem. Files with empty cells make the body as shapes do; where both are given they must agree.
    /// </summary>
    /// <exception cref="ArgumentException">No cell is in the body.</exception>
    /// <exception cref="ProblemFileException">
    /// A file has other empty cells than the shapes or another file have, or cannot be read.
    /// </exception>
    public static Geometry Geometry(Problem problem) => problem.Parts.Geometry(problem.Mesh, Inside(problem));

    /// <summary>The body of a problem.</summary>
    public static Ferromagnet Body(Problem problem)
    {
        Geometry geometry = Geometry(problem);
        if (problem.SaturationMagnetisation is not ScalarField<double> file)
            return new Ferromagnet(geometry, problem.Parts.By(r => r?.SaturationMagnetisation ?? problem.Material.SaturationMagnetisation));
        ScalarField<double> ms = new(problem.Mesh);
        for (int i = 0; i < ms.Values.Length; i++)
        {
            int region = geometry.Region[i] - MagnetParts.FirstRegion;
            ms[i] = (region < 0 ? null : problem.Regions[region].SaturationMagnetisation) ?? file[i];
        }

        return new Ferromagnet(geometry, ms);
    }

    // For each cell.
    private static bool[] Inside(Problem problem)
    {
        (string What, bool[] Inside)? first = ShapePart.Combine(problem.Geometry) is Shape shape
            ? ("[[geometry]]", CellsOf(new Geometry(problem.Mesh, shape))) : null;
        if (problem.SaturationMagnetisation is ScalarField<double> ms)
            first = Joined(problem.Mesh, first, "saturation_magnetisation_file of [material]", i => ms[i] != 0);
        if (problem.Initial.File is string path)
        {
            VectorField<double> m = FieldFile.Read<double>(path, problem.Mesh, InitialMagnetisation.What, "[initial]");
            first = Joined(problem.Mesh, first, "file of [initial]", i => m.X[i] != 0 || m.Y[i] != 0 || m.Z[i] != 0);
        }

        return first?.Inside ?? CellsOf(new Geometry(problem.Mesh));
    }

    private static bool[] CellsOf(Geometry geometry) => [.. Enumerable.Range(0, geometry.Mesh.CellCount).Select(geometry.Contains)];

    private static (string What, bool[] Inside)? Joined(Mesh mesh, (string What, bool[] Inside)? first, string what, Func<int, bool> full)
    {
        bool[] inside = [.. Enumerable.Range(0, mesh.CellCount).Select(full)];

        // A file that is full says nothing of a shape.
        if (!inside.Contains(false))
            return first;
        if (!inside.Contains(true))
            throw new ProblemFileException($"{what}: every cell is empty; name a file with a body in it.");
        if (first is not (string other, bool[] others))
            return (what, inside);
        int[] differ = [.. Enumerable.Range(0, mesh.CellCount).Where(i => inside[i] != others[i])];
        if (differ.Length == 0)
            return first;
        (int x, int y, int z) = (differ[0] % mesh.Nx, differ[0] / mesh.Nx % mesh.Ny, differ[0] / mesh.Nx / mesh.Ny);
        throw new ProblemFileException(
            $"{what}: its empty cells make another body than {other} does: {differ.Length} cells differ, the first is ({x}, {y}, {z}), "
            + $"{(inside[differ[0]] ? "full" : "empty")} in the file; "
            + (
                other == "[[geometry]]"
                    ? "remove [[geometry]], as the file alone makes the body, or mend one of them."
                    : "mend one of them."));
    }
}

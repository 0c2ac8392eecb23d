using System.Globalization;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Keys;

namespace MagHopfield.Model.Shapes;

/// <summary>[mesh].</summary>
internal static class MeshSection
{
    // Sizes are written with a few digits.
    private const double Rounding = 1e-6;

    private const string TwoOfThree = "two of cells, cell_size and size are required";

    public static readonly Key<int[]> Cells = Key.Counts(
        "cells", 3, "Number of cells along x, y and z; one along z for a film.").Without(TwoOfThree);
    public static readonly Key<double[]> CellSize = Key.Sizes("cell_size", 3, "m", "Size of a cell along x, y and z.").Without(TwoOfThree);
    public static readonly Key<double[]> Size = Key.Sizes(
        "size", 3, "m", "Size of the whole mesh along x, y and z, instead of `cells` or of `cell_size`.").Without(TwoOfThree);

    public static readonly Key<string[]> Periodic = Key.Words(
        "periodic", "Axes along which the mesh repeats.", "\"x\", \"y\", \"z\"", () => ["x", "y", "z"], []);

    public static readonly SectionDeclaration Declaration = new(
        "mesh",
        false,
        "The mesh of cuboid cells, by two of `cells`, `cell_size` and `size`. Its centre is the origin of all coordinates.",
        [Cells, CellSize, Size, Periodic]);

    public static Mesh Read(TomlSection section)
    {
        (int[] n, double[] d) = CellsAndSize(section);
        string[] periodic = Periodic.Read(section);
        return (double)n[0] * n[1] * n[2] <= int.MaxValue / 4
            ? new Mesh(n[0], n[1], n[2], d[0], d[1], d[2], periodic.Contains("x"), periodic.Contains("y"), periodic.Contains("z"))
            : throw section.Error(
                section.Has(Cells.Name) ? Cells.Name : CellSize.Name,
                $"makes {(double)n[0] * n[1] * n[2]:0.##e0} cells; at most {int.MaxValue / 4} are possible, write fewer");
    }

    public static void Write(DocumentWriter text, Mesh mesh)
    {
        text.Section("[mesh]");
        text.Add(Cells, [mesh.Nx, mesh.Ny, mesh.Nz]);
        text.Add(CellSize, [mesh.Dx, mesh.Dy, mesh.Dz]);
        (string Axis, bool Repeats)[] axes = [("x", mesh.PeriodicX), ("y", mesh.PeriodicY), ("z", mesh.PeriodicZ)];
        text.Add(Periodic, [.. axes.Where(a => a.Repeats).Select(a => a.Axis)]);
    }

    /// <summary>Writes the mesh of one layer of a film, whose size reads back to the same bits.</summary>
    public static void Write(DocumentWriter text, FilmGeometry film)
    {
        text.Section("[mesh]");
        text.Add(Cells, [film.CellsX, film.CellsY, 1]);
        text.Add(Size, [film.Width, film.Height, film.Thickness]);
    }

    /// <summary>Size of a mesh along x and y in metres: that which its file states, or as many cells.</summary>
    public static (double Width, double Height) Extent(TomlSection section, Mesh mesh) =>
        section.Has(Size.Name) && Size.Read(section) is [double width, double height, _] ? (width, height)
        : (mesh.Nx * mesh.Dx, mesh.Ny * mesh.Dy);

    private static (int[] Cells, double[] CellSize) CellsAndSize(TomlSection section)
    {
        if (!section.Has(Size.Name))
            return (Cells.Read(section), CellSize.Read(section));
        double[] size = Size.Read(section);
        if (!section.Has(CellSize.Name))
        {
            int[] cells = Cells.Read(section);
            return (cells, [.. size.Zip(cells, (s, n) => s / n)]);
        }

        if (section.Has(Cells.Name))
            throw section.Error(Size.Name, $"says the same as {Cells.Name} and {CellSize.Name}; remove one of the three");
        double[] cell = CellSize.Read(section);
        int[] counts = new int[3];
        for (int axis = 0; axis < 3; axis++)
        {
            double n = size[axis] / cell[axis], whole = Math.Round(n);
            if (whole < 1 || whole > int.MaxValue || Math.Abs(n - whole) > Rounding * whole)
            {
                throw section.Error(CellSize.Name, string.Create(CultureInfo.InvariantCulture,
                    $"does not divide the size along {"xyz"[axis]}: {size[axis]:R} m are {n:0.####} cells of {cell[axis]:R} m; "
                    + $"{Mend(size[axis], whole)}"));
            }

            counts[axis] = (int)whole;
        }

        return (counts, [.. size.Zip(counts, (s, n) => s / n)]);
    }

    private static string Mend(double size, double whole) => whole is < 1 or > int.MaxValue
        ? "write cells no larger than the mesh"
        : FormattableString.Invariant($"{whole:0} cells would be {size / whole:0.#####e0} m each");
}

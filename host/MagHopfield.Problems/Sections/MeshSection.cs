using MagHopfield.Micromagnetics;
using MagHopfield.Problems.Keys;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Sections;

/// <summary>[mesh].</summary>
internal static class MeshSection
{
    public static readonly Key<int[]> Cells = Key.Counts("cells", 3, "Number of cells along x, y and z; one along z for a film.");
    public static readonly Key<double[]> CellSize = Key.Sizes("cell_size", 3, "m", "Size of a cell along x, y and z.");

    public static readonly Key<string[]> Periodic = Key.Words(
        "periodic", "Axes along which the mesh repeats.", "\"x\", \"y\", \"z\"", () => ["x", "y", "z"], []);

    public static readonly SectionDeclaration Declaration = new(
        "mesh",
        false,
        "The mesh of cuboid cells. Its centre is the origin of all coordinates.",
        [Cells, CellSize, Periodic]);

    public static Mesh Read(TomlSection section)
    {
        int[] n = Cells.Read(section);
        double[] d = CellSize.Read(section);
        string[] periodic = Periodic.Read(section);
        return (double)n[0] * n[1] * n[2] <= int.MaxValue / 4
            ? new Mesh(n[0], n[1], n[2], d[0], d[1], d[2], periodic.Contains("x"), periodic.Contains("y"), periodic.Contains("z"))
            : throw section.Error(Cells.Name, $"makes {(double)n[0] * n[1] * n[2]:0.##e0} cells; at most {int.MaxValue / 4} are possible, write fewer");
    }
}

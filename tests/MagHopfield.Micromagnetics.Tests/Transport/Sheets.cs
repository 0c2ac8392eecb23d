using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Micromagnetics.Tests.Transport;

/// <summary>Conductors that the tests share.</summary>
internal static class Sheets
{
    public const double Side = 5e-6;

    public static readonly TransportParameters Permalloy = new(5e6, 0.04);

    public static FilmGeometry Square(int cells) => new(Side, Side, 55.8e-9, cells, cells);

    /// <summary>Quarter disks in the corners, 1 2 / 3 4.</summary>
    public static Electrode[] Corners(double radius = 0.25e-6) =>
    [
        new("1", new DiskShape(0, Side, radius)),
        new("2", new DiskShape(Side, Side, radius)),
        new("3", new DiskShape(0, 0, radius)),
        new("4", new DiskShape(Side, 0, radius)),
    ];

    /// <summary>Electrodes over the whole left and right edges.</summary>
    public static ConductorGrid Strip(double length, double width, int cellsX, int cellsY) => new(
        new FilmGeometry(length, width, 50e-9, cellsX, cellsY),
        [
            new("left", new RectangleShape(-length, width / 2, 2 * length, width)),
            new("right", new RectangleShape(2 * length, width / 2, 2 * length, width)),
        ]);

    /// <summary>Uniform magnetisation in the plane at an angle in radians.</summary>
    public static SheetConductance Uniform(ConductorGrid grid, TransportParameters transport, double thickness, double angle)
    {
        int n = grid.Cells.Length;
        double[] mx = new double[n];
        double[] my = new double[n];
        Array.Fill(mx, Math.Cos(angle));
        Array.Fill(my, Math.Sin(angle));
        return From(grid, transport, thickness, mx, my);
    }

    public static SheetConductance From(ConductorGrid grid, TransportParameters transport, double thickness, double[] mx, double[] my)
    {
        SheetConductance sheet = new(grid.Cells.Length);
        new AnisotropicMagnetoresistance(transport, thickness).Fill<double>(grid, mx, my, sheet);
        return sheet;
    }

    /// <summary>A random texture, one angle a cell.</summary>
    public static (double[] Mx, double[] My) RandomTexture(int cells, int seed)
    {
        Random random = new(seed);
        double[] mx = new double[cells];
        double[] my = new double[cells];
        for (int c = 0; c < cells; c++)
            (my[c], mx[c]) = Math.SinCos(2 * Math.PI * random.NextDouble());

        return (mx, my);
    }
}

using MagHopfield.Pictures;
using MagHopfield.Reports.Fields;

namespace MagHopfield.TextureStudies.Textures;

/// <summary>m_z of a film of one layer at one time, for a picture.</summary>
/// <param name="Title">What it shows, as "at the start".</param>
/// <param name="Cells">Numbers of cells along x and y.</param>
/// <param name="Sizes">Sizes of the film along x and y in metres.</param>
/// <param name="Mx">m_x of each cell, x fastest.</param>
/// <param name="My">m_y of each cell.</param>
/// <param name="Mz">m_z of each cell.</param>
internal sealed record TextureSnapshot(string Title, int[] Cells, double[] Sizes, float[] Mx, float[] My, float[] Mz)
{
    /// <summary>Takes it.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="m">Magnetisation of one layer.</param>
    public static TextureSnapshot Of(string title, VectorField<double> m) => new(
        title, [m.Mesh.Nx, m.Mesh.Ny], [m.Mesh.Nx * m.Mesh.Dx, m.Mesh.Ny * m.Mesh.Dy], [.. m.X.Select(v => (float)v)],
        [.. m.Y.Select(v => (float)v)], [.. m.Z.Select(v => (float)v)]);

    /// <summary>Draws some of one film.</summary>
    /// <param name="snapshots">The snapshots, in their order.</param>
    /// <param name="inPlane">Whether hue shows the angle in the plane; else colours show m_z alone.</param>
    /// <param name="side">Longer side of each in units of the figure.</param>
    public static Figure Draw(IReadOnlyList<TextureSnapshot> snapshots, bool inPlane, int side)
    {
        TextureSnapshot first = snapshots[0];
        CellGrid grid = new(first.Cells[0], first.Cells[1], first.Sizes[0], first.Sizes[1]);
        bool holes = Enumerable.Range(0, first.Mz.Length).Any(i => first.IsOutside(i));
        (Rgb, string)? outside = holes ? (ComponentColour.Outside, "outside") : null;
        FieldLegend legend = inPlane
            ? new WheelLegend { Outside = outside }
            : new BarLegend("mz", -1, 1, share => ComponentColour.Of((2 * share) - 1)) { Outside = outside };
        return FieldFigure.Draw(
            [.. snapshots.Select(s => new FieldPanel(grid, i => s.Colour(i, inPlane)) { Title = s.Title })], legend, side);
    }

    private bool IsOutside(int i) => Mx[i] == 0 && My[i] == 0 && Mz[i] == 0;

    private Rgb Colour(int i, bool inPlane) => IsOutside(i)
        ? ComponentColour.Outside
        : inPlane ? TextureColour.Of(Mx[i], My[i], Mz[i]) : ComponentColour.Of(Mz[i]);
}

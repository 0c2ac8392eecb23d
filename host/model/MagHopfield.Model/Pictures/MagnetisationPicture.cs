using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Problems;
using MagHopfield.Pictures;
using MagHopfield.Reports;
using MagHopfield.Reports.Fields;

namespace MagHopfield.Model.Pictures;

/// <summary>A picture of one layer of a magnetisation.</summary>
public static class MagnetisationPicture
{
    private const int Side = 512;
    private static readonly Arrows InPlane = new(20, Rgb.Black, EqualLength: false);
    private static readonly (Rgb Colour, string Text) Outside = (ComponentColour.Outside, "outside");

    /// <summary>Draws the figure: the layer with its colours explained and a scale bar.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="m">Magnetisation of any length, zero outside the body.</param>
    /// <param name="kind">What to show.</param>
    /// <param name="layer">Layer along z, from 0.</param>
    /// <param name="arrows">Whether the in-plane part is drawn as arrows.</param>
    public static Figure Of<T>(VectorField<T> m, PictureKind kind, int layer, bool arrows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(m);
        Mesh mesh = m.Mesh;
        int first = FirstOf(mesh, layer), cells = mesh.Nx * mesh.Ny;
        bool holes = Enumerable.Range(first, cells).Any(i => !(m[i].Length > 0));
        FieldPanel panel = new(GridOf(mesh), i => Colour(m[first + i], kind))
        {
            Arrows = InPlane,
            InPlane = arrows ? i => m[first + i] is { Length: > 0 } v ? (v.X / v.Length, v.Y / v.Length) : (0, 0) : null,
        };
        FieldLegend legend = kind == PictureKind.Texture
            ? new WheelLegend { Outside = holes ? Outside : null }
            : new BarLegend(
                kind switch { PictureKind.Mx => "mx", PictureKind.My => "my", _ => "mz" },
                -1,
                1,
                share => ComponentColour.Of((2 * share) - 1))
            {
                Outside = holes ? Outside : null,
            };
        return FieldFigure.Draw([panel], legend, Side);
    }

    /// <summary>The colours of the layer alone, one pixel a cell at least.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="m">Magnetisation of any length, zero outside the body.</param>
    /// <param name="kind">What to show.</param>
    /// <param name="layer">Layer along z, from 0.</param>
    public static RgbImage Cells<T>(VectorField<T> m, PictureKind kind, int layer)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(m);
        CellGrid grid = GridOf(m.Mesh);
        int first = FirstOf(m.Mesh, layer);
        return FieldPicture.Cells(grid, FieldPicture.SideFor(grid), i => Colour(m[first + i], kind));
    }

    private static CellGrid GridOf(Mesh mesh) => new(mesh.Nx, mesh.Ny, mesh.Nx * mesh.Dx, mesh.Ny * mesh.Dy);

    private static int FirstOf(Mesh mesh, int layer) => layer >= 0 && layer < mesh.Nz
        ? mesh.Index(0, 0, layer)
        : throw new ArgumentOutOfRangeException(nameof(layer), $"Layer {layer} of a field of {mesh.Nz} layers; give 0 to {mesh.Nz - 1}.");

    // White would be m_z = 1, so what is outside the body is grey in every picture.
    private static Rgb Colour(Vector3D v, PictureKind kind)
    {
        double length = v.Length;
        if (!(length > 0))
            return ComponentColour.Outside;
        return kind == PictureKind.Texture
            ? TextureColour.Of(v.X, v.Y, v.Z)
            : ComponentColour.Of(kind switch { PictureKind.Mx => v.X, PictureKind.My => v.Y, _ => v.Z } / length);
    }
}

using System.Numerics;
using MagHopfield.Micromagnetics;
using MagHopfield.Pictures;

namespace MagHopfield.Problems.Pictures;

/// <summary>What a picture of a magnetisation shows.</summary>
public enum PictureKind
{
    /// <summary>Hue is the angle in the plane, lightness m_z.</summary>
    Texture,

    /// <summary>m_x from blue (−1) over white to red (+1).</summary>
    Mx,

    /// <summary>m_y from blue (−1) over white to red (+1).</summary>
    My,

    /// <summary>m_z from blue (−1) over white to red (+1).</summary>
    Mz,
}

/// <summary>A picture of one layer of a magnetisation.</summary>
public static class MagnetisationPicture
{
    private static readonly Arrows InPlane = new(20, Rgb.Black, EqualLength: false);

    /// <summary>Draws the picture.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="m">Magnetisation of any length, zero outside the body.</param>
    /// <param name="kind">What to show.</param>
    /// <param name="layer">Layer along z, from 0.</param>
    /// <param name="arrows">Whether the in-plane part is drawn as arrows.</param>
    public static RgbImage Of<T>(VectorField<T> m, PictureKind kind, int layer, bool arrows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(m);
        Mesh mesh = m.Mesh;
        if (layer < 0 || layer >= mesh.Nz)
            throw new ArgumentOutOfRangeException(nameof(layer), $"Layer {layer} of a field of {mesh.Nz} layers; give 0 to {mesh.Nz - 1}.");
        int first = mesh.Index(0, 0, layer);
        CellGrid grid = new(mesh.Nx, mesh.Ny, mesh.Nx * mesh.Dx, mesh.Ny * mesh.Dy);
        RgbImage image = FieldPicture.Cells(grid, FieldPicture.SideFor(grid), i => Colour(m[first + i], kind));
        if (arrows)
        {
            FieldPicture.Draw(
                image, grid, i => m[first + i] is { Length: > 0 } v ? (v.X / v.Length, v.Y / v.Length) : (0, 0), InPlane);
        }

        return image;
    }

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

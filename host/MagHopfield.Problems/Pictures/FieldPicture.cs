using System.Numerics;
using MagHopfield.Micromagnetics;

namespace MagHopfield.Problems.Pictures;

/// <summary>A picture of the middle layer of a magnetisation, a colour a cell, with arrows over it where wanted.</summary>
internal static class FieldPicture
{
    private const int Side = 512;
    private const int ArrowsAcross = 20;

    /// <summary>Writes the picture as PNG.</summary>
    /// <param name="stream">Where to write.</param>
    /// <param name="m">Magnetisation; zero outside the body.</param>
    /// <param name="arrows">Whether the in-plane part is drawn as arrows.</param>
    public static void Write<T>(Stream stream, VectorField<T> m, bool arrows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Mesh mesh = m.Mesh;
        double perMetre = Math.Max(Side / Math.Max(mesh.Nx * mesh.Dx, mesh.Ny * mesh.Dy), 1 / Math.Min(mesh.Dx, mesh.Dy));
        int width = Pixels(mesh.Nx * mesh.Dx * perMetre), height = Pixels(mesh.Ny * mesh.Dy * perMetre), z = mesh.Nz / 2;
        byte[] rgb = new byte[3 * width * height];
        for (int py = 0; py < height; py++)
        {
            for (int px = 0; px < width; px++)
            {
                Vector3D v = m[mesh.Index(px * mesh.Nx / width, (height - 1 - py) * mesh.Ny / height, z)];
                int at = 3 * ((py * width) + px);
                (rgb[at], rgb[at + 1], rgb[at + 2]) = TextureColour.Of(v.X, v.Y, v.Z);
            }
        }

        if (arrows)
            DrawArrows(rgb, width, height, m, z);
        Png.Write(stream, width, height, rgb);
    }

    // Cells of extreme aspect would make pictures of any size.
    private static int Pixels(double wanted) => (int)Math.Clamp(Math.Round(wanted), 1, 8192);

    private static void DrawArrows<T>(byte[] rgb, int width, int height, VectorField<T> m, int z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Mesh mesh = m.Mesh;
        double pitch = Math.Max(8, Math.Max(width, height) / (double)ArrowsAcross);
        for (double cy = pitch / 2; cy < height; cy += pitch)
        {
            for (double cx = pitch / 2; cx < width; cx += pitch)
            {
                Vector3D v = m[mesh.Index((int)(cx * mesh.Nx / width), (int)((height - cy) * mesh.Ny / height), z)];
                double dx = 0.4 * pitch * v.X, dy = -0.4 * pitch * v.Y;
                if ((dx * dx) + (dy * dy) < 1)
                    continue;
                double tx = cx + dx, ty = cy + dy;
                Line(rgb, width, height, cx - dx, cy - dy, tx, ty);
                Line(rgb, width, height, tx, ty, tx - (0.5 * dx) + (0.3 * dy), ty - (0.5 * dy) - (0.3 * dx));
                Line(rgb, width, height, tx, ty, tx - (0.5 * dx) - (0.3 * dy), ty - (0.5 * dy) + (0.3 * dx));
            }
        }
    }

    // A black line of 1.4 pixels with soft edges: each pixel is darkened by its distance to the line.
    private static void Line(byte[] rgb, int width, int height, double x0, double y0, double x1, double y1)
    {
        double lx = x1 - x0, ly = y1 - y0, square = (lx * lx) + (ly * ly);
        for (int y = Math.Max(0, (int)Math.Min(y0, y1) - 1); y <= Math.Min(height - 1, (int)Math.Max(y0, y1) + 1); y++)
        {
            for (int x = Math.Max(0, (int)Math.Min(x0, x1) - 1); x <= Math.Min(width - 1, (int)Math.Max(x0, x1) + 1); x++)
            {
                double px = x + 0.5 - x0, py = y + 0.5 - y0;
                double along = square > 0 ? Math.Clamp(((px * lx) + (py * ly)) / square, 0, 1) : 0;
                double distance = Math.Sqrt(Math.Pow(px - (along * lx), 2) + Math.Pow(py - (along * ly), 2));
                double kept = 1 - Math.Clamp(1.2 - distance, 0, 1);
                for (int c = 3 * ((y * width) + x), end = c + 3; c < end; c++)
                    rgb[c] = (byte)(rgb[c] * kept);
            }
        }
    }
}

namespace MagHopfield.Pictures;

/// <summary>A picture of a plane of a field, a colour a cell, with arrows over it where wanted.</summary>
public static class FieldPicture
{
    private const int UsualSide = 512, LargestSide = 8192;
    private const int ClosestArrows = 8; // pixels
    private const double Shortest = 1e-9;

    /// <summary>Pixels along the longer side at which every cell has one at least, and a coarse plane can be seen.</summary>
    /// <param name="grid">The plane.</param>
    public static int SideFor(CellGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        double longer = Math.Max(grid.Width, grid.Height), cell = Math.Min(grid.Width / grid.CellsX, grid.Height / grid.CellsY);
        return (int)Math.Min(LargestSide, Math.Max(UsualSide, Math.Round(longer / cell)));
    }

    /// <summary>Draws the cells.</summary>
    /// <param name="grid">The plane.</param>
    /// <param name="side">Pixels along the longer side.</param>
    /// <param name="colour">Colour of a cell by its index in the plane.</param>
    public static RgbImage Cells(CellGrid grid, int side, Func<int, Rgb> colour)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(colour);
        double perMetre = side / Math.Max(grid.Width, grid.Height);
        int width = Pixels(grid.Width * perMetre), height = Pixels(grid.Height * perMetre);
        RgbImage image = new(width, height, new byte[3 * width * height]);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                image[x, y] = colour(grid.CellAt((x + 0.5) / width, (y + 0.5) / height));
        }

        return image;
    }

    /// <summary>Draws arrows over a picture of the plane.</summary>
    /// <param name="image">Picture that <see cref="Cells"/> drew.</param>
    /// <param name="grid">The plane.</param>
    /// <param name="inPlane">x and y component of a cell by its index in the plane, in any unit.</param>
    /// <param name="arrows">How to draw them.</param>
    public static void Draw(RgbImage image, CellGrid grid, Func<int, (double X, double Y)> inPlane, Arrows arrows)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(inPlane);
        ArgumentNullException.ThrowIfNull(arrows);
        double largest = Enumerable.Range(0, grid.CellsX * grid.CellsY).Max(i => Size(inPlane(i)));
        double pitch = Math.Max(ClosestArrows, Math.Max(image.Width, image.Height) / (double)arrows.Across);
        if (!(largest > 0))
            return;
        for (double cy = pitch / 2; cy < image.Height; cy += pitch)
        {
            for (double cx = pitch / 2; cx < image.Width; cx += pitch)
            {
                (double X, double Y) v = inPlane(grid.CellAt(cx / image.Width, cy / image.Height));
                double size = Size(v);
                if (size < Shortest * largest)
                    continue;
                double half = 0.4 * pitch * (arrows.EqualLength ? 1 : size / largest);
                Arrow(image, cx, cy, half * v.X / size, -half * v.Y / size, arrows.Colour);
            }
        }
    }

    private static double Size((double X, double Y) v) => Math.Sqrt((v.X * v.X) + (v.Y * v.Y));

    // Planes of extreme aspect would make pictures of any size.
    private static int Pixels(double wanted) => (int)Math.Clamp(Math.Round(wanted), 1, LargestSide);

    private static void Arrow(RgbImage image, double x, double y, double dx, double dy, Rgb colour)
    {
        if ((dx * dx) + (dy * dy) < 1)
            return;
        double tx = x + dx, ty = y + dy;
        Line(image, x - dx, y - dy, tx, ty, colour);
        Line(image, tx, ty, tx - (0.5 * dx) + (0.3 * dy), ty - (0.5 * dy) - (0.3 * dx), colour);
        Line(image, tx, ty, tx - (0.5 * dx) - (0.3 * dy), ty - (0.5 * dy) + (0.3 * dx), colour);
    }

    // A line of 1.4 pixels with soft edges: each pixel takes the colour by its distance to the line.
    private static void Line(RgbImage image, double x0, double y0, double x1, double y1, Rgb colour)
    {
        double lx = x1 - x0, ly = y1 - y0, square = (lx * lx) + (ly * ly);
        for (int y = Math.Max(0, (int)Math.Min(y0, y1) - 1); y <= Math.Min(image.Height - 1, (int)Math.Max(y0, y1) + 1); y++)
        {
            for (int x = Math.Max(0, (int)Math.Min(x0, x1) - 1); x <= Math.Min(image.Width - 1, (int)Math.Max(x0, x1) + 1); x++)
            {
                double px = x + 0.5 - x0, py = y + 0.5 - y0;
                double along = square > 0 ? Math.Clamp(((px * lx) + (py * ly)) / square, 0, 1) : 0;
                double distance = Math.Sqrt(Math.Pow(px - (along * lx), 2) + Math.Pow(py - (along * ly), 2));
                double share = Math.Clamp(1.2 - distance, 0, 1);
                Rgb under = image[x, y];
                byte Mix(byte a, byte b) => (byte)Math.Round(a + (share * (b - a)));
                image[x, y] = new Rgb(Mix(under.R, colour.R), Mix(under.G, colour.G), Mix(under.B, colour.B));
            }
        }
    }
}

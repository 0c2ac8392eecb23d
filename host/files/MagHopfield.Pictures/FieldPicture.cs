namespace MagHopfield.Pictures;

/// <summary>A picture of a plane of a field, a colour a cell, and the arrows that go over it.</summary>
public static class FieldPicture
{
    private const int UsualSide = 512, LargestSide = 8192;
    private const int ClosestArrows = 8; // pixels
    private const double Shortest = 1e-9, ShortestDrawn = 1;

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

    /// <summary>Arrows over a picture of the plane, at rest on a square raster.</summary>
    /// <param name="grid">The plane.</param>
    /// <param name="width">Width of the picture, in its own unit.</param>
    /// <param name="height">Height of the picture.</param>
    /// <param name="inPlane">x and y component of a cell by its index in the plane, in any unit.</param>
    /// <param name="arrows">How to draw them.</param>
    public static IReadOnlyList<PlacedArrow> Place(
        CellGrid grid, double width, double height, Func<int, (double X, double Y)> inPlane, Arrows arrows)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(inPlane);
        ArgumentNullException.ThrowIfNull(arrows);
        double largest = Enumerable.Range(0, grid.CellsX * grid.CellsY).Max(i => Size(inPlane(i)));
        double pitch = Math.Max(ClosestArrows, Math.Max(width, height) / arrows.Across);
        List<PlacedArrow> placed = [];
        if (!(largest > 0))
            return placed;

        // As many as fit, in the middle, so that none leaves the picture.
        int columns = Math.Max(1, (int)((width / pitch) + 1e-9)), rows = Math.Max(1, (int)((height / pitch) + 1e-9));
        double longest = 0.4 * Math.Min(pitch, Math.Min(width, height));
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double cx = (width / 2) + ((column - ((columns - 1) / 2.0)) * pitch), cy = (height / 2)
                    + ((row - ((rows - 1) / 2.0)) * pitch);
                (double X, double Y) v = inPlane(grid.CellAt(cx / width, cy / height));
                double size = Size(v);
                if (size < Shortest * largest)
                    continue;
                double half = longest * (arrows.EqualLength ? 1 : size / largest);
                if (half >= ShortestDrawn)
                    placed.Add(new(cx, cy, half * v.X / size, -half * v.Y / size));
            }
        }

        return placed;
    }

    private static double Size((double X, double Y) v) => Math.Sqrt((v.X * v.X) + (v.Y * v.Y));

    // Planes of extreme aspect would make pictures of any size.
    private static int Pixels(double wanted) => (int)Math.Clamp(Math.Round(wanted), 1, LargestSide);
}

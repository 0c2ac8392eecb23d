namespace MagHopfield.Film.Parameters;

/// <summary>
/// Outline, thickness and mesh of the film. Coordinates everywhere: x to the right, y up, from the film's lower-left corner, in
/// metres; z up, towards the gold layer. Fields on the mesh are stored x fastest, row 0 at the bottom.
/// </summary>
/// <param name="Width">Extent along x in metres.</param>
/// <param name="Height">Extent along y in metres.</param>
/// <param name="Thickness">Thickness of the magnetic film in metres.</param>
/// <param name="CellsX">Number of cells along x.</param>
/// <param name="CellsY">Number of cells along y.</param>
/// <param name="Shape">Outline.</param>
public sealed record FilmGeometry(double Width, double Height, double Thickness, int CellsX, int CellsY, FilmShape Shape = FilmShape.Rectangle)
{
    /// <summary>Extent of a cell along x in metres.</summary>
    public double CellX => Width / CellsX;

    /// <summary>Extent of a cell along y in metres.</summary>
    public double CellY => Height / CellsY;

    /// <summary>Whether the point (x, y), in metres, is inside the outline or on it.</summary>
    public bool Contains(double x, double y)
    {
        if (Shape == FilmShape.Rectangle)
        {
            return x >= 0 && x <= Width && y >= 0 && y <= Height;
        }

        double u = 2 * x / Width - 1;
        double v = 2 * y / Height - 1;
        return u * u + v * v <= 1;
    }

    /// <summary>One flag for each cell, CellsX × CellsY, x fastest: whether its centre is inside the outline.</summary>
    public bool[] CellMask()
    {
        bool[] mask = new bool[CellsX * CellsY];
        for (int iy = 0; iy < CellsY; iy++)
        {
            for (int ix = 0; ix < CellsX; ix++)
            {
                mask[iy * CellsX + ix] = Contains((ix + 0.5) * CellX, (iy + 0.5) * CellY);
            }
        }

        return mask;
    }
}

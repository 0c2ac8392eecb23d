using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Transport.Outlines;

/// <summary>
/// Outline, thickness and mesh of the film. Coordinates everywhere: x to the right, y up, from the lower-left corner of the film's box, in
/// metres; z up, towards the gold layer. Fields on the mesh are stored x fastest, row 0 at the bottom.
/// </summary>
/// <param name="Width">Extent of the box along x in metres.</param>
/// <param name="Height">Extent of the box along y in metres.</param>
/// <param name="Thickness">Thickness of the magnetic film in metres.</param>
/// <param name="CellsX">Number of cells along x.</param>
/// <param name="CellsY">Number of cells along y.</param>
/// <param name="Outline">Outline within the box; null for the whole box.</param>
public sealed record FilmGeometry(double Width, double Height, double Thickness, int CellsX, int CellsY, PlaneShape? Outline = null)
{
    /// <summary>Extent of a cell along x in metres.</summary>
    public double CellX => Width / CellsX;

    /// <summary>Extent of a cell along y in metres.</summary>
    public double CellY => Height / CellsY;

    /// <summary>The mesh of the magnetisation: one layer, whose centre is the origin.</summary>
    public Mesh Mesh() => new(CellsX, CellsY, 1, CellX, CellY, Thickness);

    /// <summary>Whether the point (x, y), in metres, is inside the outline or on it.</summary>
    public bool Contains(double x, double y) =>
        x >= 0 && x <= Width && y >= 0 && y <= Height && (Outline is null || Outline.Contains(x, y, 0));

    /// <summary>One flag for each cell, CellsX × CellsY, x fastest: whether its centre is inside the outline.</summary>
    public bool[] CellMask()
    {
        bool[] mask = new bool[CellsX * CellsY];
        for (int iy = 0; iy < CellsY; iy++)
        {
            for (int ix = 0; ix < CellsX; ix++)
                mask[iy * CellsX + ix] = Contains((ix + 0.5) * CellX, (iy + 0.5) * CellY);
        }

        return mask;
    }
}

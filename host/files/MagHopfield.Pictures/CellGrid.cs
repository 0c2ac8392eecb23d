namespace MagHopfield.Pictures;

/// <summary>A plane of rectangular cells, x fastest, row 0 at the bottom.</summary>
/// <param name="CellsX">Cells along x.</param>
/// <param name="CellsY">Cells along y.</param>
/// <param name="Width">Width of the plane in metres.</param>
/// <param name="Height">Height of the plane in metres.</param>
public sealed record CellGrid(int CellsX, int CellsY, double Width, double Height)
{
    /// <summary>Index of the cell under a point of a picture of the whole plane.</summary>
    /// <param name="across">Share of the width from the left, 0 to 1.</param>
    /// <param name="down">Share of the height from the top, 0 to 1.</param>
    public int CellAt(double across, double down) =>
        (Math.Clamp((int)((1 - down) * CellsY), 0, CellsY - 1) * CellsX) + Math.Clamp((int)(across * CellsX), 0, CellsX - 1);
}

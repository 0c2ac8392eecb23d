namespace MagHopfield.Film.Transport;

/// <summary>
/// Bilinear (Q1) elements for ∇·(S ∇φ) = 0 with a constant tensor S in each cell: K_ij = ∫ ∇N_i · S ∇N_j over the cells, integrated
/// exactly. K is symmetric, positive semidefinite for any positive definite S, and its rows sum to zero, so current is conserved
/// at every point to rounding.
/// </summary>
internal static class StiffnessAssembly
{
    public static void Assemble(ConductorGrid grid, SheetConductance sheet, NinePointStencil k)
    {
        k.Clear();
        double ratio = grid.CellY / grid.CellX;
        int row = grid.PointsX;
        for (int iy = 0; iy < grid.CellsY; iy++)
        {
            for (int ix = 0; ix < grid.CellsX; ix++)
            {
                int c = iy * grid.CellsX + ix;
                if (!grid.Cells[c])
                {
                    continue;
                }

                double x = sheet.XX[c] * ratio / 6;
                double y = sheet.YY[c] / ratio / 6;
                double half = sheet.XY[c] / 2;

                // Corners: a south-west, b south-east, n north-west, d north-east.
                double alongX = y - 2 * x;
                double alongY = x - 2 * y;
                double rising = -x - y - half;
                double falling = -x - y + half;
                int a = k.Margin + iy * row + ix;
                int b = a + 1;
                int n = a + row;
                int d = n + 1;
                k.East[a] += alongX;
                k.East[n] += alongX;
                k.North[a] += alongY;
                k.North[b] += alongY;
                k.NorthEast[a] += rising;
                k.NorthWest[b] += falling;
                double diagonalRising = -(alongX + alongY + rising);
                double diagonalFalling = -(alongX + alongY + falling);
                k.Diagonal[a] += diagonalRising;
                k.Diagonal[d] += diagonalRising;
                k.Diagonal[b] += diagonalFalling;
                k.Diagonal[n] += diagonalFalling;
            }
        }
    }
}

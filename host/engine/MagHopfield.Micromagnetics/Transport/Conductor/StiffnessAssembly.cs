namespace MagHopfield.Micromagnetics.Transport.Conductor;

/// <summary>
/// Bilinear (Q1) elements for ∇·(S ∇φ) = 0 with a constant tensor S in each cell: K_ij = ∫ ∇N_i · S ∇N_j over the cells, integrated
/// exactly; cells that an electrode's outline crosses are cut. K is symmetric, positive semidefinite for any positive definite S, and its
/// rows sum to zero, so current is conserved at every point to rounding.
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
                    continue;

                double fraction = grid.Fraction[c];
                if (grid.Cuts.TryGetValue(c, out CutCell? cut))
                {
                    AddCut(k, k.Margin + iy * row + ix, cut, fraction * sheet.XX[c], fraction * sheet.XY[c], fraction * sheet.YY[c]);
                    continue;
                }

                double x = fraction * sheet.XX[c] * ratio / 6;
                double y = fraction * sheet.YY[c] / ratio / 6;
                double half = fraction * sheet.XY[c] / 2;

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

    private static void AddCut(NinePointStencil k, int a, CutCell cut, double xx, double xy, double yy)
    {
        int row = k.PointsX;
        k.Diagonal[a] += cut.Stiffness(0, 0, xx, xy, yy);
        k.Diagonal[a + 1] += cut.Stiffness(1, 1, xx, xy, yy);
        k.Diagonal[a + row] += cut.Stiffness(2, 2, xx, xy, yy);
        k.Diagonal[a + row + 1] += cut.Stiffness(3, 3, xx, xy, yy);
        k.East[a] += cut.Stiffness(0, 1, xx, xy, yy);
        k.East[a + row] += cut.Stiffness(2, 3, xx, xy, yy);
        k.North[a] += cut.Stiffness(0, 2, xx, xy, yy);
        k.North[a + 1] += cut.Stiffness(1, 3, xx, xy, yy);
        k.NorthEast[a] += cut.Stiffness(0, 3, xx, xy, yy);
        k.NorthWest[a + 1] += cut.Stiffness(1, 2, xx, xy, yy);
    }
}

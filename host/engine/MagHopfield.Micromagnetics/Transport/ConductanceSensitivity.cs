using MagHopfield.Micromagnetics.Transport.Conductor;

namespace MagHopfield.Micromagnetics.Transport;

/// <summary>
/// How the conductance matrix depends on the sheet conductance S of each cell. uᵀG v = ∫ ∇φ_u · S ∇φ_v, φ_u and φ_v the potentials with
/// u and v at the electrodes; it is stationary in both, and the problem is its own adjoint, so
/// ∂(uᵀG v)/∂S = ∫ ∇φ_u ⊗ ∇φ_v over the cell: no solve beyond those of G.
/// </summary>
public static class ConductanceSensitivity
{
    /// <summary>Computes ∂(uᵀG v)/∂S_xx, ∂/∂S_xy and ∂/∂S_yy of each cell at the state of the solver's last solution.</summary>
    /// <param name="solver">A solver that has solved.</param>
    /// <param name="u">N numbers, no unit; with one 1 at i, and <paramref name="v"/> with one at j, the element is G_ij.</param>
    /// <param name="v">N numbers, no unit.</param>
    /// <param name="sensitivity">Receives siemens for siemens, no unit; XY is that to S_xy = S_yx changing together.</param>
    public static void Fill(ConductorSolver solver, ReadOnlySpan<double> u, ReadOnlySpan<double> v, SheetConductance sensitivity)
    {
        ConductorGrid grid = solver.Grid;
        double[] first = new double[grid.PointsX * grid.PointsY];
        double[] second = new double[first.Length];
        solver.Potential(u, first);
        solver.Potential(v, second);
        double ratio = grid.CellY / grid.CellX;
        for (int iy = 0; iy < grid.CellsY; iy++)
        {
            for (int ix = 0; ix < grid.CellsX; ix++)
            {
                int c = iy * grid.CellsX + ix;
                if (!grid.Cells[c])
                {
                    sensitivity.XX[c] = sensitivity.XY[c] = sensitivity.YY[c] = 0;
                    continue;
                }

                int at = iy * grid.PointsX + ix;
                Corners a = new(first, at, grid.PointsX);
                Corners b = new(second, at, grid.PointsX);
                (double xx, double xy, double yy) = grid.Cuts.TryGetValue(c, out CutCell? cut) ? Cut(cut, a, b) : Whole(a, b, ratio);
                double fraction = grid.Fraction[c];
                sensitivity.XX[c] = fraction * xx;
                sensitivity.XY[c] = fraction * xy;
                sensitivity.YY[c] = fraction * yy;
            }
        }
    }

    // Integrals over a whole cell, as StiffnessAssembly takes them.
    private static (double XX, double XY, double YY) Whole(in Corners a, in Corners b, double ratio)
    {
        double xx = Product(a.SouthEast - a.SouthWest, a.NorthEast - a.NorthWest, b.SouthEast - b.SouthWest, b.NorthEast - b.NorthWest);
        double yy = Product(a.NorthWest - a.SouthWest, a.NorthEast - a.SouthEast, b.NorthWest - b.SouthWest, b.NorthEast - b.SouthEast);
        double rising = (a.NorthEast - a.SouthWest) * (b.NorthEast - b.SouthWest);
        double falling = (a.SouthEast - a.NorthWest) * (b.SouthEast - b.NorthWest);
        return (xx * ratio, (rising - falling) / 2, yy / ratio);
    }

    // ∫ of the product of two functions that are linear from one side of the cell to the other.
    private static double Product(double a0, double a1, double b0, double b1) => (a0 * b0 + a1 * b1) / 3 + (a0 * b1 + a1 * b0) / 6;

    private static (double XX, double XY, double YY) Cut(CutCell cut, in Corners a, in Corners b)
    {
        ReadOnlySpan<double> left = [a.SouthWest, a.SouthEast, a.NorthWest, a.NorthEast];
        ReadOnlySpan<double> right = [b.SouthWest, b.SouthEast, b.NorthWest, b.NorthEast];
        (double xx, double xy, double yy) = (0, 0, 0);
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                double weight = left[i] * right[j];
                xx += weight * cut.Stiffness(i, j, 1, 0, 0);
                xy += weight * cut.Stiffness(i, j, 0, 1, 0);
                yy += weight * cut.Stiffness(i, j, 0, 0, 1);
            }
        }

        return (xx, xy, yy);
    }

    private readonly struct Corners(double[] potential, int southWest, int row)
    {
        public double SouthWest { get; } = potential[southWest];

        public double SouthEast { get; } = potential[southWest + 1];

        public double NorthWest { get; } = potential[southWest + row];

        public double NorthEast { get; } = potential[southWest + row + 1];
    }
}

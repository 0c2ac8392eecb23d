using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Shared;
using MathNet.Numerics.LinearAlgebra;

namespace MagHopfield.Micromagnetics.Tests.Transport;

/// <summary>
/// The potentials of several electrodes are solved side by side, four or eight a batch; all numbers of electrodes must do.
/// </summary>
public class SeveralElectrodesTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(1, 5)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(2, 5)]
    [InlineData(3, 6)]
    public void Every_element_equals_that_of_a_dense_direct_solver(int rows, int columns)
    {
        (ConductorGrid grid, SheetConductance sheet) = Electrodes(rows, columns);
        ConductorSolver solver = new(grid);
        ConductanceMatrix g = solver.Solve(sheet);
        double[,] exact = SolvedDirectly(grid, sheet);
        for (int i = 0; i < grid.ElectrodeCount; i++)
        {
            for (int j = 0; j < grid.ElectrodeCount; j++)
            {
                Assert.Equal(exact[i, j], g[i, j], 1e-13 * exact[0, 0]);
                Assert.Equal(g[j, i], g[i, j]);
            }
        }
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        (ConductorGrid grid, SheetConductance sheet) = Electrodes(5, 7);
        ConductanceMatrix one = new ConductorSolver(grid, threads: 1).Solve(sheet);
        foreach (int threads in (int[])[2, 3, 8])
        {
            ConductanceMatrix several = new ConductorSolver(grid, threads: threads).Solve(sheet);
            for (int i = 0; i < 35; i++)
            {
                for (int j = 0; j < 35; j++)
                    Assert.Equal(one[i, j], several[i, j]);
            }
        }
    }

    [Fact]
    public void Any_potential_at_all_conserves_current_to_rounding()
    {
        (ConductorGrid grid, SheetConductance sheet) = Electrodes(2, 3);
        StiffnessMatrix k = StiffnessMatrix.Of(grid, sheet);
        Random random = new(5);
        double[] potential = new double[grid.PointsX * grid.PointsY];
        for (int p = 0; p < potential.Length; p++)
        {
            potential[p] = random.NextDouble();
            double sum = 0;
            double largest = 0;
            for (int at = k.RowStart[p]; at < k.RowStart[p + 1]; at++)
            {
                sum += k.Values[at];
                largest = Math.Max(largest, Math.Abs(k.Values[at]));
            }

            Assert.InRange(Math.Abs(sum), 0, 4e-15 * largest);
        }

        double[] currents = k.Times(potential);
        Assert.InRange(Math.Abs(currents.Sum()), 0, 1e-13 * currents.Sum(Math.Abs));
    }

    [Fact]
    public void Currents_of_the_electrodes_balance_to_rounding_when_the_potential_is_solved_to_rounding()
    {
        (ConductorGrid grid, SheetConductance sheet) = Electrodes(3, 3);
        ConductorSolver solver = new(grid, 1e-13);
        solver.Solve(sheet);
        Assert.InRange(solver.CurrentImbalance, 0, 2e-13);
        Assert.InRange(solver.Asymmetry, 0, 2e-13);
    }

    private static (ConductorGrid Grid, SheetConductance Sheet) Electrodes(int rows, int columns)
    {
        const double Cell = 50e-9;
        ElectrodeArray array = new(rows, columns, 6 * Cell, 4 * Cell);
        FilmGeometry geometry = new(array.Width, array.Height, 50e-9, 6 * (columns - 1) + 8, 6 * (rows - 1) + 8);
        ConductorGrid grid = new(geometry, array.Disks(2.7 * Cell));
        (double[] mx, double[] my) = Sheets.RandomTexture(grid.Cells.Length, 7);
        return (grid, Sheets.From(grid, new TransportParameters(5e6, 0.3), geometry.Thickness, mx, my));
    }

    // K_ff φ_f = −K_fe at the free points by dense Cholesky, then the currents into the electrodes.
    private static double[,] SolvedDirectly(ConductorGrid grid, SheetConductance sheet)
    {
        StiffnessMatrix k = StiffnessMatrix.Of(grid, sheet);
        int[] owner = grid.Owner.ToArray();
        int[] free = [.. Enumerable.Range(0, owner.Length).Where(p => owner[p] == ConductorGrid.Free)];
        Dictionary<int, int> unknown = free.Select((p, row) => (p, row)).ToDictionary(e => e.p, e => e.row);
        Matrix<double> a = Matrix<double>.Build.Dense(free.Length, free.Length);
        Matrix<double> b = Matrix<double>.Build.Dense(free.Length, grid.ElectrodeCount);
        for (int row = 0; row < free.Length; row++)
        {
            for (int at = k.RowStart[free[row]]; at < k.RowStart[free[row] + 1]; at++)
            {
                int q = k.Columns[at];
                if (owner[q] == ConductorGrid.Free)
                    a[row, unknown[q]] += k.Values[at];
                else
                    b[row, owner[q]] -= k.Values[at];
            }
        }

        Matrix<double> x = a.Cholesky().Solve(b);
        double[,] g = new double[grid.ElectrodeCount, grid.ElectrodeCount];
        for (int j = 0; j < grid.ElectrodeCount; j++)
        {
            double[] potential = [.. owner.Select((o, p) => o == ConductorGrid.Free ? x[unknown[p], j] : o == j ? 1 : 0)];
            double[] currents = k.Times(potential);
            for (int p = 0; p < owner.Length; p++)
            {
                if (owner[p] >= 0)
                    g[owner[p], j] += currents[p];
            }
        }

        return g;
    }
}

using CsCheck;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Shared;

namespace MagHopfield.Micromagnetics.Tests.Transport;

public class ConductorSolverTests
{
    private const double Thickness = 50e-9;

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    public void A_strip_with_m_along_or_across_the_current_has_the_conductance_of_its_own_resistivity(double degrees)
    {
        ConductorGrid grid = Sheets.Strip(4e-6, 1e-6, 37, 10);
        ConductanceMatrix g = new ConductorSolver(grid).Solve(Sheets.Uniform(grid, Sheets.Permalloy, Thickness, degrees * Math.PI / 180));
        TransportParameters t = Sheets.Permalloy;
        double sigma = t.PerpendicularConductivity + (degrees == 0 ? t.ConductivityDifference : 0);
        Assert.Equal(sigma * Thickness * 1e-6 / 4e-6, g[0, 0], 1e-8 * g[0, 0]);
    }

    [Fact]
    public void A_long_strip_with_m_at_45_degrees_carries_no_transverse_current_so_its_resistivity_is_the_mean()
    {
        // No transverse current: E_y adjusts (planar Hall effect) and G = W/(L ρ) with ρ_xx = (ρ∥ + ρ⊥)/2. Near the electrodes E_y is
        // shorted over a length of the order of W, so twice the length minus once the length leaves the bulk.
        double shorter = Resistance(4e-6, 80);
        double longer = Resistance(8e-6, 160);
        TransportParameters t = Sheets.Permalloy;
        double parallel = 1 / (t.PerpendicularConductivity + t.ConductivityDifference);
        double perpendicular = 1 / t.PerpendicularConductivity;
        double expected = 4e-6 * (parallel + perpendicular) / 2 / (Thickness * 1e-6);
        Assert.Equal(expected, longer - shorter, 1e-6 * expected);

        double Resistance(double length, int cells)
        {
            ConductorGrid grid = Sheets.Strip(length, 1e-6, cells, 20);
            return 1 / new ConductorSolver(grid).Solve(Sheets.Uniform(grid, Sheets.Permalloy, Thickness, Math.PI / 4))[0, 0];
        }
    }

    [Fact]
    public void Uniform_m_in_a_crossed_square_turned_by_45_degrees_equals_exchanging_edges()
    {
        // A mirror at the diagonal through nodes 2 and 3 maps m at 45° to itself, so the matrix keeps that mirror.
        ConductorGrid grid = new(Sheets.Square(40), Sheets.Corners());
        ConductanceMatrix g = new ConductorSolver(grid).Solve(Sheets.Uniform(grid, Sheets.Permalloy, Thickness, Math.PI / 4));
        Assert.Equal(g[0, 1], g[1, 3], 1e-9);
        Assert.Equal(g[0, 2], g[2, 3], 1e-9);
        Assert.NotEqual(g[0, 3], g[1, 2], 1e-5);
    }

    [Fact]
    public void Turning_film_electrodes_and_texture_by_90_degrees_turns_the_matrix()
    {
        const int Cells = 32;
        ConductorGrid grid = new(Sheets.Square(Cells), Sheets.Corners());
        (double[] mx, double[] my) = Sheets.RandomTexture(Cells * Cells, 4);
        double[] turnedX = new double[mx.Length];
        double[] turnedY = new double[mx.Length];
        for (int iy = 0; iy < Cells; iy++)
        {
            for (int ix = 0; ix < Cells; ix++)
            {
                // Anticlockwise: cell (x, y) moves to (−y, x), m likewise.
                int to = ix * Cells + (Cells - 1 - iy);
                turnedX[to] = -my[iy * Cells + ix];
                turnedY[to] = mx[iy * Cells + ix];
            }
        }

        ConductorSolver solver = new(grid, 1e-12);
        ConductanceMatrix g = solver.Solve(Sheets.From(grid, Sheets.Permalloy, Thickness, mx, my));
        ConductanceMatrix turned = solver.Solve(Sheets.From(grid, Sheets.Permalloy, Thickness, turnedX, turnedY));

        // Anticlockwise the corners move 1 → 3 → 4 → 2 → 1.
        int[] moved = [2, 0, 3, 1];
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
                Assert.Equal(g[i, j], turned[moved[i], moved[j]], 1e-10);
        }
    }

    [Fact]
    public void Any_texture_gives_a_symmetric_matrix_with_negative_couplings_that_conserves_current()
    {
        Gen.Select(Gen.Int[0, 1000], Gen.Double[-0.5, 0.5], Gen.Int[9, 40], Gen.Int[9, 40]).Sample((seed, amr, nx, ny) =>
        {
            FilmGeometry geometry = new(Sheets.Side, Sheets.Side, Thickness, nx, ny);
            ConductorGrid grid = new(geometry, Sheets.Corners(1e-6));
            (double[] mx, double[] my) = Sheets.RandomTexture(nx * ny, seed);
            ConductorSolver solver = new(grid, 1e-11);
            ConductanceMatrix g = solver.Solve(Sheets.From(grid, new TransportParameters(5e6, amr), Thickness, mx, my));
            Assert.True(solver.Asymmetry < 1e-9, $"asymmetry {solver.Asymmetry}");
            Assert.True(solver.CurrentImbalance < 1e-9, $"imbalance {solver.CurrentImbalance}");
            for (int i = 0; i < 4; i++)
            {
                for (int j = 0; j < 4; j++)
                    Assert.True(i == j ? g[i, j] > 0 : g[i, j] < 0, $"G[{i}, {j}] = {g[i, j]}");
            }
        }, iter: 40);
    }

    [Fact]
    public void The_potential_stays_between_the_voltages_of_the_electrodes()
    {
        ConductorGrid grid = new(Sheets.Square(50), Sheets.Corners());
        (double[] mx, double[] my) = Sheets.RandomTexture(2500, 9);
        ConductorSolver solver = new(grid);
        solver.Solve(Sheets.From(grid, Sheets.Permalloy, Thickness, mx, my));
        double[] potential = new double[51 * 51];
        solver.Potential([-1, 2, 0.5, 0], potential);
        Assert.Equal(-1, potential.Min(), 1e-12);
        Assert.Equal(2, potential.Max(), 1e-12);
    }

    [Fact]
    public void A_manufactured_anisotropic_solution_is_met_with_second_order()
    {
        // φ = x + ε sin πx cos πy between electrodes at x = 0 and 1 with the uniform current density J = (1, 0), which needs the tensor
        // S_yy = 1, S_xy = −φ_y/φ_x, S_xx = (1 + φ_y²/φ_x)/φ_x (determinant 1/φ_x > 0). Exact conductance: 1 S.
        (double conductance, double potential) coarse = Errors(16);
        (double conductance, double potential) fine = Errors(32);
        Assert.InRange(Math.Log2(coarse.conductance / fine.conductance), 1.9, 2.1);
        Assert.InRange(Math.Log2(coarse.potential / fine.potential), 1.9, 2.1);

        static (double Conductance, double Potential) Errors(int cells)
        {
            const double Epsilon = 0.2;
            ConductorGrid grid = Sheets.Strip(1, 1, cells, cells);
            SheetConductance sheet = new(cells * cells);
            for (int c = 0; c < sheet.XX.Length; c++)
            {
                double x = Math.PI * (c % cells + 0.5) / cells;
                double y = Math.PI * (c / cells + 0.5) / cells;
                double a = 1 + Epsilon * Math.PI * Math.Cos(x) * Math.Cos(y);
                double b = -Epsilon * Math.PI * Math.Sin(x) * Math.Sin(y);
                sheet.XX[c] = (1 + b * b / a) / a;
                sheet.XY[c] = -b / a;
                sheet.YY[c] = 1;
            }

            ConductorSolver solver = new(grid, 1e-13);
            double g = solver.Solve(sheet)[0, 0];
            double[] potential = new double[grid.PointsX * grid.PointsY];
            solver.Potential([0, 1], potential);
            double worst = 0;
            for (int p = 0; p < potential.Length; p++)
            {
                double x = p % grid.PointsX / (double)cells;
                double y = p / grid.PointsX / (double)cells;
                worst = Math.Max(worst, Math.Abs(potential[p] - x - Epsilon * Math.Sin(Math.PI * x) * Math.Cos(Math.PI * y)));
            }

            return (Math.Abs(g - 1), worst);
        }
    }

    [Fact]
    public void A_sheet_between_coaxial_electrodes_has_the_conductance_of_the_logarithm_to_a_thousandth()
    {
        // G = 2π S/ln(R2/R1), the outlines anywhere between the points of the mesh.
        double coarse = Error(40);
        double fine = Error(160);
        Assert.True(coarse < 1e-3 && fine < 1.5e-4, $"relative errors {coarse}, {fine}");

        static double Error(int cells)
        {
            FilmGeometry geometry = new(2, 2, 1, cells, cells);
            ConductorGrid grid = new(
                geometry, [new("inner", new DiskShape(1.003, 0.998, 0.2)), new("outer", new RingOutside(1.003, 0.998, 0.8))]);
            double g = new ConductorSolver(grid).Solve(SheetConductance.Uniform(grid, 1))[0, 0];
            return Math.Abs(g * Math.Log(4) / (2 * Math.PI) - 1);
        }
    }

    [Fact]
    public void Conductance_of_the_corner_geometry_is_converged_to_a_thousandth_at_a_hundred_cells_a_side()
    {
        double[] g12 = [.. new[] { 67, 100, 300 }.Select(cells =>
        {
            ConductorGrid grid = new(Sheets.Square(cells), Sheets.Corners(0.5e-6));
            return new ConductorSolver(grid).Solve(SheetConductance.Uniform(grid, 0.279))[0, 1];
        })];
        Assert.Equal(g12[2], g12[1], 1e-3 * Math.Abs(g12[2]));
        Assert.Equal(g12[2], g12[0], 2e-3 * Math.Abs(g12[2]));
    }

    [Fact]
    public void Conductance_follows_a_pad_that_moves_by_parts_of_a_cell_without_a_jump()
    {
        double last = 0;
        double lastStep = 0;
        for (int k = 0; k <= 20; k++)
        {
            FilmGeometry geometry = new(1, 1, 1, 30, 30);
            double x = 0.3 + k * 0.1 / 30;
            ConductorGrid grid = new(geometry, [new("moves", new DiskShape(x, 0.5, 0.1)), new("stays", new DiskShape(0.75, 0.5, 0.1))]);
            double g = new ConductorSolver(grid).Solve(SheetConductance.Uniform(grid, 1))[0, 0];
            double step = g - last;
            Assert.True(k < 2 || (step > 0 && step < 2 * lastStep && step > lastStep / 2), $"at {x}: step {step} after {lastStep}");
            (last, lastStep) = (g, step);
        }
    }

    [Fact]
    public void A_changed_state_is_solved_in_few_iterations_from_the_last_one()
    {
        ConductorGrid grid = new(Sheets.Square(100), Sheets.Corners());
        ConductorSolver solver = new(grid);
        solver.Solve(Sheets.Uniform(grid, Sheets.Permalloy, Thickness, 0));
        int cold = solver.Iterations;
        solver.Solve(Sheets.Uniform(grid, Sheets.Permalloy, Thickness, 0.5));
        Assert.InRange(cold, 3, 45);
        Assert.True(solver.Iterations <= cold);
        solver.Solve(Sheets.Uniform(grid, Sheets.Permalloy, Thickness, 0.5));
        Assert.Equal(0, solver.Iterations);
    }

    [Fact]
    public void A_cell_without_positive_conductance_is_named()
    {
        ConductorGrid grid = new(Sheets.Square(20), Sheets.Corners(1e-6));
        SheetConductance sheet = SheetConductance.Uniform(grid, 1);
        sheet.XY[43] = 2;
        ArgumentException error = Assert.Throws<ArgumentException>(() => new ConductorSolver(grid).Solve(sheet));
        Assert.Contains("cell (3, 2)", error.Message);
    }

    [Fact]
    public void Series_resistances_add_to_a_two_terminal_resistance()
    {
        ConductanceMatrix g = ConductanceMatrix.FromPairs(2, [-0.5]);
        ConductanceMatrix outside = SeriesResistance.Conductance(g, 3);
        Assert.Equal(1 / (2 + 3 + 3.0), outside[0, 0], 1e-12);
        Assert.Equal(-1 / 8.0, outside[0, 1], 1e-12);
    }

    private sealed record RingOutside(double X, double Y, double Radius) : PlaneShape
    {
        public override PlaneBox Bounds => new(0, 0, 2, 2);

        public override bool Contains(double x, double y, double tolerance) =>
            (x - X) * (x - X) + (y - Y) * (y - Y) >= (Radius - tolerance) * (Radius - tolerance);
    }
}

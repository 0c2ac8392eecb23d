using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Shared;

namespace MagHopfield.Micromagnetics.Tests.Transport;

/// <summary>
/// Sheets whose own conductances differ by more than what a multigrid is made anew for, as that of Yu 2021 (a = 150 %, a factor of 7).
/// </summary>
public class LargeMagnetoresistanceTests
{
    private const int Cells = 32;
    private const double Thickness = 50e-9;

    [Fact]
    public void A_sheet_is_solved_as_well_after_others_as_by_a_solver_of_its_own()
    {
        ConductorGrid grid = new(Sheets.Square(Cells), Sheets.Corners());
        ConductorSolver kept = new(grid);
        for (int seed = 0; seed < 12; seed++)
        {
            // Textures turn altogether, and once the whole film conducts a hundredth of what it did.
            SheetConductance sheet = Sheet(grid, seed, seed == 7 ? 0.01 : 1);
            ConductanceMatrix again = kept.Solve(sheet), own = new ConductorSolver(grid).Solve(sheet);
            for (int i = 0; i < 4; i++)
            {
                for (int j = 0; j < 4; j++)
                    Assert.Equal(own[i, j], again[i, j], 1e-10 * own[i, i]);
            }
        }
    }

    [Fact]
    public void A_texture_that_moves_little_costs_fewer_iterations_than_a_new_one()
    {
        ConductorGrid grid = new(Sheets.Square(Cells), Sheets.Corners());
        ConductorSolver solver = new(grid);
        (double[] x, double[] y) = Sheets.RandomTexture(Cells * Cells, 1);
        TransportParameters large = new(5e6, 1.5);
        solver.Solve(Sheets.From(grid, large, Thickness, x, y));
        int first = solver.Iterations;
        for (int c = 0; c < x.Length; c++)
            (x[c], y[c]) = (x[c] - (1e-3 * y[c]), y[c] + (1e-3 * x[c]));
        solver.Solve(Sheets.From(grid, large, Thickness, x, y));
        Assert.InRange(solver.Iterations, 1, first - 1);
    }

    private static SheetConductance Sheet(ConductorGrid grid, int seed, double scale)
    {
        (double[] x, double[] y) = Sheets.RandomTexture(Cells * Cells, seed);
        return Sheets.From(grid, new TransportParameters(5e6 * scale, 1.5), Thickness, x, y);
    }
}

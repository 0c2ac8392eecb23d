using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Tests.Memory;

namespace MagHopfield.Micromagnetics.Tests.Transport;

[Collection(nameof(AloneInTheProcess))]
public class WarmSolveTests
{
    private const double Thickness = 50e-9;

    [Fact]
    public void A_warm_solve_allocates_only_its_result()
    {
        ConductorGrid grid = new(Sheets.Square(60), Sheets.Corners());
        ConductorSolver solver = new(grid);
        SheetConductance a = Sheets.Uniform(grid, Sheets.Permalloy, Thickness, 0);
        SheetConductance b = Sheets.Uniform(grid, Sheets.Permalloy, Thickness, 1);
        int iterations = 0;
        Assert.InRange(LeastAllocated.By(() =>
        {
            solver.Solve(a);
            iterations = solver.Iterations;
            solver.Solve(b);
        }), 1, 2000);
        Assert.InRange(iterations, 1, 100);
    }
}

using MagHopfield.BoardStudies.Budget;
using MagHopfield.Hardware.Parts;
using MagHopfield.Hardware.Tests;
using MagHopfield.Tests.Figures;
using MagHopfield.Toml;

namespace MagHopfield.BoardStudies.Tests.Budget;

public class BudgetTests
{
    private const int Boards = 40;

    // A line that is predicted below this is hidden by the steps of the ADC's code.
    private const double StepsOfTheCode = 5e-6;

    public static TheoryData<int> Cases => [0, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Virtual_boards_scatter_as_the_budget_predicts_source_by_source_and_in_total(int index)
    {
        ErrorBudget budget = ErrorBudget.Of(BudgetCase.All[index]);
        foreach (Contribution c in budget.Contributions.Where(c => c.Edge > StepsOfTheCode))
            Agree(c.Source.ToString(), c.Edge, c.Diagonal, MonteCarlo.Run(budget.Case, c.Source, Boards));

        Agree("all together", budget.Total.Edge, budget.Total.Diagonal, MonteCarlo.Run(budget.Case, null, Boards));

        // 40 boards know a scatter to 11 %: three of those.
        static void Agree(string what, double edge, double diagonal, ObservedError seen)
        {
            Assert.True(
                Math.Abs((seen.Edge / edge) - 1) < 0.34, $"{what}: edges predicted {edge * 1e6:F1} ppm, observed {seen.Edge * 1e6:F1} ppm");
            Assert.True(
                Math.Abs((seen.Diagonal / diagonal) - 1) < 0.34,
                $"{what}: diagonals predicted {diagonal * 1e6:F1} ppm, observed {seen.Diagonal * 1e6:F1} ppm");
        }
    }

    [Theory]
    [InlineData(ErrorSource.ThermalEmf)]
    [InlineData(ErrorSource.Gain)]
    [InlineData(ErrorSource.OnResistance)]
    [InlineData(ErrorSource.ProbeCurrent)]
    [InlineData(ErrorSource.Leakage)]
    public void What_the_wiring_takes_out_leaves_less_than_the_steps_of_the_code(ErrorSource source)
    {
        ObservedError seen = MonteCarlo.Run(BudgetCase.Seven, source, 10);
        Assert.InRange(seen.Edge, 0, StepsOfTheCode);
        Assert.InRange(seen.Diagonal, 0, StepsOfTheCode);
    }

    [Fact]
    public void A_calibration_takes_the_tolerance_of_the_shunts_out_and_puts_that_of_R_REF_in()
    {
        BudgetCase poor = BudgetCase.SevenCalibrated with { ShuntTolerance = 1e-3 };
        Assert.InRange(MonteCarlo.Run(poor, ErrorSource.ShuntTolerance, 10).Edge, 0, StepsOfTheCode);
        Assert.Equal(0, ErrorBudget.Of(BudgetCase.Seven).Of(ErrorSource.ReferenceTolerance).Edge);
        Assert.Equal(1e-4 / Math.Sqrt(3), ErrorBudget.Of(BudgetCase.SevenCalibrated).Of(ErrorSource.ReferenceTolerance).Edge, 1e-12);
    }

    [Fact]
    public void Every_way_to_measure_is_within_the_specification_of_500_ppm()
    {
        foreach (BudgetCase plan in BudgetCase.All)
        {
            (double edge, double diagonal) = ErrorBudget.Of(plan).Total;
            Assert.InRange(Math.Max(edge, diagonal), 0, 500e-6);
        }
    }

    [Fact]
    public void Noise_falls_with_the_root_of_the_rounds_and_the_resistors_stay()
    {
        ErrorBudget one = ErrorBudget.Of(BudgetCase.SevenCalibrated);
        ErrorBudget many = ErrorBudget.Of(BudgetCase.SevenCalibrated with { Averages = 16 });
        Assert.Equal(one.Of(ErrorSource.Noise).Edge / 4, many.Of(ErrorSource.Noise).Edge, 1e-9);
        Assert.Equal(one.Of(ErrorSource.ReferenceTolerance).Edge, many.Of(ErrorSource.ReferenceTolerance).Edge);
    }

    [Fact]
    public void The_committed_page_is_what_the_command_predicts_and_its_observations_agree()
    {
        string page = Repository.Read("error-budget.md");
        List<BudgetRun> runs = [];
        foreach (BudgetCase plan in BudgetCase.All)
        {
            BudgetRun run = BudgetDocument.Read(page, ErrorBudget.Of(plan));
            runs.Add(run);
            foreach (Contribution c in run.Budget.Contributions.Where(c => c.Edge > StepsOfTheCode))
            {
                Assert.InRange(run.Of(c.Source)!.Edge / c.Edge, 0.9, 1.1);
                Assert.InRange(run.Of(c.Source)!.Diagonal / c.Diagonal, 0.9, 1.1);
            }

            Assert.InRange(run.Total.Edge / run.Budget.Total.Edge, 0.9, 1.1);
            Assert.InRange(run.Total.Diagonal / run.Budget.Total.Diagonal, 0.9, 1.1);
        }

        FigureTexts.AssertReadable(BudgetPlot.Draw(runs));
        Assert.True(
            BudgetDocument.Write(runs) == page,
            "hardware/error-budget.md is out of date; run: maghopfield hardware budget --boards 1000 --write hardware");
    }

    [Fact]
    public void The_budget_takes_the_tolerances_that_the_bill_of_materials_asks_for()
    {
        Assert.StartsWith("0.01 %, 0.2 ppm/°C", Catalogue.Shunt.Tolerance);
        Assert.Equal((1e-4, 0.2e-6), (BudgetCase.Seven.ShuntTolerance, BudgetCase.Seven.ShuntDrift));
        Assert.StartsWith("0.01 %, 0.2 ppm/°C", Catalogue.Reference.Tolerance);
        Assert.Equal((1e-4, 0.2e-6), (BudgetCase.Seven.ReferenceTolerance, BudgetCase.Seven.ReferenceDrift));
        Assert.Contains("0.1 %, 5 ppm/°C", Catalogue.Shunt.Alternatives);
        Assert.Equal((1e-3, 5e-6), (BudgetCase.ThinFilm.ShuntTolerance, BudgetCase.ThinFilm.ShuntDrift));
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text;
using MagHopfield.Cli.Numbers;
using MagHopfield.Experiments.Niu2024;
using MagHopfield.Hardware.Budget;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield hardware budget`: the error budget of G, predicted and observed on virtual boards.</summary>
internal static class HardwareBudgetCommand
{
    public static Command Create()
    {
        // A scatter needs two.
        Option<int> boards = NumberOption.Whole("--boards", "Virtual boards for each source of error.", 50, 2, int.MaxValue);
        Option<string?> write = new("--write") { Description = "Write error-budget.md and its picture into this folder.", HelpName = "DIR" };
        Command budget = new("budget", "Every contribution to the error of G, predicted and observed on virtual boards.") { boards, write };
        budget.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetRequiredValue(boards), parsed.GetValue(write), cancellation)));
        return budget;
    }

    private static int Run(int boards, string? folder, CancellationToken cancellation)
    {
        List<BudgetRun> runs = [];
        ProgressDisplay.Run(progress =>
        {
            foreach (BudgetCase plan in BudgetCase.All)
            {
                runs.Add(BudgetRun.Of(
                    plan,
                    boards,
                    (done, all) => progress.Report(new ExperimentProgress(plan.Name, (runs.Count + ((double)done / all)) / BudgetCase.All.Count)),
                    cancellation));
            }

            return runs;
        });
        runs.ForEach(Print);
        cancellation.ThrowIfCancellationRequested();
        if (folder is not null)
        {
            foreach ((string path, byte[] content) in Files(folder, runs))
            {
                HardwareCommand.Save(path, content);
            }

            AnsiConsole.MarkupLine($"Written: {Markup.Escape(Path.GetFullPath(folder))}/error-budget.md, drawings/error-budget.png");
        }

        return ExitCode.Success;
    }

    /// <summary>Page and picture.</summary>
    internal static IEnumerable<(string Path, byte[] Content)> Files(string folder, IReadOnlyList<BudgetRun> runs) =>
    [
        (Path.Combine(folder, "error-budget.md"), Encoding.UTF8.GetBytes(BudgetDocument.Write(runs))),
        (Path.Combine(folder, "drawings", "error-budget.png"), BudgetPlot.Draw(runs)),
    ];

    private static void Print(BudgetRun run)
    {
        Table table = new Table().Border(TableBorder.Simple).Title(run.Budget.Case.Name).AddColumn("error of G, ppm (1σ)");
        foreach (string column in (string[])["edges, predicted", "observed", "diagonals, predicted", "observed"])
        {
            table.AddColumn(new TableColumn(column).RightAligned());
        }

        foreach (Contribution c in run.Budget.Contributions)
        {
            ObservedError? seen = run.Of(c.Source);
            table.AddRow(BudgetDocument.NameOf(c.Source), Ppm(c.Edge), seen is null ? "" : Ppm(seen.Edge), Ppm(c.Diagonal), seen is null ? "" : Ppm(seen.Diagonal));
        }

        (double edge, double diagonal) = run.Budget.Total;
        table.AddRow("all together", Ppm(edge), Ppm(run.Total.Edge), Ppm(diagonal), Ppm(run.Total.Diagonal));
        table.AddRow("stated by the instrument", "", Ppm(run.Total.StatedEdge), "", Ppm(run.Total.StatedDiagonal));
        AnsiConsole.Write(table);
    }

    private static string Ppm(double relative) => (Math.Abs(relative) * 1e6).ToString("0.000", CultureInfo.InvariantCulture);
}

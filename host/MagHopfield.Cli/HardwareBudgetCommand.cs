using System.CommandLine;
using System.Globalization;
using MagHopfield.Hardware.Budget;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>`maghopfield hardware budget`: the error budget of G, predicted and observed on virtual boards.</summary>
internal static class HardwareBudgetCommand
{
    public static Command Create()
    {
        Option<int> boards = new("--boards")
        {
            Description = "Virtual boards for each source of error.",
            DefaultValueFactory = _ => 50,
            HelpName = "N",
        };
        Option<string?> write = new("--write") { Description = "Write error-budget.md and its picture into this folder.", HelpName = "DIR" };
        Command budget = new("budget", "Every contribution to the error of G, predicted and observed on virtual boards.") { boards, write };
        budget.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed.GetRequiredValue(boards), parsed.GetValue(write)), cancellation));
        return budget;
    }

    private static int Run(int boards, string? folder)
    {
        if (boards < 2)
        {
            AnsiConsole.MarkupLine($"[red]--boards {boards}: give 2 or more, a scatter needs them.[/]");
            return ExitCode.BadInput;
        }

        List<BudgetRun> runs = [];
        foreach (BudgetCase plan in BudgetCase.All)
        {
            BudgetRun run = BudgetRun.Of(plan, boards);
            runs.Add(run);
            Print(run);
        }

        if (folder is not null)
        {
            Save(folder, runs);
            AnsiConsole.MarkupLine($"Written: {Markup.Escape(Path.GetFullPath(folder))}/error-budget.md, drawings/error-budget.png and .svg");
        }

        return ExitCode.Success;
    }

    /// <summary>Writes page and picture.</summary>
    internal static void Save(string folder, IReadOnlyList<BudgetRun> runs)
    {
        HardwareCommand.Save(Path.Combine(folder, "error-budget.md"), BudgetDocument.Write(runs));
        string picture = Path.Combine(folder, "drawings", "error-budget");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(picture))!);
        BudgetPlot.Draw(runs).Save(picture);
    }

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

using System.Globalization;
using MagHopfield.Experiments.CrossCheck;
using MagHopfield.Experiments.EndToEnd;
using MagHopfield.Shared;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MagHopfield.Cli;

/// <summary>What the terminal shows after the demo: the LED panel of every recall, the cross-check, and a line a training.</summary>
internal static class DemoSummary
{
    /// <summary>Prints the summary.</summary>
    public static void Print(EndToEndResult result)
    {
        foreach (TrainingResult training in result.Trainings)
        {
            AnsiConsole.WriteLine();
            AnsiConsole.Write(new Rule($"trained [bold]{training.Training.Pattern}[/]") { Justification = Justify.Left });
            AnsiConsole.Write(Recalls(training, result.Columns));
            AnsiConsole.Write(CrossCheck(training));
            string minimum = training.MinimumIsTrained ? "[green]the trained pattern and its negative[/]" : "[red]another state[/]";
            AnsiConsole.MarkupLine(
                $"energy minimum: {minimum}, next state {Format(1e3 * training.Margin, "0.000")} mS·V² above;"
                + $" recalled from one flip: {training.Of(RecallMode.SteepestDescent).Count(r => r.Right)} of {training.Of(RecallMode.SteepestDescent).Count()};"
                + $" cross-check: {(training.CrossCheck.Passes ? "[green]pass[/]" : "[red]FAIL[/]")}");
        }

        foreach (var hazard in result.Hazards)
        {
            AnsiConsole.MarkupLine($"[red]hazard[/] {Markup.Escape(hazard.ToString())}");
        }

        AnsiConsole.WriteLine();
    }

    private static Grid Recalls(TrainingResult training, int columns)
    {
        // One cell a start: distorted pattern, arrow, what the panel showed. Recalls by steepest descent; the report has all.
        RecallOutcome[] shown = [.. training.Of(RecallMode.SteepestDescent)];
        const int perRow = 4;
        Grid grid = new();
        for (int i = 0; i < perRow; i++)
        {
            grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 4, 1) });
        }

        foreach (RecallOutcome[] row in shown.Chunk(perRow))
        {
            grid.AddRow([.. row.Select(r => (IRenderable)new Markup(Cell(r, columns)))]);
        }

        return grid;
    }

    private static string Cell(RecallOutcome recall, int columns)
    {
        int[][] rows = [.. Enumerable.Range(0, recall.Start.Length).Chunk(columns)];
        return string.Join('\n', rows.Select((row, r) =>
            $"{Leds(recall.Start, row)}  {(r == rows.Length / 2 ? "→" : " ")}  {Leds(recall.OnPanel, row)}{(r == 0 ? Verdict(recall) : "")}"));
    }

    private static string Verdict(RecallOutcome recall) => recall.SameSign ? " [green]✓[/]" : recall.Right ? " [green]✓−[/]" : " [red]✗[/]";

    private static string Leds(Pattern pattern, int[] nodes) =>
        string.Join(' ', nodes.Select(k => pattern[k] > 0 ? "[red]●[/]" : "[grey]○[/]"));

    private static Table CrossCheck(TrainingResult training)
    {
        Table table = new Table().Border(TableBorder.Simple)
            .AddColumn("element")
            .AddColumn(new TableColumn("measured mS").RightAligned())
            .AddColumn(new TableColumn("simulator mS").RightAligned())
            .AddColumn(new TableColumn("error µS").RightAligned())
            .AddColumn(new TableColumn("of its rows").RightAligned())
            .AddColumn("");
        foreach (CrossCheckRow row in training.CrossCheck.Rows)
        {
            table.AddRow(
                "G" + row.Pair,
                Format(1e3 * row.Measured, "0.0000"),
                Format(1e3 * row.Simulated, "0.0000"),
                Format(1e6 * row.AbsoluteError, "0.00"),
                Format(100 * row.ErrorOfRows, "0.0000") + " %",
                row.Passes ? "[green]pass[/]" : "[red]FAIL[/]");
        }

        return table;
    }

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}

using System.Globalization;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Problems;
using MagHopfield.Model.Running;
using Spectre.Console;

namespace MagHopfield.Cli;

/// <summary>What a run says of itself when it begins and when it has ended.</summary>
internal static class RunSummary
{
    /// <summary>One line about the problem.</summary>
    public static string Begin(Problem problem)
    {
        Mesh m = problem.Mesh;
        return string.Create(CultureInfo.InvariantCulture,
            $"{problem.Title}: {m.Nx}×{m.Ny}×{m.Nz} cells of {1e9 * m.Dx:0.###}×{1e9 * m.Dy:0.###}×{1e9 * m.Dz:0.###} nm, "
            + $"{(problem.Precision == Precision.Single ? "single" : "double")} precision");
    }

    /// <summary>A table of the stages, the state at the end, and where the results are.</summary>
    public static void Print(Problem problem, RunOutcome outcome)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("stage").AddColumn("ended");
        foreach (string name in new[] { "steps", "t (ns)", "max |m×H| (A/m)" })
            table.AddColumn(new TableColumn(name).RightAligned());
        for (int i = 0; i < outcome.Stages.Count; i++)
        {
            StageOutcome stage = outcome.Stages[i];
            string[] cells =
            [
                $"{i + 1} {stage.Kind}", Ending(problem.Stages[i], stage, i == 0 ? 0 : outcome.Stages[i - 1].Time), $"{stage.Steps}",
                FormattableString.Invariant($"{1e9 * stage.Time:0.####}"), FormattableString.Invariant($"{stage.MaxTorque:0.###e0}"),
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        AnsiConsole.Write(table);
        Vector3D m = outcome.Average;
        double seconds = outcome.Elapsed.TotalSeconds;
        Line($"⟨m⟩ = ({m.X:0.#####}, {m.Y:0.#####}, {m.Z:0.#####}), E = {outcome.Energy:0.#####e0} J");
        string threads = outcome.Threads == 1 ? "1 thread" : $"{outcome.Threads} threads";
        Line($"{outcome.Cells} cells, {outcome.Steps} steps in {seconds:0.##} s on {threads}");
        Line($"results {outcome.Folder}");
    }

    /// <summary>What the end of a stage needs said, or null.</summary>
    public static string? Remark(int number, StageOutcome stage, Precision precision)
    {
        if (stage.Failure is string failure)
            return FormattableString.Invariant($"stopped in stage {number} at t = {1e9 * stage.Time:0.######} ns: {failure.TrimEnd('.')}.");
        string torque = FormattableString.Invariant($"{stage.MaxTorque:0.###} A/m");
        if (stage.AtRounding && !stage.Reached)
        {
            return $"a stage of kind {stage.Kind} ended at a torque of {torque}, where rounding leaves no lower energy to go to; raise "
                + "max_torque"
                + (precision == Precision.Single ? " or use double precision." : ".");
        }

        if (!stage.Reached)
            return $"a stage of kind {stage.Kind} ran out of steps at a torque of {torque}; raise max_steps or max_torque.";
        return stage.LeftSaddle
            ? $"stage {number} ({stage.Kind}) began without torque on a saddle of the energy: turned by 1e-3 rad it left, and settled "
                + "elsewhere."
            : null;
    }

    private static void Line(FormattableString text) => AnsiConsole.MarkupLine(Markup.Escape(FormattableString.Invariant(text)));

    private static string Ending(StageParameters stage, StageOutcome outcome, double start) =>
        outcome.Failure is not null ? "unstable"
        : !outcome.Reached ? outcome.AtRounding ? "at rounding" : "out of steps"
        : stage.Kind == StageKind.Run && outcome.Time - start >= stage.Duration * (1 - 1e-9) ? "at its time"
        : "settled";
}

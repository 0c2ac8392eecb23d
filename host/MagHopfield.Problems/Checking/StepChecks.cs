using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Checking;

/// <summary>Does anything force steps far shorter, or longer, than the mesh asks for?</summary>
internal static class StepChecks
{
    // Explicit Runge-Kutta methods of orders 3 to 5 are stable on the imaginary axis up to about this step times frequency.
    private const double StableTurn = 2.8;
    private const double Tiny = 0.01;
    private const double ManySteps = 1e7;

    public static IEnumerable<Finding> Of(ProblemFile file)
    {
        Problem p = file.Problem;
        if (p.Stages.All(s => s.Kind != StageKind.Run))
            yield break;
        Finding At(string section, string key, FormattableString message) =>
            new(Severity.Warning, file.Source, file.LineOf(section, key), FormattableString.Invariant(message));
        double stable = StableTurn / Lengths.Of(p).Max(l => l.Fastest(p.Mesh, p.Material.GyromagneticRatio));
        double time = p.Stages.Sum(s => s.Duration);
        if (p.Solver.FixedStep is double step && step > stable)
            yield return At("solver", "fixed_step", $"a step of {step:0.##e0} s is longer than the mesh lets be stable, about {stable:0.##e0} s; shorten it.");
        if (p.Solver.FixedStep is double small && small < Tiny * stable)
            yield return At("solver", "fixed_step", $"a step of {small:0.##e0} s is forced tiny: the mesh would bear about {stable:0.##e0} s; lengthen it.");
        if (p.Solver.MaxStep < Tiny * stable)
            yield return At("solver", "max_step", $"steps of at most {p.Solver.MaxStep:0.##e0} s are forced tiny: the mesh would bear about {stable:0.##e0} s; lengthen it.");
        double rounding = p.Precision == Precision.Single ? 1e-6 : 1e-11;
        if (p.Solver.FixedStep is null && p.Solver.MaxError < rounding)
            yield return At("solver", "max_error", $"an error of {p.Solver.MaxError} per step is near rounding in this precision and forces tiny steps; use at least {rounding}.");
        if (p.Output.TableInterval is double row && row < Tiny * stable)
            yield return At("output", "table_interval", $"rows every {row:0.##e0} s force tiny steps, as a step ends at each: the mesh would bear about {stable:0.##e0} s; lengthen it.");
        if (p.Output.SnapshotInterval is double snapshot && snapshot < Tiny * stable)
            yield return At("output", "snapshot_interval", $"snapshots every {snapshot:0.##e0} s force tiny steps: the mesh would bear about {stable:0.##e0} s; lengthen it.");
        if (time / stable > ManySteps)
            yield return At("mesh", "cell_size", $"cells this small bear steps of about {stable:0.##e0} s, so {time:0.##e0} s take {time / stable:0.#e0} steps; use larger cells or a shorter time.");
    }
}

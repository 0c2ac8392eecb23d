using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Model.Files;
using MagHopfield.Model.Problems;
using MagHopfield.Reports;

namespace MagHopfield.Model.Checking;

/// <summary>Is the step one at which the method is stable, and does anything force steps far shorter than the motion asks for?</summary>
internal static class StepChecks
{
    private const double Tiny = 0.01;
    private const double ManySteps = 1e7;

    public static IEnumerable<Finding> Of(ProblemFile file)
    {
        Problem p = file.Problem;
        if (p.Stages.All(s => s.Kind != StageKind.Run))
            yield break;
        Finding At(string section, string key, InvariantText message) =>
            new(Severity.Warning, file.Source, file.LineOf(section, key), message.ToString());
        (double stable, double accurate) = Steps(p);
        double time = p.Stages.Sum(s => s.Duration);
        string name = MethodOf(p.Solver.Integrator).Name;
        if (p.Solver.FixedStep is double step && step > stable)
            yield return At("solver", "fixed_step",
                $"a step of {step:0.##e0} s is longer than {name} bears here, {stable:0.##e0} s: small deviations grow without end; "
                + $"shorten it, to {accurate:0.##e0} s for accuracy.");
        if (p.Solver.FixedStep is double small && small < Tiny * accurate)
            yield return At("solver", "fixed_step",
                $"a step of {small:0.##e0} s is forced tiny: with {accurate:0.##e0} s {name} follows all that moves here; lengthen it.");
        if (p.Solver.MaxStep < Tiny * accurate)
            yield return At("solver", "max_step",
                $"steps of at most {p.Solver.MaxStep:0.##e0} s are forced tiny: with {accurate:0.##e0} s {name} follows all that moves "
                + $"here; lengthen it.");
        double rounding = p.Precision == Precision.Single ? 1e-6 : 1e-11;
        if (p.Solver.FixedStep is null && p.Solver.MaxError < rounding)
            yield return At("solver", "max_error",
                $"an error of {p.Solver.MaxError} per step is near rounding in this precision and forces tiny steps; use at least "
                + $"{rounding}.");
        if (p.Output.TableInterval is double row && row < Tiny * accurate)
            yield return At("output", "table_interval",
                $"rows every {row:0.##e0} s force tiny steps, as a step ends at each: with {accurate:0.##e0} s {name} follows all that "
                + $"moves here; lengthen it.");
        if (p.Output.SnapshotInterval is double snapshot && snapshot < Tiny * accurate)
            yield return At("output", "snapshot_interval",
                $"snapshots every {snapshot:0.##e0} s force tiny steps: with {accurate:0.##e0} s {name} follows all that moves here; "
                + $"lengthen it.");
        if (time / stable > ManySteps)
            yield return At("mesh", "cell_size",
                $"cells this small bear steps of about {stable:0.##e0} s, so {time:0.##e0} s take {time / stable:0.#e0} steps; use larger "
                + $"cells or a shorter time.");
    }

    /// <summary>
    /// The longest stable step of a problem's method, and one that is accurate, in seconds; infinite where nothing moves.
    /// </summary>
    public static (double Stable, double Accurate) Steps(Problem problem)
    {
        StabilityPolynomial method = MethodOf(problem.Solver.Integrator);
        double time = problem.Stages.Sum(s => s.Duration);
        IReadOnlyList<FastestMotion> all = FastestMotion.Of(problem);
        return (all.Min(m => m.StableStep(method, time)), all.Min(m => m.AccurateStep(method, time)));
    }

    private static StabilityPolynomial MethodOf(IntegratorKind kind) => kind switch
    {
        IntegratorKind.DormandPrince54 => StabilityPolynomial.DormandPrince54,
        IntegratorKind.BogackiShampine32 => StabilityPolynomial.BogackiShampine32,
        IntegratorKind.RungeKutta4 => StabilityPolynomial.RungeKutta4,
        IntegratorKind.Heun => StabilityPolynomial.Heun,
        _ => StabilityPolynomial.SemiImplicitMidpoint,
    };
}

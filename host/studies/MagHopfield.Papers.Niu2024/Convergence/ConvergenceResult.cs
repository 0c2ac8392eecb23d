using MagHopfield.Papers.Niu2024.Inference;

namespace MagHopfield.Papers.Niu2024.Convergence;

/// <summary>The same numbers with finer cells, smaller steps and tighter solvers.</summary>
/// <param name="Runs">The run that the reports show first, then the finer ones.</param>
public sealed record ConvergenceResult(IReadOnlyList<ConvergenceRun> Runs)
{
    /// <summary>Change of a number in a finer run, over what it may change by; below 1 is converged.</summary>
    /// <param name="run">Run, from 1.</param>
    /// <param name="value">Number of the value.</param>
    public double Share(int run, int value) => Math.Abs(Runs[run].Values[value].Value - Runs[0].Values[value].Value) / Allowed(value);

    /// <summary>What a number may change by, in its own unit, see <see cref="ConvergenceKind"/>.</summary>
    /// <param name="value">Number of the value.</param>
    public double Allowed(int value)
    {
        IReadOnlyList<ConvergenceValue> all = Runs[0].Values;
        ConvergenceValue v = all[value];
        double Largest(ConvergenceKind kind) => all.Where(a => a.Kind == kind && a.Figure == v.Figure).Max(a => Math.Abs(a.Value));
        return v.Kind switch
        {
            ConvergenceKind.Conductance => 0.01 * Math.Abs(v.Value),
            ConvergenceKind.Power => 0.1 * Math.Abs(v.Value),
            ConvergenceKind.ReferenceFactor => 1.01 * Niu2024Inference.FactorStep,
            ConvergenceKind.Count => 0.5,
            _ => 0.1 * Largest(v.Kind),
        };
    }
}

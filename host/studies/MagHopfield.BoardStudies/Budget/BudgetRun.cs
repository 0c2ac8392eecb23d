using MagHopfield.Store;

namespace MagHopfield.BoardStudies.Budget;

/// <summary>A budget with what virtual boards have shown of it.</summary>
/// <param name="Budget">Predicted.</param>
/// <param name="Observed">Observed, one for each source and last all together.</param>
public sealed record BudgetRun(ErrorBudget Budget, IReadOnlyList<ObservedError> Observed)
{
    /// <summary>All sources together, as observed.</summary>
    public ObservedError Total => Observed[^1];

    /// <summary>Predicts and observes.</summary>
    /// <param name="plan">How is measured.</param>
    /// <param name="boards">Number of virtual boards for each source and for all together.</param>
    /// <param name="store">Keeps what is done through an interruption.</param>
    /// <param name="progress">Is told how far it is, or null.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static BudgetRun Of(
        BudgetCase plan, int boards, ResultStore store, IProgress<StudyProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(store);
        ErrorBudget budget = ErrorBudget.Of(plan);
        ErrorSource?[] sources = [.. Enum.GetValues<ErrorSource>().Where(s => s != ErrorSource.Settling).Cast<ErrorSource?>(), null];
        List<ObservedError> observed = [];
        foreach (ErrorSource? source in sources)
        {
            progress?.Report(new(plan.Name, (double)observed.Count / sources.Length));
            observed.Add(store.Part(
                PartKey.Of("error budget, a source", plan.ToString(), $"{source}", $"{boards}"),
                ObservedJson.Default.ObservedError,
                () => MonteCarlo.Run(plan, source, boards, cancellation: cancellation),
                cancellation));
        }

        return new BudgetRun(budget, observed);
    }

    /// <summary>What was observed of a source, or null where the virtual board does not model it.</summary>
    /// <param name="source">Source.</param>
    public ObservedError? Of(ErrorSource source) => Observed.FirstOrDefault(o => o.Source == source);
}

namespace MagHopfield.Hardware.Budget;

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
    public static BudgetRun Of(BudgetCase plan, int boards)
    {
        ErrorBudget budget = ErrorBudget.Of(plan);
        ErrorSource?[] sources = [.. Enum.GetValues<ErrorSource>().Where(s => s != ErrorSource.Settling).Cast<ErrorSource?>(), null];
        return new BudgetRun(budget, [.. sources.Select(s => MonteCarlo.Run(plan, s, boards))]);
    }

    /// <summary>What was observed of a source, or null where the virtual board does not model it.</summary>
    /// <param name="source">Source.</param>
    public ObservedError? Of(ErrorSource source) => Observed.FirstOrDefault(o => o.Source == source);
}

namespace MagHopfield.Validation;

/// <summary>A standard problem of micromagnetics that can be run by its number.</summary>
/// <param name="Number">Number on the µMAG site.</param>
/// <param name="Subject">What it is about, in a few words.</param>
/// <param name="Cost">Time it takes, as a share of all.</param>
/// <param name="Run">Runs it.</param>
public sealed record StandardProblem(int Number, string Subject, double Cost, Func<ValidationContext, ProblemResult> Run)
{
    /// <summary>All that there are.</summary>
    public static IReadOnlyList<StandardProblem> All { get; } =
    [
        new(2, "hysteresis of a thin bar", 0.25, StandardProblem2.Run),
        new(3, "single-domain limit of a cube", 0.2, StandardProblem3.Run),
        new(4, "reversal of a film", 0.3, StandardProblem4.Run),
        new(5, "vortex under a current", 0.25, StandardProblem5.Run),
    ];
}

using MagHopfield.Reports;

namespace MagHopfield.Validation;

/// <summary>What the run of a standard problem hands out.</summary>
/// <param name="Number">Number of the problem.</param>
/// <param name="Title">Title.</param>
/// <param name="Text">What is computed and what it is compared with, in HTML.</param>
/// <param name="Comparisons">Published values beside ours.</param>
/// <param name="Plots">Plots, each with the name of its files and its caption.</param>
public sealed record ProblemResult(
    int Number, string Title, string Text, IReadOnlyList<Comparison> Comparisons, IReadOnlyList<(
        string Name, Figure Figure, string Caption)> Plots);

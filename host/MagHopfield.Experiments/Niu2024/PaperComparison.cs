namespace MagHopfield.Experiments.Niu2024;

/// <summary>A value of the paper beside ours.</summary>
/// <param name="Quantity">What is compared.</param>
/// <param name="Paper">The paper's value, with its unit.</param>
/// <param name="Ours">Ours, with its unit.</param>
/// <param name="Agrees">Whether ours agrees within what Quantity states.</param>
public sealed record PaperComparison(string Quantity, string Paper, string Ours, bool Agrees);

namespace MagHopfield.Studies.Records;

/// <summary>A value of the paper beside ours.</summary>
/// <param name="Claim">What the paper claims with it, and where; values of one claim stand together.</param>
/// <param name="Quantity">What is compared.</param>
/// <param name="Paper">The paper's value, with its unit.</param>
/// <param name="Ours">Ours, with its unit.</param>
/// <param name="Agrees">Whether ours agrees within what Quantity states.</param>
/// <param name="Miss">Difference from the paper's value in percent, where it prints a number; else empty.</param>
public sealed record StudyComparison(string Claim, string Quantity, string Paper, string Ours, bool Agrees, string Miss = "");

namespace MagHopfield.Hardware.Budget;

/// <summary>What one source adds to the error of G_ij.</summary>
/// <param name="Source">Source.</param>
/// <param name="Edge">Standard deviation of G12, G13, G24, G34, relative, rms of the four.</param>
/// <param name="Diagonal">Standard deviation of G14, G23, relative, rms of the two.</param>
/// <param name="IsBound">Whether the figures are bounds of a systematic error instead.</param>
public sealed record Contribution(ErrorSource Source, double Edge, double Diagonal, bool IsBound = false);

namespace MagHopfield.Problems.Parameters;

/// <summary>The demagnetising field.</summary>
/// <param name="Enabled">Whether it acts.</param>
/// <param name="PeriodicImages">Copies of the mesh on each side of a periodic axis.</param>
public sealed record DemagnetisationParameters(bool Enabled, int PeriodicImages);

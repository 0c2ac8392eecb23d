using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.EndToEnd;

/// <summary>One recall from a distorted pattern.</summary>
/// <param name="Start">Distorted pattern.</param>
/// <param name="Expected">The pattern it was made from: the trained one or its negative.</param>
/// <param name="Mode">Asynchronous or synchronous.</param>
/// <param name="Result">What the instrument recalled.</param>
/// <param name="OnPanel">What the LED panel showed afterwards.</param>
public sealed record RecallOutcome(Pattern Start, Pattern Expected, RecallMode Mode, RecallResult Result, Pattern OnPanel)
{
    /// <summary>
    /// Whether the memory came back and the panel shows it: the pattern that was distorted or its negative, which is the same memory
    /// (same energy; Niu 2024, "Number of independent configurations").
    /// </summary>
    public bool Right => Result.IsStable && Result.State.SameUpToSign(Expected) && OnPanel.SameAs(Result.State);

    /// <summary>Whether it came back with the sign it was distorted from.</summary>
    public bool SameSign => Right && Result.State.SameAs(Expected);
}

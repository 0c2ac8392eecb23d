using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Figure3;

/// <summary>What came of Fig. 3.</summary>
/// <param name="Parameters">What it ran with.</param>
/// <param name="Range">Range of each element over the seven patterns, in siemens.</param>
/// <param name="First">"+ - + -" to "+ + - -".</param>
/// <param name="Second">"+ + + -" to "+ - + +".</param>
public sealed record Figure3Result(Figure3Parameters Parameters, ReferenceConductance Range, TrainingCurve First, TrainingCurve Second)
{
    /// <summary>G_max − G_min in siemens of a pair over the seven patterns.</summary>
    /// <param name="pair">Number of the pair.</param>
    public double RangeOf(int pair) => Range.Maximum.ToPairs()[pair] - Range.Minimum.ToPairs()[pair];

    /// <summary>Mean range of the edges 12, 13, 24, 34 in siemens.</summary>
    public double Edge => ((int[])[0, 1, 4, 5]).Average(RangeOf);

    /// <summary>Mean range of the diagonals 14 and 23 in siemens.</summary>
    public double Diagonal => ((int[])[2, 3]).Average(RangeOf);
}

using MagHopfield.Shared;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>What came of Fig. 3.</summary>
/// <param name="Parameters">What it ran with.</param>
/// <param name="Range">Range of each element over the seven patterns, in siemens.</param>
/// <param name="First">"+ - + -" to "+ + - -".</param>
/// <param name="Second">"+ + + -" to "+ - + +".</param>
public sealed record Figure3Result(Figure3Parameters Parameters, ReferenceConductance Range, TrainingCurve First, TrainingCurve Second);

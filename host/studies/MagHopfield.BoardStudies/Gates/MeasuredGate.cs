using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.Gates;

/// <summary>A gate as the instrument measured it on the film (Niu et al., PNAS 2024, "Boolean logics operation").</summary>
/// <param name="Gate">Which gate was wanted.</param>
/// <param name="Trained">Pattern that was trained for it.</param>
/// <param name="Control">Input of node 1.</param>
/// <param name="Fields">V_1 w_14 + V_2 w_24 + V_3 w_34 in siemens for the inputs 00, 01, 10, 11 of nodes 2 and 3; positive is 1.</param>
/// <param name="Resolution">Field in siemens up to which the instrument takes it for 0.</param>
/// <param name="Outputs">Outputs of node 4 that the instrument gives, or null where a field is within the resolution.</param>
public sealed record MeasuredGate(
    LogicGate Gate, Pattern Trained, bool Control, IReadOnlyList<double> Fields, double Resolution, IReadOnlyList<bool>? Outputs)
{
    /// <summary>Whether the truth table is that of the gate.</summary>
    public bool Passes => Outputs is not null && Outputs.SequenceEqual(BooleanGate.TruthTable(Gate));

    /// <summary>Smallest |field| in siemens.</summary>
    public double Margin => Fields.Min(Math.Abs);
}

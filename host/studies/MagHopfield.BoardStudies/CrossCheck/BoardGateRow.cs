using MagHopfield.BoardStudies.Agreement;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>
/// A gate on board and simulator: trained, measured, its truth table read (Niu et al., PNAS 2024, "Boolean logics operation").
/// </summary>
/// <param name="Gate">The gate.</param>
/// <param name="Rows">G element by element.</param>
/// <param name="BoardControl">Control input (node 1) that the board chose.</param>
/// <param name="SimulatedControl">Control input that the simulator's weights choose.</param>
/// <param name="BoardTable">
/// Outputs for the inputs 00, 01, 10, 11 as "0001"; null where the board finds a field no larger than its uncertainty.
/// </param>
/// <param name="Fields">Fields at node 4 in siemens for the four inputs, of the simulator.</param>
/// <param name="Resolution">Field in siemens up to which it decides nothing.</param>
/// <param name="Tolerance">Largest difference in siemens between a field of board and simulator, by the weights that both state.</param>
public sealed record BoardGateRow(
    LogicGate Gate,
    IReadOnlyList<CrossCheckRow> Rows,
    bool BoardControl,
    bool SimulatedControl,
    string? BoardTable,
    IReadOnlyList<double> Fields,
    double Resolution,
    double Tolerance)
{
    /// <summary>Outputs of the simulator, or null.</summary>
    public string? SimulatedTable =>
        Fields.Any(f => Math.Abs(f) <= Resolution) ? null : string.Concat(Fields.Select(f => f > 0 ? '1' : '0'));

    /// <summary>Outputs that make the gate.</summary>
    public string WantedTable => string.Concat(BooleanGate.TruthTable(Gate).Select(b => b ? '1' : '0'));

    /// <summary>Whether the film is that gate on the board.</summary>
    public bool IsGate => BoardTable == WantedTable;

    /// <summary>Whether a field of the simulator is so near the uncertainty that the board may well see it on the other side.</summary>
    public bool IsClose => Fields.Any(f => Math.Abs(Math.Abs(f) - Resolution) <= Tolerance);

    /// <summary>Whether G, control input and table agree.</summary>
    public bool Passes => Rows.All(r => r.Passes) && BoardControl == SimulatedControl && (BoardTable == SimulatedTable || IsClose);
}

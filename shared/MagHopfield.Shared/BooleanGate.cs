using System;

namespace MagHopfield.Shared;

/// <summary>
/// A film of four nodes as a gate of two inputs (Niu et al., PNAS 2024, "Boolean logics operation"): node 1 is the control, nodes 2 and 3
/// are the inputs, node 4 gives sgn(V_1 w_14 + V_2 w_24 + V_3 w_34), + for true. A film that has learned "+ - - -" has w_24, w_34 above 0
/// and is AND or OR; one that has learned "+ - - +" has them below 0 and is NOR or NAND. Which of the two, the control decides by the sign
/// of w_14, and that is the film's own: in one that learns by eq. 2 it is that of V_1 V_4, in the paper's it is below 0 after both patterns
/// (magnetoresistance of the diagonal), so the control is taken from the weights and not from the pattern.
/// </summary>
public static class BooleanGate
{
    private const int Nodes = 4;
    private const int OutputNode = 3;

    /// <summary>Output of the gate.</summary>
    /// <param name="field">Weights, or the film itself.</param>
    /// <param name="control">Node 1.</param>
    /// <param name="first">Node 2.</param>
    /// <param name="second">Node 3.</param>
    /// <param name="fieldResolution">Field in siemens up to which it counts as 0; 0 for exact weights.</param>
    /// <exception cref="InvalidOperationException">The field at node 4 is 0: the film has learned no gate.</exception>
    public static bool Output(ILocalField field, bool control, bool first, bool second, double fieldResolution)
    {
        // The sign of node 4 itself does not enter its field.
        Pattern state = new Pattern(new sbyte[] { Sign(control), Sign(first), Sign(second), 1 });
        double value = field.LocalField(state, OutputNode);
        if (Math.Abs(value) <= fieldResolution)
        {
            throw new InvalidOperationException("The field at node 4 for \"" + state.ToString() + "\" is " + value.ToString()
                + " S, no more than its uncertainty of " + fieldResolution.ToString() + " S: train a gate first.");
        }

        return value > 0;
    }

    /// <summary>Outputs for the inputs 00, 01, 10, 11 (nodes 2 and 3).</summary>
    /// <param name="field">Weights, or the film itself.</param>
    /// <param name="control">Node 1.</param>
    /// <param name="fieldResolution">Field in siemens up to which it counts as 0; 0 for exact weights.</param>
    /// <exception cref="InvalidOperationException">A field at node 4 is 0: the film has learned no gate.</exception>
    public static bool[] TruthTable(ILocalField field, bool control, double fieldResolution)
    {
        bool[] table = new bool[Nodes];
        for (int row = 0; row < table.Length; row++)
            table[row] = Output(field, control, (row & 2) != 0, (row & 1) != 0, fieldResolution);

        return table;
    }

    /// <summary>Truth table of a gate for the inputs 00, 01, 10, 11.</summary>
    public static bool[] TruthTable(LogicGate gate) => gate switch
    {
        LogicGate.And => new bool[] { false, false, false, true },
        LogicGate.Or => new bool[] { false, true, true, true },
        LogicGate.Nand => new bool[] { true, true, true, false },
        _ => new bool[] { true, false, false, false },
    };

    /// <summary>Pattern to train for a gate.</summary>
    public static Pattern Training(LogicGate gate)
    {
        return gate == LogicGate.And || gate == LogicGate.Or
            ? new Pattern(new sbyte[] { 1, -1, -1, -1 })
            : new Pattern(new sbyte[] { 1, -1, -1, 1 });
    }

    /// <summary>
    /// Control input (node 1) that makes the trained film this gate: V_1 w_14 is below 0 for AND and NOR, whose output is 0 for inputs that
    /// differ, and above 0 for OR and NAND.
    /// </summary>
    /// <param name="gate">Gate.</param>
    /// <param name="field">Weights, or the film itself.</param>
    public static bool Control(LogicGate gate, ILocalField field)
    {
        double withTrue = field.LocalField(new Pattern(new sbyte[] { 1, -1, -1, 1 }), OutputNode);
        double withFalse = field.LocalField(new Pattern(new sbyte[] { -1, -1, -1, 1 }), OutputNode);
        return (gate == LogicGate.And || gate == LogicGate.Nor) == (withTrue < withFalse);
    }

    private static sbyte Sign(bool value) => (sbyte)(value ? 1 : -1);
}

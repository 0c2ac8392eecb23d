using System.Text;
using MagHopfield.Reports;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.Hardware.Spice;

/// <summary>
/// Writes a circuit of the virtual board as an ngspice deck: resistors and sources as they are, a conductor with several terminals as one
/// resistor for each pair, elements with a limit as current sources with min and max. Node n of the circuit is node n of the deck.
/// </summary>
public static class SpiceNetlist
{
    /// <summary>The deck; it writes the node voltages 1, 2, … in volts into a file.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="output">The file.</param>
    public static string OperatingPoint(NodalCircuit circuit, string output)
    {
        StringBuilder s = new("MagHopfield virtual board\n");
        int number = 0;
        foreach (CircuitElement element in circuit.Elements)
            Write(s, element, ref number);

        foreach (ILimitedElement element in circuit.LimitedElements)
            Add(s, $"B{++number} 0 {element.Node} I={Current(element)}");

        // Newton's iteration circles between the two sides of a limit without a guess; four digits of ours are only that.
        CircuitSolution guess = circuit.Solve();
        for (int node = 1; node < circuit.NodeCount; node++)
            Add(s, $".nodeset v({node})={guess.Voltage(node):G4}");

        // ngspice's own shunt conductance would show at 1 GΩ.
        s.Append(
            ".options gmin=1e-20 reltol=1e-12 abstol=1e-18 vntol=1e-15 itl1=1000\n.control\nset numdgt=15\nop\nwrdata ").Append(output);
        for (int node = 1; node < circuit.NodeCount; node++)
            Add(s, $" v({node})", "");

        return s.Append("\nquit\n.endc\n.end\n").ToString();
    }

    private static void Write(StringBuilder s, CircuitElement element, ref int number)
    {
        switch (element)
        {
            case ResistorElement r:
                Add(s, $"R{++number} {r.A} {r.B} {r.Ohms:R}");
                break;
            case CurrentSourceElement i when i.Amperes != 0:
                Add(s, $"I{++number} {i.From} {i.To} {i.Amperes:R}");
                break;
            case ConductorElement g:
                for (int i = 0; i < g.Nodes.Count; i++)
                {
                    // What a row lacks to a sum of 0 leaks to ground.
                    double leak = 0;
                    for (int j = 0; j < g.Nodes.Count; j++)
                    {
                        leak += g.Siemens(i, j);
                        if (j > i && g.Siemens(i, j) != 0)
                            Add(s, $"R{++number} {g.Nodes[i]} {g.Nodes[j]} {-1 / g.Siemens(i, j):R}");
                    }

                    if (Math.Abs(leak) > 1e-15)
                        Add(s, $"R{++number} {g.Nodes[i]} 0 {1 / leak:R}");
                }

                break;
        }
    }

    private static string Current(ILimitedElement element) => element switch
    {
        LimitedDriver d => Text($"min({d.Limit:R}, max({-d.Limit:R}, ({d.Volts:R} - V({d.Node})) * {1 / d.Ohms:R}))"),
        InputClamp c => Text($"(max({c.Low:R} - V({c.Node}), 0) - max(V({c.Node}) - {c.High:R}, 0)) * {1 / c.Ohms:R}"),
        CompliantCurrentSource { Current: >= 0 } i =>
            Text($"min({i.Current:R}, ({i.Limit:R} - V({i.Node})) * {1 / CompliantCurrentSource.OutputResistance:R})"),
        CompliantCurrentSource i =>
            Text($"max({i.Current:R}, ({i.Limit:R} - V({i.Node})) * {1 / CompliantCurrentSource.OutputResistance:R})"),
        _ => throw new ArgumentException($"No SPICE form of {element.GetType().Name} is known; add one."),
    };

    private static void Add(StringBuilder s, InvariantText text, string end = "\n") => s.Append(text.ToString()).Append(end);

    private static string Text(InvariantText text) => text.ToString();
}

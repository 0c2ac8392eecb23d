using System.Globalization;

namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>
/// A resistive circuit of conductances and current sources solved for its node voltages in volts by <see cref="ConductanceNetwork"/>.
/// Elements with a limit (<see cref="ILimitedElement"/>) are solved by active-set iteration: solve, let each element change its region,
/// until none does. Node 0 is ground.
/// </summary>
public sealed class NodalCircuit
{
    private const int MaximumIterations = 100;

    private readonly List<string> _names = ["ground"];
    private readonly List<CircuitElement> _elements = [];
    private readonly List<ILimitedElement> _limited = [];

    /// <summary>Number of nodes, ground included.</summary>
    public int NodeCount => _names.Count;

    /// <summary>The linear elements in the order in which they were added.</summary>
    public IReadOnlyList<CircuitElement> Elements => _elements;

    /// <summary>The elements with a limit.</summary>
    public IReadOnlyList<ILimitedElement> LimitedElements => _limited;

    /// <summary>Name of a node; "ground" for node 0.</summary>
    /// <param name="node">Its number.</param>
    public string NodeName(int node) => _names[node];

    /// <summary>Adds a node.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <returns>Its number.</returns>
    public int AddNode(string name)
    {
        _names.Add(name);
        return _names.Count - 1;
    }

    /// <summary>Joins two nodes by a resistor.</summary>
    /// <param name="a">A node.</param>
    /// <param name="b">A node.</param>
    /// <param name="ohms">Resistance in ohms, above 0.</param>
    public void AddResistor(int a, int b, double ohms)
    {
        if (!(ohms > 0))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"The resistor {_names[a]} – {_names[b]} has {ohms} Ω; give a resistance above 0."));
        }

        _elements.Add(new ResistorElement(a, b, ohms));
    }

    /// <summary>
    /// Joins two nodes by a resistor with a voltage in series, as a switch with its thermal EMF: V_a − V_b = emf + R·i, i from a to b.
    /// </summary>
    /// <param name="a">A node.</param>
    /// <param name="b">A node.</param>
    /// <param name="ohms">Resistance in ohms, above 0.</param>
    /// <param name="emf">Voltage of a over b at no current, in volts.</param>
    public void AddBranch(int a, int b, double ohms, double emf)
    {
        AddResistor(a, b, ohms);
        AddCurrentSource(b, a, emf / ohms);
    }

    /// <summary>An ideal current source.</summary>
    /// <param name="from">Node the current is drawn from.</param>
    /// <param name="to">Node the current is driven into.</param>
    /// <param name="amperes">Current in amperes.</param>
    public void AddCurrentSource(int from, int to, double amperes) =>
        _elements.Add(new CurrentSourceElement(from, to, amperes));

    /// <summary>A conductor with several terminals, I = G V, I into the conductor.</summary>
    /// <param name="nodes">Its terminals.</param>
    /// <param name="conductance">Element (row, column) of G in siemens.</param>
    public void AddConductor(IReadOnlyList<int> nodes, Func<int, int, double> conductance) =>
        _elements.Add(new ConductorElement(nodes, conductance));

    /// <summary>Adds an element with a limit.</summary>
    /// <param name="element">The element; it keeps its region from one iteration to the next.</param>
    public void AddLimited(ILimitedElement element) => _limited.Add(element);

    /// <summary>Solves the circuit.</summary>
    /// <exception cref="InvalidOperationException">A part of the circuit has no path to ground, or the limits
    /// admit no solution.</exception>
    public CircuitSolution Solve()
    {
        for (int iteration = 1; iteration <= MaximumIterations; iteration++)
        {
            CircuitSolution solution = SolveLinear(iteration);
            bool settled = true;
            foreach (ILimitedElement element in _limited)
                settled &= !element.Update(solution);

            if (settled)
                return solution;
        }

        throw new InvalidOperationException(
            $"The limits of the circuit admit no solution after {MaximumIterations} iterations; check sources and clamps.");
    }

    private CircuitSolution SolveLinear(int iteration)
    {
        double[] voltages = SolveNetwork();
        for (int i = 1; i < voltages.Length; i++)
        {
            if (!double.IsFinite(voltages[i]))
            {
                throw new InvalidOperationException(
                    $"The circuit has no solution at node {_names[i]}; give every part a path to ground.");
            }
        }

        return new CircuitSolution(voltages, Residual(voltages), iteration);
    }

    private double[] SolveNetwork()
    {
        ConductanceNetwork network = new(NodeCount);
        foreach (CircuitElement element in _elements)
        {
            switch (element)
            {
                case ResistorElement r:
                    network.Add(r.A, r.B, 1 / r.Ohms);
                    break;
                case CurrentSourceElement i:
                    network.Inject(i.From, -i.Amperes);
                    network.Inject(i.To, i.Amperes);
                    break;
                case ConductorElement g:
                    network.Add(g.Nodes, g.Siemens);
                    break;
            }
        }

        foreach (ILimitedElement element in _limited)
        {
            LimitedStamp now = element.Present;
            network.Add(element.Node, 0, now.Siemens);
            network.Inject(element.Node, now.Amperes);
        }

        return network.Solve();
    }

    // Kirchhoff's law with the elements themselves.
    private double Residual(double[] v)
    {
        double[] sum = new double[NodeCount];
        foreach (CircuitElement element in _elements)
        {
            switch (element)
            {
                case ResistorElement r:
                    Flow(sum, r.A, r.B, (v[r.A] - v[r.B]) / r.Ohms);
                    break;
                case CurrentSourceElement i:
                    Flow(sum, i.From, i.To, i.Amperes);
                    break;
                case ConductorElement g:
                    for (int i = 0; i < g.Nodes.Count; i++)
                    {
                        for (int j = 0; j < g.Nodes.Count; j++)
                            sum[g.Nodes[i]] -= g.Siemens(i, j) * v[g.Nodes[j]];
                    }

                    break;
            }
        }

        foreach (ILimitedElement element in _limited)
        {
            LimitedStamp now = element.Present;
            sum[element.Node] += now.Amperes - (now.Siemens * v[element.Node]);
        }

        return sum.Skip(1).Select(Math.Abs).DefaultIfEmpty(0).Max();
    }

    private static void Flow(double[] sum, int from, int to, double amperes)
    {
        sum[from] -= amperes;
        sum[to] += amperes;
    }
}

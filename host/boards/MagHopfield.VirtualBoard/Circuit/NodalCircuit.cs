using System.Globalization;

namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>
/// A resistive circuit of conductances and current sources solved for its node voltages in volts by <see cref="ConductanceNetwork"/>.
/// Elements with a limit (<see cref="ILimitedElement"/>) are solved by active-set iteration: solve, let each element change its region,
/// until none does. Node 0 is ground.
/// </summary>
public sealed class NodalCircuit
{
    // More solves than the limits of a sane circuit take; then each step is as long as brings the circuit closest.
    private const int Undamped = 20;
    private const int MaximumIterations = 200;
    private const int Halvings = 60;

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
    /// <exception cref="InvalidOperationException">A part of the circuit has no path to ground.</exception>
    public CircuitSolution Solve()
    {
        double[] at = [];
        for (int iteration = 1; iteration <= MaximumIterations; iteration++)
        {
            double[] voltages = SolveLinear();
            CircuitSolution solution = new(voltages, Residual(voltages), iteration);
            if (!Update(solution))
                return solution;
            if (iteration > Undamped)
                Update(new CircuitSolution(Damp(at, voltages), 0, iteration));
            at = voltages;
        }

        throw new InvalidOperationException(
            $"The limits of the circuit admit no solution after {MaximumIterations} iterations; check sources and clamps.");
    }

    // Lets every element change its region; says whether one did.
    private bool Update(CircuitSolution solution)
    {
        bool changed = false;
        foreach (ILimitedElement element in _limited)
            changed |= element.Update(solution);

        return changed;
    }

    // Whole steps can go round in a circle, as where drivers of both signs limit into a short. The currents of all elements fall as their
    // voltages rise, so that what is left at the nodes is the slope of a convex function: the step that ends where that slope along it
    // is 0 always comes closer (J. Katzenelson, Bell Syst. Tech. J. 44, 1605 (1965), on such circuits). Shortens the step so.
    private double[] Damp(double[] from, double[] to)
    {
        double[] trial = new double[to.Length];
        double Slope(double share)
        {
            for (int i = 0; i < to.Length; i++)
                trial[i] = from[i] + (share * (to[i] - from[i]));
            double[] left = Balance(trial, element => element.Amperes(trial[element.Node]));
            double slope = 0;
            for (int i = 1; i < to.Length; i++)
                slope -= left[i] * (to[i] - from[i]);
            return slope;
        }

        if (Slope(1) <= 0)
            return to;
        double low = 0, high = 1;
        for (int k = 0; k < Halvings; k++)
        {
            double middle = (low + high) / 2;
            if (Slope(middle) <= 0)
                low = middle;
            else
                high = middle;
        }

        Slope(high);
        trial.CopyTo(to, 0);
        return to;
    }

    private double[] SolveLinear()
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

        return voltages;
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
    private double Residual(double[] v) =>
        Balance(
            v,
            element =>
                element.Present.Amperes - (element.Present.Siemens * v[element.Node])).Skip(1).Select(Math.Abs).DefaultIfEmpty(0).Max();

    // Current into each node, in amperes.
    private double[] Balance(double[] v, Func<ILimitedElement, double> limited)
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
            sum[element.Node] += limited(element);

        return sum;
    }

    private static void Flow(double[] sum, int from, int to, double amperes)
    {
        sum[from] -= amperes;
        sum[to] += amperes;
    }
}

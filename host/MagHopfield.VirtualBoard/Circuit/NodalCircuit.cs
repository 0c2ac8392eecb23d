using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>
/// A resistive circuit solved by modified nodal analysis (Ho, Ruehli and Brennan, IEEE Trans. Circuits Syst. 22, 504 (1975)):
/// unknowns are the node voltages in volts and the currents of the ideal voltage sources in amperes. Elements with a limit
/// (<see cref="ILimitedElement"/>) are solved by active-set iteration: solve, let each element change its region, until none does.
/// Node 0 is ground.
/// </summary>
public sealed class NodalCircuit
{
    private const int MaximumIterations = 100;

    private readonly List<string> _names = ["ground"];
    private readonly List<Stamp> _stamps = [];
    private readonly List<ILimitedElement> _limited = [];
    private int _sources;

    private delegate void Stamp(DenseMatrix matrix, double[] right);

    /// <summary>Number of nodes, ground included.</summary>
    public int NodeCount => _names.Count;

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

        _stamps.Add((matrix, _) => Conductance(matrix, a, b, 1 / ohms));
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
        _stamps.Add((_, right) =>
        {
            Inject(right, from, -amperes);
            Inject(right, to, amperes);
        });

    /// <summary>An ideal voltage source.</summary>
    /// <param name="plus">Positive node.</param>
    /// <param name="minus">Negative node.</param>
    /// <param name="volts">V_plus − V_minus in volts.</param>
    /// <returns>Number of the source, for <see cref="CircuitSolution.SourceCurrent"/>.</returns>
    public int AddVoltageSource(int plus, int minus, double volts)
    {
        int source = _sources++;
        _stamps.Add((matrix, right) =>
        {
            int row = NodeCount - 1 + source;
            Place(matrix, row, plus, 1);
            Place(matrix, row, minus, -1);
            right[row] += volts;
        });
        return source;
    }

    /// <summary>A conductor with several terminals, I = G V, I into the conductor.</summary>
    /// <param name="nodes">Its terminals.</param>
    /// <param name="conductance">Element (row, column) of G in siemens.</param>
    public void AddConductor(IReadOnlyList<int> nodes, Func<int, int, double> conductance) =>
        _stamps.Add((matrix, _) =>
        {
            for (int i = 0; i < nodes.Count; i++)
            {
                for (int j = 0; j < nodes.Count; j++)
                {
                    if (nodes[i] != 0 && nodes[j] != 0)
                    {
                        matrix[nodes[i] - 1, nodes[j] - 1] += conductance(i, j);
                    }
                }
            }
        });

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
            {
                settled &= !element.Update(solution);
            }

            if (settled)
            {
                return solution;
            }
        }

        throw new InvalidOperationException(
            $"The limits of the circuit admit no solution after {MaximumIterations} iterations; check sources and clamps.");
    }

    private CircuitSolution SolveLinear(int iteration)
    {
        int nodes = NodeCount - 1;
        int size = nodes + _sources;
        DenseMatrix matrix = new(size, size);
        double[] right = new double[size];
        foreach (Stamp stamp in _stamps)
        {
            stamp(matrix, right);
        }

        foreach (ILimitedElement element in _limited)
        {
            LimitedStamp now = element.Present;
            Conductance(matrix, element.Node, 0, now.Siemens);
            Inject(right, element.Node, now.Amperes);
        }

        Vector<double> x = matrix.LU().Solve(DenseVector.OfArray(right));
        double[] voltages = new double[NodeCount];
        for (int i = 0; i < nodes; i++)
        {
            voltages[i + 1] = x[i];
            if (!double.IsFinite(x[i]))
            {
                throw new InvalidOperationException(
                    $"The circuit has no solution at node {_names[i + 1]}; give every part a path to ground.");
            }
        }

        double[] currents = new double[_sources];
        for (int i = 0; i < _sources; i++)
        {
            currents[i] = x[nodes + i];
        }

        double residual = (matrix * x - DenseVector.OfArray(right)).SubVector(0, Math.Max(nodes, 1)).InfinityNorm();
        return new CircuitSolution(voltages, currents, residual, iteration);
    }

    private static void Conductance(DenseMatrix matrix, int a, int b, double siemens)
    {
        if (a != 0)
        {
            matrix[a - 1, a - 1] += siemens;
        }

        if (b != 0)
        {
            matrix[b - 1, b - 1] += siemens;
        }

        if (a != 0 && b != 0)
        {
            matrix[a - 1, b - 1] -= siemens;
            matrix[b - 1, a - 1] -= siemens;
        }
    }

    private static void Inject(double[] right, int node, double amperes)
    {
        if (node != 0)
        {
            right[node - 1] += amperes;
        }
    }

    private static void Place(DenseMatrix matrix, int row, int node, double sign)
    {
        if (node != 0)
        {
            matrix[row, node - 1] += sign;
            matrix[node - 1, row] += sign;
        }
    }
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>
/// Solves a network of conductances and current sources by eliminating one node after another: a node with conductances g_a to its
/// neighbours, Σ their sum with the one to ground, leaves g_a g_b/Σ between each two of them (star to mesh; Gaussian elimination of the
/// nodal equations, the diagonal never formed but summed from what is left, so that a path to ground of nanosiemens beside siemens loses
/// no digits, as in Grassmann, Taksar and Heyman, Oper. Res. 33, 1107 (1985)). Nodes of few neighbours go first, as lists; what remains
/// is eliminated as a full matrix. For a board of 64 nodes 388 unknowns leave 132.
/// </summary>
internal sealed class ConductanceNetwork
{
    private const int MostNeighbours = 8;

    private readonly List<(int Node, double Siemens)>[] _neighbours;
    private readonly double[] _ground;
    private readonly double[] _injected;
    private readonly bool[] _full;
    private readonly List<(IReadOnlyList<int> Nodes, Func<int, int, double> Siemens)> _conductors = [];

    /// <summary>A network of nodes 1 … <paramref name="nodeCount"/> − 1; node 0 is ground.</summary>
    public ConductanceNetwork(int nodeCount)
    {
        _neighbours = new List<(int, double)>[nodeCount];
        for (int i = 0; i < nodeCount; i++)
            _neighbours[i] = [];

        _ground = new double[nodeCount];
        _injected = new double[nodeCount];
        _full = new bool[nodeCount];
    }

    /// <summary>Adds a conductance in siemens between two nodes.</summary>
    public void Add(int a, int b, double siemens)
    {
        if (a == b)
            return;

        if (a == 0 || b == 0)
        {
            _ground[a + b] += siemens;
            return;
        }

        AddTo(_neighbours[a], b, siemens);
        AddTo(_neighbours[b], a, siemens);
    }

    /// <summary>Adds a current in amperes into a node.</summary>
    public void Inject(int node, double amperes) => _injected[node] += amperes;

    /// <summary>Adds a conductor of several terminals.</summary>
    public void Add(IReadOnlyList<int> nodes, Func<int, int, double> siemens)
    {
        if (nodes.Count > MostNeighbours && nodes.All(n => n != 0) && nodes.Distinct().Count() == nodes.Count)
        {
            _conductors.Add((nodes, siemens));
            foreach (int node in nodes)
                _full[node] = true;

            return;
        }

        for (int i = 0; i < nodes.Count; i++)
        {
            double sum = siemens(i, i);
            for (int j = 0; j < nodes.Count; j++)
            {
                if (j != i)
                    sum += siemens(i, j);

                if (j < i)
                    Add(nodes[i], nodes[j], -siemens(i, j));
            }

            Add(nodes[i], 0, sum);
        }
    }

    /// <summary>Solves.</summary>
    /// <returns>Voltages of all nodes, NaN at the nodes of a part without a path to ground.</returns>
    public double[] Solve()
    {
        List<(int Node, (int Node, double Siemens)[] Neighbours, double Sum)> eliminated = [];
        bool[] gone = new bool[_ground.Length];
        gone[0] = true;
        bool progress = true;
        while (progress)
        {
            progress = false;
            for (int node = 1; node < gone.Length; node++)
            {
                if (!gone[node] && !_full[node] && _neighbours[node].Count <= MostNeighbours)
                {
                    gone[node] = true;
                    progress = true;
                    eliminated.Add((node, [.. _neighbours[node]], Eliminate(node)));
                }
            }
        }

        double[] volts = SolveRest([.. Enumerable.Range(1, gone.Length - 1).Where(n => !gone[n])]);
        for (int e = eliminated.Count - 1; e >= 0; e--)
        {
            (int node, (int Node, double Siemens)[] neighbours, double sum) = eliminated[e];
            double current = _injected[node];
            foreach ((int other, double siemens) in neighbours)
                current += siemens * volts[other];

            volts[node] = sum > 0 ? current / sum : double.NaN;
        }

        return volts;
    }

    private static void AddTo(List<(int Node, double Siemens)> list, int node, double siemens)
    {
        foreach (ref (int Node, double Siemens) entry in CollectionsMarshal.AsSpan(list))
        {
            if (entry.Node == node)
            {
                entry.Siemens += siemens;
                return;
            }
        }

        list.Add((node, siemens));
    }

    private double Eliminate(int node)
    {
        List<(int Node, double Siemens)> neighbours = _neighbours[node];
        double sum = _ground[node];
        foreach ((_, double siemens) in neighbours)
            sum += siemens;

        for (int i = 0; i < neighbours.Count; i++)
        {
            (int a, double siemens) = neighbours[i];
            _neighbours[a].RemoveAll(n => n.Node == node);
            if (!(sum > 0))
                continue;

            double share = siemens / sum;
            _ground[a] += share * _ground[node];
            _injected[a] += share * _injected[node];
            for (int j = 0; j < i; j++)
                Add(a, neighbours[j].Node, share * neighbours[j].Siemens);
        }

        return sum;
    }

    private double[] SolveRest(int[] nodes)
    {
        int m = nodes.Length;
        double[] volts = new double[_ground.Length];
        int[] place = new int[_ground.Length];
        double[][] rows = new double[m][];
        double[] ground = new double[m];
        double[] injected = new double[m];
        for (int i = 0; i < m; i++)
        {
            place[nodes[i]] = i;
            rows[i] = new double[i];
            ground[i] = _ground[nodes[i]];
            injected[i] = _injected[nodes[i]];
        }

        for (int i = 0; i < m; i++)
        {
            foreach ((int other, double siemens) in _neighbours[nodes[i]])
            {
                int j = place[other];
                if (j < i)
                    rows[i][j] += siemens;
            }
        }

        foreach ((IReadOnlyList<int> terminals, Func<int, int, double> siemens) in _conductors)
            AddConductor(terminals, siemens, place, rows, ground);

        double[] sums = new double[m];
        for (int k = m - 1; k >= 0; k--)
        {
            double[] pivot = rows[k];
            double sum = ground[k];
            foreach (double siemens in pivot)
                sum += siemens;

            sums[k] = sum;
            for (int i = 0; i < k && sum > 0; i++)
            {
                double share = pivot[i] / sum;
                if (share != 0)
                {
                    ground[i] += share * ground[k];
                    injected[i] += share * injected[k];
                    AddMultiple(rows[i], pivot, share);
                }
            }
        }

        for (int k = 0; k < m; k++)
        {
            double current = injected[k];
            for (int j = 0; j < k; j++)
                current += rows[k][j] * volts[nodes[j]];

            volts[nodes[k]] = sums[k] > 0 ? current / sums[k] : double.NaN;
        }

        return volts;
    }

    private static void AddConductor(
        IReadOnlyList<int> terminals, Func<int, int, double> siemens, int[] place, double[][] rows, double[] ground)
    {
        for (int i = 0; i < terminals.Count; i++)
        {
            int row = place[terminals[i]];
            double sum = 0;
            for (int j = 0; j < terminals.Count; j++)
            {
                double g = siemens(i, j);
                sum += g;
                int column = place[terminals[j]];
                if (column < row)
                    rows[row][column] -= g;
            }

            ground[row] += sum;
        }
    }

    // y += factor × the first values of x, as many as y has.
    private static void AddMultiple(double[] y, double[] x, double factor)
    {
        int width = Vector<double>.Count;
        Vector<double> f = new(factor);
        int i = 0;
        for (; i <= y.Length - width; i += width)
            (new Vector<double>(y, i) + (f * new Vector<double>(x, i))).CopyTo(y, i);

        for (; i < y.Length; i++)
            y[i] += factor * x[i];
    }
}

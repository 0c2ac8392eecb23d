using MagHopfield.Devices;
using MagHopfield.Shared;

namespace MagHopfield.VirtualBoard.Tests;

/// <summary>A film of fixed conductance that remembers the pulses it gets.</summary>
internal sealed class StubFilm : IMagneticDevice
{
    public StubFilm(ConductanceMatrix film, ConductanceMatrix? gold)
    {
        Conductance = film;
        GoldConductance = gold;
    }

    public int NodeCount => Conductance.NodeCount;

    public ConductanceMatrix Conductance { get; set; }

    public ConductanceMatrix? GoldConductance { get; }

    public List<(double[] Voltages, double Width, double Rise)> Pulses { get; } = [];

    /// <summary>G after "+ - + -" (Niu et al., PNAS 2024, eq. 1), gold of 50 Ω between each two terminals.</summary>
    public static StubFilm Niu2024() => new(
        ConductanceMatrix.FromPairs(4, [-0.066, -0.066, -0.046, -0.041, -0.065, -0.066]),
        ConductanceMatrix.FromPairs(4, [.. Enumerable.Repeat(-0.02, 6)]));

    public static StubFilm Uniform(int nodes) => new(
        ConductanceMatrix.FromPairs(nodes, [.. Enumerable.Repeat(-0.2 / nodes, nodes * (nodes - 1) / 2)]),
        ConductanceMatrix.FromPairs(nodes, [.. Enumerable.Repeat(-0.08 / nodes, nodes * (nodes - 1) / 2)]));

    /// <summary>
    /// A square array of nodes in a plane conductor: 0.05 S between neighbours, 1/d⁴ of it at d times their distance, so that opposite
    /// corners are coupled ten thousand times less.
    /// </summary>
    public static StubFilm Array(int side)
    {
        int n = side * side;
        double[] pairs = new double[n * (n - 1) / 2];
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                int square = (((i % side) - (j % side)) * ((i % side) - (j % side)))
                    + (((i / side) - (j / side)) * ((i / side) - (j / side)));
                pairs[ConductanceMatrix.PairIndex(i, j, n)] = -0.05 / (square * square);
            }
        }

        return new StubFilm(ConductanceMatrix.FromPairs(n, pairs), ConductanceMatrix.FromPairs(n, [.. pairs.Select(g => 0.4 * g)]));
    }

    /// <summary>Largest element, in siemens, of the two rows of a pair.</summary>
    public double LargestOfRows(int pair)
    {
        int n = NodeCount;
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                if (ConductanceMatrix.PairIndex(i, j, n) == pair)
                {
                    return Enumerable.Range(0, n)
                        .Max(k => Math.Max(k == i ? 0 : Math.Abs(Conductance[i, k]), k == j ? 0 : Math.Abs(Conductance[j, k])));
                }
            }
        }

        throw new ArgumentOutOfRangeException(nameof(pair));
    }

    public void Drive(ITerminalDrive drive, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (Plateau pulse in Plateau.Of(drive, GoldConductance ?? Conductance))
            Pulses.Add((pulse.Voltages, pulse.Width, pulse.Rise));
    }
}

using MagHopfield.Film;
using MagHopfield.Shared;

namespace MagHopfield.VirtualBoard.Tests;

/// <summary>A film of fixed conductance that remembers the pulses it gets.</summary>
internal sealed class StubFilm : ISelfLearningFilm
{
    public StubFilm(ConductanceMatrix film, ConductanceMatrix gold)
    {
        Conductance = film;
        GoldConductance = gold;
    }

    public int NodeCount => Conductance.NodeCount;

    public ConductanceMatrix Conductance { get; set; }

    public ConductanceMatrix GoldConductance { get; }

    public List<(double[] Voltages, double Width)> Pulses { get; } = [];

    /// <summary>G after "+ - + -" (Niu et al., PNAS 2024, eq. 1), gold of 50 Ω between each two terminals.</summary>
    public static StubFilm Niu2024() => new(
        ConductanceMatrix.FromPairs(4, [-0.066, -0.066, -0.046, -0.041, -0.065, -0.066]),
        ConductanceMatrix.FromPairs(4, [.. Enumerable.Repeat(-0.02, 6)]));

    public static StubFilm Uniform(int nodes) => new(
        ConductanceMatrix.FromPairs(nodes, [.. Enumerable.Repeat(-0.2 / nodes, nodes * (nodes - 1) / 2)]),
        ConductanceMatrix.FromPairs(nodes, [.. Enumerable.Repeat(-0.08 / nodes, nodes * (nodes - 1) / 2)]));

    public void ApplyPulse(IReadOnlyList<double> voltages, double width, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Pulses.Add(([.. voltages], width));
    }
}

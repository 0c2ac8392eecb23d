using MagHopfield.Film;
using MagHopfield.Shared;

namespace MagHopfield.Hardware.Scaling;

/// <summary>Resistors of N/0.2 Ω between any two of N nodes, in film and gold: to measure how long a board of N nodes takes.</summary>
internal sealed class UniformFilm : ISelfLearningFilm
{
    private const double Siemens = 0.2;

    public UniformFilm(int nodes)
    {
        NodeCount = nodes;
        Conductance = ConductanceMatrix.FromPairs(nodes, [.. Enumerable.Repeat(-Siemens / nodes, nodes * (nodes - 1) / 2)]);
    }

    /// <inheritdoc/>
    public int NodeCount { get; }

    /// <inheritdoc/>
    public ConductanceMatrix Conductance { get; }

    /// <inheritdoc/>
    public ConductanceMatrix GoldConductance => Conductance;

    /// <summary>Does nothing: resistors do not learn.</summary>
    public void ApplyPulse(IReadOnlyList<double> voltages, double width, double rise, CancellationToken cancellation)
    {
    }
}

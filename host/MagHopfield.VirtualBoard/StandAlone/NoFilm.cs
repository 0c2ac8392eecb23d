using MagHopfield.Film;
using MagHopfield.Shared;

namespace MagHopfield.VirtualBoard.StandAlone;

/// <summary>Sockets with nothing in them: neither film nor gold layer, 0 S between all electrodes.</summary>
/// <param name="nodeCount">Nodes that the board has, 2 … 64.</param>
public sealed class NoFilm(int nodeCount) : ISelfLearningFilm
{
    /// <inheritdoc/>
    public int NodeCount => nodeCount;

    /// <inheritdoc/>
    public ConductanceMatrix Conductance { get; } = new(nodeCount);

    /// <inheritdoc/>
    public ConductanceMatrix GoldConductance { get; } = new(nodeCount);

    /// <inheritdoc/>
    public void ApplyPulse(IReadOnlyList<double> voltages, double width, double rise, CancellationToken cancellation)
    {
        // There is nothing that could learn.
    }
}

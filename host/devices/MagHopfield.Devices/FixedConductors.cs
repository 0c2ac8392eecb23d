using MagHopfield.Shared;

namespace MagHopfield.Devices;

/// <summary>A device that conducts and changes by nothing: resistors, or sockets with nothing in them.</summary>
/// <param name="conductance">Conductance matrix between the electrodes in siemens.</param>
/// <param name="gold">That of the gold layer in siemens, or null for none.</param>
public sealed class FixedConductors(ConductanceMatrix conductance, ConductanceMatrix? gold) : IMagneticDevice
{
    /// <summary>Sockets with nothing in them: 0 S between all electrodes and all terminals of the gold layer.</summary>
    /// <param name="nodeCount">Number of nodes N.</param>
    public static FixedConductors None(int nodeCount) => new(new(nodeCount), new(nodeCount));

    /// <summary>Resistors of N/<paramref name="siemens"/> between any two of N nodes, in film and gold.</summary>
    /// <param name="nodeCount">Number of nodes N.</param>
    /// <param name="siemens">N times the conductance between two nodes in siemens.</param>
    public static FixedConductors Uniform(int nodeCount, double siemens)
    {
        ConductanceMatrix g = ConductanceMatrix.FromPairs(
            nodeCount, [.. Enumerable.Repeat(-siemens / nodeCount, nodeCount * (nodeCount - 1) / 2)]);
        return new(g, g);
    }

    /// <inheritdoc/>
    public int NodeCount => Conductance.NodeCount;

    /// <inheritdoc/>
    public ConductanceMatrix Conductance { get; } = conductance;

    /// <inheritdoc/>
    public ConductanceMatrix? GoldConductance { get; } = gold;

    /// <inheritdoc/>
    public void Drive(ITerminalDrive drive, CancellationToken cancellation) => this.CheckTerminals(drive);
}

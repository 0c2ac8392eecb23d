namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>Voltages and currents of a solved circuit.</summary>
public sealed class CircuitSolution
{
    private readonly double[] _voltages;
    private readonly double[] _currents;

    internal CircuitSolution(double[] voltages, double[] currents, double residual, int iterations)
    {
        _voltages = voltages;
        _currents = currents;
        LargestResidual = residual;
        Iterations = iterations;
    }

    /// <summary>Largest sum of currents at a node, in amperes; Kirchhoff's law asks for 0.</summary>
    public double LargestResidual { get; }

    /// <summary>Linear solves it took until the limits were settled.</summary>
    public int Iterations { get; }

    /// <summary>Voltage of a node against ground in volts.</summary>
    /// <param name="node">Its number; 0 is ground.</param>
    public double Voltage(int node) => _voltages[node];

    /// <summary>Current through a voltage source from its positive node through the source to its negative one, in amperes.</summary>
    /// <param name="source">Number of the source.</param>
    public double SourceCurrent(int source) => _currents[source];
}

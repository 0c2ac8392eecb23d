namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>Voltages of a solved circuit.</summary>
public sealed class CircuitSolution
{
    private readonly double[] _voltages;

    internal CircuitSolution(double[] voltages, double residual, int iterations)
    {
        _voltages = voltages;
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
}

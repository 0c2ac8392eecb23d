namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>What a limited element is in its present region: a conductance to ground with a current into its node.</summary>
/// <param name="Siemens">Conductance to ground in siemens.</param>
/// <param name="Amperes">Current into the node in amperes.</param>
public readonly record struct LimitedStamp(double Siemens, double Amperes);

/// <summary>
/// A piecewise linear element between a node and ground. Its current must fall, or stay, as its voltage rises, so that the
/// iteration over the regions ends.
/// </summary>
public interface ILimitedElement
{
    /// <summary>The node.</summary>
    int Node { get; }

    /// <summary>The element in its present region.</summary>
    LimitedStamp Present { get; }

    /// <summary>Current into the node in amperes, by the region that belongs to a voltage.</summary>
    /// <param name="volts">Voltage of the node in volts.</param>
    double Amperes(double volts);

    /// <summary>Changes the region where a solution lies outside it.</summary>
    /// <param name="solution">A solution of the circuit with the present regions.</param>
    /// <returns>Whether the region changed.</returns>
    bool Update(CircuitSolution solution);
}

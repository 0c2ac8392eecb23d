namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>A voltage source with output resistance that turns into a current source at its limit, either way.</summary>
public sealed class LimitedDriver : ILimitedElement
{
    private int _region;

    /// <summary>A driver from ground into a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="volts">Voltage at no load in volts.</param>
    /// <param name="ohms">Output resistance in ohms, above 0.</param>
    /// <param name="limit">Largest current either way in amperes, above 0.</param>
    public LimitedDriver(int node, double volts, double ohms, double limit)
    {
        Node = node;
        Volts = volts;
        Ohms = ohms;
        Limit = limit;
    }

    /// <inheritdoc/>
    public int Node { get; }

    /// <summary>Voltage at no load in volts.</summary>
    public double Volts { get; }

    /// <summary>Output resistance in ohms.</summary>
    public double Ohms { get; }

    /// <summary>Largest current either way in amperes.</summary>
    public double Limit { get; }

    /// <summary>Whether the driver is in current limit.</summary>
    public bool Limited => _region != 0;

    /// <inheritdoc/>
    public LimitedStamp Present => _region == 0 ? new LimitedStamp(1 / Ohms, Volts / Ohms) : new LimitedStamp(0, _region * Limit);

    /// <summary>Current out of the driver in amperes.</summary>
    /// <param name="solution">The circuit's solution.</param>
    public double Current(CircuitSolution solution) => _region == 0 ? (Volts - solution.Voltage(Node)) / Ohms : _region * Limit;

    /// <inheritdoc/>
    public double Amperes(double volts) => Math.Clamp((Volts - volts) / Ohms, -Limit, Limit);

    /// <inheritdoc/>
    public bool Update(CircuitSolution solution)
    {
        double offered = (Volts - solution.Voltage(Node)) / Ohms;
        int region = offered > Limit ? 1 : offered < -Limit ? -1 : 0;
        bool changed = region != _region;
        _region = region;
        return changed;
    }
}

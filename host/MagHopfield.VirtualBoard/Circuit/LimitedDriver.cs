namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>A voltage source with output resistance that turns into a current source at its limit, either way.</summary>
public sealed class LimitedDriver : ILimitedElement
{
    private readonly double _volts;
    private readonly double _ohms;
    private readonly double _limit;
    private int _region;

    /// <summary>A driver from ground into a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="volts">Voltage at no load in volts.</param>
    /// <param name="ohms">Output resistance in ohms, above 0.</param>
    /// <param name="limit">Largest current either way in amperes, above 0.</param>
    public LimitedDriver(int node, double volts, double ohms, double limit)
    {
        Node = node;
        _volts = volts;
        _ohms = ohms;
        _limit = limit;
    }

    /// <inheritdoc/>
    public int Node { get; }

    /// <summary>Whether the driver is in current limit.</summary>
    public bool Limited => _region != 0;

    /// <inheritdoc/>
    public LimitedStamp Present => _region == 0 ? new LimitedStamp(1 / _ohms, _volts / _ohms) : new LimitedStamp(0, _region * _limit);

    /// <summary>Current out of the driver in amperes.</summary>
    /// <param name="solution">The circuit's solution.</param>
    public double Current(CircuitSolution solution) => _region == 0 ? (_volts - solution.Voltage(Node)) / _ohms : _region * _limit;

    /// <inheritdoc/>
    public bool Update(CircuitSolution solution)
    {
        double offered = (_volts - solution.Voltage(Node)) / _ohms;
        int region = offered > _limit ? 1 : offered < -_limit ? -1 : 0;
        bool changed = region != _region;
        _region = region;
        return changed;
    }
}

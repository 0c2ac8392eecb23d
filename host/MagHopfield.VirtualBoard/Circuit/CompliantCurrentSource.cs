namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>
/// A current source that cannot lift its node above a voltage: beyond it the source is a small resistance to that voltage. A negative
/// current is a sink with a lower limit.
/// </summary>
public sealed class CompliantCurrentSource : ILimitedElement
{
    private const double OutputResistance = 10;

    private readonly double _current;
    private readonly double _limit;
    private bool _saturated;

    /// <summary>A source from ground into a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="current">Current in amperes.</param>
    /// <param name="limit">Voltage it can reach, in volts.</param>
    public CompliantCurrentSource(int node, double current, double limit)
    {
        Node = node;
        _current = current;
        _limit = limit;
    }

    /// <inheritdoc/>
    public int Node { get; }

    /// <summary>Whether the node is at the limit.</summary>
    public bool Saturated => _saturated;

    /// <inheritdoc/>
    public LimitedStamp Present =>
        _saturated ? new LimitedStamp(1 / OutputResistance, _limit / OutputResistance) : new LimitedStamp(0, _current);

    /// <inheritdoc/>
    public bool Update(CircuitSolution solution)
    {
        // The region where the source's line (limit − V)/R carries less than its current is the saturated one.
        double offered = (_limit - solution.Voltage(Node)) / OutputResistance;
        bool saturated = _current >= 0 ? offered < _current : offered > _current;
        bool changed = saturated != _saturated;
        _saturated = saturated;
        return changed;
    }
}

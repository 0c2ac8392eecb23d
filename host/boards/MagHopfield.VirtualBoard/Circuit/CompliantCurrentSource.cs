namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>
/// A current source that cannot lift its node above a voltage: beyond it the source is a small resistance to that voltage. A negative
/// current is a sink with a lower limit.
/// </summary>
public sealed class CompliantCurrentSource : ILimitedElement
{
    /// <summary>Resistance beyond the limit, in ohms.</summary>
    public const double OutputResistance = 10;

    private bool _saturated;

    /// <summary>A source from ground into a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="current">Current in amperes.</param>
    /// <param name="limit">Voltage it can reach, in volts.</param>
    public CompliantCurrentSource(int node, double current, double limit)
    {
        Node = node;
        Current = current;
        Limit = limit;
    }

    /// <inheritdoc/>
    public int Node { get; }

    /// <summary>Current in amperes.</summary>
    public double Current { get; }

    /// <summary>Voltage it can reach, in volts.</summary>
    public double Limit { get; }

    /// <summary>Whether the node is at the limit.</summary>
    public bool Saturated => _saturated;

    /// <inheritdoc/>
    public LimitedStamp Present =>
        _saturated ? new LimitedStamp(1 / OutputResistance, Limit / OutputResistance) : new LimitedStamp(0, Current);

    /// <inheritdoc/>
    public double Amperes(double volts)
    {
        double offered = (Limit - volts) / OutputResistance;
        return Current >= 0 ? Math.Min(Current, offered) : Math.Max(Current, offered);
    }

    /// <inheritdoc/>
    public bool Update(CircuitSolution solution)
    {
        // The region where the source's line (limit − V)/R carries less than its current is the saturated one.
        double offered = (Limit - solution.Voltage(Node)) / OutputResistance;
        bool saturated = Current >= 0 ? offered < Current : offered > Current;
        bool changed = saturated != _saturated;
        _saturated = saturated;
        return changed;
    }
}

namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>Protection diodes of a chip's input: beyond either supply by a diode's drop a small resistance holds the node.</summary>
public sealed class InputClamp : ILimitedElement
{
    private readonly double _low;
    private readonly double _high;
    private readonly double _ohms;
    private int _region;

    /// <summary>Clamps a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="low">Voltage below which it conducts, in volts.</param>
    /// <param name="high">Voltage above which it conducts, in volts.</param>
    /// <param name="ohms">Resistance while it conducts, in ohms.</param>
    public InputClamp(int node, double low, double high, double ohms)
    {
        Node = node;
        _low = low;
        _high = high;
        _ohms = ohms;
    }

    /// <inheritdoc/>
    public int Node { get; }

    /// <summary>Whether the clamp conducts.</summary>
    public bool Conducts => _region != 0;

    /// <inheritdoc/>
    public LimitedStamp Present => _region switch
    {
        > 0 => new LimitedStamp(1 / _ohms, _high / _ohms),
        < 0 => new LimitedStamp(1 / _ohms, _low / _ohms),
        _ => default,
    };

    /// <inheritdoc/>
    public bool Update(CircuitSolution solution)
    {
        double volts = solution.Voltage(Node);
        int region = volts > _high ? 1 : volts < _low ? -1 : 0;
        bool changed = region != _region;
        _region = region;
        return changed;
    }
}

namespace MagHopfield.VirtualBoard.Circuit;

/// <summary>Protection diodes of a chip's input: beyond either supply by a diode's drop a small resistance holds the node.</summary>
public sealed class InputClamp : ILimitedElement
{
    private int _region;

    /// <summary>Clamps a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="low">Voltage below which it conducts, in volts.</param>
    /// <param name="high">Voltage above which it conducts, in volts.</param>
    /// <param name="ohms">Resistance while it conducts, in ohms.</param>
    public InputClamp(int node, double low, double high, double ohms)
    {
        Node = node;
        Low = low;
        High = high;
        Ohms = ohms;
    }

    /// <inheritdoc/>
    public int Node { get; }

    /// <summary>Voltage below which it conducts, in volts.</summary>
    public double Low { get; }

    /// <summary>Voltage above which it conducts, in volts.</summary>
    public double High { get; }

    /// <summary>Resistance while it conducts, in ohms.</summary>
    public double Ohms { get; }

    /// <summary>Whether the clamp conducts.</summary>
    public bool Conducts => _region != 0;

    /// <inheritdoc/>
    public LimitedStamp Present => _region switch
    {
        > 0 => new LimitedStamp(1 / Ohms, High / Ohms),
        < 0 => new LimitedStamp(1 / Ohms, Low / Ohms),
        _ => default,
    };

    /// <inheritdoc/>
    public double Amperes(double volts) => (Math.Clamp(volts, Low, High) - volts) / Ohms;

    /// <inheritdoc/>
    public bool Update(CircuitSolution solution)
    {
        double volts = solution.Voltage(Node);
        int region = volts > High ? 1 : volts < Low ? -1 : 0;
        bool changed = region != _region;
        _region = region;
        return changed;
    }
}

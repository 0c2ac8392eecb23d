using MagHopfield.Instrument.Board;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Measure;

/// <summary>A way to connect the film to the probe source: two groups, or one source and one sink.</summary>
internal sealed class Wiring
{
    private readonly Pattern? _geometry;
    private readonly int _source;
    private readonly int _sink;

    private Wiring(Pattern? geometry, int source, int sink)
    {
        _geometry = geometry;
        _source = source;
        _sink = sink;
    }

    public static Wiring Of(Pattern geometry) => new Wiring(geometry, 0, 0);

    /// <summary>Zero-based electrodes.</summary>
    public static Wiring Pair(int source, int sink) => new Wiring(null, source, sink);

    public void Connect(AnalogBoard board)
    {
        if (_geometry != null)
            board.ConnectProbe(_geometry);
        else
            board.ConnectPair(_source, _sink);
    }

    public override string ToString()
    {
        return _geometry != null
            ? "geometry " + _geometry.ToString()
            : "the injection from electrode " + (_source + 1).ToString() + " to electrode " + (_sink + 1).ToString();
    }

    /// <summary>What to check where no current flows: a group of one electrode names the open lead.</summary>
    public string Suspect()
    {
        if (_geometry == null)
        {
            return "check force lead, shunt and SW1 of node " + (_source + 1).ToString() + " and force lead, shunt and SW2 of node "
                + (_sink + 1).ToString();
        }

        int plus = 0;
        int plusNode = 0;
        int minusNode = 0;
        for (int i = 0; i < _geometry.Length; i++)
        {
            if (_geometry[i] > 0)
            {
                plus++;
                plusNode = i;
            }
            else
            {
                minusNode = i;
            }
        }

        if (plus == 1)
            return "check the force lead, shunt and SW1 of node " + (plusNode + 1).ToString() + ", the only one of the + group";

        return plus == _geometry.Length - 1
            ? "check the force lead, shunt and SW2 of node " + (minusNode + 1).ToString() + ", the only one of the - group"
            : "check AIN4, R_REF and the force leads";
    }
}

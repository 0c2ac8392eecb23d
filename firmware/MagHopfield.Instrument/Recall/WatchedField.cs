using MagHopfield.Instrument.Board;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Recall;

/// <summary>Local fields from weights, with a look at the monitor before each: on a microcontroller 64 nodes take a while.</summary>
internal sealed class WatchedField : ILocalField
{
    private readonly ILocalField _field;
    private readonly AnalogBoard _board;

    public WatchedField(ILocalField field, AnalogBoard board)
    {
        _field = field;
        _board = board;
    }

    public double LocalField(Pattern state, int node)
    {
        _board.CheckAbort();
        return _field.LocalField(state, node);
    }
}

using MagHopfield.Instrument.Ports;

namespace MagHopfield.DeviceCheck.Fakes;

/// <summary>A clock that moves only by waiting.</summary>
public sealed class StillClock : IBoardClock
{
    /// <inheritdoc/>
    public long Microseconds { get; private set; }

    /// <inheritdoc/>
    public void Wait(int microseconds) => Microseconds += microseconds;
}

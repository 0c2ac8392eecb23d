using MagHopfield.Instrument.Ports;

namespace MagHopfield.Instrument.Tests.Fakes;

/// <summary>Time that runs only by waiting.</summary>
public sealed class FakeClock : IBoardClock
{
    public long Microseconds { get; private set; }

    public void Wait(int microseconds) => Microseconds += microseconds;
}

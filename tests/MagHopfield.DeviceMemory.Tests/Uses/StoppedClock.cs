using MagHopfield.Instrument.Ports;

namespace MagHopfield.DeviceMemory.Tests.Uses;

/// <summary>A clock that goes on only where a client sets it.</summary>
internal sealed class StoppedClock : IInstrumentClock
{
    public long Milliseconds { get; set; }

    public long UnixSeconds { get; private set; }

    public void SetUnixSeconds(long value) => UnixSeconds = value;
}

using System.Diagnostics;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.BoardServer.Serving;

/// <summary>The clock of this machine as the instrument's own; setting it moves the instrument's alone.</summary>
public sealed class HostClock : IInstrumentClock
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private long _offset;

    /// <inheritdoc/>
    public long Milliseconds => (long)Stopwatch.GetElapsedTime(_start).TotalMilliseconds;

    /// <inheritdoc/>
    public long UnixSeconds => DateTimeOffset.UtcNow.ToUnixTimeSeconds() + Interlocked.Read(ref _offset);

    /// <inheritdoc/>
    public void SetUnixSeconds(long value) => Interlocked.Exchange(ref _offset, value - DateTimeOffset.UtcNow.ToUnixTimeSeconds());
}

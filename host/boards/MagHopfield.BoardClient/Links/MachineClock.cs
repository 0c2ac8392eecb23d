using System.Diagnostics;

namespace MagHopfield.BoardClient.Links;

/// <summary>Time of this machine.</summary>
public sealed class MachineClock : ILinkClock
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public DateTimeOffset Opened { get; } = DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <inheritdoc/>
    public void Wait(TimeSpan span, CancellationToken cancellation)
    {
        cancellation.WaitHandle.WaitOne(span);
        cancellation.ThrowIfCancellationRequested();
    }
}

using MagHopfield.Instrument;

namespace MagHopfield.VirtualBoard;

/// <summary>Ends what an instrument is doing, between two readings or pulses, when a token is cancelled; it then throws <see cref="OperationAbortedException"/>.</summary>
/// <param name="cancellation">The token.</param>
public sealed class CancellationMonitor(CancellationToken cancellation) : IOperationMonitor
{
    /// <inheritdoc/>
    public bool AbortRequested => cancellation.IsCancellationRequested;

    /// <inheritdoc/>
    public void Progress(int done, int total)
    {
        // Nobody watches.
    }
}

using MagHopfield.Instrument.Ports;

namespace MagHopfield.VirtualBoard;

/// <summary>
/// Ends what an instrument is doing, between two readings or pulses, when a token is cancelled, with the
/// <see cref="OperationCanceledException"/> that the host knows; the instrument opens all switches as after any exception.
/// </summary>
/// <param name="cancellation">The token.</param>
public sealed class CancellationMonitor(CancellationToken cancellation) : IOperationMonitor
{
    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The token is cancelled.</exception>
    public bool AbortRequested
    {
        get
        {
            cancellation.ThrowIfCancellationRequested();
            return false;
        }
    }

    /// <inheritdoc/>
    public void Progress(int done, int total)
    {
        // Nobody watches.
    }
}

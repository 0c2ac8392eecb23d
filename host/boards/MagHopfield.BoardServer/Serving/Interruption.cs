using System.Runtime.InteropServices;

namespace MagHopfield.BoardServer.Serving;

/// <summary>
/// Ctrl-C (SIGINT), SIGTERM and a closed terminal (SIGHUP) as the wish to end: the first asks the command to stop at its next safe place,
/// further ones ask for what is asked already. Never disposed: a signal that comes while the process ends must not find the default, which
/// kills.
/// </summary>
public sealed class Interruption
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Begins to listen.</summary>
    public Interruption() =>
        _registrations =
        [
            .. (
                (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(
                    s => PosixSignalRegistration.Create(s, Take)),
        ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    private void Take(PosixSignalContext context)
    {
        context.Cancel = true;

        // In this thread, which is the signal's own: one of the pool may not be had for minutes while the work takes all cores.
        try
        {
            _source.Cancel();
        }
        catch (AggregateException)
        {
            // Of what listens to the token; the command itself sees that it is cancelled.
        }
    }
}

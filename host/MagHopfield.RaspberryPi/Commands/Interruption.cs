using System.Runtime.InteropServices;

namespace MagHopfield.RaspberryPi.Commands;

/// <summary>Ctrl-C, SIGTERM and SIGHUP as the wish to end. Never disposed: a signal during the end must not find the default, which kills.</summary>
public sealed class Interruption
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Begins to listen.</summary>
    public Interruption() =>
        _registrations = [.. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP]).Select(s => PosixSignalRegistration.Create(s, Take))];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    private void Take(PosixSignalContext context)
    {
        context.Cancel = true;
        _source.Cancel();
    }
}

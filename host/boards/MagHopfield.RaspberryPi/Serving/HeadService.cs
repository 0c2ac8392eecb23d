using MagHopfield.BoardServer.Serving;
using MagHopfield.Instrument.Ports;
using MagHopfield.RaspberryPi.Head;
using MagHopfield.RaspberryPi.Wiring;

namespace MagHopfield.RaspberryPi.Serving;

/// <summary>The whole service: board, instrument, servers, until it is told to end; all switches are open then.</summary>
public static class HeadService
{
    /// <summary>Runs until it is cancelled.</summary>
    /// <param name="devices">Where pins and buses come from.</param>
    /// <param name="model">The machine.</param>
    /// <param name="bufferBytes">spidev.bufsiz.</param>
    /// <param name="options">Where clients find it.</param>
    /// <param name="notifier">Whoever watches the service.</param>
    /// <param name="journal">Takes a line for each thing that happens.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="IOException">A pin, a bus or a port cannot be had.</exception>
    /// <exception cref="Instrument.Spi.ChipException">The gate does not rest low, or its bus does not keep time.</exception>
    public static void Run(
        IPiDevices devices,
        PiModel model,
        int bufferBytes,
        ServeOptions options,
        ServiceNotifier notifier,
        TextWriter journal,
        CancellationToken cancellation)
    {
        Journal log = new(journal);
        IBoardClock clock = devices.Clock(notifier.Alive);
        RaspberryPiBoard board = new(devices, model, bufferBytes, clock);
        log.Report(
            $"{model.Name}: pulse bus at {board.BitTime.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture)} us a bit, "
            + $"pulses up to {board.Gate.LongestMicroseconds} us");
        using PiHead head = new(board, model.Name, new HostClock(), log.Report, notifier.Alive);
        using TcpBoardServer? tcp = options.TcpPort is int port ? new TcpBoardServer(head, port, log) : null;
        using SerialBoardServer? serial = options.SerialPort is { } name ? new SerialBoardServer(
            head, name, options.Baud, observer: log) : null;
        if (tcp is not null)
            log.Report($"tcp:127.0.0.1:{tcp.Port}");

        if (options.SerialPort is not null)
            log.Report($"serial:{options.SerialPort}@{options.Baud}");

        log.Report(head.IsReady ? "ready" : "serving, but the board does not answer: ask DIAGnostic:INITialize");
        notifier.Ready();
        cancellation.WaitHandle.WaitOne();
        notifier.Stopping();
        log.Report("ending: all switches open, DAC cleared");
    }

    private sealed class Journal(TextWriter writer) : IServerObserver
    {
        private readonly Lock _gate = new();

        public void Report(string text)
        {
            lock (_gate)
            {
                writer.WriteLine(text);
                writer.Flush();
            }
        }
    }
}

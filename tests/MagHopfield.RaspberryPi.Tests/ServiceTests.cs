using System.Net.Sockets;
using System.Text;
using MagHopfield.RaspberryPi.Serving;
using MagHopfield.Toml;

namespace MagHopfield.RaspberryPi.Tests;

public sealed class ServiceTests
{
    [Fact]
    public void Systemd_is_told_that_the_service_is_ready_alive_once_a_second_and_ending()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "systemd's socket.");
        string path = Path.Combine(Path.GetTempPath(), $"maghopfield-{Guid.NewGuid():N}");
        using Socket systemd = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(path));
        systemd.ReceiveTimeout = 5000;
        try
        {
            using ServiceNotifier notifier = new(path);
            notifier.Ready();
            for (int i = 0; i < 100; i++)
                notifier.Alive();

            notifier.Stopping();
            Assert.Equal(["READY=1", "WATCHDOG=1", "STOPPING=1"], Enumerable.Range(0, 3).Select(_ => Receive(systemd)));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Outside_of_systemd_nobody_is_told()
    {
        using ServiceNotifier notifier = new(null);
        notifier.Ready();
        notifier.Alive();
    }

    [Fact]
    public void The_unit_calls_commands_that_there_are_and_opens_the_switches_however_the_service_ends()
    {
        string unit = Repository.Read("host/boards/MagHopfield.RaspberryPi/systemd/maghopfield-pi.service");
        Assert.Contains("\nExecStart=/opt/maghopfield/maghopfield-pi serve --tcp 5025\n", unit);
        Assert.Contains("\nExecStopPost=/opt/maghopfield/maghopfield-pi open\n", unit);
        Assert.Contains("\nType=notify\n", unit);
        Assert.Contains("\nWatchdogSec=10\n", unit);
        Assert.Contains("\nRestart=always\n", unit);
    }

    private static string Receive(Socket socket)
    {
        byte[] buffer = new byte[64];
        return Encoding.ASCII.GetString(buffer, 0, socket.Receive(buffer));
    }
}

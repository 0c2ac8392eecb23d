using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using MagHopfield.RaspberryPi.Head;
using MagHopfield.RaspberryPi.StandIn;

namespace MagHopfield.RaspberryPi.Tests;

/// <summary>The head as a process of its own, which gets signals as systemd sends them.</summary>
public sealed class SignalTests : IDisposable
{
    private const string Train = "PULS:AMPL 1;WIDT 200 US;COUN 1000;:TRA \"+ - + -\"\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("maghopfield-pi").FullName;

    [Fact]
    public async Task SIGTERM_in_a_train_of_pulses_opens_all_switches_and_ends_within_a_pulse()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals as on the Raspberry Pi.");
        using Process process = Start(0.05);
        using TcpClient client = await Connect(process);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Train));
        await Await(() => File.Exists(Path.Combine(_folder, "pulse.bin")));
        await Signal("TERM", process);
        Assert.Equal(0, process.ExitCode);

        // Of 1000 pulses some were fired; the board was left open and without a hazard.
        Assert.Matches(@"^safe, [1-9]\d{0,2} pulses, 0 hazards$", await File.ReadAllTextAsync(Path.Combine(_folder, "end.txt")));
    }

    [Fact]
    public async Task SIGKILL_in_mid_pulse_leaves_a_transfer_whose_bytes_end_in_zeros()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals as on the Raspberry Pi.");
        using Process process = Start(30);
        using TcpClient client = await Connect(process);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Train));
        string pulse = Path.Combine(_folder, "pulse.bin");
        await Await(() => File.Exists(pulse));
        await Signal("KILL", process);
        Assert.False(File.Exists(Path.Combine(_folder, "end.txt")));

        // What the kernel had when the program was killed: 200 ones, and the line at rest after them.
        Assert.Equal(SpiPulseGate.Transfer(200), await File.ReadAllBytesAsync(pulse));
        Assert.All((await File.ReadAllBytesAsync(pulse))[^SpiPulseGate.TailBytes..], b => Assert.Equal(0, b));
    }

    [Fact]
    public async Task A_second_signal_changes_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals as on the Raspberry Pi.");
        using Process process = Start(0.3);
        using TcpClient client = await Connect(process);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Train));
        await Await(() => File.Exists(Path.Combine(_folder, "pulse.bin")));
        Kill("TERM", process);
        await Signal("INT", process);
        Assert.Equal(0, process.ExitCode);
        Assert.StartsWith("safe, ", await File.ReadAllTextAsync(Path.Combine(_folder, "end.txt")));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Process Start(double pulseSeconds)
    {
        string program = typeof(StandInPi).Assembly.Location;
        return Process.Start(
            new ProcessStartInfo(
                "dotnet", [program, _folder, FormattableString.Invariant($"{pulseSeconds}")])
            { RedirectStandardOutput = true })!;
    }

    private static async Task<TcpClient> Connect(Process process)
    {
        string? port = null;
        while (await process.StandardOutput.ReadLineAsync() is { } line && line != "ready")
            port = line.StartsWith("tcp:", StringComparison.Ordinal) ? line.Split(':')[^1] : port;

        TcpClient client = new();
        await client.ConnectAsync("127.0.0.1", int.Parse(port!));
        return client;
    }

    private static async Task Await(Func<bool> isSo)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        while (!isSo())
            await Task.Delay(10, patience.Token);
    }

    private static async Task Signal(string signal, Process process)
    {
        Kill(signal, process);
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(20));
        await process.WaitForExitAsync(patience.Token);
    }

    private static void Kill(string signal, Process process)
    {
        using Process kill = Process.Start("kill", ["-s", signal, process.Id.ToString()]);
        kill.WaitForExit();
    }
}

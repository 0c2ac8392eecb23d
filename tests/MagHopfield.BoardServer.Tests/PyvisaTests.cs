using System.Diagnostics;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Film.Learning;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardServer.Tests;

/// <summary>docs/pyvisa_example.py, which knows nothing of ours, against a served board.</summary>
public sealed class PyvisaTests
{
    private const string Missing =
        "pyvisa with pyvisa-py is not there, so its example was not run (Debian: apt-get install python3-pyvisa python3-pyvisa-py "
        + "python3-serial).";

    private static readonly Lazy<string?> Python = new(() =>
        new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(p => Run(p, "-c", "import pyvisa, pyvisa_py, serial").Code == 0));

    [Fact]
    public void The_example_trains_reads_a_block_and_recalls_over_TCP()
    {
        Assert.SkipWhen(Python.Value is null, Missing);
        using ServedBoard board = NewBoard();
        using TcpBoardServer server = new(board, 0);
        Passes(Run(Python.Value!, Script, $"TCPIP0::127.0.0.1::{server.Port}::SOCKET"));
    }

    [Fact]
    public void The_example_trains_reads_a_block_and_recalls_over_a_serial_port()
    {
        Assert.SkipWhen(Python.Value is null, Missing);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pseudo-terminals are there on Linux only.");
        using ServedBoard board = NewBoard();
        using PtyBoardServer server = new(board);
        Passes(Run(Python.Value!, Script, $"ASRL{server.DeviceName}::INSTR"));
    }

    private static string Script
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MagHopfield.sln")))
                folder = folder.Parent;

            return Path.Combine(folder!.FullName, "docs", "pyvisa_example.py");
        }
    }

    private static void Passes((int Code, string Output) run)
    {
        Assert.True(run.Code == 0, run.Output);
        Assert.Contains("-> + - + -", run.Output);
        Assert.EndsWith("right", run.Output.Trim());
    }

    private static ServedBoard NewBoard() => new(OjaFilm.Niu2024(), new BoardParameters { Seed = 1 });

    private static (int Code, string Output) Run(string program, params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.Result);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (127, e.Message);
        }
    }
}

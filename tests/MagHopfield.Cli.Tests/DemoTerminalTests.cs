using System.Diagnostics;
using System.Text;
using MagHopfield.BoardServer.Serving;
using MagHopfield.Toml;

namespace MagHopfield.Cli.Tests;

public sealed class DemoTerminalTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void On_a_terminal_each_key_is_a_button_and_the_panel_is_drawn_anew_after_it()
    {
        using PseudoTerminal terminal = new();
        string demo = Path.Combine(AppContext.BaseDirectory, "maghopfield.dll");
        using Process process = Process.Start(new ProcessStartInfo(
            "/bin/sh", ["-c", $"TERM=xterm exec dotnet '{demo}' board demo <{terminal.DeviceName} >{terminal.DeviceName} 2>&1"]))!;
        try
        {
            StringBuilder screen = new();
            WaitFor(terminal, screen, "NO FILM, OJA MODEL");
            foreach (
                (char key, string shown) in ((char, string)[])[('p', "PATTERN 1"), ('t', "TRAINED"), ('d', "DISTORTED"), ('r', "RIGHT")])
            {
                terminal.Write([(byte)key], 0, 1);
                WaitFor(terminal, screen, shown);
                WaitFor(terminal, screen, "p pattern, t train");
            }

            terminal.Write("q"u8.ToArray(), 0, 1);
            WaitFor(terminal, screen, "Oja model: 1 of 1 recalls right");
            Assert.True(process.WaitForExit(Patience), "the demo goes on after q");
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    // Takes off the screen what was waited for, so that an older one does not count again.
    private static void WaitFor(PseudoTerminal terminal, StringBuilder screen, string text)
    {
        byte[] buffer = new byte[4096];
        Stopwatch waited = Stopwatch.StartNew();
        while (!screen.ToString().Contains(text, StringComparison.Ordinal))
        {
            Assert.True(waited.Elapsed < Patience, $"\"{text}\" is not shown; on the screen: {screen}");
            int count = terminal.Read(buffer, 100, out _);
            screen.Append(Encoding.UTF8.GetString(buffer, 0, Math.Max(0, count)));
        }

        screen.Remove(0, screen.ToString().IndexOf(text, StringComparison.Ordinal) + text.Length);
    }
}

using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MagHopfield.Cli.Tests;

/// <summary>Signals to processes of the tests (Linux).</summary>
internal static class Signals
{
    public const int Interrupt = 2;
    public const int Terminate = 15;

    /// <summary>Sends a signal; to a whole group where the number is negative, as a terminal and `timeout` do.</summary>
    public static void Send(int process, int signal) => Assert.Equal(0, Kill(process, signal));

    /// <summary>Waits until something is so, at most two minutes and only while the process lives.</summary>
    public static void WaitFor(Process process, Func<bool> condition)
    {
        Stopwatch patience = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.False(process.HasExited, "the command ended before it could be interrupted");
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2), "the command did not get far enough in 2 min");
            Thread.Sleep(5);
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);
}

using System.Diagnostics;

namespace MagHopfield.Examples.Tests;

/// <summary>Runs a sample program as a process of its own.</summary>
internal static class Sample
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Runs a program and takes its lines.</summary>
    /// <param name="assembly">Name of its assembly, without extension.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Lines of its standard output; it ended with exit code 0 and said nothing on standard error.</returns>
    public static string[] Lines(string assembly, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly + ".dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{assembly} did not end within {Patience}.");
        }

        Assert.Equal((0, ""), (process.ExitCode, error.Result));
        return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}

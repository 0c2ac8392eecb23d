using System.Diagnostics;

namespace MagHopfield.Cli.Tests;

/// <summary>Runs the command as a user does: a process of its own, judged by its exit code and what it prints.</summary>
internal static class MaghopfieldProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public sealed record Outcome(int ExitCode, string Output, string Error);

    public static Outcome Run(params string[] arguments)
    {
        using Process process = Start(arguments);
        return Finish(process);
    }

    public static Process Start(params string[] arguments)
    {
        return Start(new ProcessStartInfo("dotnet"), arguments);
    }

    /// <summary>
    /// Starts the command so that SIGINT reaches it even where the tests themselves run with it ignored, as in a background job.
    /// </summary>
    public static Process StartInterruptible(params string[] arguments)
    {
        ProcessStartInfo start = new("env");
        start.ArgumentList.Add("--default-signal=INT");
        start.ArgumentList.Add("dotnet");
        return Start(start, arguments);
    }

    /// <summary>
    /// Starts the command as leader of a process group of its own, as a shell does, with signals at their defaults and an open standard
    /// input.
    /// </summary>
    public static Process StartInGroup(params string[] arguments)
    {
        ProcessStartInfo start = new("setsid") { RedirectStandardInput = true };
        foreach (string word in (string[])["env", "--default-signal=INT", "dotnet"])
            start.ArgumentList.Add(word);

        return Start(start, arguments);
    }

    /// <summary>Runs the command under another one, as in `env NAME=VALUE`.</summary>
    public static Outcome RunUnder(string[] words, params string[] arguments)
    {
        ProcessStartInfo start = new(words[0]);
        foreach (string word in (string[])[.. words[1..], "dotnet"])
            start.ArgumentList.Add(word);
        using Process process = Start(start, arguments);
        return Finish(process);
    }

    /// <summary>Runs the command with text as its standard input.</summary>
    public static Outcome RunWithInput(string input, params string[] arguments)
    {
        using Process process = Start(new ProcessStartInfo("dotnet") { RedirectStandardInput = true }, arguments);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return Finish(process);
    }

    private static Process Start(ProcessStartInfo start, string[] arguments)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;

        // The tests' own build put the command beside them.
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "maghopfield.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    public static Outcome Finish(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"maghopfield did not end within {Patience}.");
        }

        return new Outcome(process.ExitCode, output.Result, error.Result);
    }
}

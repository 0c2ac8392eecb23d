using System.Diagnostics;
using System.Globalization;

namespace MagHopfield.BeforeAndAfter;

/// <summary>Runs the lines of an entry with one build, in a folder of its own, by bash.</summary>
internal static class Script
{
    /// <summary>What was printed on standard output, each line with the command and the exit code that it ended with.</summary>
    public const string Output = "printed.txt";

    /// <summary>What was printed on standard error.</summary>
    public const string Error = "errors.txt";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(60);

    /// <summary>Runs an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="build">The build.</param>
    /// <param name="documents">The checkout whose examples both builds read.</param>
    /// <param name="folder">Folder to make and to run in.</param>
    /// <param name="port">TCP port of a served board, the same for both builds.</param>
    /// <returns>Seconds that it took.</returns>
    /// <exception cref="TimeoutException">It did not end within an hour.</exception>
    public static double Run(Entry entry, Build build, Build documents, string folder, int port)
    {
        string examples = Path.Combine(folder, "examples"), bin = folder + ".bin";
        Directory.CreateDirectory(examples);
        Directory.CreateDirectory(bin);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(documents.Folder, "examples"), "*.toml"))
            File.Copy(file, Path.Combine(examples, Path.GetFileName(file)));
        string command = Path.Combine(bin, "maghopfield"), script = Path.Combine(bin, "script");
        File.WriteAllText(command, $"#!/bin/sh\nexec dotnet '{build.Program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(script, TextOf(entry, port.ToString(CultureInfo.InvariantCulture)));

        ProcessStartInfo start = new("bash", ["-c", $"bash '{script}' > {Output} 2> {Error} < /dev/null"]) { WorkingDirectory = folder };
        start.Environment["PATH"] = bin + Path.PathSeparator + start.Environment["PATH"];
        start.Environment["TERM"] = "dumb";
        Stopwatch clock = Stopwatch.StartNew();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{entry.Name} did not end within {Patience.TotalMinutes:0} minutes.");
        }

        return clock.Elapsed.TotalSeconds;
    }

    private static string TextOf(Entry entry, string port)
    {
        // A server is ready when it has said how it ends; it is ended as a shell would, and its children with it.
        StringWriter text = new() { NewLine = "\n" };
        int servers = 0;
        foreach (string line in entry.Lines.Select(l => l.Replace("5025", port)))
        {
            text.WriteLine($"echo {Quoted("$ " + line)}");
            if (line.EndsWith('&'))
            {
                string log = $"server{++servers}.txt";
                text.WriteLine($"{line[..^1]} > {log} 2>&1 &");
                text.WriteLine($"for i in {{1..600}}; do grep -qs Ctrl-C {log} && break; sleep 0.1; done");
            }
            else
            {
                text.WriteLine(line);
                text.WriteLine("echo \"exit code $?\"");
            }
        }

        if (servers > 0)
            text.WriteLine("kill -TERM $(jobs -p); wait");
        return text.ToString();
    }

    private static string Quoted(string text) => "'" + text.Replace("'", "'\\''") + "'";
}

using System.Reflection;
using System.Runtime.InteropServices;

namespace MagHopfield.Studies.Records;

/// <summary>How a result came about, written into every result file.</summary>
/// <param name="Command">Command line.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="Runtime">.NET runtime.</param>
/// <param name="Machine">Processor architecture and operating system.</param>
/// <param name="Started">Start, UTC.</param>
/// <param name="Seconds">Wall-clock time in seconds.</param>
public sealed record RunRecord(string Command, string Version, string Runtime, string Machine, DateTime Started, double Seconds)
{
    /// <summary>A record of a run that started at a time and ends now.</summary>
    /// <param name="command">Command line.</param>
    /// <param name="started">Start, UTC.</param>
    public static RunRecord EndingNow(string command, DateTime started) => new(
        command,
        typeof(RunRecord).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown",
        RuntimeInformation.FrameworkDescription,
        $"{RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores",
        started,
        (DateTime.UtcNow - started).TotalSeconds);
}

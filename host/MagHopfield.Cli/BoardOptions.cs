using System.CommandLine;
using MagHopfield.BoardClient;
using MagHopfield.Experiments.Boards;

namespace MagHopfield.Cli;

/// <summary>Options that the `maghopfield board …` commands share.</summary>
internal static class BoardOptions
{
    public static readonly Option<string> Address = new("--board")
    {
        Description = "Address: virtual, virtual:FILM, serial:/dev/ttyUSB0@115200, tcp:HOST:5025 or replay:FILE.",
        DefaultValueFactory = _ => "virtual",
        HelpName = "ADDRESS",
    };

    public static readonly Option<string?> Record = new("--record")
    {
        Description = "File for every byte of the session with its time; --board replay:FILE plays it without the board.",
        HelpName = "FILE",
    };

    public static readonly Option<double> Volts = new("--volts")
    {
        Description = "Amplitude of the pulses in volts.",
        DefaultValueFactory = _ => 5,
    };

    public static readonly Option<double> Microseconds = new("--width")
    {
        Description = "Width of a pulse in microseconds.",
        DefaultValueFactory = _ => 200,
    };

    public static readonly Option<int> Count = new("--count") { Description = "Number of pulses.", DefaultValueFactory = _ => 1 };

    public static readonly Option<int> Averages = new("--averages")
    {
        Description = "Rounds over all wirings that are averaged.",
        DefaultValueFactory = _ => 1,
    };

    public static readonly Option<bool> Kelvin = new("--kelvin") { Description = "Measure by one source and one sink at a time." };

    /// <summary>The command line as the user wrote it, quoted where it has spaces.</summary>
    public static string Line =>
        "maghopfield " + string.Join(' ', Environment.GetCommandLineArgs().Skip(1).Select(a => a.Contains(' ') || a.Length == 0 ? $"\"{a}\"" : a));

    /// <summary>Opens the board that the options name.</summary>
    public static HopfieldBoard Open(ParseResult parsed) =>
        BoardOpening.Open(BoardAddress.Parse(parsed.GetRequiredValue(Address)), parsed.GetValue(Record), Line);
}

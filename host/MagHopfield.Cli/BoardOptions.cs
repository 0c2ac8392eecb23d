using System.CommandLine;
using MagHopfield.BoardClient;
using MagHopfield.BoardClient.Links;
using MagHopfield.BoardStudies.Boards;
using MagHopfield.Instrument.Board;

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

    public static readonly Option<Quantity> Volts = NumberOption.Of(
        "--volts", "Amplitude of the pulses, as in 5V or 500mV; a bare number is in volts.", Unit.Volt, "5V");

    // A bare number was once in microseconds here and in seconds at `surrogate`; read by the other's unit it would be a longer pulse.
    public static readonly Option<Quantity> Width = NumberOption.WithSuffix(
        "--width", "Width of a pulse with its unit, as in 200us.", Unit.Second, "200us", "us");

    public static readonly Option<int> Count = NumberOption.Whole("--count", "Number of pulses.", 1, 1, PulseLimits.HardwareCount);

    public static readonly Option<int> Averages = NumberOption.Whole(
        "--averages", "Rounds over all wirings that are averaged.", 1, 1, 1000);

    public static readonly Option<bool> Kelvin = new("--kelvin") { Description = "Measure by one source and one sink at a time." };

    /// <summary>Opens the board that the options name.</summary>
    /// <param name="parsed">The options.</param>
    /// <param name="cancellation">Ends the preparation of a virtual board's film.</param>
    public static HopfieldBoard Open(ParseResult parsed, CancellationToken cancellation)
    {
        HopfieldBoard board = BoardOpening.Open(
            BoardAddress.Parse(parsed.GetRequiredValue(Address)), parsed.GetValue(Record), RecordedCommand.Line, cancellation);
        Report(board);
        return board;
    }

    /// <summary>Tells what the board reported before anything was asked of it.</summary>
    /// <param name="board">Board.</param>
    public static void Report(HopfieldBoard board)
    {
        foreach (BoardError error in board.StartErrors)
            Console.Error.WriteLine($"the board reports {error}");
    }
}

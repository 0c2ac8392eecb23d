using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using MagHopfield.BoardClient;

namespace MagHopfield.Cli;

/// <summary>`maghopfield board bench`: how long a query and the transfer of a conductance matrix take.</summary>
internal static class BoardBenchCommand
{
    private const int WarmUps = 50;

    public static Command Create()
    {
        Option<int> rounds = NumberOption.Whole("--rounds", "Queries and transfers to time.", 500, 1, 1_000_000);
        Command command = new(
            "bench", "Time a short query and the transfer of the conductance matrix as a block.") { BoardOptions.Address, rounds };
        command.SetAction((parsed, cancellation) =>
        {
            int count = parsed.GetValue(rounds);
            using HopfieldBoard board = BoardOptions.Open(parsed, cancellation);
            Console.WriteLine($"{board.Identity}, {board.NodeCount} nodes");
            BoardMeasurement measured = board.Measure(kelvin: true, 1, cancellation);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"one measurement: {measured.Readings} readings, {measured.Seconds:0.00} s of the board's time"));
            Print("query of a status", 0, Time(() => board.Say("STAT:OPER:COND?"), count, cancellation));
            int bytes = (8 * board.NodeCount * board.NodeCount) + 4;
            Print("transfer of G", bytes, Time(() => board.Conductance(), count, cancellation));
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static double[] Time(Action work, int count, CancellationToken cancellation)
    {
        for (int i = 0; i < WarmUps; i++)
            work();

        double[] seconds = new double[count];
        for (int i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            long start = Stopwatch.GetTimestamp();
            work();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        Array.Sort(seconds);
        return seconds;
    }

    private static void Print(string what, int bytes, double[] seconds)
    {
        double median = seconds[seconds.Length / 2];
        string rate = bytes > 0 ? string.Create(CultureInfo.InvariantCulture, $", {bytes} bytes, {1e-6 * bytes / median:0.00} MB/s") : "";
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: median {1e6 * median:0} us, shortest {1e6 * seconds[0]:0} us, 99 % within "
            + $"{1e6 * seconds[seconds.Length * 99 / 100]:0} us{rate}"));
    }
}

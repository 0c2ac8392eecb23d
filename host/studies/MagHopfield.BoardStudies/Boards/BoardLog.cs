using System.Globalization;
using MagHopfield.BoardClient;
using MagHopfield.BoardClient.Links;
using MagHopfield.FilmStudies.Pictures;

namespace MagHopfield.BoardStudies.Boards;

/// <summary>
/// Measures a board again and again into a table: time (UTC), seconds since the start, every G_ij and its standard error in siemens, the
/// largest relative deviation between the splits of the nodes, probe current in amperes, noise in volts. Every line is written at once,
/// so that a log that breaks off is whole up to there.
/// </summary>
public sealed class BoardLog
{
    private readonly HopfieldBoard _board;
    private readonly TextWriter _writer;

    /// <summary>Begins a log with its head.</summary>
    /// <param name="board">Board.</param>
    /// <param name="writer">Takes the table; not disposed here.</param>
    /// <param name="command">Command line that made it.</param>
    public BoardLog(HopfieldBoard board, TextWriter writer, string command)
    {
        _board = board;
        _writer = writer;
        string[] names = PairName.All(board.NodeCount);
        string[] columns =
        [
            "time (UTC)", "elapsed (s)", .. names.Select(n => $"G{n} (S)"), .. names.Select(n => $"error of G{n} (S)"),
            "deviation of splits", "probe current (A)", "noise (V)",
        ];
        Line("# MagHopfield log 1");
        Line("# board " + board.Identity);
        Line("# command " + command.ReplaceLineEndings(" "));
        Line(string.Join('\t', columns));
    }

    /// <summary>Measures at fixed times; a measurement that takes longer than the interval is followed by the next at once.</summary>
    /// <param name="count">Number of measurements, or 0 for as long as it is not ended.</param>
    /// <param name="interval">Time from the start of one to the start of the next.</param>
    /// <param name="kelvin">Whether by one source and one sink at a time.</param>
    /// <param name="averages">Rounds over all wirings, 1 … 1000.</param>
    /// <param name="written">Is told each measurement with its time.</param>
    /// <param name="cancellation">Ends the log; all switches open.</param>
    /// <returns>Measurements written.</returns>
    /// <exception cref="BoardLinkException">The link broke; the lines before stand.</exception>
    public int Run(
        int count,
        TimeSpan interval,
        bool kelvin,
        int averages,
        Action<DateTimeOffset, BoardMeasurement> written,
        CancellationToken cancellation)
    {
        TimeSpan begun = _board.Clock.Elapsed;
        int done = 0;
        while (count == 0 || done < count)
        {
            TimeSpan early = begun + (done * interval) - _board.Clock.Elapsed;
            if (early > TimeSpan.Zero)
            {
                try
                {
                    _board.Clock.Wait(early, cancellation);
                }
                catch (OperationCanceledException)
                {
                    break;
                }
            }

            BoardMeasurement measured = _board.Measure(kelvin, averages, cancellation);
            TimeSpan at = _board.Clock.Elapsed;
            DateTimeOffset time = _board.Clock.Opened + at;
            IEnumerable<double> numbers =
            [
                .. measured.Conductance.ToPairs(),
                .. measured.StandardErrors,
                measured.LargestGroupDeviation,
                measured.ExcitationAmperes,
                measured.NoiseVolts,
            ];
            Line(
                string.Create(
                    CultureInfo.InvariantCulture, $"{time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}\t{(at - begun).TotalSeconds:0.000}\t")
                + string.Join('\t', numbers.Select(v => v.ToString("G9", CultureInfo.InvariantCulture))));
            done++;
            written(time, measured);
        }

        return done;
    }

    private void Line(string text)
    {
        _writer.Write(text + "\n");
        _writer.Flush();
    }
}

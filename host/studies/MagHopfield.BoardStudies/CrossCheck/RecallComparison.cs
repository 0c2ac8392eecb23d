using MagHopfield.BoardClient;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>Recalls of one trained film, on the board and on the simulator.</summary>
/// <param name="board">The board, after its measurement.</param>
/// <param name="trained">The trained pattern.</param>
/// <param name="cancellation">Ends it between two recalls.</param>
internal sealed class RecallComparison(HopfieldBoard board, Pattern trained, CancellationToken cancellation)
{
    // As many as the instrument has.
    private const int Iterations = 1000;
    private const int IterationsPerNode = 1000;

    /// <summary>From weights.</summary>
    /// <param name="mode">Order of the nodes.</param>
    /// <param name="starts">States to start from.</param>
    /// <param name="weights">Weights of the simulator in siemens.</param>
    /// <param name="boardWeights">Weights that the board states, N × N, in siemens.</param>
    public IEnumerable<RecallRow> FromWeights(RecallMode mode, IEnumerable<Pattern> starts, WeightMatrix weights, double[] boardWeights)
    {
        double resolution = board.FieldResolution();
        double tolerance = FieldError(weights, boardWeights);
        return Rows("weights", mode, starts, weights, resolution, tolerance, (start, seed) => board.Recall(start, mode, seed));
    }

    /// <summary>From currents measured on the film; the board's reference must be that of the recall.</summary>
    /// <param name="mode">Order of the nodes.</param>
    /// <param name="starts">States to start from.</param>
    /// <param name="recall">Reference and ξ.</param>
    /// <param name="film">G of the simulated film in siemens.</param>
    /// <param name="resolution">Field in siemens that the board takes for 0: also what its readings scatter by at most.</param>
    /// <param name="shuntOhms">Resistance of a shunt in ohm.</param>
    public IEnumerable<RecallRow> FromCurrents(
        RecallMode mode, IEnumerable<Pattern> starts, CurrentRecall recall, ConductanceMatrix film, double resolution, double shuntOhms) =>
            Rows(
            recall.Name,
            mode,
            starts,
            new ShuntedField(film, recall, shuntOhms),
            resolution,
            resolution,
            (start, seed) => board.RecallByCurrents(start, mode, seed, recall.Xi));

    /// <summary>Largest difference in siemens between local fields by two sets of weights.</summary>
    public static double FieldError(WeightMatrix weights, double[] boardWeights)
    {
        int n = weights.NodeCount;
        return Enumerable.Range(0, n).Max(i => Enumerable.Range(0, n).Sum(j => Math.Abs(boardWeights[(i * n) + j] - weights[i, j])));
    }

    private IEnumerable<RecallRow> Rows(
        string method,
        RecallMode mode,
        IEnumerable<Pattern> starts,
        ILocalField field,
        double resolution,
        double tolerance,
        Func<Pattern, int, BoardRecall> onBoard)
    {
        int seed = 0;
        foreach (Pattern start in starts)
        {
            cancellation.ThrowIfCancellationRequested();
            seed++;
            NearestDecision watched = new(field, resolution);
            HopfieldRecall recall = new(watched, resolution);
            Pattern simulated = mode switch
            {
                RecallMode.Synchronous => recall.Synchronous(start, Iterations),
                RecallMode.Asynchronous => recall.Asynchronous(start, seed, IterationsPerNode * start.Length),
                _ => recall.SteepestDescent(start, Iterations),
            } is RecallResult r ? r.State : start;
            Pattern ended = onBoard(start, seed).State;
            board.Show(ended);
            int flips = Enumerable.Range(0, start.Length).Count(k => start[k] != trained[k]);
            yield return new RecallRow(
                method,
                mode.ToString(),
                Math.Min(flips, start.Length - flips),
                start.ToString(),
                ended.ToString(),
                simulated.ToString(),
                ended.SameUpToSign(trained),
                mode == RecallMode.SteepestDescent ? null : watched.Clearance,
                tolerance);
        }
    }
}

using MagHopfield.BoardClient;
using MagHopfield.Experiments.CrossCheck;
using MagHopfield.Experiments.EndToEnd;
using MagHopfield.Shared;

namespace MagHopfield.Experiments.BoardCrossCheck;

/// <summary>
/// Niu's experiment on a board, by SCPI alone, and the same on the simulator: calibrate the reference, train, measure, form weights and
/// energies, recall (Niu et al., PNAS 2024, Figs. 3 and 4). Board and simulator see the same pulses in the same order; a board that was
/// trained before remembers a little of it.
/// </summary>
public sealed class BoardCrossCheckExperiment
{
    private readonly BoardCrossCheckPlan _plan;
    private readonly IEndToEndObserver _observer;

    /// <summary>Prepares a run.</summary>
    /// <param name="plan">Protocol and film.</param>
    /// <param name="observer">Is told how far it is.</param>
    public BoardCrossCheckExperiment(BoardCrossCheckPlan plan, IEndToEndObserver observer)
    {
        _plan = plan;
        _observer = observer;
    }

    /// <summary>Runs.</summary>
    /// <param name="board">The board.</param>
    /// <param name="cancellation">Ends it early; the board opens all switches.</param>
    /// <exception cref="ArgumentException">Board and film differ in their nodes.</exception>
    public BoardCrossCheckResult Run(HopfieldBoard board, CancellationToken cancellation)
    {
        int n = _plan.Film.NodeCount;
        if (board.NodeCount != n)
        {
            throw new ArgumentException($"the board has {board.NodeCount} nodes, film '{_plan.FilmName}' {n}; name the film of the board with --film.");
        }

        SimulatedBench simulator = new(_plan.Film);
        double steps = 2 + (2 * _plan.Trainings.Count);
        _observer.Report("calibrate the board", 0);
        board.CalibrateReference(_plan.CalibrationVoltage, _plan.CalibrationWidth, cancellation);
        _observer.Report("calibrate the simulator", 1 / steps);
        ReferenceConductance reference = new();
        foreach (Pattern pattern in WiringGeometry.All(n))
        {
            reference.Include(simulator.Train(pattern, _plan.CalibrationVoltage, _plan.CalibrationWidth, 1, cancellation));
        }

        ConductanceMatrix boardMinimum = board.ReferenceMinimum();
        ConductanceMatrix boardMaximum = board.ReferenceMaximum();
        List<BoardLesson> lessons = [];
        foreach (Training training in _plan.Trainings)
        {
            _observer.Report($"train \"{training.Pattern}\"", (2 + (2 * lessons.Count)) / steps);
            board.Train(training.Pattern, training.Voltage, training.Width, training.Pulses, cancellation);
            ConductanceMatrix simulated = simulator.Train(training.Pattern, training.Voltage, training.Width, training.Pulses, cancellation);
            _observer.Report($"measure \"{training.Pattern}\"", (3 + (2 * lessons.Count)) / steps);
            lessons.Add(Compare(board, training, board.Measure(kelvin: false, _plan.Averages, cancellation), simulated, reference.Average()));
        }

        _observer.Report("done", 1);
        double[] none = new double[n * (n - 1) / 2];
        return new BoardCrossCheckResult(
            board.Identity,
            _plan.FilmName,
            _plan.Budget,
            Rows(boardMinimum, reference.Minimum, none),
            Rows(boardMaximum, reference.Maximum, none),
            lessons);
    }

    private BoardLesson Compare(
        HopfieldBoard board, Training training, BoardMeasurement measured, ConductanceMatrix simulated, ConductanceMatrix reference)
    {
        int n = simulated.NodeCount;
        WeightMatrix weights = WeightMatrix.FromConductance(simulated, reference);
        double[] boardWeights = board.Weights();
        double[] g = CrossCheckRow.LargestOfTheRows(simulated);
        double[] average = CrossCheckRow.LargestOfTheRows(reference);
        string[] names = PairName.All(n);
        List<WeightRow> weightRows = [];
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                int p = ConductanceMatrix.PairIndex(i, j, n);
                weightRows.Add(new WeightRow(
                    names[p], boardWeights[(i * n) + j], weights[i, j], _plan.Budget * (g[p] + average[p])));
            }
        }

        double[] energies = [.. Enumerable.Range(0, 1 << n).Select(s => weights.Energy(Pattern.FromState(s, n)))];
        HopfieldRecall simulatedRecall = new(weights, board.FieldResolution());
        List<RecallRow> recalls = [];
        foreach (Pattern expected in (Pattern[])[training.Pattern, training.Pattern.Negate()])
        {
            for (int node = 0; node < n; node++)
            {
                Pattern start = expected.Flip(node);
                BoardRecall recalled = board.Recall(start, RecallMode.SteepestDescent, node);
                board.Show(recalled.State);
                recalls.Add(new RecallRow(
                    start.ToString(),
                    recalled.State.ToString(),
                    simulatedRecall.SteepestDescent(start, 1000).State.ToString(),
                    recalled.State.SameUpToSign(training.Pattern)));
            }
        }

        return new BoardLesson(
            training,
            measured,
            Rows(measured.Conductance, simulated, measured.StandardErrors),
            weightRows,
            board.Energies(),
            energies,
            2 * weightRows.Sum(w => w.Tolerance),
            recalls);
    }

    private IReadOnlyList<CrossCheckRow> Rows(ConductanceMatrix measured, ConductanceMatrix simulated, IReadOnlyList<double> errors) =>
        CrossCheckRow.All(measured, simulated, errors, _plan.Budget);
}

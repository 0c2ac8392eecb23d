using MagHopfield.BoardClient;
using MagHopfield.BoardStudies.Agreement;
using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Shared;

namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>
/// Niu's experiment on a board, by SCPI alone, and the same on the simulator: calibrate the reference, train, measure, form weights and
/// energies, recall (Niu et al., PNAS 2024, Figs. 3 and 4). Board and simulator see the same pulses in the same order; a board that was
/// trained before remembers a little of it.
/// </summary>
public sealed class BoardCrossCheckExperiment
{
    private const int ShuntRounds = 16;
    private const int SettingsConflict = -221;
    private readonly BoardCrossCheckPlan _plan;
    private readonly IProgress<StudyProgress> _progress;
    private double _steps;
    private int _done;

    /// <summary>Prepares a run.</summary>
    /// <param name="plan">Protocol and film.</param>
    /// <param name="progress">Is told how far it is.</param>
    public BoardCrossCheckExperiment(BoardCrossCheckPlan plan, IProgress<StudyProgress> progress)
    {
        _plan = plan;
        _progress = progress;
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
            throw new ArgumentException(
                $"the board has {board.NodeCount} nodes, film '{_plan.FilmName}' {n}; name the film of the board with --film.");
        }

        SimulatedBench simulator = new(_plan.Film);
        _steps = 2 + (2 * _plan.Trainings.Count) + (_plan.Whole is null ? 0 : 1 + Enum.GetValues<LogicGate>().Length);
        IReadOnlyList<string> findings = _plan.Whole is null ? [] : Prepare(board, cancellation);
        Next("calibrate the board");
        board.CalibrateReference(_plan.CalibrationVoltage, _plan.CalibrationWidth, cancellation);
        Next("calibrate the simulator");
        ReferenceConductance reference = new();
        foreach (Pattern pattern in WiringGeometry.All(n))
            reference.Include(simulator.Train(pattern, _plan.CalibrationVoltage, _plan.CalibrationWidth, 1, cancellation));

        ConductanceMatrix boardMinimum = board.ReferenceMinimum();
        ConductanceMatrix boardMaximum = board.ReferenceMaximum();
        IReadOnlyList<CurrentRecall> currents = _plan.Whole?.Currents(reference.Average()) ?? [];
        List<BoardLesson> lessons = [];
        foreach (Training training in _plan.Trainings)
        {
            Next($"train \"{training.Pattern}\"");
            board.Train(training.Pattern, training.Voltage, training.Width, training.Pulses, cancellation);
            ConductanceMatrix simulated = simulator.Train(
                training.Pattern, training.Voltage, training.Width, training.Pulses, cancellation);
            Next($"measure \"{training.Pattern}\"");
            lessons.Add(Compare(
                board, training, board.Measure(
                    kelvin: false, _plan.Averages, cancellation), simulated, reference.Average(), currents, cancellation));
        }

        List<BoardGateRow> gates = [];
        foreach (LogicGate gate in _plan.Whole is null ? [] : Enum.GetValues<LogicGate>())
        {
            Next($"gate {gate}");
            gates.Add(Compare(board, simulator, gate, _plan.Whole!.GatePulses, reference.Average(), cancellation));
        }

        _progress.Report(new("done", 1));
        double[] none = new double[n * (n - 1) / 2];
        return new BoardCrossCheckResult(
            board.Identity,
            _plan.FilmName,
            _plan.Budget,
            Rows(boardMinimum, reference.Minimum, none),
            Rows(boardMaximum, reference.Maximum, none),
            lessons,
            findings,
            currents,
            gates);
    }

    private void Next(string activity) => _progress.Report(new(activity, _done++ / _steps));

    private IReadOnlyList<string> Prepare(HopfieldBoard board, CancellationToken cancellation)
    {
        Next("self-test");
        board.Initialise(cancellation);
        IReadOnlyList<string> findings = board.SelfTest(cancellation);
        if (findings.Count == 0)
            board.CalibrateShunts(ShuntRounds, cancellation);

        return findings;
    }

    private BoardLesson Compare(
        HopfieldBoard board,
        Training training,
        BoardMeasurement measured,
        ConductanceMatrix simulated,
        ConductanceMatrix reference,
        IReadOnlyList<CurrentRecall> currents,
        CancellationToken cancellation)
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
        double[] boardEnergies = board.Energies();
        RecallComparison recalls = new(board, training.Pattern, cancellation);
        return new BoardLesson(
            training,
            measured,
            Rows(measured.Conductance, simulated, measured.StandardErrors),
            weightRows,
            boardEnergies,
            energies,
            2 * weightRows.Sum(w => w.Tolerance),
            _plan.Whole is null
                ? [.. recalls.FromWeights(RecallMode.SteepestDescent, OneFlip(training.Pattern), weights, boardWeights)]
                : AllRecalls(board, recalls, measured.Conductance, simulated, weights, boardWeights, currents));
    }

    private static List<RecallRow> AllRecalls(
        HopfieldBoard board,
        RecallComparison recalls,
        ConductanceMatrix measured,
        ConductanceMatrix simulated,
        WeightMatrix weights,
        double[] boardWeights,
        IReadOnlyList<CurrentRecall> currents)
    {
        int n = simulated.NodeCount;
        Pattern[] states = [.. Enumerable.Range(0, 1 << n).Select(s => Pattern.FromState(s, n))];
        double accuracy = board.FieldResolution() / measured.ToPairs().Max(Math.Abs);
        RecallMode[] modes = [RecallMode.Asynchronous, RecallMode.Synchronous];
        List<RecallRow> rows = [.. modes.SelectMany(mode => recalls.FromWeights(mode, states, weights, boardWeights))];
        ConductanceMatrix own = board.Reference();
        foreach (CurrentRecall recall in currents)
        {
            // The middle of the range is the board's own; the saturated film's G is told to it.
            if (recall != currents[0])
                board.SetReference(recall.Reference);

            double resolution = accuracy * recall.Reference.ToPairs().Max(Math.Abs);
            rows.AddRange(
                modes.SelectMany(mode => recalls.FromCurrents(mode, states, recall, simulated, resolution, SimulatedBench.ShuntOhms)));
        }

        if (currents.Count > 1)
            board.SetReference(own);

        return rows;
    }

    private BoardGateRow Compare(
        HopfieldBoard board,
        SimulatedBench simulator,
        LogicGate gate,
        int pulses,
        ConductanceMatrix reference,
        CancellationToken cancellation)
    {
        board.TrainGate(gate, _plan.CalibrationVoltage, _plan.CalibrationWidth, pulses, cancellation);
        ConductanceMatrix simulated = simulator.Train(
            BooleanGate.Training(gate), _plan.CalibrationVoltage, _plan.CalibrationWidth, pulses, cancellation);
        BoardMeasurement measured = board.Measure(kelvin: false, _plan.Averages, cancellation);
        WeightMatrix weights = WeightMatrix.FromConductance(simulated, reference);
        bool control = BooleanGate.Control(gate, weights);
        double[] fields =
        [
            .. from a in (int[])[-1, 1] from b in (int[])[-1, 1] select (control ? weights[0, 3] : -weights[0, 3]) + (a * weights[1, 3])
                + (b * weights[2, 3]),
        ];
        double[] boardWeights = board.Weights();
        return new BoardGateRow(
            gate,
            Rows(measured.Conductance, simulated, measured.StandardErrors),
            board.GateControl(gate),
            control,
            Table(board, gate),
            fields,
            board.FieldResolution(),
            RecallComparison.FieldError(weights, boardWeights));
    }

    // Null where the board refuses, because a field is no larger than its uncertainty.
    private static string? Table(HopfieldBoard board, LogicGate gate)
    {
        try
        {
            return string.Concat(board.TruthTable(gate).Select(b => b ? '1' : '0'));
        }
        catch (BoardErrorException e) when (e.Errors.All(error => error.Code == SettingsConflict))
        {
            return null;
        }
    }

    private static IEnumerable<Pattern> OneFlip(Pattern trained) =>
        from expected in (Pattern[])[trained, trained.Negate()] from node in Enumerable.Range(0, trained.Length) select expected.Flip(node);

    private IReadOnlyList<CrossCheckRow> Rows(ConductanceMatrix measured, ConductanceMatrix simulated, IReadOnlyList<double> errors) =>
        CrossCheckRow.All(measured, simulated, errors, _plan.Budget);
}

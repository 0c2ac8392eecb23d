using MagHopfield.BoardStudies.Agreement;
using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.BoardStudies.EndToEnd;

/// <summary>
/// The whole way of a pattern: the instrument's own code, on a virtual board, trains a simulated film, measures its conductance matrix,
/// recalls from it, and is checked against the simulator, which the instrument does not know (Niu et al., PNAS 2024, Figs. 3 and 4).
/// </summary>
public sealed class EndToEndExperiment
{
    // A measurement takes about as long to simulate as this share of one pulse.
    private const double MeasurementShare = 0.1;

    // A ratio is then known to 2 ppm, in 1.7 s of board time.
    private const int ShuntRounds = 16;

    private readonly EndToEndParameters _parameters;
    private readonly IProgress<StudyProgress> _progress;
    private readonly SpiTrace? _trace;
    private readonly CancellationToken _cancellation;
    private readonly double _totalWork;
    private readonly List<double> _times = [];
    private readonly List<double[]> _samples = [];
    private string _activity = "prepare the film";
    private double _work;
    private double _historyOffset;
    private bool _recording;

    /// <summary>Prepares a run.</summary>
    /// <param name="parameters">What to do.</param>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="trace">Takes the SPI traffic, or null.</param>
    /// <param name="cancellation">Ends the run early by <see cref="OperationCanceledException"/>.</param>
    public EndToEndExperiment(
        EndToEndParameters parameters, IProgress<StudyProgress> progress, SpiTrace? trace, CancellationToken cancellation)
    {
        _parameters = parameters;
        _progress = progress;
        _trace = trace;
        _cancellation = cancellation;
        int calibrations = WiringGeometry.Count(parameters.Film.NodeCount);
        _totalWork = (calibrations * (1 + MeasurementShare)) + parameters.Trainings.Sum(t => t.Pulses + MeasurementShare);
    }

    /// <summary>Runs.</summary>
    public EndToEndResult Run()
    {
        _progress.Report(new(_activity, 0));
        MicromagneticFilm film = MicromagneticFilm.Prepare(_parameters.Film, _cancellation);
        film.Progress += OnProgress;
        using BoardModel board = new(film, _parameters.Board, _trace, _cancellation);
        board.PulseFired += _ => PulseEnded(film);
        using HopfieldInstrument instrument = new(
            board.Hardware,
            new InstrumentSettings { Averages = _parameters.Averages, MaximumGroupDeviation = _parameters.ConsistencyLimit })
        {
            Monitor = new CancellationMonitor(_cancellation),
        };
        instrument.Initialise();

        _activity = "calibrate the shunts";
        _progress.Report(new(_activity, 0));
        ShuntCalibration shunts = instrument.CalibrateShunts(ShuntRounds, "at the start of this run");
        _activity = "calibrate the reference";
        instrument.CalibrateReference(_parameters.CalibrationVoltage, (int)Math.Round(1e6 * _parameters.CalibrationWidth));
        _work = WiringGeometry.Count(film.NodeCount) * (1 + MeasurementShare);
        _cancellation.ThrowIfCancellationRequested();

        List<TrainingResult> results = [];
        foreach (Training training in _parameters.Trainings)
        {
            results.Add(Train(instrument, board, film, training));
            _cancellation.ThrowIfCancellationRequested();
        }

        instrument.OpenAll();
        _progress.Report(new("done", 1));
        return new EndToEndResult(
            _parameters,
            FilmPlan.Outline(_parameters.Film),
            FilmPlan.Columns(_parameters.Film),
            shunts,
            instrument.Reference,
            results,
            board.Hazards,
            board.Clock.Seconds,
            board.SpiDevices.Sum(d => d.FrameCount));
    }

    private TrainingResult Train(HopfieldInstrument instrument, BoardModel board, MicromagneticFilm film, Training training)
    {
        _activity = $"train \"{training.Pattern}\"";
        int first = _times.Count;
        Record(film, 0);
        _recording = true;
        instrument.Train(training.Pattern, training.Voltage, training.WidthMicroseconds, training.Pulses);
        _recording = false;

        _activity = $"measure \"{training.Pattern}\"";
        ReportProgress(0);
        ConductanceMeasurement measurement = instrument.MeasureConductance(_parameters.Averages);
        _work += MeasurementShare;
        ReportProgress(0);

        int states = 1 << film.NodeCount;
        double[] energies = [.. Enumerable.Range(0, states).Select(s => instrument.Energy(Pattern.FromState(s, film.NodeCount)))];
        IReadOnlyList<RecallOutcome> recalls = RecallFromEveryFlip(instrument, board, training.Pattern);
        double[] gold = [.. Enumerable.Range(0, film.NodeCount).Select(k => training.Voltage * training.Pattern[k])];
        (double[] jx, double[] jy) = film.DrivingSheetCurrent(gold);
        VectorField<float> m = film.Magnetisation;
        return new TrainingResult(
            training,
            film.LastPulse ?? throw new InvalidOperationException("The instrument trained, but no pulse reached the film."),
            measurement,
            film.Conductance,
            instrument.Weights,
            instrument.FieldResolution,
            energies,
            recalls,
            ConductanceCrossCheck.Compare(measurement, film.Conductance, _parameters.MeasurementBudget),
            [Array.ConvertAll(m.X, v => (double)v), Array.ConvertAll(m.Y, v => (double)v), Array.ConvertAll(m.Z, v => (double)v)],
            [jx, jy],
            [.. _times.Skip(first)],
            [.. _samples.Skip(first)]);
    }

    private static List<RecallOutcome> RecallFromEveryFlip(HopfieldInstrument instrument, BoardModel board, Pattern trained)
    {
        List<RecallOutcome> outcomes = [];
        foreach (Pattern expected in (Pattern[])[trained, trained.Negate()])
        {
            foreach (RecallMode mode in Enum.GetValues<RecallMode>())
            {
                for (int node = 0; node < trained.Length; node++)
                {
                    Pattern start = expected.Flip(node);
                    RecallResult result = instrument.Recall(start, mode, seed: node);
                    instrument.Show(result.State);
                    Pattern shown = board.Panel.Pattern ?? throw new InvalidOperationException("The panel shows nothing.");
                    outcomes.Add(new RecallOutcome(start, expected, mode, result, shown));
                }
            }
        }

        return outcomes;
    }

    private void OnProgress(MicromagneticFilm film, PulseProgress progress)
    {
        PulseParameters pulse = _parameters.Film.Simulation;
        ReportProgress(Math.Min(1, progress.Time / (pulse.LongestTime + pulse.RelaxationTime)));
        if (_recording)
            Record(film, progress.Time);
    }

    private void PulseEnded(MicromagneticFilm film)
    {
        _work++;
        ReportProgress(0);
        if (_recording && film.LastPulse is IntegratedPulse pulse)
            _historyOffset += pulse.Duration;
    }

    private void Record(MicromagneticFilm film, double time)
    {
        _times.Add(_historyOffset + time);
        _samples.Add(film.Conductance.ToPairs());
    }

    private void ReportProgress(double partOfPulse) =>
        _progress.Report(new(_activity, Math.Min(1, (_work + partOfPulse) / _totalWork)));
}

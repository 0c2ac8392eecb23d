using System.Diagnostics;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Papers.Niu2024.Figure3;
using MagHopfield.Papers.Niu2024.Figure4;
using MagHopfield.Papers.Niu2024.FourNodes;
using MagHopfield.Papers.Niu2024.Gates;
using MagHopfield.Papers.Niu2024.Inference;
using MagHopfield.Papers.Niu2024.Surrogate;
using MagHopfield.Shared;
using MagHopfield.Store;
using static MagHopfield.FilmStudies.Pictures.PatternText;

namespace MagHopfield.Papers.Niu2024.Convergence;

/// <summary>
/// The numbers of Figs. 3 and 4, of inference, gates and surrogate, computed again with cells half as wide, a tenth of the error of each
/// time step, a hundredth of the tolerance of the current's solver, and a tenth of the torque that counts as rest: each alone.
/// </summary>
/// <param name="film">The film.</param>
public sealed class Niu2024Convergence(FilmParameters film)
{
    private const double Volts = 5;
    private const double Retention = 20e-9;
    private const double HighestAmr = 0.08;
    private const string FirstGates = "gates, the film itself, right after the pulse";

    /// <summary>The finer computations, by name.</summary>
    public static IReadOnlyList<(string Name, Func<FilmParameters, FilmParameters> Finer)> Variations { get; } =
    [
        ("as reported", f => f),
        ("cells ÷ 2", f => f.WithCells(2)),
        ("step error ÷ 10", f => f with { Simulation = f.Simulation with { StepError = f.Simulation.StepError / 10 } }),
        ("solver ÷ 100", f => f with { Transport = f.Transport with { SolverTolerance = f.Transport.SolverTolerance / 100 } }),
        ("rest ÷ 10", f => f with { Simulation = f.Simulation with { RestTorque = f.Simulation.RestTorque / 10 } }),
    ];

    /// <summary>The film whose gates are checked; its mesh is refined by the same factor. Null leaves them out.</summary>
    public FilmParameters? Gates { get; init; } = FilmParameters.Preset("niu2024-gates");

    /// <summary>Pulses of Fig. 3.</summary>
    public int Pulses { get; init; } = 40;

    /// <summary>Pulses of each sequence of the surrogate; 0 leaves it out.</summary>
    public int SurrogatePulses { get; init; } = 300;

    /// <summary>Runs all.</summary>
    /// <param name="store">Keeps what is done through an interruption.</param>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellation">Ends it early; finished computations stay in the store.</param>
    public ConvergenceResult Run(ResultStore store, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        // Cells half as wide cost some ten times as much: four times the cells, and steps that the exchange makes shorter.
        double[] cost = [1, 10, 1.5, 1.1, 1.2];
        List<ConvergenceRun> runs = [];
        for (int k = 0; k < Variations.Count; k++)
        {
            (string name, Func<FilmParameters, FilmParameters> finer) = Variations[k];
            IProgress<StudyProgress>? part = ProgressShare.Of(
                progress, name, cost[..k].Sum() / cost.Sum(), cost[..(k + 1)].Sum() / cost.Sum());
            FilmParameters made = finer(film);
            FilmParameters? gates = Gates is null ? null : finer(Gates);
            PartKey key = PartKey.Of(
                "convergence, a computation",
                [FilmDocument.Of(made).Hash, gates is null ? "" : FilmDocument.Of(gates).Hash, $"{Pulses}", $"{SurrogatePulses}"]);
            ConvergencePart done = store.Part(
                key, ConvergencePartJson.Default.ConvergencePart, () => Compute(made, gates, part, cancellation), cancellation);
            runs.Add(new ConvergenceRun(name, made, done.Values, done.Seconds));
        }

        return new ConvergenceResult(runs);
    }

    private ConvergencePart Compute(
        FilmParameters made, FilmParameters? gates, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        Stopwatch clock = Stopwatch.StartNew();
        return new(
            [
                .. Patterns(made, progress, cancellation),
                .. Training(made, progress, cancellation),
                .. gates is null ? [] : Truth(gates, progress, cancellation),
                .. SurrogatePulses == 0 ? [] : Surrogate(made, progress, cancellation),
            ],
            clock.Elapsed.TotalSeconds);
    }

    private static IEnumerable<ConvergenceValue> Patterns(
        FilmParameters film, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        SevenPatterns trained = SevenPatterns.Train(film, Volts, [Retention], ProgressShare.Of(progress, "", 0, 0.3), cancellation);
        string[] names = PairName.All(film.NodeCount);
        Pattern published = PatternVoltages.Parse("+ - + -");
        double[] g = trained.Patterns.Single(p => p.Pattern.SameUpToSign(published)).Stages[0].Conductance.ToPairs();
        for (int pair = 0; pair < names.Length; pair++)
            yield return new ConvergenceValue("eq. 1", $"G{names[pair]} after + − + −", g[pair], ConvergenceKind.Conductance);

        ReferenceConductance range = trained.Reference(0);
        double[] high = range.Maximum.ToPairs(), low = range.Minimum.ToPairs();
        for (int pair = 0; pair < names.Length; pair++)
        {
            yield return new ConvergenceValue(
                "Fig. 4, range", $"G{names[pair]}: range over the patterns", high[pair] - low[pair], ConvergenceKind.Change);
        }

        for (int stage = 0; stage < 2; stage++)
        {
            string figure = stage == 0 ? "Fig. 4, right after the pulse" : "Fig. 4, after 20 ns at zero field";
            foreach (EnergyLandscape landscape in trained.Landscapes(stage, stage))
            {
                yield return new ConvergenceValue(
                    figure, $"margin of {Signs(landscape.Trained)}", landscape.Margin, ConvergenceKind.Margin);
            }

            if (stage == 0)
            {
                foreach ((GateTable table, string gate) in Gate(trained, stage))
                    yield return Field(FirstGates, table, gate);
            }
        }

        foreach (ConvergenceValue value in (IEnumerable<ConvergenceValue>)[.. Inference(trained), .. Letters(trained)])
            yield return value;
    }

    private static IEnumerable<ConvergenceValue> Inference(SevenPatterns trained)
    {
        foreach (double a in ((double[])[trained.Film.Transport.AmrRatio, HighestAmr]).Distinct())
        {
            InferenceWindow window = Niu2024Inference.Window(trained, a);
            double[] all = [.. Niu2024Inference.Factors.Where((_, k) => window.Learned[k] == 7)];
            yield return new ConvergenceValue(
                "inference",
                $"lowest ξ of seven patterns, AMR {Percent(a, "0")}",
                all.Length == 0 ? 0 : all[0],
                ConvergenceKind.ReferenceFactor);
            yield return new ConvergenceValue(
                "inference", $"highest ξ, AMR {Percent(a, "0")}", all.Length == 0 ? 0 : all[^1], ConvergenceKind.ReferenceFactor);
        }
    }

    private static IEnumerable<ConvergenceValue> Letters(SevenPatterns trained)
    {
        Dictionary<string, WeightMatrix> weights = trained.Patterns.ToDictionary(
            p => p.Pattern.ToString(), p => trained.Weights(p.Pattern));
        for (int flips = 1; flips <= 2; flips++)
        {
            foreach (LetterRecall letter in LetterRecall.Run(weights, flips))
            {
                yield return new ConvergenceValue(
                    "Fig. 4(h)",
                    $"{letter.Letter}, {flips} of 15 pixels turned: exact recalls of {letter.Tried}",
                    letter.Exact,
                    ConvergenceKind.Count);
            }
        }
    }

    private List<ConvergenceValue> Training(FilmParameters made, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        Figure3Result result = new Niu2024Figure3(new Figure3Parameters(made) { Pulses = Pulses }).Run(
            ResultStore.None, ProgressShare.Of(progress, "", 0.3, 0.6), cancellation);
        List<ConvergenceValue> values = [];
        foreach ((string figure, TrainingCurve curve) in ((string, TrainingCurve)[])[("Fig. 3", result.First), ("Fig. S1", result.Second)])
        {
            for (int i = 1; i <= 4; i++)
            {
                for (int j = i + 1; j <= 4; j++)
                    values.Add(new ConvergenceValue(figure, $"change of G{i}{j}", curve.Change(i, j), ConvergenceKind.Change));
            }

            values.Add(new ConvergenceValue(figure, "fall of the cost, eq. 3", curve.CostFall, ConvergenceKind.Power));
        }

        return values;
    }

    private static IEnumerable<ConvergenceValue> Truth(
        FilmParameters gates, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        SevenPatterns trained = SevenPatterns.Train(gates, Volts, [Retention], ProgressShare.Of(progress, "", 0.6, 0.8), cancellation);
        for (int stage = 0; stage < 2; stage++)
        {
            string figure = stage == 0
                ? $"gates of {gates.Name}, right after the pulse"
                : $"gates of {gates.Name}, after 20 ns at zero field";
            foreach ((GateTable table, string gate) in Gate(trained, stage))
                yield return Field(figure, table, gate);
        }
    }

    private static IEnumerable<(GateTable Table, string Gate)> Gate(SevenPatterns trained, int stage) =>
        GateTable.All(p => trained.Weights(p, stage, stage)).Zip(GateTable.Published.Select(p => p.Gate));

    // Below zero where the table is another's, so that a gate that a finer mesh loses cannot look converged.
    private static ConvergenceValue Field(string figure, GateTable table, string gate) =>
        new(figure, $"margin of {gate}", table.Name == gate ? table.Margin : -table.Margin, ConvergenceKind.Change);

    private List<ConvergenceValue> Surrogate(FilmParameters made, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        OjaSurrogate fit = new Niu2024Surrogate(made) { Pulses = SurrogatePulses }.Run(
            ResultStore.None, ProgressShare.Of(progress, "", 0.8, 1), cancellation).Surrogate;
        string[] names = PairName.All(fit.NodeCount);
        return
        [
            .. names.Select(
                (n, p) =>
                    new ConvergenceValue("surrogate", $"G{n}: G_max − G_min", fit.Maximum[p] - fit.Minimum[p], ConvergenceKind.Change)),
            new ConvergenceValue(
                "surrogate", "error after long pulses, root mean square", fit.AtRestError.RootMeanSquare, ConvergenceKind.Change),
            new ConvergenceValue("surrogate", "error of the fit, root mean square", fit.FitError.RootMeanSquare, ConvergenceKind.Change),
            new ConvergenceValue(
                "surrogate", "error on an unseen sequence, root mean square", fit.HeldOutError.RootMeanSquare, ConvergenceKind.Change),
        ];
    }
}

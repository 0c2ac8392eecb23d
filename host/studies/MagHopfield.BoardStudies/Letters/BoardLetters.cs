using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.Papers.Niu2024.Letters.Figure5;
using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardStudies.Letters;

/// <summary>
/// The film of 35 nodes behind the virtual board: the instrument's own code measures G by `KELVin` after every letter of the last epoch,
/// recalls distorted letters from weights of these measurements and shows them on its panel. The pulses of 1 ns come from the simulation:
/// the board's own are a microsecond and more, and its DAC's steps of 0.15 mV are coarse beside 1.7 mV.
/// </summary>
/// <param name="parameters">Film, letters, protocol; the first seed is taken.</param>
/// <param name="averages">Rounds that a measurement averages.</param>
public sealed class BoardLetters(Figure5Parameters parameters, int averages)
{
    /// <summary>Trains, measures, recalls.</summary>
    /// <param name="progress">Is told how far it is, or null.</param>
    /// <param name="cancellation">Ends it early.</param>
    public BoardLettersResult Run(IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        PatternSet set = parameters.Set;
        LetterProtocol protocol = parameters.Protocol;
        LetterFilm plan = parameters.Film with { Seed = parameters.Seeds[0] };
        FilmParameters filmParameters = plan.ToFilm();
        MicromagneticFilm film = MicromagneticFilm.Prepare(filmParameters, cancellation);
        using BoardModel board = new(film, new BoardParameters(), null, cancellation);
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings())
        {
            Monitor = new CancellationMonitor(cancellation),
        };
        instrument.Initialise();
        ConductanceMatrix saturated = Preparation.Of(() => LetterTraining.Saturated(filmParameters), cancellation);
        List<Lesson> measured = [];
        List<Lesson> simulated = [];
        List<double> errors = [];
        ConductanceMeasurement? last = null;
        int done = 0;
        for (int epoch = 1; epoch <= protocol.Epochs; epoch++)
        {
            foreach (int letter in protocol.Lessons(set.Count, epoch - 1, plan.Seed))
            {
                film.ApplyPulse(
                    [.. Enumerable.Range(0, set.NodeCount).Select(i => protocol.Voltage * set.Patterns[letter][i])],
                    protocol.PulseTime,
                    cancellation);
                if (epoch == protocol.Epochs)
                {
                    last = instrument.MeasureConductance(averages, MeasurementScheme.Kelvin);
                    measured.Add(new Lesson(1, letter, last.Conductance));
                    simulated.Add(new Lesson(1, letter, film.Conductance));
                    errors.AddRange(Errors(last.Conductance, film.Conductance));
                }

                progress?.Report(
                    new StudyProgress($"epoch {epoch}, letter {set.Labels[letter]}", ++done / (double)(protocol.Epochs * set.Count)));
            }
        }

        WeightMatrix fromBoard = parameters.Recipe.Weights(new LetterHistory(saturated, measured, [], 0, 0), 1, null);
        WeightMatrix fromFilm = parameters.Recipe.Weights(new LetterHistory(saturated, simulated, [], 0, 0), 1, null);
        instrument.RestoreWeights(fromBoard, 0);
        DistortedImages images = new(set, 1, parameters.Images, parameters.ImagesSeed);
        HopfieldRecall own = new(fromFilm, 0);
        int same = Enumerable.Range(0, images.Count)
            .Count(k => instrument.Recall(images[k], RecallMode.Synchronous, 1).State.SameAs(own.Synchronous(images[k], 1000).State));
        List<(Pattern Distorted, Pattern Recalled, IReadOnlyList<string> Panel)> examples = [];
        for (int letter = 0; letter < set.Count; letter++)
        {
            Pattern recalled = instrument.Recall(images[letter], RecallMode.Synchronous, 1).State;
            instrument.Show(recalled);
            examples.Add((images[letter], recalled, board.Panel.Draw()));
        }

        return new BoardLettersResult(
            parameters,
            errors.Max(Math.Abs),
            Math.Sqrt(errors.Average(e => e * e)),
            last!.ReadingCount,
            last.DurationMicroseconds * 1e-6,
            RecallTest.Score(fromBoard, images),
            RecallTest.Score(fromFilm, images),
            same,
            examples);
    }

    private static IEnumerable<double> Errors(ConductanceMatrix measured, ConductanceMatrix truth)
    {
        int n = truth.NodeCount;
        double[] largest =
        [
            .. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Where(j => j != i).Max(j => Math.Abs(truth[i, j]))),
        ];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
                yield return (measured[i, j] - truth[i, j]) / Math.Max(largest[i], largest[j]);
        }
    }
}

using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Rules;
using MagHopfield.Papers.Niu2024.Letters.Search;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Papers.Niu2024.Letters.Weights;
using MagHopfield.Shared;
using MagHopfield.Store;

namespace MagHopfield.Papers.Niu2024.Letters.Figure5;

/// <summary>
/// Letters taught one after the other to a film of 35 nodes, and recalled from distorted images (Niu et al., PNAS 2024, Fig. 5, SI S7 to
/// S9).
/// </summary>
/// <param name="parameters">Film, letters, protocol, seeds.</param>
public sealed class Niu2024Figure5(Figure5Parameters parameters)
{
    /// <summary>Trains what is missing in the store, recalls, and scores.</summary>
    /// <param name="store">Trainings done so far.</param>
    /// <param name="threads">Trainings at the same time.</param>
    /// <param name="progress">Is told how far it is, or null.</param>
    /// <param name="cancellation">Ends it early.</param>
    public Figure5Result Run(ResultStore store, int threads, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        Figure5Parameters p = parameters;
        LetterCase[] cases = [.. p.Seeds.Select(seed => new LetterCase(p.Film with { Seed = seed }, p.Set, p.Protocol))];
        bool calibrates = p.Recipe.Reference is WeightReference.CalibratedMidRange or WeightReference.CalibratedSaturated;
        LetterCase[] calibrations = calibrates ? [.. cases.Select(c => LetterSearch.Calibration(c.Film, p.Protocol.Voltage))] : [];
        IReadOnlyList<LetterHistory> histories = new LetterEnsemble(store, threads).Run(
            [.. cases, .. calibrations], progress, cancellation);
        LetterCalibration?[] ranges =
        [
            .. cases.Select((_, k) => calibrates ? new LetterCalibration(histories[cases.Length + k], p.Film.Columns) : null),
        ];

        WeightMatrix[][] weights =
        [
            .. cases.Select(
                (_, k) => Enumerable.Range(1, p.Protocol.Epochs).Select(e => p.Recipe.Weights(histories[k], e, ranges[k])).ToArray()),
        ];
        DistortedImages[] images = [.. Figure5Parameters.Flips.Select(f => new DistortedImages(p.Set, f, p.Images, p.ImagesSeed))];
        (string, WeightMatrix)[] rules =
        [
            ("outer product", OuterProductRule.Weights(p.Set)),
            ("pseudo-inverse", PseudoInverseRule.Weights(p.Set)),
            ("Hebb, neighbours only", NearestNeighbourRule.Weights(p.Set)),
            ("local perceptron", LocalPerceptronRule.Weights(p.Set, Math.Sqrt(2), 0.3)),
        ];
        return new Figure5Result(
            p,
            [.. histories.Take(cases.Length)],
            weights,
            [.. weights.Select(w => w.Select(e => RecallTest.Score(e, images[0])).ToArray())],
            [.. images.Select(i => weights.Select(w => RecallTest.Score(w[^1], i)).ToArray())],
            [.. weights.Select(w => RecallTest.FixedPoints(w[^1], p.Set))],
            [
                .. rules.Select(
                    r =>
                        new RuleScore(
                            r.Item1, [.. images.Select(i => RecallTest.Score(r.Item2, i))], RecallTest.FixedPoints(r.Item2, p.Set))),
            ]);
    }
}

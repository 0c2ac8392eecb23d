using MagHopfield.Film.Learning;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Rules;
using MagHopfield.Papers.Niu2024.Letters.Search;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Papers.Niu2024.Letters.Weights;
using MagHopfield.Shared;
using MagHopfield.Store;

namespace MagHopfield.Papers.Niu2024.Scaling;

/// <summary>
/// Films of 4 to 64 nodes at the same pitch (Niu et al., PNAS 2024, "Scaling up"): what training and reading cost, how far weights reach,
/// and how many patterns are kept, beside rules that compute weights from the same patterns.
/// </summary>
/// <param name="parameters">What to run.</param>
public sealed class NetworkScaling(ScalingParameters parameters)
{
    private const double LocalityReach = 4;
    private const int LocalityPatterns = 3;
    private const string FilmName = "film";
    private const string CalibratedName = "film, mid-range reference";
    private static readonly WeightRecipe Calibrated = new(WeightSource.EpochMean, WeightReference.CalibratedMidRange);

    /// <summary>Trains what is missing in the store, and scores.</summary>
    /// <param name="store">Trainings done so far.</param>
    /// <param name="threads">Trainings at the same time.</param>
    /// <param name="progress">Is told how far it is, or null.</param>
    /// <param name="cancellation">Ends it early; what is done stays.</param>
    public ScalingResult Run(ResultStore store, int threads, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        ScalingParameters p = parameters;
        (int Rows, int Columns)[] arrays = [.. ScalingParameters.Arrays.Where(a => p.Nodes.Contains(a.Rows * a.Columns))];
        List<(PatternKind Kind, int Seed, LetterCase Case)> all = [];
        foreach ((int rows, int columns) in arrays)
        {
            LetterFilm film = p.Film(rows, columns);
            LetterProtocol protocol = Preparation.Of(() => p.Protocol(film), cancellation);
            all.AddRange(
                from kind in Enum.GetValues<PatternKind>()
                from count in p.Patterns
                from seed in p.Seeds
                let set = ScalingPatterns.Draw(kind, rows, columns, count, seed)
                where set != null
                select (kind, seed, new LetterCase(film with { Seed = seed }, set, protocol)));
        }

        // The largest first: the last of many threads then has little left to do.
        all = [.. all.OrderByDescending(c => c.Case.Set.NodeCount * c.Case.Set.Count)];
        LetterCase[] calibrations =
        [
            .. all.Select(c => LetterSearch.Calibration(c.Case.Film, c.Case.Protocol.Voltage)).DistinctBy(c => c.Key.Hash),
        ];
        IReadOnlyList<LetterHistory> histories = new LetterEnsemble(store, threads).Run(
            [.. all.Select(c => c.Case), .. calibrations], progress, cancellation);
        Dictionary<LetterFilm, LetterCalibration> ranges = calibrations.Zip(histories.Skip(all.Count))
            .ToDictionary(c => c.First.Film, c => new LetterCalibration(c.Second, c.First.Film.Columns));
        var films = all.Zip(
            histories, (c, h) => (c.Kind, c.Seed, c.Case, History: h, Weights: p.Recipe.Weights(h, p.Epochs, null))).ToList();

        List<ScalingScore> scores =
        [
            .. films.Select(f => Score(f.Case.Set, f.Kind, f.Seed, FilmName, f.Weights, cancellation)),
            .. films.Select(
                f =>
                    Score(
                        f.Case.Set,
                        f.Kind,
                        f.Seed,
                        CalibratedName,
                        Calibrated.Weights(f.History, p.Epochs, ranges[f.Case.Film]),
                        cancellation)),
        ];
        foreach ((int rows, int columns) in arrays)
        {
            scores.AddRange(
                from kind in Enum.GetValues<PatternKind>()
                from count in p.Patterns.Concat(p.RulePatterns)
                from seed in p.Seeds
                let set = ScalingPatterns.Draw(kind, rows, columns, count, seed)
                where set != null
                from rule in Rules(set)
                select Score(set, kind, seed, rule.Name, rule.Weights, cancellation));
        }

        return new ScalingResult(p, [.. arrays.Select(a => Size(a.Rows, a.Columns))], scores);

        ScalingSize Size(int rows, int columns)
        {
            var mine = films.Where(f => f.Case.Set.NodeCount == rows * columns).ToList();
            FilmGeometry geometry = mine[0].Case.Film.ToFilm().Geometry;
            int patterns = mine.Where(f => f.Case.Set.Count <= LocalityPatterns).Max(f => f.Case.Set.Count);
            IReadOnlyList<LocalityPoint> locality = Locality.Of(
                [.. mine.Where(f => f.Kind == PatternKind.Random && f.Case.Set.Count == patterns).Select(f => f.Weights)], columns);
            return new ScalingSize(
                rows * columns,
                geometry.CellsX,
                geometry.CellsY,
                Median(mine.Select(f => f.History.FieldSeconds / f.History.Lessons.Count)),
                Median(mine.Select(f => f.History.ConductanceSeconds / f.History.Lessons.Count)),
                locality,
                Locality.DecayLength(locality, LocalityReach));
        }
    }

    private static IEnumerable<(string Name, WeightMatrix Weights)> Rules(PatternSet set) =>
    [
        ("outer product", OuterProductRule.Weights(set)),
        ("pseudo-inverse", PseudoInverseRule.Weights(set)),
        ("Hebb, neighbours only", NearestNeighbourRule.Weights(set)),
        ("local perceptron", LocalPerceptronRule.Weights(set, Math.Sqrt(2), 0)),
    ];

    private ScalingScore Score(
        PatternSet set, PatternKind kind, int seed, string network, WeightMatrix weights, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        RecallScore recall = RecallTest.Score(
            weights, new DistortedImages(set, ScalingParameters.Flips(set.NodeCount), parameters.Images, seed));
        return new ScalingScore(
            set.NodeCount, kind, set.Count, seed, network, RecallTest.FixedPoints(weights, set) / (double)set.Count, recall.Similarity,
            recall.ExactRecall, recall.NoRecall);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}

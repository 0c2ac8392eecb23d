using MagHopfield.FilmStudies.Tables;
using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Rules;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Papers.Niu2024.Scaling;
using MagHopfield.Shared;
using MagHopfield.Store;
using MagHopfield.Studies;
using MagHopfield.Tests.Figures;

namespace MagHopfield.Papers.Niu2024.Tests.Scaling;

public sealed class NetworkScalingTests : IDisposable
{
    private static readonly ScalingParameters Small = new()
    {
        Nodes = [4, 9],
        Patterns = [1, 2],
        Seeds = [1],
        Epochs = 2,
        CellsPerPitch = 7,
        Images = 50,
        RulePatterns = [3, 6],
    };

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Scores_are_the_same_whether_trained_at_once_or_after_an_interruption()
    {
        ScalingResult whole = Run("whole", 2);
        using CancellationTokenSource stop = new();
        Assert.ThrowsAny<OperationCanceledException>(() => new NetworkScaling(Small).Run(
            new ResultStore(Path.Combine(_folder, "parts"), new ProgramBuild("test")), 1, new StopAt(0.4, stop), stop.Token));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_folder, "parts")));
        ScalingResult resumed = Run("parts", 1);
        Assert.Equal(whole.Scores, resumed.Scores);
        Assert.Equal(whole.Sizes.Select(s => s.Locality), resumed.Sizes.Select(s => s.Locality));
    }

    [Fact]
    public void Neighbours_couple_more_than_nodes_further_apart()
    {
        ScalingSize nine = Run("locality", 2).Sizes[^1];
        Assert.Equal(9, nine.Nodes);
        Assert.Equal(1, nine.Locality[0].Distance);
        Assert.True(nine.Locality[0].Weight > 3 * nine.Locality.Single(p => p.Distance == 2).Weight);
        Assert.InRange(nine.DecayLength, 0.01, 2);
    }

    [Fact]
    public void One_pattern_is_a_fixed_point_of_every_rule_and_the_pseudo_inverse_keeps_as_many_as_are_independent()
    {
        ScalingResult r = Run("rules", 2);
        PageFigures.AssertReadable(2 + 3 + (3 * 2), page => FilmRecord.Body(ScalingStudy.Of(r), page));
        Assert.All(r.Networks.Skip(2), rule => Assert.Equal(1, r.Over(9, PatternKind.Random, rule, 1, s => s.Fixed).Mean));
        Assert.Equal(1, r.Over(9, PatternKind.Random, "pseudo-inverse", 3, s => s.Fixed).Mean);
        Assert.Equal(1, r.Scores.First(s => s is { Network: "film", Patterns: 1 }).NoRecall);
    }

    [Fact]
    public void The_capacity_of_the_outer_product_for_random_patterns_is_near_N_over_2_ln_N()
    {
        // Hertz, Krogh, Palmer, Introduction to the Theory of Neural Computation (1991), eq. 2.17: N/(2 ln N) = 7.7 patterns of 64 nodes
        // are fixed points nearly always; here nine in ten have to be.
        List<ScalingScore> scores =
        [
            .. from m in (int[])[2, 4, 6, 8, 10, 12, 16]
               from seed in Enumerable.Range(0, 20)
               let set = ScalingPatterns.Draw(PatternKind.Random, 8, 8, m, seed)!
               select new ScalingScore(
                   64, PatternKind.Random, m, seed, "outer product", RecallTest.FixedPoints(
                       OuterProductRule.Weights(set), set) / (double)m, 0, 0, 0),
        ];
        Assert.InRange(new ScalingResult(new ScalingParameters(), [], scores).Capacity(64, PatternKind.Random, "outer product"), 4, 10);
    }

    [Fact]
    public void The_decay_length_of_an_exponential_is_found()
    {
        LocalityPoint[] points = [.. ((double[])[1, 1.414, 2, 3, 5]).Select(d => new LocalityPoint(d, 1e-3 * Math.Exp(-d / 0.7)))];
        Assert.Equal(0.7, Locality.DecayLength(points, 4), 1e-12);
        Assert.True(double.IsNaN(Locality.DecayLength(points[..2], 4)));
    }

    [Fact]
    public void The_mean_weight_of_a_distance_is_that_of_its_pairs()
    {
        WeightMatrix w = new(4);
        (w[0, 1], w[1, 0], w[2, 3], w[3, 2], w[0, 3], w[3, 0]) = (2, 2, -4, -4, 6, 6);
        IReadOnlyList<LocalityPoint> locality = Locality.Of([w], 2);
        Assert.Equal(1.5, locality[0].Weight, 1e-12);
        Assert.Equal(3, locality[1].Weight, 1e-12);
    }

    private ScalingResult Run(string name, int threads) =>
        new NetworkScaling(Small).Run(
            new ResultStore(Path.Combine(_folder, name), new ProgramBuild("test")), threads, null, TestContext.Current.CancellationToken);

    private sealed class StopAt(double share, CancellationTokenSource stop) : IProgress<StudyProgress>
    {
        public void Report(StudyProgress value)
        {
            if (value.Fraction > share)
                stop.Cancel();
        }
    }
}

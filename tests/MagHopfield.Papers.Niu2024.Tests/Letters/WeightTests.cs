using MagHopfield.Papers.Niu2024.Letters.Figure5;
using MagHopfield.Papers.Niu2024.Letters.Fonts;
using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Search;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Papers.Niu2024.Letters.Weights;
using MagHopfield.Shared;
using MagHopfield.Studies.Records;

namespace MagHopfield.Papers.Niu2024.Tests.Letters;

public class WeightTests
{
    private static readonly LetterHistory History = new(
        Matrix(-1, -1, -1),
        [
            new Lesson(1, 0, Matrix(-5, -5, -5)), new Lesson(2, 0, Matrix(-0.9, -1.1, -1)), new Lesson(2, 1, Matrix(-0.7, -1.3, -1)),
            new Lesson(2, 2, Matrix(-0.2, -1.2, -1)),
        ],
        [],
        0,
        0);

    private static readonly LetterCalibration Calibration = new(History, 3);

    [Theory]
    [InlineData(WeightSource.EpochMean, WeightReference.Saturated, 0.4, -0.2)]
    [InlineData(WeightSource.LastLetter, WeightReference.Saturated, 0.8, -0.2)]
    [InlineData(WeightSource.EpochMean, WeightReference.LetterMidRange, -0.05, 0)]
    [InlineData(WeightSource.LastLetter, WeightReference.EpochMean, 0.4, 0)]
    [InlineData(WeightSource.EpochMean, WeightReference.CalibratedMidRange, -0.05, 0)]
    public void Weights_are_source_less_reference(WeightSource source, WeightReference reference, double w12, double w13)
    {
        WeightMatrix w = new WeightRecipe(source, reference).Weights(History, 2, Calibration);
        Assert.Equal(w12, w[0, 1], 1e-12);
        Assert.Equal(w12, w[1, 0], 1e-12);
        Assert.Equal(w13, w[0, 2], 1e-12);
        Assert.Equal(0, w[1, 1]);
    }

    [Fact]
    public void The_calibrated_factor_centres_neighbours()
    {
        // Nodes 1 2 3 in a row: neighbours are 12 with mid-range −0.55 and 23 with −1; saturated −1.
        Assert.Equal((0.55 + 1) / 2, Calibration.SaturatedRatio(History.Saturated), 1e-12);
        WeightMatrix w = new WeightRecipe(WeightSource.LastLetter, WeightReference.CalibratedSaturated).Weights(History, 2, Calibration);
        Assert.Equal(-0.2 + 0.775, w[0, 1], 1e-12);
    }

    [Fact]
    public void A_reference_that_needs_a_calibration_says_so() => Assert.Contains(
        "needs a calibration",
        Assert.Throws<ArgumentException>(
            () => new WeightRecipe(WeightSource.EpochMean, WeightReference.CalibratedMidRange).Weights(History, 2, null)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(7, 5, 6)]
    [InlineData(2, 2, 3)]
    [InlineData(8, 8, 6)]
    public void Calibration_patterns_are_all_different_and_none_is_uniform(int rows, int columns, int count)
    {
        PatternSet set = LetterCalibration.Patterns(rows, columns);
        Assert.Equal(count, set.Count);
        Assert.True(set.LargestOverlap < 1);
        Assert.All(set.Patterns, p => Assert.Contains(Enumerable.Range(0, p.Length), i => p[i] != p[0]));
    }

    [Fact]
    public void The_search_uses_no_letter_of_the_papers_sets_and_no_final_seed()
    {
        string paper = string.Concat(Figure5Parameters.Words);
        Assert.All(LetterSearch.Words, w => Assert.DoesNotContain(w, paper.Contains));
        Figure5Parameters final = new(LetterFont.Load("block").Set("ECP"));
        Assert.All(LetterSearch.Protocols(), p => Assert.DoesNotContain(p.Film.Seed, final.Seeds));
        Assert.All(LetterSearch.Seeds, s => Assert.DoesNotContain(s, final.Seeds));
    }

    private static ConductanceMatrix Matrix(double g12, double g13, double g23) => ConductanceMatrix.FromPairs(3, [g12, g13, g23]);
}

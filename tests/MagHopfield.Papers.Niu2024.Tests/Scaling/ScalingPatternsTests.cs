using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Scaling;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Tests.Scaling;

public class ScalingPatternsTests
{
    [Theory]
    [InlineData(PatternKind.Random)]
    [InlineData(PatternKind.Correlated)]
    [InlineData(PatternKind.Areas)]
    public void Patterns_differ_up_to_sign_and_every_one_drives_a_current(PatternKind kind)
    {
        for (int seed = 0; seed < 50; seed++)
        {
            PatternSet set = ScalingPatterns.Draw(kind, 3, 3, 8, seed)!;
            Assert.Equal(8, set.Count);
            Assert.True(set.LargestOverlap < 1);
            Assert.All(set.Patterns, p => Assert.Contains(Enumerable.Range(1, 8), i => p[i] != p[0]));
        }
    }

    [Fact]
    public void Fewer_patterns_of_a_seed_are_the_first_of_more()
    {
        PatternSet few = ScalingPatterns.Draw(
            PatternKind.Correlated, 5, 5, 3, 7)!, more = ScalingPatterns.Draw(PatternKind.Correlated, 5, 5, 6, 7)!;
        Assert.All(Enumerable.Range(0, 3), k => Assert.True(few.Patterns[k].SameAs(more.Patterns[k])));
    }

    [Fact]
    public void In_patterns_of_areas_most_neighbours_have_equal_signs()
    {
        double equal = Enumerable.Range(0, 100).Average(seed =>
        {
            MagHopfield.Shared.Pattern p = ScalingPatterns.Draw(PatternKind.Areas, 8, 8, 1, seed)!.Patterns[0];
            return Enumerable.Range(0, 64).Where(i => i % 8 != 7).Average(i => p[i] * p[i + 1]);
        });
        Assert.InRange(equal, 0.4, 0.8);
    }

    [Fact]
    public void Four_nodes_have_seven_patterns_and_no_eighth()
    {
        Assert.Equal(7, ScalingPatterns.Draw(PatternKind.Random, 2, 2, 7, 1)!.Count);
        Assert.Null(ScalingPatterns.Draw(PatternKind.Random, 2, 2, 8, 1));
    }

    [Fact]
    public void Random_patterns_have_no_overlap_and_correlated_ones_that_of_their_template()
    {
        Assert.Equal(0, MeanOverlap(PatternKind.Random), 0.02);
        Assert.Equal(ScalingPatterns.ExpectedOverlap(64), MeanOverlap(PatternKind.Correlated), 0.02);

        static double MeanOverlap(PatternKind kind) => Enumerable.Range(0, 200).Average(seed =>
        {
            PatternSet set = ScalingPatterns.Draw(kind, 8, 8, 2, seed)!;
            return PatternSet.Similarity(set.Patterns[0], set.Patterns[1]) / 64.0;
        });
    }
}

using CsCheck;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Papers.Niu2024.Letters.Fonts;
using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Rules;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Tests.Letters;

public class RecallTestTests
{
    private static readonly LetterFont Block = LetterFont.Load("block");

    [Fact]
    public void Images_have_exactly_their_flips_take_the_patterns_by_turns_and_follow_from_their_seed()
    {
        PatternSet set = Block.Set("ECP");
        Gen.Select(Gen.Int[0, 35], Gen.Int[0, 1000]).Sample(
            (flips, seed) =>
            {
                DistortedImages images = new(set, flips, 30, seed);
                DistortedImages again = new(set, flips, 30, seed);
                for (int k = 0; k < images.Count; k++)
                {
                    Assert.Equal(k % 3, images.Original(k));
                    Assert.Equal(flips, images[k].DistanceTo(set.Patterns[images.Original(k)]));
                    Assert.True(images[k].SameAs(again[k]));
                }
            },
            iter: 50);
        DistortedImages a = new(set, 3, 30, 1), b = new(set, 3, 30, 2);
        Assert.Contains(Enumerable.Range(0, 30), k => !a[k].SameAs(b[k]));
    }

    [Fact]
    public void Every_pixel_is_flipped_equally_often()
    {
        PatternSet set = Block.Set("ECP");
        DistortedImages images = new(set, 2, 7000, 5);
        int[] count = new int[35];
        for (int k = 0; k < images.Count; k++)
        {
            for (int i = 0; i < 35; i++)
                count[i] += images[k][i] != set.Patterns[images.Original(k)][i] ? 1 : 0;
        }

        // 400 of each expected, standard deviation 19.4; five of them.
        Assert.All(count, c => Assert.InRange(c, 303, 497));
    }

    [Theory]
    [InlineData("ECP", 1 / 3.0)]
    [InlineData("EDCPL", 1 / 5.0)]
    [InlineData("08965", 1 / 5.0)]
    public void The_outer_product_recalls_one_letter_of_a_similar_set_for_all_as_in_the_paper(string word, double accuracy)
    {
        foreach (string font in LetterFont.BuiltIn)
        {
            PatternSet set = LetterFont.Load(font).Set(word);
            RecallScore score = RecallTest.Score(OuterProductRule.Weights(set), new DistortedImages(set, 1, 1000, 1));
            Assert.Equal(accuracy, score.Similarity, 0.02);
            Assert.True(score.NoRecall > 0.9);
            Assert.True(score.Gain < -0.5);
        }
    }

    [Fact]
    public void The_pseudo_inverse_makes_every_letter_a_fixed_point()
    {
        foreach (string word in (string[])["ECP", "EDCP", "EDCPL", "08965"])
        {
            PatternSet set = Block.Set(word);
            WeightMatrix weights = PseudoInverseRule.Weights(set);
            Assert.Equal(set.Count, RecallTest.FixedPoints(weights, set));
            Assert.Equal(1, RecallTest.Score(weights, new DistortedImages(set, 0, set.Count, 1)).ExactRecall);
        }
    }

    [Fact]
    public void The_pseudo_inverse_of_orthogonal_patterns_is_the_outer_product()
    {
        PatternSet set = new("orthogonal", 2, 2, ["a", "b"], [new Pattern([1, 1, -1, -1]), new Pattern([1, -1, 1, -1])]);
        WeightMatrix pseudo = PseudoInverseRule.Weights(set), outer = OuterProductRule.Weights(set);
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
                Assert.Equal(outer[i, j], pseudo[i, j], 1e-15);
        }
    }

    [Fact]
    public void Of_linearly_dependent_patterns_as_block_8_9_6_5_the_pseudo_inverse_is_that_of_three()
    {
        PatternSet four = Block.Set("8965"), three = Block.Set("896");
        Assert.All(
            Enumerable.Range(0, 35),
            i => Assert.Equal(0, four.Patterns[0][i] - four.Patterns[1][i] - four.Patterns[2][i] + four.Patterns[3][i]));
        WeightMatrix a = PseudoInverseRule.Weights(four), b = PseudoInverseRule.Weights(three);
        for (int i = 0; i < 35; i++)
        {
            for (int j = 0; j < 35; j++)
                Assert.Equal(a[i, j], b[i, j], 1e-12);
        }
    }

    [Fact]
    public void A_network_without_weights_scores_what_no_recall_scores()
    {
        PatternSet set = Block.Set("EDCPL");
        for (int flips = 1; flips <= 7; flips++)
        {
            RecallScore score = RecallTest.Score(new WeightMatrix(35), new DistortedImages(set, flips, 500, 3));
            Assert.Equal(0, score.Gain);
            Assert.Equal(0, score.Exact);
            Assert.Equal(score.Images, score.Confusion.Sum(row => row.Sum()));
            Assert.Equal(score.Recognised, Enumerable.Range(0, set.Count).Sum(p => score.Confusion[p][p]));
        }
    }

    [Fact]
    public void An_image_that_is_equally_similar_to_two_patterns_is_not_recognised()
    {
        PatternSet set = new("two", 1, 2, ["a", "b"], [new Pattern([1, 1]), new Pattern([-1, -1])]);
        Assert.Equal(-1, set.MostSimilar(new Pattern([1, -1])));
        Assert.Equal(1, set.MostSimilar(new Pattern([-1, -1])));
    }

    [Fact]
    public void Hebb_on_nearest_neighbours_wires_58_pairs_and_beats_the_outer_product_on_ECP()
    {
        PatternSet set = Block.Set("ECP");
        WeightMatrix local = NearestNeighbourRule.Weights(set);
        int wired = 0;
        for (int i = 0; i < 35; i++)
        {
            for (int j = 0; j < i; j++)
            {
                wired += local[i, j] != 0 ? 1 : 0;
                Assert.True(local[i, j] == 0 || NodeDistance.Of(i, j, 5) == 1);
            }
        }

        Assert.Equal(58, wired);
        RecallScore score = RecallTest.Score(local, new DistortedImages(set, 1, 1000, 1));
        Assert.True(score.Similarity > 0.9, $"{score.Similarity}");
    }

    [Theory]
    [InlineData("ECP", true)]
    [InlineData("08965", true)]
    [InlineData("EDCP", false)]
    [InlineData("EDCPL", false)]
    public void Computed_weights_between_near_nodes_hold_every_letter_of_a_set_unless_it_has_D_and_P(string word, bool all)
    {
        PatternSet set = Block.Set(word);
        WeightMatrix local = LocalPerceptronRule.Weights(set, Math.Sqrt(2), 0.3);
        for (int i = 0; i < 35; i++)
        {
            for (int j = 0; j < 35; j++)
            {
                Assert.Equal(local[i, j], local[j, i]);
                Assert.True(local[i, j] == 0 || NodeDistance.Of(i, j, 5) < 1.5);
            }
        }

        Assert.Equal(
            all, set.Patterns.All(x => Enumerable.Range(0, 35).All(i => x[i] * Enumerable.Range(0, 35).Sum(j => local[i, j] * x[j]) > 0)));
    }

    [Fact]
    public void Within_three_pitches_of_its_top_right_corner_block_D_looks_like_P_but_for_the_corner()
    {
        // So no weights that reach less than three pitches can hold this node of both.
        PatternSet set = Block.Set("DP");
        int[] differ = [.. Enumerable.Range(0, 35).Where(i => set.Patterns[0][i] != set.Patterns[1][i] && NodeDistance.Of(i, 4, 5) < 3)];
        Assert.Equal([4], differ);
    }
}

using MagHopfield.FilmStudies.Films;
using MagHopfield.Papers.Yu2021.Maze;
using MagHopfield.Papers.Yu2021.Paper;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Yu2021.Tests;

/// <summary>What G − G_ref says of a pattern (Yu 2021, eqs. 6 and 7), on matrices that can be reckoned by hand.</summary>
public class MazeRecallTests
{
    private static readonly ConductanceMatrix Reference = ConductanceMatrix.FromPairs(4, [-1, -1, -1, -1, -1, -1]);

    [Fact]
    public void A_film_that_conducts_better_between_unlike_nodes_has_the_pattern_lowest_and_recalls_it()
    {
        foreach (MazePattern pattern in Yu2021Paper.Patterns.Where(p => Balance(p.Pattern) == 0))
        {
            ConductanceMatrix g = Trained(pattern.Pattern, 0.2);
            double own = MazeReference.Energy(g, Reference, pattern.Pattern, 1);
            Assert.All(
                Enumerable.Range(0, 16).Select(s => Pattern.FromState(s, 4)).Where(s => !s.SameUpToSign(pattern.Pattern)),
                other => Assert.True(MazeReference.Energy(g, Reference, other, 1) > own));
            Assert.True(MazeRecall.IsFixed(g, Reference, pattern.Pattern));
            (int right, int starts) = MazeRecall.FromAllStates(g, Reference, pattern.Pattern, false, 1);
            Assert.Equal(14, starts);
            Assert.True(right > 7);
        }
    }

    [Fact]
    public void The_energy_is_that_of_the_unlike_pairs()
    {
        // Eq. 7: E' = 2 V0² Σ_{V_i ≠ V_j} G'_ij over ordered pairs.
        ConductanceMatrix g = ConductanceMatrix.FromPairs(4, [-1.1, -0.9, -1.3, -1.02, -0.7, -1.4]);
        Pattern state = PatternVoltages.Parse("+ - - +");
        double unlike = 0;
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
                unlike += state[i] != state[j] ? g[i, j] - Reference[i, j] : 0;
        }

        Assert.Equal(2 * 0.05 * 0.05 * unlike, MazeReference.Energy(g, Reference, state, 0.05), 1e-15);
    }

    [Fact]
    public void A_film_that_conducts_worse_everywhere_has_no_fixed_point_but_the_uniform_ones()
    {
        ConductanceMatrix g = ConductanceMatrix.FromPairs(4, [-0.9, -0.8, -0.95, -0.85, -0.7, -0.9]);
        Assert.All(
            Enumerable.Range(0, 16).Select(s => Pattern.FromState(s, 4)),
            state =>
            {
                Assert.True(MazeReference.Energy(g, Reference, state, 1) >= -1e-12);
                Assert.Equal(MazeRecall.IsUniform(state), MazeRecall.IsFixed(g, Reference, state));
            });
    }

    [Fact]
    public void The_paper_s_patterns_are_ours_with_nodes_around_the_square()
    {
        // Around: upper left, upper right, lower right, lower left; ours: upper left, upper right, lower left, lower right.
        int[] ours = [0, 1, 3, 2];
        foreach (MazePattern pattern in Yu2021Paper.Patterns)
        {
            string around = string.Concat(ours.Select(k => pattern.Pattern[k] > 0 ? '+' : '−'));
            Assert.Equal(pattern.PaperName, "{" + around + "}");
        }
    }

    private static int Balance(Pattern pattern) => Enumerable.Range(0, 4).Sum(k => pattern[k]);

    private static ConductanceMatrix Trained(Pattern pattern, double share) => ConductanceMatrix.FromPairs(
        4,
        [
            .. from i in Enumerable.Range(0, 4)
               from j in Enumerable.Range(i + 1, 3 - i)
               select -1 - (pattern[i] != pattern[j] ? share : -share),
        ]);
}

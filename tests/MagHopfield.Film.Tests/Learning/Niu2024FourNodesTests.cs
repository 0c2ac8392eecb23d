using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Shared;

namespace MagHopfield.Film.Tests.Learning;

/// <summary>
/// Niu et al., PNAS 2024, Figs. 3 and 4 a–g with the preset as it is: all seven patterns at 5 V one after the other, then "+ - + -" at
/// 5 V and "+ + - -" at 3 V.
/// </summary>
public class Niu2024FourNodesTests(Niu2024FourNodesTests.Training training) : IClassFixture<Niu2024FourNodesTests.Training>
{
    [Fact]
    public void After_each_of_the_seven_patterns_the_energy_is_lowest_at_that_pattern_and_its_negative()
    {
        Pattern[] patterns = WiringGeometry.All(4);
        for (int k = 0; k < patterns.Length; k++)
            AssertLowest(patterns[k], training.After[k]);
    }

    [Fact]
    public void Three_volts_are_enough_after_five() => AssertLowest(training.Second, training.AfterSecond);

    [Fact]
    public void Switching_from_edge_to_edge_moves_each_element_as_in_figure_3()
    {
        ConductanceMatrix a = training.AfterFirst;
        ConductanceMatrix b = training.AfterSecond;
        double change = 0.01 * Math.Abs(a[0, 1]);
        Assert.True(b[0, 1] - a[0, 1] > change && b[2, 3] - a[2, 3] > change);
        Assert.True(a[0, 2] - b[0, 2] > change && a[1, 3] - b[1, 3] > change);
        Assert.Equal(a[0, 3], b[0, 3], 0.1 * change);
        Assert.Equal(a[1, 2], b[1, 2], 0.1 * change);
    }

    [Fact]
    public void The_conductance_matrix_is_near_equation_1()
    {
        // Means of eq. 1: edges 12, 34 −0.066, edges 13, 24 −0.0655 (there equal, which no symmetric device gives), diagonals −0.0435 S.
        ConductanceMatrix g = training.AfterFirst;
        Assert.Equal(-0.066, g[0, 1], 0.05 * 0.066);
        Assert.Equal(-0.0655, g[0, 2], 0.05 * 0.0655);
        Assert.Equal(-0.0435, g[0, 3], 0.05 * 0.0435);
        Assert.Equal(0.175, g[0, 0], 0.05 * 0.175);
    }

    private void AssertLowest(Pattern trained, ConductanceMatrix g)
    {
        WeightMatrix weights = WeightMatrix.FromConductance(g, training.Average);
        double lowest = weights.Energy(trained);
        Assert.Equal(lowest, weights.Energy(trained.Negate()), 1e-12);
        for (int state = 0; state < 16; state++)
        {
            Pattern other = Pattern.FromState(state, 4);
            if (!other.SameUpToSign(trained))
                Assert.True(weights.Energy(other) > lowest + 0.2 * Math.Abs(lowest), $"trained {trained}, {other} is as low");
        }
    }

    public sealed class Training
    {
        public Training()
        {
            MicromagneticFilm film = new(FilmParameters.Preset("niu2024"));
            ReferenceConductance reference = new();
            foreach (Pattern pattern in WiringGeometry.All(4))
            {
                After.Add(Train(film, pattern, 5));
                reference.Include(After[^1]);
            }

            Average = reference.Average();
            AfterFirst = Train(film, new Pattern([1, -1, 1, -1]), 5);
            AfterSecond = Train(film, Second, 3);
        }

        public List<ConductanceMatrix> After { get; } = [];

        public ConductanceMatrix Average { get; }

        public ConductanceMatrix AfterFirst { get; }

        public Pattern Second { get; } = new([1, 1, -1, -1]);

        public ConductanceMatrix AfterSecond { get; }

        private static ConductanceMatrix Train(MicromagneticFilm film, Pattern pattern, double amplitude)
        {
            film.ApplyPulse([.. Enumerable.Range(0, 4).Select(i => amplitude * pattern[i])], 200e-6, CancellationToken.None);
            return film.Conductance;
        }
    }
}

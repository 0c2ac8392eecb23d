using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Shared;

namespace MagHopfield.Film.Tests.Learning;

public class OjaFilmTests
{
    [Fact]
    public void All_seven_patterns_are_learned()
    {
        OjaFilm film = OjaFilm.Niu2024();
        ReferenceConductance reference = new();
        List<(Pattern Pattern, ConductanceMatrix G)> trained = [];
        foreach (Pattern pattern in WiringGeometry.All(4))
        {
            for (int pulse = 0; pulse < 20; pulse++)
                film.ApplyPulse([.. Enumerable.Range(0, 4).Select(i => 5.0 * pattern[i])], 50e-6, default);

            reference.Include(film.Conductance);
            trained.Add((pattern, film.Conductance));
        }

        foreach ((Pattern pattern, ConductanceMatrix g) in trained)
        {
            WeightMatrix weights = WeightMatrix.FromConductance(g, reference.Average());
            for (int state = 0; state < 16; state++)
            {
                Pattern other = Pattern.FromState(state, 4);
                Assert.True(other.SameUpToSign(pattern) || weights.Energy(other) > weights.Energy(pattern));
            }
        }
    }

    [Fact]
    public void A_pulse_of_four_widths_equals_four_pulses()
    {
        OjaFilm one = OjaFilm.Niu2024();
        OjaFilm four = OjaFilm.Niu2024();
        one.ApplyPulse([5, -5, 5, -5], 200e-6, default);
        for (int k = 0; k < 4; k++)
            four.ApplyPulse([5, -5, 5, -5], 50e-6, default);

        Assert.All(four.Conductance.ToPairs().Zip(one.Conductance.ToPairs()), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
    }

    [Fact]
    public void Bad_pulses_are_refused()
    {
        OjaFilm film = OjaFilm.Niu2024();
        Assert.Throws<ArgumentException>(() => film.ApplyPulse([1, 2], 1e-6, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => film.ApplyPulse([1, 2, 3, 4], -1, default));
    }
}

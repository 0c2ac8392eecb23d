using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Shared;
using MagHopfield.Toml;

namespace MagHopfield.Film.Tests.Learning;

public class OjaFitTests
{
    private static readonly ConductanceMatrix Gold = ConductanceMatrix.FromPairs(4, [.. Enumerable.Repeat(-1e-3, 6)]);

    [Fact]
    public void The_fit_finds_the_rule_that_made_a_record()
    {
        double[] alpha = [111, 120, 277, 250, 105, 111];
        double[] average = [-0.066, -0.065, -0.043, -0.044, -0.066, -0.065];
        OjaFilm Film() => new(new OjaModel(4, 0.0006, alpha, average), Gold);
        LearningRecord Record(int seed) =>
            LearningRecord.Of(Film(), LearningRecord.RandomSequence(4, 60, 6, seed), 1, 50e-6, null, default);
        LearningRecord rest = LearningRecord.Of(Film(), WiringGeometry.All(4), 1, 50e-3, null, default);
        OjaSurrogate fit = OjaFit.Of(rest, Record(1), Record(2), "rule", Gold);
        for (int p = 0; p < 6; p++)
        {
            Assert.Equal(alpha[p], fit.Alpha[p], 1e-4 * alpha[p]);
            Assert.Equal(average[p], fit.Average[p], 1e-7);
            Assert.Equal(0.0006, fit.LearningRate[p], 1e-8);
        }

        Assert.InRange(fit.AtRestError.Largest, 0, 1e-12);
        Assert.InRange(fit.FitError.Largest, 0, 1e-8);
        Assert.InRange(fit.HeldOutError.Largest, 0, 1e-8);
    }

    [Fact]
    public void A_film_that_follows_no_rule_has_an_error_of_the_size_of_its_noise()
    {
        const double Noise = 2e-4;
        Random random = new(5);
        LearningRecord Noisy(int seed) =>
            WithNoise(LearningRecord.Of(Film(), LearningRecord.RandomSequence(4, 200, 6, seed), 1, 50e-6, null, default));
        OjaFilm Film() => new(new OjaModel(4, 0.0006, [.. Enumerable.Repeat(111.0, 6)], [.. Enumerable.Repeat(-0.06, 6)]), Gold);
        LearningRecord WithNoise(LearningRecord clean) => clean with
        {
            Conductance =
            [
                .. clean.Conductance.Select(
                    g => ConductanceMatrix.FromPairs(4, [.. g.ToPairs().Select(v => v + Noise * (2 * random.NextDouble() - 1))])),
            ],
        };
        Pattern[] often = [.. Enumerable.Repeat(WiringGeometry.All(4), 30).SelectMany(p => p)];
        OjaSurrogate fit = OjaFit.Of(
            WithNoise(LearningRecord.Of(Film(), often, 1, 50e-3, null, default)), Noisy(1), Noisy(2), "noisy", Gold);
        Assert.InRange(fit.AtRestError.RootMeanSquare, 0.4 * Noise, 0.8 * Noise);
        Assert.InRange(fit.HeldOutError.RootMeanSquare, 0.4 * Noise, 0.8 * Noise);
    }

    [Fact]
    public void A_saved_surrogate_is_read_back_as_it_was()
    {
        OjaSurrogate saved = Sample();
        string path = Path.GetTempFileName();
        File.WriteAllText(path, saved.ToToml());
        OjaSurrogate read = OjaSurrogate.Load(path);
        File.Delete(path);
        Assert.Equal(saved.ToToml(), read.ToToml());
    }

    [Fact]
    public void A_file_with_an_empty_range_is_refused_with_its_line()
    {
        OjaSurrogate bad = Sample() with { Maximum = [.. Sample().Minimum] };
        string path = Path.GetTempFileName();
        File.WriteAllText(path, bad.ToToml());
        Assert.Contains("maximum", Assert.Throws<ProblemFileException>(() => OjaSurrogate.Load(path)).Message);
        File.Delete(path);
    }

    [Fact]
    public void A_fitted_film_learns_faster_but_not_further_at_a_higher_voltage()
    {
        OjaFilm low = new(Sample()), high = new(Sample());
        low.ApplyPulse([3, -3, 3, -3], 2e-9, default);
        high.ApplyPulse([6, -6, 6, -6], 1e-9, default);
        Assert.Equal(low.Conductance[0, 1], high.Conductance[0, 1], 1e-12);
        high.ApplyPulse([6, -6, 6, -6], 1e-6, default);
        Assert.Equal(Sample().Minimum[0], high.Conductance[0, 1], 1e-9);
    }

    [Fact]
    public void A_record_that_never_changes_a_sign_is_refused() => Assert.Throws<ArgumentException>(() =>
    {
        Pattern[] same = [.. Enumerable.Repeat(WiringGeometry.All(4)[0], 10)];
        LearningRecord r = LearningRecord.Of(new OjaFilm(Sample()), same, 3, 2e-9, null, default);
        return OjaFit.Of(r, r, r, "same", Gold);
    });

    private static OjaSurrogate Sample() => new(
        "a film", 3, 2e-9, [.. Enumerable.Repeat(1e-5, 6)], [-0.067, -0.067, -0.045, -0.045, -0.067, -0.067],
        [
            -0.065, -0.065, -0.043, -0.043, -0.065, -0.0651,
        ],
        Gold, new SurrogateError(5e-6, 1e-5), new SurrogateError(1e-5, 3e-5), new SurrogateError(2e-5, 6e-5));
}

using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Papers.Niu2024.FourNodes;

namespace MagHopfield.Papers.Niu2024.Tests.FourNodes;

public class StrayFieldTests
{
    [Fact]
    public void A_thin_film_learns_all_seven_patterns_against_its_own_stray_field_and_keeps_them()
    {
        FilmParameters film = FilmParameters.Preset("permalloy-5um").WithCells(0.5);
        Assert.True(film.Magnetism.Demagnetisation);
        SevenPatterns trained = SevenPatterns.Train(film, 5, [20e-9], null, TestContext.Current.CancellationToken);
        for (int stage = 0; stage < 2; stage++)
            Assert.All(trained.Landscapes(stage, stage), l => Assert.True(l.IsLearned, $"{l.Trained}: {l.Margin}"));
    }
}

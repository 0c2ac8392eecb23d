using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Tables;
using MagHopfield.Papers.Niu2024.Paper;
using MagHopfield.Papers.Niu2024.Surrogate;
using MagHopfield.Store;
using MagHopfield.Tests.Figures;

namespace MagHopfield.Papers.Niu2024.Tests.Surrogate;

public class SurrogateTests
{
    [Fact]
    public void The_shipped_surrogate_is_what_the_film_gives()
    {
        OjaSurrogate shipped = OjaSurrogate.Niu2024();
        SurrogateResult result = new Niu2024Surrogate(FilmParameters.Preset(shipped.Film)).Run(
            ResultStore.None, null, TestContext.Current.CancellationToken);
        PageFigures.AssertReadable(4, page => FilmRecord.Body(SurrogateStudy.Of(result), page));
        OjaSurrogate fitted = result.Surrogate;

        // Short pulses leave the film in the middle of its motion, which other processors round differently.
        double range = shipped.MeanRange;
        for (int p = 0; p < 6; p++)
        {
            Assert.Equal(shipped.Minimum[p], fitted.Minimum[p], 0.02 * range);
            Assert.Equal(shipped.Maximum[p], fitted.Maximum[p], 0.02 * range);
            Assert.InRange(fitted.LearningRate[p] / shipped.LearningRate[p], 0.7, 1.4);
        }

        Assert.Equal(shipped.AtRestError.RootMeanSquare, fitted.AtRestError.RootMeanSquare, 0.02 * range);
        Assert.Equal(shipped.HeldOutError.RootMeanSquare, fitted.HeldOutError.RootMeanSquare, 0.1 * range);
    }
}

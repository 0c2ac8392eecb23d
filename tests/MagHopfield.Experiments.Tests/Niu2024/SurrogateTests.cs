using MagHopfield.Experiments.Niu2024;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Instrument.StandAlone;
using MagHopfield.Tests.Figures;

namespace MagHopfield.Experiments.Tests.Niu2024;

public class SurrogateTests
{
    private static readonly int[] Edges = [0, 1, 4, 5];
    private static readonly int[] Diagonals = [2, 3];

    [Fact]
    public void The_shipped_surrogate_is_what_the_film_gives()
    {
        OjaSurrogate shipped = OjaSurrogate.Niu2024();
        SurrogateResult result = new Niu2024Surrogate(FilmParameters.Preset(shipped.Film)).Run(null, TestContext.Current.CancellationToken);
        PageFigures.AssertReadable(4, page => PaperRecord.Body(SurrogateStudy.Of(result), page));
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

    [Fact]
    public void The_demo_without_a_film_learns_with_the_means_of_the_shipped_surrogate()
    {
        OjaSurrogate s = OjaSurrogate.Niu2024();
        Assert.Equal(FilmFit.Voltage, s.Voltage);
        Assert.Equal(FilmFit.EdgeLearningRate, Mean(s.LearningRate, Edges), 1e-3 * FilmFit.EdgeLearningRate);
        Assert.Equal(FilmFit.DiagonalLearningRate, Mean(s.LearningRate, Diagonals), 1e-3 * FilmFit.DiagonalLearningRate);
        Assert.Equal(FilmFit.EdgeMinimum, Mean(s.Minimum, Edges), 1e-5);
        Assert.Equal(FilmFit.EdgeMaximum, Mean(s.Maximum, Edges), 1e-5);
        Assert.Equal(FilmFit.DiagonalMinimum, Mean(s.Minimum, Diagonals), 1e-5);
        Assert.Equal(FilmFit.DiagonalMaximum, Mean(s.Maximum, Diagonals), 1e-5);
    }

    private static double Mean(double[] values, int[] pairs) => pairs.Average(p => values[p]);
}

using MagHopfield.Film.Learning;
using MagHopfield.Instrument.StandAlone;

namespace MagHopfield.BoardStudies.Tests.Boards;

public class StandAloneFilmTests
{
    private static readonly int[] Edges = [0, 1, 4, 5];
    private static readonly int[] Diagonals = [2, 3];

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

using MagHopfield.BoardStudies.Agreement;
using MagHopfield.BoardStudies.EndToEnd;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.Reports;
using MagHopfield.Tests.Figures;

namespace MagHopfield.BoardStudies.Tests.EndToEnd;

public class BoardFigureTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(16)]
    public void Every_bar_of_the_cross_check_bears_the_name_of_its_element(int nodes)
    {
        IReadOnlyList<CrossCheckRow> rows = Rows(nodes);
        Figure figure = AgreementPlot.Draw(rows);
        FigureTexts.AssertReadable(figure);
        Assert.Equal(rows.Select(r => "G" + r.Pair), FigureTexts.Words(figure).Where(w => w.StartsWith('G')));
    }

    [Theory]
    [InlineData(4, 11)]
    [InlineData(4, 1)]
    [InlineData(8, 3)]
    public void Bars_of_many_lessons_are_named_lesson_by_lesson(int nodes, int lessons)
    {
        Figure figure = AgreementPlot.Many([.. Enumerable.Range(0, lessons).Select(k => (k % 2 == 0 ? "+ − + −" : "NAND", Rows(nodes)))]);
        FigureTexts.AssertReadable(figure);
        Assert.Equal(lessons * Rows(nodes).Count, FigureTexts.Words(figure).Count(w => w.StartsWith('G')));
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(4, 7)]
    [InlineData(4, 24)]
    [InlineData(4, 200)]
    [InlineData(35, 3)]
    public void A_history_of_G_can_be_read_however_many_trainings_it_has(int nodes, int trainings)
    {
        string[] names = PairName.All(nodes);
        double[] times = [.. Enumerable.Range(0, 10 * trainings).Select(k => 1e-8 * k)];
        double[][] samples =
        [
            .. times.Select(t => names.Select((_, p) => -0.06 - (1e-4 * p) + (1e-3 * Math.Sin((1e8 * t) + p))).ToArray()),
        ];
        (double, string)[] starts = [.. Enumerable.Range(0, trainings).Select(k => (1e-7 * k, k == 0 ? "+ − + −" : "− − + +"))];
        Figure figure = ConductanceHistoryPlot.Draw(
            [.. Enumerable.Range(0, names.Length)], names, times, samples, [times[^1]], [samples[^1]], starts);
        FigureTexts.AssertReadable(figure);
        int titles = FigureTexts.Words(figure).Count(w => w is "+ − + −" or "− − + +");
        Assert.InRange(titles, Math.Min(trainings, 24), trainings);
    }

    [Theory]
    [InlineData(6, "")]
    [InlineData(16, "")]
    [InlineData(595, "Of 595 pairs the 16 that change most are drawn. ")]
    public void A_history_says_how_many_of_its_pairs_are_drawn(int pairs, string expected) =>
        Assert.Equal(expected, ConductanceHistoryPlot.Selection(pairs));

    private static IReadOnlyList<CrossCheckRow> Rows(int nodes) => [.. PairName.All(nodes).Select((name, k) => new CrossCheckRow(
        name, -0.065 * (1 + (1e-5 * Math.Sin(k))), -0.065, 0.065, 1e-6, 5e-4))];
}

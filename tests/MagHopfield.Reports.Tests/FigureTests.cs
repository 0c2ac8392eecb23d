using MagHopfield.Tests.Figures;
using ScottPlot;

namespace MagHopfield.Reports.Tests;

public class FigureTests
{
    [Fact]
    public void A_plot_has_readable_texts_and_leaves_the_plot_beside_it_alone()
    {
        Plot first = Line(), second = Line();
        Figure both = Figure.Of([first, second], 2, 400, 300);
        FigureTexts.AssertReadable(both);
        Pictures.RgbImage image = Pictures.Png.Read(new MemoryStream(both.Png));
        int Inked(int from) => Enumerable.Range(from, 800).Sum(x => Enumerable.Range(0, 600).Count(y => image[x, y].G < 200));
        Assert.InRange(Inked(0), 1000, 50000);
        Assert.Equal(Inked(0), Inked(800), 200.0);
    }

    [Fact]
    public void A_plot_gives_the_same_bytes_each_time()
    {
        Figure a = Figure.Of(Line(), 400, 300), b = Figure.Of(Line(), 400, 300);
        Assert.Equal(a.Png, b.Png);
        Assert.Equal(a.Svg, b.Svg);
    }

    [Fact]
    public void Texts_that_are_too_small_cut_or_on_each_other_are_found()
    {
        static string Svg(params string[] texts) => $"<svg width=\"100\" height=\"100\">{string.Concat(texts)}</svg>";
        static string Text(string word, double size, double x, double y) =>
            FormattableString.Invariant($"<text transform=\"translate({x} {y})\" font-size=\"{size}\" x=\"0\" y=\"0\">{word}</text>");
        Assert.Empty(FigureTexts.Faults(Svg(Text("A", 11, 10, 20), Text("B", 11, 10, 40))));
        Assert.Contains("has 10.0 px", Assert.Single(FigureTexts.Faults(Svg(Text("A", 10, 10, 20)))));
        Assert.Contains("leaves the figure", Assert.Single(FigureTexts.Faults(Svg(Text("A", 20, 95, 50)))));
        Assert.Contains("lies on", Assert.Single(FigureTexts.Faults(Svg(Text("A", 20, 10, 50), Text("B", 20, 15, 50)))));
        Assert.Contains("is cut", Assert.Single(FigureTexts.Faults(
            Svg(
                "<clipPath id=\"c\"><rect width=\"50\" height=\"50\"/></clipPath><g clip-path=\"url(#c)\">",
                Text("A", 20, 45, 30),
                "</g>"))));
        Assert.Contains(
            "has 8.0 px", Assert.Single(FigureTexts.Faults(Svg("<g transform=\"scale(0.5 0.5)\">", Text("A", 16, 40, 40), "</g>"))));
    }

    private static Plot Line()
    {
        Plot plot = ReportFont.NewPlot();
        plot.Add.ScatterLine(new double[] { 1, 2, 3 }, new double[] { -3, 2, 1 }).LegendText = "⟨mx⟩";
        plot.XLabel("t (ns)");
        plot.YLabel("average magnetisation");
        plot.Title("a reversal");
        plot.ShowLegend(Edge.Right);
        return plot;
    }
}

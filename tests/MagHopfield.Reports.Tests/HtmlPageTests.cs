namespace MagHopfield.Reports.Tests;

public class HtmlPageTests
{
    [Fact]
    public void A_page_loads_nothing_from_elsewhere_and_makes_text_harmless()
    {
        HtmlPage page = new("a < b");
        page.Heading("c & d");
        page.Figures(([1, 2, 3], 40, "dots"));
        string html = page.ToString();
        Assert.Contains("<h1>a &lt; b</h1>", html);
        Assert.Contains("<h2>c &amp; d</h2>", html);
        Assert.Contains("data:image/png;base64,AQID", html);
        Assert.DoesNotContain("http", html);
    }

    [Fact]
    public void A_plot_has_letters_on_a_machine_without_fonts()
    {
        ScottPlot.Plot plot = ReportFont.NewPlot();
        plot.XLabel("µ₀H (mT)");
        byte[] png = plot.GetImageBytes(200, 100, ScottPlot.ImageFormat.Png);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], png[..4]);
        Assert.Equal("DejaVu Sans", ReportFont.Typeface.FamilyName);
    }
}

namespace MagHopfield.Reports.Tests;

public class HtmlPageTests
{
    [Fact]
    public void A_page_loads_nothing_from_elsewhere_and_makes_text_harmless()
    {
        HtmlPage page = new("a < b");
        page.Heading("c & d");
        page.Figures(("dots", Figure.Of(ReportFont.NewPlot(), 400, 300), "dots"));
        string html = page.ToString();
        Assert.Contains("<h1>a &lt; b</h1>", html);
        Assert.Contains("<h2>c &amp; d</h2>", html);
        Assert.Contains("data:image/png;base64,iVBORw0KGgo", html);
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

    [Fact]
    public void A_page_is_saved_with_each_figure_as_PNG_and_SVG_beside_it()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory();
        try
        {
            HtmlPage page = new("two figures of one name");
            Figure figure = Figure.Of(ReportFont.NewPlot(), 400, 300);
            page.Figures(("edges", figure, ""), ("edges", figure, ""));
            page.Save(Path.Combine(folder.FullName, "report.html"));
            Assert.Equal(
                ["edges-2.png", "edges-2.svg", "edges.png", "edges.svg", "report.html"],
                folder.GetFiles().Select(f => f.Name).Order(StringComparer.Ordinal));
            Assert.Equal(figure.Png, File.ReadAllBytes(Path.Combine(folder.FullName, "edges.png")));
            Assert.Contains("<text", File.ReadAllText(Path.Combine(folder.FullName, "edges.svg")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("below 50 µs", "below 50\u00a0&#181;s")]
    [InlineData("2394 of 2800", "2394\u00a0of\u00a02800")]
    [InlineData("5.0 ± 0.1 %", "5.0\u00a0&#177;\u00a00.1\u00a0%")]
    [InlineData("5 samples", "5 samples")]
    [InlineData("1 V in 2 nodes", "1\u00a0V in 2 nodes")]
    public void A_number_of_a_table_stays_beside_its_unit(string cell, string expected)
    {
        HtmlPage page = new("t");
        page.Table(["name", "value"], [["a", HtmlPage.Encode(cell)]]);
        Assert.Contains($"<td>{expected}</td>", page.ToString());
    }

    [Fact]
    public void Long_values_wrap_and_folded_tables_say_what_they_hold()
    {
        HtmlPage page = new("t");
        page.Properties([("command", "maghopfield")]);
        page.Details("The same in numbers", ["x"], [["1"]]);
        string html = page.ToString();
        Assert.Contains("<tr><th>command</th><td>maghopfield</td></tr>", html);
        Assert.Contains("<details><summary>The same in numbers</summary>", html);
        Assert.Contains("overflow-wrap: anywhere", html);
    }

    [Theory]
    [InlineData(-1500, "−1500")]
    [InlineData(0.25, "0.25")]
    public void A_tick_has_no_mark_of_thousands(double value, string expected) => Assert.Equal(expected, ReportFont.TickNumber(value));

    [Theory]
    [InlineData("w_ij = G_ij − (G_min,ij + G_max,ij)/2", "w<sub>ij</sub> = G<sub>ij</sub> − (G<sub>min,ij</sub> + G<sub>max,ij</sub>)/2")]
    [InlineData("after + − − + at a − b", "after +\u00a0−\u00a0−\u00a0+ at a − b")]
    [InlineData("⟨m_x⟩ at 5 l_ex, R_REF", "⟨m<sub>x</sub>⟩ at 5 l<sub>ex</sub>, R<sub>REF</sub>")]
    [InlineData("<code>cells_x</code>, out/a_b.toml", "<code>cells_x</code>, out/a_b.toml")]
    public void A_subscript_is_set_as_one(string text, string expected)
    {
        HtmlPage page = new("t");
        page.Paragraph(text);
        page.Table([text], [[text]]);
        string html = page.ToString();
        Assert.Contains($"<p>{expected}</p>", html);
        Assert.Contains($"<th class=\"text\">{expected}</th>", html);
        Assert.Contains($"<td class=\"text\">{expected}</td>", html);
    }
}

using MagHopfield.Model.Pictures;
using MagHopfield.Reports;
using MagHopfield.Tests.Figures;

namespace MagHopfield.Model.Tests;

public sealed class TablePlotTests
{
    private const string Film = """
        [mesh]
        cells = [4, 2, 1]
        cell_size = [5e-9, 5e-9, 5e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.1
        [initial]
        state = "uniform"
        direction = [1, 0.1, 0]

        """;

    [Fact]
    public void A_run_leaves_a_plot_of_its_table_over_the_time()
    {
        using TestRun run = new();
        run.Run(Film + """
            [[stage]]
            kind = "run"
            time = 50e-12
            [output]
            table_interval = 1e-12
            columns = ["t", "mx", "my", "mz", "E_total", "E_demag", "max_torque"]
            """);
        string svg = File.ReadAllText(run.PathOf("out/table.svg"));
        FigureTexts.AssertReadable(svg);
        Assert.True(File.Exists(run.PathOf("out/table.png")));
        IReadOnlyList<string> words = Words(svg);
        Assert.Contains("t (ps)", words);
        Assert.Contains("⟨m⟩", words);
        Assert.Contains("energy (zJ)", words);
        Assert.Contains(words, w => w.StartsWith("largest |m×H| (", StringComparison.Ordinal));
    }

    [Fact]
    public void A_loop_of_static_stages_is_drawn_over_its_field_and_pictures_that_are_not_wanted_are_not_drawn()
    {
        string loop = Film + string.Concat(((double[])[2e5, 1e5, -1e5, -2e5]).Select(h => $"""
            [[stage]]
            kind = "minimise"
            [stage.field]
            constant = [{h.ToString(System.Globalization.CultureInfo.InvariantCulture)}, 0, 0]

            """)) + "[output]\ncolumns = [\"Hx\", \"Hy\", \"mx\"]\n";
        using TestRun run = new();
        run.Run(loop);
        string svg = File.ReadAllText(run.PathOf("out/table.svg"));
        FigureTexts.AssertReadable(svg);
        Assert.Contains("Hx (kA/m)", Words(svg));

        // The plot of an earlier run of the same file does not stay beside the new table.
        run.Run(loop + "pictures = []\n");
        Assert.False(File.Exists(run.PathOf("out/table.svg")));
        Assert.False(File.Exists(run.PathOf("out/table.png")));
    }

    [Fact]
    public void No_peak_of_a_long_table_is_lost_and_what_is_no_number_is_left_out()
    {
        Figure? Draw(int peak) =>
            TablePlot.Draw(
                ["# t (s)\tmx (1)", .. Enumerable.Range(0, 50_000).Select(k => $"{k}e-12\t{(k == peak ? "1" : k == 7 ? "NaN" : "0.5")}")]);
        FigureTexts.AssertReadable(Draw(31_415)!);
        Assert.Contains("1", Words(Draw(31_415)!.Svg));
        Assert.NotEqual(Draw(31_415)!.Png, Draw(-1)!.Png);
    }

    [Fact]
    public void A_table_with_nothing_to_draw_over_has_no_plot()
    {
        Assert.Null(TablePlot.Draw(["# t (s)\tmx (1)", "0\t1"]));
        Assert.Null(TablePlot.Draw(["# t (s)\tstage (1)", "0\t1", "1e-9\t1"]));
        Assert.Null(TablePlot.Draw([]));
    }

    private static IReadOnlyList<string> Words(string svg) =>
        [.. System.Xml.Linq.XDocument.Parse(svg).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.Trim())];
}

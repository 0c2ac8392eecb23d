using System.Globalization;

namespace MagHopfield.Examples.Tests;

/// <summary>The sample programs of examples/ do what their headers say.</summary>
public class SampleTests
{
    [Fact]
    public void The_engine_relaxes_an_element_along_its_long_axis_and_a_field_against_it_switches_it()
    {
        string[] lines = Sample.Lines("Engine");
        Assert.StartsWith("at rest after ", lines[0]);
        double[][] rows = [.. lines.Skip(2).Select(Numbers)];
        Assert.Equal(11, rows.Length);
        Assert.Equal(Enumerable.Range(0, 11).Select(i => Math.Round(0.1 * i, 1)), rows.Select(r => r[0]));
        Assert.InRange(rows[0][1], 0.9, 1);
        Assert.InRange(rows[^1][1], -1, -0.9);

        // At rest in the field: along it but for the shape anisotropy, in the plane.
        Assert.InRange(rows[^1][2], 0.05, Math.Sin(10 * Math.PI / 180));
        Assert.Equal(0, rows[^1][3], 0.002);
        Assert.All(rows, r => Assert.InRange((r[1] * r[1]) + (r[2] * r[2]) + (r[3] * r[3]), 0.5, 1.001));
    }

    [Fact]
    public void The_driver_reads_back_what_it_wrote_and_the_chip_has_the_voltages_within_its_error()
    {
        string[] lines = Sample.Lines("ChipDriver");
        Assert.Contains(lines, l => l.EndsWith("write DAC A = 0xCCCD", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.EndsWith("write DAC B = 0x3333", StringComparison.Ordinal));
        string[] outputs = [.. lines.Where(l => l.StartsWith("output ", StringComparison.Ordinal))];
        double[] volts = [.. outputs.Select(l => Number(l.Split(", ")[1].Replace(" V", "")))];
        Assert.Equal(4, volts.Length);
        Assert.Equal(3, volts[0], 0.005);
        Assert.Equal(-3, volts[1], 0.005);
        Assert.Equal(0, volts[2], 0.005);
        Assert.Equal(0, volts[3], 0.005);
        Assert.Equal(["output 0: code 52429", "output 1: code 13107"], outputs.Take(2).Select(l => l.Split(',')[0]));
    }

    [Fact]
    public void The_client_trains_a_pattern_over_TCP_measures_it_in_G_and_recalls_it_from_a_distorted_one()
    {
        string[] lines = Sample.Lines("BoardClientSample");
        Assert.StartsWith("MagHopfield,virtual board 4 nodes,seed 1,", lines[0]);
        double[][] g = [.. lines.Skip(1).Take(4).Select(l => Numbers(l.Replace(" mS", "")))];
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(0, g[i].Sum(), 0.01);
            Assert.InRange(g[i][i], 150, 200);
            for (int j = 0; j < 4; j++)
                Assert.Equal(g[i][j], g[j][i], 0.001);
        }

        // A more negative element couples nodes of opposite sign (Niu 2024): after + - + - edge 1-2 is more negative than edge 1-3.
        Assert.True(g[0][1] < g[0][2]);
        Assert.Equal("recalled + - + + -> + - + -", lines[^1]);
    }

    [Fact]
    public void A_study_of_ones_own_finds_the_astroid_and_leaves_page_data_and_table()
    {
        string folder = Directory.CreateTempSubdirectory("maghopfield-sample").FullName;
        string[] lines = Sample.Lines("StudySample", folder);
        Assert.Equal(5, lines.Count(l => l.EndsWith(", agrees", StringComparison.Ordinal)));

        // Half of the anisotropy field at 45° (Stoner and Wohlfarth 1948).
        Assert.Contains(lines, l => l.StartsWith("h at 45°", StringComparison.Ordinal) && l.Contains(": 0.5000 published"));
        Assert.Superset(
            new HashSet<string> { "report.html", "result.json", "astroid.tsv" },
            Directory.EnumerateFiles(folder).Select(Path.GetFileName).ToHashSet()!);
        Directory.Delete(folder, recursive: true);
    }

    private static double[] Numbers(string line) => [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

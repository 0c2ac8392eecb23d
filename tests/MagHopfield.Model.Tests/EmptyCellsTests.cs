using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Checking;
using MagHopfield.Model.Files;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Tests;

/// <summary>
/// Files of other programs with empty cells: they make the body by themselves, and a body that is written besides must be the same.
/// </summary>
public sealed class EmptyCellsTests : IDisposable
{
    private const string Disk = "[[geometry]]\nshape = \"disk\"\ndiameter = 92.5e-9\n";
    private readonly TestRun _run = new();

    public EmptyCellsTests() => File.Copy(Case.PathOf("disk-with-empty-cells.ovf"), _run.PathOf("disk.ovf"));

    [Fact]
    public void A_magnetisation_with_empty_cells_makes_the_body()
    {
        VectorField<double> disk = Ovf.Read<double>(_run.PathOf("disk.ovf")).Field;
        Geometry geometry = BodyBuilder.Geometry(_run.Parse(Text()).Problem);
        Assert.Equal(Enumerable.Range(0, 400).Select(i => disk[i].Length > 0), Enumerable.Range(0, 400).Select(geometry.Contains));
        Assert.InRange(geometry.CellsInside, 1, 399);
        Assert.Empty(ProblemCheck.Of(_run.Parse(Text())));
        Assert.True(_run.Run(Text()).Reached);
        Assert.All(Enumerable.Range(0, 400), i => Assert.Equal(geometry.Contains(i) ? 1 : 0, _run.Final[i].Length, 1e-12));
    }

    [Fact]
    public void It_is_the_body_that_the_same_shape_makes()
    {
        _run.Run(Text());
        double[] file = _run.Column("E_total");
        using TestRun shaped = new();
        shaped.Run(Text("[[initial]]").Replace("[[initial]]", "[initial]\nstate = \"uniform\"\ndirection = [1, 0, 0]\n") + Disk);
        Assert.Equal(shaped.Column("E_total")[0], file[0], 1e-12 * Math.Abs(file[0]));
    }

    [Fact]
    public void A_shape_that_agrees_may_be_written_too()
    {
        Assert.Empty(ProblemCheck.Of(_run.Parse(Text() + Disk)));
        Assert.Equal(
            BodyBuilder.Geometry(_run.Parse(Text()).Problem).Region.ToArray(),
            BodyBuilder.Geometry(_run.Parse(Text() + Disk).Problem).Region.ToArray());
    }

    [Theory]
    [InlineData("100e-9")]
    [InlineData("60e-9")]
    public void A_shape_that_does_not_agree_is_refused_in_one_line(string diameter)
    {
        ProblemFile file = _run.Parse(Text() + Disk.Replace("92.5e-9", diameter));
        Finding finding = Assert.Single(ProblemCheck.Of(file), f => f.Severity == Severity.Error);
        Assert.Contains("its empty cells make another body than [[geometry]] does", finding.Message);
        Assert.Contains("remove [[geometry]]", finding.Message);
        Assert.Equal(file.LineOf("initial", "file"), finding.Line);
        Assert.DoesNotContain('\n', finding.Message);
        Assert.Throws<ProblemFileException>(() => _run.Run(Text() + Disk.Replace("92.5e-9", diameter)));
    }

    // A full file says nothing of a shape, so that any body may be cut from it.
    [Fact]
    public void A_full_magnetisation_is_cut_by_a_shape()
    {
        Mesh mesh = new(20, 20, 1, 5e-9, 5e-9, 5e-9);
        VectorField<double> m = new(mesh);
        m.Fill((0, 0, 1));
        Ovf2.Write(_run.PathOf("disk.ovf"), m, OvfData.Binary8);
        Assert.Empty(ProblemCheck.Of(_run.Parse(Text() + Disk)));
        Assert.InRange(BodyBuilder.Geometry(_run.Parse(Text() + Disk).Problem).CellsInside, 1, 399);
    }

    [Fact]
    public void A_file_with_every_cell_empty_is_refused()
    {
        Ovf2.Write(_run.PathOf("disk.ovf"), new VectorField<double>(new Mesh(20, 20, 1, 5e-9, 5e-9, 5e-9)), OvfData.Text);
        Assert.Contains(
            ProblemCheck.Of(_run.Parse(Text())), f => f.Severity == Severity.Error && f.Message.Contains("every cell is empty"));
    }

    [Fact]
    public void A_scalar_file_is_a_shape_and_its_values_are_regions()
    {
        // 0 outside, 1 to the left, 2 to the right: as other programs number regions.
        Scalar("regions.ovf", (x, y) => y < 10 ? 0 : x < 12 ? 1 : 2, "");
        const string more = """
            [[geometry]]
            shape = "ovf"
            file = "regions.ovf"
            [[region]]
            name = "right"
            shape = "ovf"
            file = "regions.ovf"
            value = 2
            exchange_stiffness = 2e-11
            """;
        ReadOnlySpan<int> region = BodyBuilder.Geometry(_run.Parse(Uniform(more)).Problem).Region;
        for (int i = 0; i < 400; i++)
            Assert.Equal(i / 20 < 10 ? 0 : i % 20 < 12 ? 1 : 2, region[i]);
    }

    [Fact]
    public void A_shape_from_a_file_is_moved_like_any_other()
    {
        Scalar("shape.ovf", (x, y) => x < 5 && y < 5 ? 1 : 0, "");
        Geometry geometry = BodyBuilder.Geometry(
            _run.Parse(Uniform("[[geometry]]\nshape = \"ovf\"\nfile = \"shape.ovf\"\ncentre = [25e-9, 10e-9, 0]\n")).Problem);
        Assert.Equal(25, geometry.CellsInside);
        Assert.True(geometry.Contains(geometry.Mesh.Index(5, 2)) && geometry.Contains(geometry.Mesh.Index(9, 6)));
    }

    [Theory]
    [InlineData("A/m", 1)]
    [InlineData("kA/m", 1e3)]
    [InlineData("T", 795774.715)]
    public void Ms_is_read_cell_by_cell_in_its_unit_and_makes_the_body(string unit, double factor)
    {
        Scalar("ms.ovf", (x, y) => x == 0 ? 0 : 0.5 + (0.01 * x), unit);
        Ferromagnet body = BodyBuilder.Body(_run.Parse(Uniform("", "saturation_magnetisation_file = \"ms.ovf\"")).Problem);
        for (int i = 0; i < 400; i++)
            Assert.Equal(i % 20 == 0 ? 0 : factor * (0.5 + (0.01 * (i % 20))), body.MsOf(i), 1e-6 * factor);
        Assert.Equal(380, body.Geometry.CellsInside);
    }

    [Fact]
    public void A_region_keeps_its_own_Ms()
    {
        Scalar("ms.ovf", (_, _) => 8e5, "A/m");
        const string region = "[[region]]\nname = \"a\"\nshape = \"disk\"\ndiameter = 20e-9\nsaturation_magnetisation = 3e5\n";
        Ferromagnet body = BodyBuilder.Body(_run.Parse(Uniform(region, "saturation_magnetisation_file = \"ms.ovf\"")).Problem);
        Assert.Equal(3e5, body.MsOf(body.Mesh.Index(10, 10)));
        Assert.Equal(8e5, body.MsOf(0));
    }

    [Theory]
    [InlineData("saturation_magnetisation_file = \"disk.ovf\"", "valuedim is 3; only scalar fields of 1 component are read here")]
    [
        InlineData(
            "saturation_magnetisation = 8e5\nsaturation_magnetisation_file = \"ms.ovf\"",
            "says the same as saturation_magnetisation; remove one of the two"),
    ]
    [InlineData("saturation_magnetisation_file = \"negative.ovf\"", "has -1 A/m in cell 0")]
    [InlineData("saturation_magnetisation_file = \"zero.ovf\"", "is 0 in every cell")]
    [InlineData("saturation_magnetisation_file = \"joule.ovf\"", "with values in \"J/m3\"; write them in A/m")]
    [InlineData("saturation_magnetisation_file = \"small.ovf\"", "of 3×2×1 cells, the mesh has 20×20×1; use the same numbers of cells")]
    [InlineData("saturation_magnetisation_file = \".\"", "which is a folder; name a file in it")]
    [InlineData("saturation_magnetisation_file = \"no.ovf\"", "there is no such file")]
    public void A_file_that_does_not_fit_is_refused_in_one_line(string material, string part)
    {
        Scalar("ms.ovf", (_, _) => 8e5, "A/m");
        Scalar("negative.ovf", (_, _) => -1, "A/m");
        Scalar("zero.ovf", (_, _) => 0, "A/m");
        Scalar("joule.ovf", (_, _) => 1, "J/m3");
        File.WriteAllText(_run.PathOf("small.ovf"), Header(3, 2, "A/m") + "1 1 1 1 1 1\n# End: Data Text\n");
        ProblemFileException e = Assert.Throws<ProblemFileException>(() => _run.Parse(Uniform("", material)));
        Assert.Contains(part, e.Message);
        Assert.StartsWith(_run.PathOf("problem.toml") + "(", e.Message);
        Assert.DoesNotContain('\n', e.Message);
    }

    // An Ms that varies from cell to cell acts everywhere: energies follow from it, and a uniform one is that of the key.
    [Fact]
    public void A_uniform_Ms_from_a_file_is_that_of_the_key()
    {
        Scalar("ms.ovf", (_, _) => 8e5, "A/m");
        const string more = "[[anisotropy]]\naxis = [0, 1, 1]\nku1 = 1e4\n[field]\nconstant = [1e4, 2e4, 0]\n";
        _run.Run(Uniform(more, "saturation_magnetisation_file = \"ms.ovf\"\ninterfacial_dmi = 1e-3"));
        using TestRun key = new();
        key.Run(Uniform(more, "saturation_magnetisation = 8e5\ninterfacial_dmi = 1e-3"));
        foreach (string column in new[] { "E_total", "mx", "my", "mz" })
            Assert.All(key.Column(column).Zip(_run.Column(column)), p => Assert.Equal(p.First, p.Second, 1e-9 * Math.Abs(p.First)));
    }

    public void Dispose() => _run.Dispose();

    private static string Header(int nx, int ny, string unit) => FormattableString.Invariant($"""
        # OOMMF OVF 2.0
        # Segment count: 1
        # Begin: Segment
        # Begin: Header
        # meshtype: rectangular
        # meshunit: m
        # valuedim: 1
        # valuelabels: v
        # valueunits: {unit}
        # xnodes: {nx}
        # ynodes: {ny}
        # znodes: 1
        # xstepsize: 5e-9
        # ystepsize: 5e-9
        # zstepsize: 5e-9
        # End: Header
        # Begin: Data Text

        """);

    private void Scalar(string name, Func<int, int, double> value, string unit) => File.WriteAllText(
        _run.PathOf(name),
        Header(20, 20, unit)
            + string.Join(
                '\n',
                Enumerable.Range(0, 400).Select(
                    i => value(i % 20, i / 20).ToString("R", System.Globalization.CultureInfo.InvariantCulture)))
        + "\n# End: Data Text\n# End: Segment\n");

    private static string Uniform(string more, string material = "saturation_magnetisation = 8e5") =>
        Text("[initial]\nstate = \"uniform\"\n", material) + more;

    private static string Text(string initial = "[initial]\nstate = \"file\"\nfile = \"disk.ovf\"\n", string material = "saturation_magnetisation = 8e5") => $"""
        [mesh]
        cells = [20, 20, 1]
        cell_size = [5e-9, 5e-9, 5e-9]
        [material]
        {material}
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.5
        {initial}
        [[stage]]
        kind = "run"
        time = 1e-12
        [output]
        columns = ["t", "E_total", "mx", "my", "mz"]
        format = "binary8"

        """;
}

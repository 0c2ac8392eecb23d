using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Files;
using MagHopfield.Model.Problems;
using MagHopfield.Model.Shapes;
using MagHopfield.Model.Terms;
using MagHopfield.Model.Transport;
using MagHopfield.Pictures;

namespace MagHopfield.Model.Tests;

/// <summary>Keys by which a problem says what films are made of: a hard axis by its field, shapes from the corner and by colours.</summary>
public sealed class FilmKeyTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    private static string Text(string material, string more = "") => $"""
        [mesh]
        cells = [20, 10, 1]
        cell_size = [5e-9, 5e-9, 4e-9]
        [material]
        saturation_magnetisation = 8e5
        gilbert_damping = 0.1
        {material}
        [initial]
        state = "uniform"
        direction = [1.0, 0.2, 0.7]
        {more}
        [[stage]]
        kind = "run"
        time = 2e-11
        [output]
        pictures = []
        columns = ["E_total", "E_anisotropy", "E_exchange", "mz"]
        """;

    [Fact]
    public void A_hard_axis_by_its_field_is_an_anisotropy_of_half_mu0_Ms_K()
    {
        const double K = 4e4;
        _run.Run(Text($"exchange_stiffness = 1.3e-11\nhard_axis_anisotropy = {K}"));
        using TestRun other = new();
        other.Run(Text("exchange_stiffness = 1.3e-11", $"[[anisotropy]]\naxis = [0, 0, 1]\nku1 = {-0.5 * 4e-7 * Math.PI * 8e5 * K:R}\n"));
        Assert.All(_run.Column("mz").Zip(other.Column("mz")), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
        double energy = other.Column("E_anisotropy")[0];
        Assert.Equal(energy, _run.Column("E_anisotropy")[0], 1e-6 * Math.Abs(energy));
        Assert.NotEqual(_run.Column("mz")[0], _run.Column("mz")[^1], 1e-3);
    }

    [Fact]
    public void An_exchange_constant_is_the_stiffness_that_it_stands_for()
    {
        Problem problem = _run.Parse(Text("exchange_constant = 2.5863e-11\ninterfacial_dmi = 1e-3")).Problem;
        double stiffness = problem.Terms.OfType<ExchangeTerm>().Single().Stiffness.Body;
        Assert.Equal(0.5 * 4e-7 * Math.PI * 8e5 * 2.5863e-11, stiffness, 1e-17);
        Assert.Equal(stiffness, problem.Terms.OfType<DmiTerm>().First(term => !term.IsBulk).Stiffness.Body);
        Assert.Contains(
            "material.exchange_constant says the same as exchange_stiffness; remove exchange_constant.",
            Assert.Throws<ProblemFileException>(() => _run.Parse(Text("exchange_constant = 2.6e-11\nexchange_stiffness = 1e-11"))).Message);
        Assert.Contains("hard_axis_anisotropy", ProblemDocument.Of(
            _run.Parse(Text("exchange_stiffness = 1e-11\nhard_axis_anisotropy = 50.0"))).Text);
    }

    [Theory]
    [InlineData("shape = \"disk\"\ndiameter = 22e-9\n", 31e-9, 19e-9)]
    [InlineData("shape = \"rectangle\"\nsize = [33e-9, 21e-9]\nangle = 0.3\n", 48e-9, 26e-9)]
    [InlineData("shape = \"polygon\"\ncorners = [[0, 0], [40e-9, 0], [0, 30e-9]]\n", 11e-9, 7e-9)]
    public void A_shape_from_the_corner_has_the_cells_of_one_from_the_middle(string shape, double x, double y)
    {
        string middle = $"[[geometry]]\n{shape}centre = [{x - 50e-9:R}, {y - 25e-9:R}, 0.0]\n";
        string corner = $"[[geometry]]\n{shape}origin = \"corner\"\ncentre = [{x:R}, {y:R}, 0.0]\n";
        Assert.Equal(Cells(_run.Parse(Text("exchange_stiffness = 1e-11", middle))), Cells(
            _run.Parse(Text("exchange_stiffness = 1e-11", corner))));
    }

    [Fact]
    public void A_shape_of_some_colours_of_a_picture_has_their_pixels_and_reads_back()
    {
        RgbImage image = RgbImage.Filled(20, 10, new Rgb(255, 255, 255));
        (image[3, 1], image[4, 1], image[19, 9]) = (new Rgb(200, 0, 0), new Rgb(0, 0, 200), new Rgb(200, 0, 0));
        File.WriteAllBytes(_run.PathOf("shape.png"), Png.Bytes(image));
        const string picture = "[[geometry]]\nshape = \"image\"\nfile = \"shape.png\"\nsize = [100e-9, 50e-9]\n";
        ProblemFile file = _run.Parse(Text("exchange_stiffness = 1e-11", picture + "colours = [\"#c80000\"]\n"));
        Assert.Equal([(8 * 20) + 3, 19], Enumerable.Range(0, 200).Where(i => Cells(file)[i]).OrderDescending());
        Assert.Equal(3, Cells(
            _run.Parse(Text("exchange_stiffness = 1e-11", picture + "colours = [\"#c80000\", \"#0000c8\"]\n"))).Count(inside => inside));
        ProblemDocument document = ProblemDocument.Of(file);
        Assert.Equal(document, ProblemDocument.Of(_run.Parse(document.Text)));
        Assert.Contains("geometry.colours says the same as inside", Assert.Throws<ProblemFileException>(() => _run.Parse(
            Text("exchange_stiffness = 1e-11", picture + "inside = \"light\"\ncolours = [\"#c80000\"]\n"))).Message);
        Assert.Contains("geometry.colours has the colour \"red\"; write it as \"#rrggbb\"", Assert.Throws<ProblemFileException>(() =>
            _run.Parse(Text("exchange_stiffness = 1e-11", picture + "colours = [\"red\"]\n"))).Message);
    }

    [Fact]
    public void Electrodes_from_the_corner_are_shapes_with_the_same_numbers_and_read_back()
    {
        ProblemFile file = _run.Parse(Text("exchange_stiffness = 1e-11", """
            [[electrode]]
            name = "a"
            shape = "disk"
            origin = "corner"
            diameter = 20e-9
            [[electrode]]
            name = "b"
            shape = "rectangle"
            origin = "corner"
            size = [13e-9, 31e-9]
            centre = [93e-9, 24e-9, 0.0]
            [transport]
            isotropic_conductivity = 4e6
            solver_tolerance = 1e-7
            """));
        TransportTerm transport = file.Problem.Terms.OfType<TransportTerm>().Single();
        Assert.Equal<PlaneShape>(
            [new DiskShape(0, 0, 10e-9), new RectangleShape(93e-9, 24e-9, 13e-9, 31e-9)], transport.Electrodes.Select(e => e.Shape));
        Assert.Equal(1e-7, transport.SolverTolerance);
        ProblemDocument document = ProblemDocument.Of(file);
        Assert.Equal(document, ProblemDocument.Of(_run.Parse(document.Text)));
    }

    private static bool[] Cells(ProblemFile file)
    {
        Geometry body = new(file.Problem.Mesh, ShapePart.Combine(file.Problem.Geometry)!);
        return [.. Enumerable.Range(0, body.Mesh.CellCount).Select(body.Contains)];
    }
}

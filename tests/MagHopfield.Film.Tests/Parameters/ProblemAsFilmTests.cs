using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Files;
using MagHopfield.Model.Shapes;
using MagHopfield.Toml;

namespace MagHopfield.Film.Tests.Parameters;

public sealed class ProblemAsFilmTests
{
    private const string Magnet = """
        title = "square"
        [mesh]
        cells = [20, 20, 1]
        cell_size = [50e-9, 50e-9, 20e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.2
        [thermal]
        temperature = 0
        seed = 7
        [initial]
        state = "uniform"
        direction = [0.6, 0.8, 0.0]

        """;

    private const string Conductor = """
        [[electrode]]
        name = "a"
        shape = "disk"
        diameter = 0.3e-6
        centre = [-0.5e-6, 0.5e-6, 0.0]
        [[electrode]]
        name = "b"
        shape = "disk"
        diameter = 0.3e-6
        centre = [0.5e-6, 0.5e-6, 0.0]
        [[electrode]]
        name = "c"
        shape = "disk"
        diameter = 0.3e-6
        centre = [-0.5e-6, -0.5e-6, 0.0]
        [[electrode]]
        name = "d"
        shape = "disk"
        diameter = 0.3e-6
        centre = [0.5e-6, -0.5e-6, 0.0]
        [transport]
        isotropic_conductivity = 4e6
        amr_ratio = 0.05
        contact_resistance = 5.0

        """;

    private const string Gold = """
        [gold]
        thickness = 100e-9
        conductivity = 4e7
        insulator_thickness = 30e-9
        lead_resistance = 0.5

        """;

    private const string Pulse = """
        [simulation]
        rest_torque = 100.0
        longest_time = 0.4e-9
        relaxation_time = 0.1e-9

        """;

    private const string Stages = """
        [solver]
        max_error = 1e-6
        [[stage]]
        kind = "run"
        time = 1e-12
        [stage.field]
        constant = [1e3, 0.0, 0.0]
        [output]
        pictures = []

        """;

    // The same film as film files say it.
    private const string AsFilmFile = """
        name = "square"
        [film]
        width = 1e-6
        height = 1e-6
        thickness = 20e-9
        cells_x = 20
        cells_y = 20
        [[electrode]]
        name = "a"
        x = 0.0
        y = 1e-6
        radius = 0.15e-6
        [[electrode]]
        name = "b"
        x = 1e-6
        y = 1e-6
        radius = 0.15e-6
        [[electrode]]
        name = "c"
        x = 0.0
        y = 0.0
        radius = 0.15e-6
        [[electrode]]
        name = "d"
        x = 1e-6
        y = 0.0
        radius = 0.15e-6
        [magnetism]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        hard_axis_anisotropy = 0.0
        gilbert_damping = 0.2
        demagnetisation = true
        seed = 7
        [initial]
        state = "uniform"
        direction = [0.6, 0.8, 0.0]
        [transport]
        isotropic_conductivity = 4e6
        amr_ratio = 0.05
        contact_resistance = 5.0

        """;

    [Fact]
    public void A_problem_file_with_gold_and_pulse_is_the_film_that_a_film_file_says()
    {
        FilmParameters problem = Read(Magnet + Conductor + Gold + Pulse + Stages), film = Read(AsFilmFile + Gold + Pulse);
        Assert.Equal("square", problem.Name);
        Assert.Equal(film.Magnetism, problem.Magnetism);
        Assert.Equal(film.Transport, problem.Transport);
        Assert.Equal(film.Gold, problem.Gold);
        Assert.Equal(film.Simulation, problem.Simulation);

        MicromagneticFilm a = new(problem), b = new(film);
        AssertClose(a, b);
        double before = a.Conductance[0, 3];
        foreach (MicromagneticFilm taught in (MicromagneticFilm[])[a, b])
            taught.ApplyPulse([3, -3, 3, -3], 1e-6, TestContext.Current.CancellationToken);
        AssertClose(a, b);
        Assert.True(Math.Abs((a.Conductance[0, 3] / before) - 1) > 1e-4, "The pulse should have turned the texture.");
    }

    [Fact]
    public void Its_document_reads_back_as_the_same_film()
    {
        FilmParameters film = Read(Magnet + Conductor + Gold + Pulse + """
            [[geometry]]
            shape = "ellipse"
            size = [1.2e-6, 1.3e-6]
            [[geometry]]
            operation = "subtract"
            shape = "disk"
            diameter = 0.2e-6
            """);
        Assert.Contains(false, film.Geometry.CellMask());
        FilmDocument document = FilmDocument.Of(film);
        FilmParameters again = Read(document.Text);
        Assert.Equal(document.Text, FilmDocument.Of(again).Text);
        Assert.Equal(document.Hash, FilmDocument.Of(again).Hash);
        Assert.Equal(film.Geometry.CellMask(), again.Geometry.CellMask());
        Assert.Equal(new MicromagneticFilm(film).Conductance[0, 3], new MicromagneticFilm(again).Conductance[0, 3]);
    }

    [Fact]
    public void The_body_has_the_cells_that_a_run_of_the_problem_has()
    {
        const string shapes = """
            [[geometry]]
            shape = "ellipse"
            size = [0.95e-6, 1.3e-6]
            angle = 0.3
            [[geometry]]
            operation = "subtract"
            shape = "rectangle"
            size = [0.2e-6, 0.1e-6]
            centre = [0.1e-6, 0.0, 0.0]

            """;
        ProblemFile run = ProblemFile.Parse(Magnet + shapes + Conductor + Stages, "run.toml");
        bool[] cells = Read(Magnet + shapes + Conductor + Gold + Pulse).Geometry.CellMask();
        Geometry body = new(run.Problem.Mesh, ShapePart.Combine(run.Problem.Geometry)!);
        Assert.Equal(Enumerable.Range(0, cells.Length).Select(body.Contains), cells);
    }

    [Theory]
    [InlineData(
        Magnet + Conductor + Pulse, "film.toml(1): section [gold] is missing, and there is no torque by which the film's own current would "
        + "re-write it; add [gold], or [current] or [spin_orbit] without a density of its own.")]
    [InlineData(
        Magnet + Conductor + Gold, "film.toml(1): section [simulation] is missing; a problem file is a film that pulses train with [gold] "
        + "and [simulation], so add it with rest_torque, longest_time and relaxation_time.")]
    [InlineData(
        Magnet + Gold + Pulse, "film.toml(1): section [transport] is missing; a film that pulses train has [[electrode]] and [transport], "
        + "so add them.")]
    [InlineData(
        Magnet + Conductor + Gold + Pulse + "[[drive]]\nelectrode = \"a\"\nvoltage = 0.0\n", "film.toml(48): a film that pulses train has "
        + "its current in the gold, and none between its electrodes but what measures it; remove [[drive]].")]
    [InlineData(
        Magnet + Conductor + Gold + Pulse + "[magnetism]\nseed = 1\n", "film.toml(48): unknown section [magnetism]; ")]
    [InlineData(Magnet + Conductor + Gold + Pulse + "[field]\nwaveform = \"sine\"\nfrequency = 1e9\namplitude = [1.0, 0.0, 0.0]\n",
        "film.toml(49): field.waveform changes the field in time, but a film has a constant one; ")]
    public void What_a_film_needs_and_a_problem_lacks_is_told_in_one_line(string text, string start)
    {
        string message = Assert.Throws<ProblemFileException>(() => Read(text)).Message;
        Assert.StartsWith(start, message);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public void A_file_with_stages_and_gold_is_a_run_and_a_film()
    {
        string both = Magnet + Conductor + Gold + Pulse + Stages;
        ProblemFile run = ProblemFile.Parse(both, "run.toml", FilmParameters.SectionsOfProblem);
        ProblemFile alone = ProblemFile.Parse(Magnet + Conductor + Stages, "run.toml");
        Assert.Equal(ProblemDocument.Of(alone).Text, ProblemDocument.Of(run).Text);
        Assert.Equal(FilmDocument.Of(Read(Magnet + Conductor + Gold + Pulse)).Hash, FilmDocument.Of(Read(both)).Hash);
    }

    [Theory]
    [InlineData("thickness = 100e-9", "thicknes = 100e-9", "run.toml(40): unknown key 'gold.thicknes'; did you mean 'thickness'?")]
    [InlineData("[simulation]", "[simulatoin]", "run.toml(44): unknown section [simulatoin]; did you mean 'simulation'?")]
    public void A_run_tells_a_slip_in_what_it_leaves_to_the_film(string old, string slip, string told)
    {
        string text = (Magnet + Conductor + Gold + Pulse + Stages).Replace(old, slip);
        Assert.Equal(told, Assert.Throws<ProblemFileException>(
            () => ProblemFile.Parse(text, "run.toml", FilmParameters.SectionsOfProblem)).Message);
    }

    [Fact]
    public void The_pulses_of_a_film_without_gold_take_the_place_of_its_drives()
    {
        const string own = "[current]\npolarisation = 0.5\n", drives =
            "[[drive]]\nelectrode = \"a\"\nvoltage = 1e-3\n[[drive]]\nelectrode = \"b\"\nvoltage = 0.0\n";
        FilmParameters film = Read(Magnet + Conductor + Pulse + own + drives + Stages);
        Assert.Null(film.Gold);
        Assert.Equal(FilmDocument.Of(Read(Magnet + Conductor + Pulse + own)).Hash, FilmDocument.Of(film).Hash);

        // A run has the drives, and without them no current.
        ProblemFile run = ProblemFile.Parse(
            Magnet + Conductor + Pulse + own + drives + Stages, "run.toml", FilmParameters.SectionsOfProblem);
        Assert.Contains(run.Problem.Terms, term => term.HasCurrent);
        Assert.Contains("there is no current", Assert.Throws<ProblemFileException>(() => ProblemFile.Parse(
            Magnet + Conductor + Pulse + own + Stages, "run.toml", FilmParameters.SectionsOfProblem)).Message);
    }

    [Fact]
    public void The_outline_of_a_film_file_may_be_of_shapes_as_that_of_a_problem()
    {
        const string preset = "preset = \"niu2024\"\n[film]\ncells_x = 40\ncells_y = 40\n";
        FilmParameters disk = Read(preset + "shape = \"disk\"\n" + Pads("centre = [-2.5e-6, 0.0, 0.0]", "centre = [2.5e-6, 0.0, 0.0]"));
        FilmParameters shaped = Read(
            preset + $"[[geometry]]\nshape = \"disk\"\ndiameter = {TomlText.Number(disk.Geometry.Width)}\n"
            + Pads("centre = [-2.5e-6, 0.0, 0.0]", "centre = [2.5e-6, 0.0, 0.0]"));
        Assert.Equal(disk.Geometry.CellMask(), shaped.Geometry.CellMask());
        Assert.Equal(FilmDocument.Of(shaped).Text, FilmDocument.Of(Read(FilmDocument.Of(shaped).Text)).Text);
        Assert.Contains(
            "the outline is given twice",
            Assert.Throws<ProblemFileException>(
                () => Read(preset + "shape = \"disk\"\n[[geometry]]\nshape = \"disk\"\ndiameter = 1e-6\n")).Message);
    }

    private static string Pads(params string[] centres) => string.Concat(
        centres.Select((centre, k) => $"[[electrode]]\nname = \"{k}\"\nshape = \"rectangle\"\nsize = [2e-6, 2e-6]\n{centre}\n"));

    private static void AssertClose(MicromagneticFilm a, MicromagneticFilm b)
    {
        for (int i = 0; i < 4; i++)
        {
            for (int k = 0; k < 4; k++)
                Assert.Equal(1, a.Conductance[i, k] / b.Conductance[i, k], 1e-5);
        }
    }

    private static FilmParameters Read(string text)
    {
        TomlSection root = TomlFile.Parse(text, "film.toml");
        if (DeclaredKeys.Unknown(root, FilmParameters.SectionsOf(root)) is [string first, ..])
            throw new ProblemFileException(first);
        FilmParameters film = FilmParameters.Read(root);
        root.RefuseUnknownKeys();
        return film;
    }
}

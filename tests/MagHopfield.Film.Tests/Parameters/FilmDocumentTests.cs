using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Shapes;
using MagHopfield.Pictures;

namespace MagHopfield.Film.Tests.Parameters;

public sealed class FilmDocumentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("film-document-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    public static TheoryData<string> Presets => [.. FilmParameters.Presets];

    [Theory]
    [MemberData(nameof(Presets))]
    public void A_built_in_film_reads_back_as_it_was_to_the_last_bit(string name)
    {
        FilmParameters film = FilmParameters.Preset(name), again = Read(FilmDocument.Of(film));
        AssertSame(film, again);
        Assert.Equal(FilmDocument.Of(film).Text, FilmDocument.Of(again).Text);
        Assert.DoesNotContain("exchange_constant", FilmDocument.Of(film).Text);
    }

    [Fact]
    public void Films_of_any_parameters_read_back_as_they_were()
    {
        Random random = new(5);
        for (int k = 0; k < 200; k++)
        {
            FilmParameters film = Any(random);
            FilmDocument document = FilmDocument.Of(film);
            FilmParameters again = Read(document);
            AssertSame(film, again);
            Assert.Equal(document.Hash, FilmDocument.Of(again).Hash);
        }
    }

    [Fact]
    public void A_film_drawn_as_an_image_reads_back_pixel_by_pixel()
    {
        RgbImage image = RgbImage.Filled(20, 10, new Rgb(128, 128, 128)), gold = RgbImage.Filled(20, 10, new Rgb(128, 128, 128));
        foreach (RgbImage picture in (RgbImage[])[image, gold])
        {
            picture[19, 0] = new Rgb(255, 255, 255);
            for (int y = 0; y < 10; y++)
                (picture[0, y], picture[18, y]) = (new Rgb(200, 0, 0), new Rgb(0, 0, 200));
        }

        gold[1, 4] = new Rgb(200, 0, 0);
        File.WriteAllBytes(Path.Combine(_folder, "a.png"), Png.Bytes(image));
        File.WriteAllBytes(Path.Combine(_folder, "b.png"), Png.Bytes(gold));
        string path = Path.Combine(_folder, "film.toml");
        File.WriteAllText(path, """
            preset = "niu2024"
            [film]
            cell = 0.1e-6
            [image]
            file = "a.png"
            gold_file = "b.png"
            outside = "#ffffff"
            film = "#808080"
            electrodes = ["#c80000", "#0000c8"]
            """);
        FilmParameters film = FilmParameters.Load(path), again = Read(FilmDocument.Of(film));
        Assert.Equal(film.Geometry.CellMask(), again.Geometry.CellMask());
        AssertSame(new MicromagneticFilm(film), new MicromagneticFilm(again), "a picture");
        Assert.Equal(FilmDocument.Of(film).Text, FilmDocument.Of(again).Text);
        Assert.Equal(FilmDocument.Of(film).Hash, FilmDocument.Of(again).Hash);
        gold[1, 5] = new Rgb(200, 0, 0);
        File.WriteAllBytes(Path.Combine(_folder, "b.png"), Png.Bytes(gold));
        Assert.NotEqual(FilmDocument.Of(film).Hash, FilmDocument.Of(FilmParameters.Load(path)).Hash);
    }

    [Fact]
    public void Two_films_that_differ_by_one_corner_of_a_polygon_have_two_hashes()
    {
        FilmParameters film = FilmParameters.Preset("niu2024");
        FilmParameters Cut(double by) => film with
        {
            Geometry =
                film.Geometry with { Outline = new PolygonShape([(0, 0), (5e-6, 0), (5e-6, 5e-6 - by), (5e-6 - by, 5e-6), (0, 5e-6)]) },
        };
        Assert.NotEqual(FilmDocument.Of(Cut(1e-6)).Hash, FilmDocument.Of(Cut(2e-6)).Hash);
        Assert.Equal(FilmDocument.Of(Cut(1e-6)).Hash, FilmDocument.Of(Cut(1e-6)).Hash);
    }

    [Fact]
    public void A_shape_that_no_file_can_say_is_refused()
    {
        FilmParameters film = FilmParameters.Preset("niu2024");
        film = film with { Geometry = film.Geometry with { Outline = new Half() } };
        Assert.Contains("cannot be written", Assert.Throws<ArgumentException>(() => FilmDocument.Of(film)).Message);
    }

    private sealed record Half : PlaneShape
    {
        public override PlaneBox Bounds => new(0, 0, 1, 1);

        public override bool Contains(double x, double y, double tolerance) => x < 2.5e-6;
    }

    public static TheoryData<string, string> Films => new()
    {
        { "plain", "" },
        { "odd lengths", "[film]\nwidth = 4.9e-6\nheight = 5.3e-6\ncells_x = 23\ncells_y = 29\n" + Pads },
        { "disk", "[film]\nshape = \"disk\"\n" + Pads },
        { "polygon", "[film]\nshape = \"polygon\"\ncorners = [[0.0, 0.0], [5e-6, 0.0], [4.1e-6, 5e-6], [0.3e-6, 4.7e-6]]\n" + Pads },
        { "shapes", "[[geometry]]\nshape = \"ellipse\"\nsize = [5e-6, 4.7e-6]\n[[geometry]]\noperation = \"subtract\"\nshape = \"disk\"\n"
            + "diameter = 0.9e-6\n" + Pads },
        {
            "from the corner", "[[geometry]]\nshape = \"ellipse\"\norigin = \"corner\"\ncentre = [2.4e-6, 2.6e-6, 0]\nsize = [5e-6, 5e-6]\n"
            + "angle = 0.4\n" + Pads
        },
        {
            "array", "[array]\nrows = 2\ncolumns = 3\npitch = 1.7e-6\npadding = 0.3e-6\npad_size = 0.7e-6\ngold_pad_shape = \"square\"\n"
            + "[film]\ncell = 0.21e-6\n"
        },
        { "axes and grains", "[magnetism]\nhard_axis_anisotropy = 123.4\ngrain_anisotropy_field = 321.0\ngrain_size = 90e-9\nseed = 5\n"
            + "initial_state = \"along-y\"\ndemagnetisation = true\nexchange_constant = 2.7e-11\n[[anisotropy]]\naxis = [1, 1, 0]\nku1 = "
            + "300.0\n" },
        { "hard axis of regions", "[magnetism]\nhard_axis_anisotropy = 900.0\n[[region]]\nname = \"left\"\nshape = \"rectangle\"\n"
            + "size = [2e-6, 5e-6]\ncentre = [-1.5e-6, 0.0, 0.0]\nsaturation_magnetisation = 5e5\nexchange_stiffness = 1e-11\n" },
        { "warm", "[magnetism]\ntemperature = 300.0\nseed = 8\n[transport]\nsolver_tolerance = 1e-7\n" },
        { "friction and field", "[magnetism]\ncoercive_field = 50.0\n[field]\nconstant = [0.0, 300.0, 0.0]\n" },
        { "prepared", "[magnetism]\nprepare = \"minimise\"\n[simulation]\nafter_pulse = \"relax\"\nrest_torque = 3e3\n" },
    };

    private const string Pads = """
        [[electrode]]
        name = "top left"
        x = 0.9e-6
        y = 3.9e-6
        radius = 0.45e-6
        [[electrode]]
        name = "b"
        shape = "rectangle"
        x = 3.9e-6
        y = 3.7e-6
        width = 0.55e-6
        height = 0.5e-6
        [[electrode]]
        shape = "polygon"
        corners = [[0.7e-6, 0.7e-6], [1.7e-6, 0.7e-6], [0.9e-6, 1.5e-6]]
        [[electrode]]
        name = "b"
        shape = "disk"
        diameter = 0.8e-6
        centre = [1.2e-6, -1.2e-6, 0.0]

        """;

    [Theory]
    [MemberData(nameof(Films))]
    public void A_film_of_its_document_is_the_same_before_and_after_a_pulse_bit_by_bit(string what, string text)
    {
        string path = Path.Combine(_folder, "own.toml");
        File.WriteAllText(path, "preset = \"niu2024\"\n" + WithKeys(WithKeys(text, "film", "cells_x = 24\ncells_y = 24\n"), "simulation",
            "longest_time = 0.2e-9\nrelaxation_time = 0.0\n"));
        FilmParameters film = FilmParameters.Load(path), again = Read(FilmDocument.Of(film));
        Assert.Equal(FilmDocument.Of(film).Text, FilmDocument.Of(again).Text);
        Assert.Equal(FilmDocument.Of(film).Hash, FilmDocument.Of(again).Hash);
        Assert.Equal(film.Magnetism, again.Magnetism);
        Assert.Equal(film.Transport, again.Transport);
        MicromagneticFilm a = new(film), b = new(again);
        double[] volts = [.. Enumerable.Range(0, film.NodeCount).Select(k => k % 2 == 0 ? 4.0 : -4.0)];
        AssertSame(a, b, what);
        VectorField<float> before = a.Magnetisation.Clone();
        a.ApplyPulse(volts, 1e-6, TestContext.Current.CancellationToken);
        b.ApplyPulse(volts, 1e-6, TestContext.Current.CancellationToken);
        AssertSame(a, b, what);
        Assert.NotEqual(before.X.ToArray(), a.Magnetisation.X.ToArray());
    }

    [Fact]
    public void A_film_without_gold_that_adds_to_its_preset_is_the_same_bit_by_bit_after_a_pulse()
    {
        string path = Path.Combine(_folder, "own.toml");
        File.WriteAllText(
            path,
            "preset = \"yu2021\"\n[magnetism]\nprepare = \"none\"\n[field]\nconstant = [0.0, 0.0, 2e4]\n[simulation]\nlongest_time = "
            + "1e-11\n");
        FilmParameters film = FilmParameters.Load(path), again = Read(FilmDocument.Of(film));
        Assert.Equal(FilmDocument.Of(film).Text, FilmDocument.Of(again).Text);
        MicromagneticFilm a = new(film), b = new(again);
        AssertSame(a, b, "before");
        foreach (MicromagneticFilm pulsed in (MicromagneticFilm[])[a, b])
            pulsed.ApplyPulse([0.05, -0.05, 0.05, -0.05], 1e-6, TestContext.Current.CancellationToken);
        AssertSame(a, b, "after");
    }

    private static void AssertSame(MicromagneticFilm a, MicromagneticFilm b, string what)
    {
        Assert.Equal(a.Magnetisation.X.ToArray(), b.Magnetisation.X.ToArray());
        Assert.Equal(a.Magnetisation.Y.ToArray(), b.Magnetisation.Y.ToArray());
        Assert.Equal(a.Magnetisation.Z.ToArray(), b.Magnetisation.Z.ToArray());
        for (int i = 0; i < a.NodeCount; i++)
        {
            for (int j = 0; j < a.NodeCount; j++)
            {
                Assert.True(a.Conductance[i, j] == b.Conductance[i, j], what);
                Assert.True(a.GoldConductance?[i, j] == b.GoldConductance?[i, j], what);
            }
        }
    }

    // Keys that a section has not, in it or in one of their own.
    private static string WithKeys(string text, string section, string keys)
    {
        string head = $"[{section}]\n";
        if (!text.Contains(head, StringComparison.Ordinal))
            return text + head + keys;
        IEnumerable<string> missing = keys.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(
                line =>
                    !text.Contains(line.Split(' ')[0] + " =", StringComparison.Ordinal)
                        && !text.Contains("cell =", StringComparison.Ordinal));
        return text.Replace(head, head + string.Concat(missing.Select(line => line + "\n")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_film_with_regions_terms_and_their_files_reads_back_and_its_hash_hangs_on_all_of_them()
    {
        Mesh mesh = new(20, 20, 1, 250e-9, 250e-9, 55.8e-9);
        VectorField<float> field = new(mesh);
        field.Fill((0, 100, 0));
        string path = Path.Combine(_folder, "own.toml"), ovf = Path.Combine(_folder, "field.ovf");
        Ovf2.Write(ovf, field, OvfData.Binary4, "H", "A/m");
        File.WriteAllText(path, """
            preset = "niu2024"
            [film]
            cells_x = 20
            cells_y = 20
            [magnetism]
            bulk_dmi = 2e-4
            dmi_boundary = "chiral"
            [[region]]
            name = "spot"
            shape = "disk"
            diameter = 1e-6
            exchange_stiffness = 1e-11
            bulk_dmi = 0
            [[anisotropy]]
            kind = "cubic"
            axis = [1, 0, 0]
            second_axis = [0, 1, 0]
            kc1 = 500
            region = "spot"
            [field]
            spatial_file = "field.ovf"
            [current]
            density = [1e9, 0, 0]
            polarisation = 0.5
            """);
        FilmParameters film = FilmParameters.Load(path), again = Read(FilmDocument.Of(film));
        string hash = FilmDocument.Of(film).Hash;
        Assert.Equal(FilmDocument.Of(film).Text, FilmDocument.Of(again).Text);
        Assert.Equal(hash, FilmDocument.Of(again).Hash);
        Assert.Equal(film.Parts.Terms.Select(t => t.GetType()), again.Parts.Terms.Select(t => t.GetType()));
        Assert.Equal(["field.ovf"], FilmDocument.Of(film).Named.Keys);

        HashSet<string> hashes = [hash];
        string text = File.ReadAllText(path);
        foreach (
            (string old, string other) in new[] { ("2e-4", "3e-4"), ("kc1 = 500", "kc1 = 501"), ("1e-11", "2e-11"), ("= 0.5", "= 0.6") })
        {
            File.WriteAllText(path, text.Replace(old, other));
            Assert.True(hashes.Add(FilmDocument.Of(FilmParameters.Load(path)).Hash), old);
        }

        File.WriteAllText(path, text);
        field.Fill((0, 101, 0));
        Ovf2.Write(ovf, field, OvfData.Binary4, "H", "A/m");
        Assert.True(hashes.Add(FilmDocument.Of(FilmParameters.Load(path)).Hash));
    }

    private FilmParameters Read(FilmDocument document)
    {
        foreach ((string name, byte[] content) in document.Named)
            File.WriteAllBytes(Path.Combine(_folder, name), content);
        string path = Path.Combine(_folder, "again.toml");
        File.WriteAllText(path, document.Text);
        return FilmParameters.Load(path);
    }

    private static void AssertSame(FilmParameters a, FilmParameters b)
    {
        Assert.Equal(a.Name, b.Name);
        Assert.Equal(a.Geometry with { Outline = null }, b.Geometry with { Outline = null });
        AssertSame(a.Geometry.Outline, b.Geometry.Outline);
        Assert.Equal((a.Magnetism, a.Transport, a.Gold, a.Simulation), (b.Magnetism, b.Transport, b.Gold, b.Simulation));
        foreach ((Electrode x, Electrode y) in a.Electrodes.Concat(a.Terminals).Zip(b.Electrodes.Concat(b.Terminals)))
        {
            Assert.Equal(x.Name, y.Name);
            AssertSame(x.Shape, y.Shape);
        }
    }

    private static void AssertSame(PlaneShape? a, PlaneShape? b)
    {
        if (a is PolygonShape p && b is PolygonShape q)
            Assert.Equal(p.Corners, q.Corners);
        else if (a is ShapeOutline s && b is ShapeOutline t)
            Assert.Equal((s.Bounds, s.Text), (t.Bounds, t.Text));
        else
            Assert.Equal(a, b);
    }

    [Fact]
    public void The_ways_to_an_equilibrium_read_back_as_they_were_and_stand_in_no_document_of_a_film_that_takes_none()
    {
        FilmParameters film = FilmParameters.Preset("niu2024");
        Assert.DoesNotContain("prepare", FilmDocument.Of(film).Text);
        Assert.DoesNotContain("after_pulse", FilmDocument.Of(film).Text);
        foreach (EquilibriumMethod method in Enum.GetValues<EquilibriumMethod>())
        {
            foreach (EquilibriumMethod after in Enum.GetValues<EquilibriumMethod>())
            {
                FilmParameters other = film with
                {
                    Magnetism = film.Magnetism with { Prepare = method },
                    Simulation = film.Simulation with { AfterPulse = after },
                };
                FilmParameters again = Read(FilmDocument.Of(other));
                Assert.Equal(other.Magnetism, again.Magnetism);
                Assert.Equal(other.Simulation, again.Simulation);
            }
        }
    }

    // Results write a film's public properties as JSON: what is no parameter must be a method, or it would be written, a film in a film
    // without end.
    [Fact]
    public void A_film_that_takes_no_way_to_an_equilibrium_writes_no_word_of_it_as_JSON()
    {
        FilmParameters film = FilmParameters.Preset("niu2024");
        string magnetism = System.Text.Json.JsonSerializer.Serialize(film.Magnetism);
        string simulation = System.Text.Json.JsonSerializer.Serialize(film.Simulation);
        Assert.DoesNotContain("quilibrium", magnetism);
        Assert.DoesNotContain("Prepare", magnetism);
        Assert.DoesNotContain("AfterPulse", simulation);
        Assert.DoesNotContain("WithoutRest", simulation);
        PulseParameters after = film.Simulation with { AfterPulse = EquilibriumMethod.Relax };
        Assert.Contains("AfterPulse", System.Text.Json.JsonSerializer.Serialize(after));
    }

    private static FilmParameters Any(Random random)
    {
        double Positive(double size) => size * Math.Exp(random.NextDouble() - 0.5);
        double width = Positive(5e-6), height = Positive(4e-6);
        PlaneShape Pad(double x, double y) => random.Next(3) switch
        {
            0 => new DiskShape(x, y, Positive(4e-7)),
            1 => new RectangleShape(x, y, Positive(5e-7), Positive(6e-7)),
            _ =>
                new PolygonShape(
                    [(x - Positive(4e-7), y - Positive(4e-7)), (x + Positive(4e-7), y - Positive(4e-7)), (x, y + Positive(4e-7))]),
        };
        Electrode[] Pads() =>
        [
            new(
                "a \"quoted\" name",
                Pad(0.25 * width, 0.25 * height)), new(
                    "tab\tand \\ and é", Pad(0.75 * width, 0.25 * height)), new("3", Pad(0.5 * width, 0.75 * height)),
        ];
        Electrode[] electrodes = Pads();
        double ms = Positive(8e5), friction = random.Next(2) * Positive(50);
        return new FilmParameters(
            "any film 😀",
            new FilmGeometry(width, height, Positive(5e-8), random.Next(60, 90), random.Next(60, 90), random.Next(3) switch
            {
                0 => null,
                1 => new EllipseShape(width / 2, height / 2, width / 2, height / 2),
                _ => new PolygonShape([(0, 0), (width, 0), (width, Positive(0.5) * height), (0, height)]),
            }),
            electrodes,
            random.Next(2) == 0 ? electrodes : Pads(),
            new MagneticParameters(
                ms, random.Next(2) == 0
                    ? Positive(2.5863e-11)
                    : MagneticParameters.ExchangeConstantOf(Positive(1.3e-11), ms), Positive(43) - 40, Positive(0.3), Positive(2.21e5),
                random.Next(2) == 0, (InitialState)random.Next(4), random.Next(), friction, friction > 0 ? 0 : Positive(300),
                random.Next(2) == 0 ? null : new GrainParameters(Positive(1e-7), Positive(400), random.Next())),
            new TransportParameters(Positive(5e6), random.NextDouble() - 0.5, random.Next(2) * Positive(1), Positive(1e-9)),
            new GoldParameters(Positive(1e-7), Positive(4e7), Positive(2e-8), random.Next(2) * Positive(500)),
            new PulseParameters(
                Positive(10), Positive(1e-7), random.Next(2) * Positive(1e-9), 0.01 * random.NextDouble(), Positive(1e-9), Positive(1e-5)));
    }
}

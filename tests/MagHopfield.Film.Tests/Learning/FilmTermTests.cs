using MagHopfield.Devices;
using MagHopfield.Film.Checking;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Oersted;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;
using MagHopfield.Toml;

namespace MagHopfield.Film.Tests.Learning;

/// <summary>Films with the energy terms, torques and regions of problem files.</summary>
public sealed class FilmTermTests
{
    private const double Ms = 8e5, Alpha = 0.3, Gamma = 2.21e5, Hard = 43.062, Pulse = 2e-9;

    // A coarse mesh, pulses that are integrated in full, and no random tilt.
    private const string Small = """
        preset = "niu2024"
        [film]
        cells_x = 24
        cells_y = 24
        [simulation]
        rest_torque = 1e-9
        longest_time = 20e-9
        relaxation_time = 0
        tilt = 0

        """;

    private static readonly double[] LeftRight = [5, -5, 5, -5];

    [Fact]
    public void Interfacial_dmi_and_spin_orbit_torque_turn_a_driven_film_as_they_do_in_the_engine_alone()
    {
        const string terms = """
            [magnetism]
            initial_state = "along-x"
            interfacial_dmi = 1e-4
            [spin_orbit]
            current_density = 4e9
            current_direction = [1, 0, 0]
            spin_hall_angle = 0.15
            field_like = 0.05
            """;
        MicromagneticFilm film = new(Read(terms)), plain = new(Read("[magnetism]\ninitial_state = \"along-x\"\n"));
        film.ApplyPulse(LeftRight, Pulse, TestContext.Current.CancellationToken);
        plain.ApplyPulse(LeftRight, Pulse, TestContext.Current.CancellationToken);

        Mesh mesh = new(24, 24, 1, 5e-6 / 24, 5e-6 / 24, 55.8e-9);
        Ferromagnet body = new(mesh, Ms);
        VectorField<float> gold = new(mesh);
        OerstedField field = film.Gold!.Field(LeftRight);
        for (int c = 0; c < mesh.CellCount; c++)
            gold[c] = new(field.X[c], field.Y[c], field.Z[c]);
        double stiffness = film.Parameters.Magnetism.ExchangeStiffness;
        LandauLifshitzGilbert<float> equation = new(
            body,
            Alpha,
            new Exchange<float>(body, stiffness),
            new Zeeman<float>(body, gold),
            UniaxialAnisotropy<float>.HardAxis(body, Hard),
            new InterfacialDmi<float>(body, 1e-4, DmiBoundary.Open, stiffness))
        {
            GyromagneticRatio = Gamma,

            // 10 V between the terminals, at 4e9 A/m² a volt.
            Torques = [new SpinOrbit<float>(body, (0, 1, 0), 0.15, 0.05) { CurrentDensity = 4e10 }],
        };
        Simulation<float> alone = new(
            equation, UniformState.Create<float>(body.Geometry, (1, 0, 0)), EmbeddedRungeKutta<float>.DormandPrince54(1e-5));
        alone.Run(1e-9, TestContext.Current.CancellationToken);
        alone.Run(1e-9, TestContext.Current.CancellationToken);
        Assert.InRange(Difference(film.Magnetisation, alone.Magnetisation), 0, 1e-4);
        Assert.True(Difference(film.Magnetisation, plain.Magnetisation) > 0.05);
    }

    [Fact]
    public void A_hard_axis_written_as_an_anisotropy_gives_the_same_bits()
    {
        string constant = FormattableString.Invariant($"{-0.5 * PhysicalConstants.Mu0 * Ms * Hard:R}");
        MicromagneticFilm key = new(Read("")), term = new(
            Read($"[magnetism]\nhard_axis_anisotropy = 0\n[[anisotropy]]\naxis = [0, 0, 1]\nku1 = {constant}\n"));
        foreach (MicromagneticFilm film in new[] { key, term })
            film.ApplyPulse(LeftRight, Pulse, TestContext.Current.CancellationToken);
        Assert.Equal(key.Magnetisation.X, term.Magnetisation.X);
        Assert.Equal(key.Magnetisation.Y, term.Magnetisation.Y);
        Assert.Equal(key.Magnetisation.Z, term.Magnetisation.Z);
    }

    // Without any field the motion of all moments depends on the charge that has passed alone, and m turns towards the fixed layer by the
    // Gudermannian of the angle that the torque would turn it at first.
    [Theory]
    [InlineData(0)]
    [InlineData(0.5e-9)]
    [InlineData(2e-9)]
    public void A_current_follows_the_voltage_of_a_pulse_on_its_edges_too(double rise)
    {
        MicromagneticFilm film = new(Read(Bare + """
            [slonczewski]
            current_density = 1e10
            fixed_layer = [0, 1, 0]
            polarisation = 0.4
            """));
        film.ApplyPulse(LeftRight, Pulse, rise, TestContext.Current.CancellationToken);
        double tau = Gamma * PhysicalConstants.ReducedPlanck * 0.4 * 1e11
            / (PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge * Ms * 55.8e-9);
        double angle = tau * 0.5 * Pulse, turned = Math.Tanh(angle);
        Assert.InRange(angle, 0.05, 1);
        Assert.Equal(turned, film.Magnetisation[300].Y, 1e-3 * turned);
    }

    [Fact]
    public void No_current_flows_at_rest_nor_between_terminals_of_one_voltage()
    {
        MicromagneticFilm film = new(Read(Bare + "[slonczewski]\ncurrent_density = 1e10\nfixed_layer = [0, 1, 0]\npolarisation = 0.4\n"));
        float[] before = [.. film.Magnetisation.Y];
        film.ApplyPulse([5, 5, 5, 5], Pulse, 0.5e-9, TestContext.Current.CancellationToken);
        film.Rest(Pulse, TestContext.Current.CancellationToken);
        Assert.All(before.Zip(film.Magnetisation.Y), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        film.ApplyPulse(LeftRight, Pulse, 0.5e-9, TestContext.Current.CancellationToken);
        float[] after = [.. film.Magnetisation.Y];
        Assert.True(after.Max() > 0.05);
        film.Rest(Pulse, TestContext.Current.CancellationToken);
        Assert.Equal(after.Max(), film.Magnetisation.Y.Max(), 1e-6);
    }

    [Fact]
    public void A_bias_field_stays_on_when_the_gold_is_off()
    {
        MicromagneticFilm film = new(Read(Bare.Replace("damping = 1e-6", "damping = 0.3") + "[field]\nconstant = [0, 2e3, 0]\n"));
        film.Rest(20e-9, TestContext.Current.CancellationToken);
        Assert.True(film.Magnetisation[300].Y > 0.5, $"{film.Magnetisation[300]}");
    }

    [Fact]
    public void Regions_have_parameters_of_their_own()
    {
        FilmParameters parameters = Read("""
            [[region]]
            name = "left"
            shape = "rectangle"
            size = [2.5e-6, 5e-6]
            centre = [-1.25e-6, 0, 0]
            saturation_magnetisation = 4e5
            [[anisotropy]]
            axis = [0, 1, 0]
            ku1 = 1e4
            region = "left"
            """);
        MicromagneticFilm film = new(parameters);
        Assert.Equal((4e5, 8e5), (film.Body.MsOf((12 * 24) + 3), film.Body.MsOf((12 * 24) + 20)));
        film.Minimise(TestContext.Current.CancellationToken);
        Assert.InRange(Math.Abs(film.Magnetisation[(12 * 24) + 3].Y), 0.99, 1.001);
    }

    [Fact]
    public void Sections_that_say_what_keys_of_magnetism_say_make_the_same_film()
    {
        FilmParameters keys = Read("""
            [magnetism]
            demagnetisation = true
            coercive_field = 60
            grain_anisotropy_field = 400
            grain_size = 40e-9
            grain_seed = 7
            """);
        FilmParameters sections = Read("""
            [demagnetisation]
            [friction]
            coercive_field = 60
            [grains]
            anisotropy_field = 400
            size = 40e-9
            seed = 7
            """);
        Assert.Equal(keys.Magnetism, sections.Magnetism);
        Assert.Empty(sections.Parts.Terms);
        Assert.Equal(FilmDocument.Of(keys).Hash, FilmDocument.Of(sections).Hash);
        Assert.Equal(300, Read("[thermal]\ntemperature = 300\n").Magnetism.Temperature);
    }

    [Theory]
    [InlineData("random", "state = \"random_in_plane\"\nseed = 1")]
    [InlineData("along-x", "state = \"uniform\"\ndirection = [2, 0, 0]")]
    [InlineData("along-y", "state = \"uniform\"\ndirection = [0, 1, 0]")]
    [InlineData("out-of-plane", "state = \"uniform\"\ndirection = [0, 0, 1]")]
    public void An_initial_state_of_problem_files_is_that_of_the_key(string word, string initial)
    {
        FilmParameters key = Read($"[magnetism]\ninitial_state = \"{word}\"\n"), section = Read($"[initial]\n{initial}\n");
        VectorField<float> a = new MicromagneticFilm(key).Magnetisation, b = new MicromagneticFilm(section).Magnetisation;
        Assert.Equal(0, Difference(a, b));
        Assert.Equal(key.Magnetism, section.Magnetism);
        Assert.Equal(FilmDocument.Of(key).Hash, FilmDocument.Of(section).Hash);
    }

    [Fact]
    public void A_film_begins_with_a_vortex_where_its_file_says_so()
    {
        MicromagneticFilm film = new(Read("[initial]\nstate = \"vortex\"\ncirculation = -1\n"));
        Assert.True(film.Magnetisation[(12 * 24) + 22].Y < -0.95, $"{film.Magnetisation[(12 * 24) + 22]}");
    }

    [Fact]
    public void Built_in_films_under_gold_have_no_terms_but_those_of_their_keys() => Assert.All(
        FilmParameters.Presets.Select(FilmParameters.Preset).Where(film => film.Gold is not null), film => Assert.Empty(film.Parts.Terms));

    [Theory]
    [
        InlineData(
            "[magnetism]\ncoercive_field = 5\n[friction]\ncoercive_field = 5\n",
            "(11): magnetism.coercive_field says the same as [friction]; remove one of the two."),
    ]
    [InlineData("[magnetism]\ninitial_state = \"random\"\n[initial]\nstate = \"vortex\"\n", "says the same as [initial]")]
    [InlineData("[magnetism]\ndemagnetisation = true\n[demagnetisation]\n", "magnetism.demagnetisation says the same as [demagnetisation]")]
    [InlineData("[thermal]\ntemperature = 300\nseed = 3\n", "thermal.seed is not that of a film's noise, which comes from magnetism.seed")]
    [
        InlineData(
            "[field]\nwaveform = \"sine\"\namplitude = [1, 0, 0]\nfrequency = 1e9\n",
            "(11): field.waveform changes the field in time, but a film has a constant one"),
    ]
    [InlineData("[friction]\ncoercive_field = 5\n[thermal]\ntemperature = 300\n", "it holds without noise only")]
    [InlineData("[grains]\nanisotropy_field = 400\nsize = 1e-12\n", "(12): grains.size is 1E-12 m, which makes")]
    [InlineData("[magnetism]\ngrain_anisotropy_field = 400\ngrain_size = 1e-12\n", "(12): magnetism.grain_size is 1E-12 m, which makes")]
    [InlineData("[[anisotropy]]\naxis = [0, 0, 1]\nku1 = 1\nregion = \"a\"\n", "no [[region]] has this name")]
    [InlineData("[magnetism]\ninterfacial_dm = 1e-3\n", "unknown key 'magnetism.interfacial_dm'; did you mean 'interfacial_dmi'?")]
    [InlineData("[slonczewsky]\ncurrent_density = 1\n", "unknown section [slonczewsky]; did you mean 'slonczewski'?")]
    public void A_mistake_is_told_at_its_line(string text, string part)
    {
        string message = Assert.Throws<ProblemFileException>(() => Read(text)).Message;
        Assert.Contains(part, message);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("[field]\nconstant = [0, 0.05, 0]\n", 10, "looks like tesla")]
    [InlineData("[[region]]\nname = \"far\"\nshape = \"disk\"\ndiameter = 1e-7\ncentre = [1e-5, 0, 0]\n", 10, "region \"far\" has no cell")]
    [
        InlineData(
            "[slonczewski]\ncurrent_density = 1e9\nfixed_layer = [0, 1, 0]\npolarisation = 0.4\nthickness = 3e-9\n",
            14,
            "the torque is that of a layer of"),
    ]
    public void What_is_probably_not_meant_is_found_as_in_problem_files(string text, int line, string part)
    {
        TomlSection root = TomlFile.Parse(Small + text, "film.toml");
        Finding finding = Assert.Single(FilmCheck.Of(root, FilmParameters.Read(root)), f => f.Message.Contains(part));
        Assert.Equal((Severity.Warning, line), (finding.Severity, finding.Line));
    }

    // No field at all: the gold hardly conducts, there is no hard axis, and next to no damping.
    private const string Bare = """
        [gold]
        conductivity = 1e-6
        [magnetism]
        initial_state = "along-x"
        hard_axis_anisotropy = 0
        gilbert_damping = 1e-6

        """;

    private static FilmParameters Read(string terms)
    {
        TomlSection root = TomlFile.Parse(Small + terms, "film.toml");
        if (DeclaredKeys.Unknown(root, FilmParameters.Sections) is [string first, ..])
            throw new ProblemFileException(first);
        FilmParameters film = FilmParameters.Read(root);
        root.RefuseUnknownKeys();
        return film;
    }

    private static double Difference(VectorField<float> a, VectorField<float> b) =>
        Enumerable.Range(0, a.X.Length).Max(c => (a[c] - b[c]).Length);
}

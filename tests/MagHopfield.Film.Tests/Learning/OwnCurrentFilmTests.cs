using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Terms;
using MagHopfield.Model.Torques;
using MagHopfield.Shared;
using MagHopfield.Toml;

namespace MagHopfield.Film.Tests.Learning;

/// <summary>A film without gold is re-written by the current through itself (Yu et al., PRB 2021).</summary>
public class OwnCurrentFilmTests
{
    private static readonly double[] LeftRight = [0.05, -0.05];

    private const string Strip = """
        title = "strip"

        [mesh]
        cells = [48, 8, 1]
        cell_size = [4e-9, 4e-9, 10e-9]

        [material]
        saturation_magnetisation = 5.8e5
        exchange_stiffness = 7e-12
        bulk_dmi = 2.37e-3
        gilbert_damping = 0.3

        [demagnetisation]
        enabled = false

        [current]
        polarisation = 0.5
        nonadiabaticity = 0.0
        drift = "thiaville"

        [[electrode]]
        name = "1"
        shape = "rectangle"
        size = [8e-9, 32e-9]
        centre = [-92e-9, 0.0, 0.0]

        [[electrode]]
        name = "2"
        shape = "rectangle"
        size = [8e-9, 32e-9]
        centre = [92e-9, 0.0, 0.0]

        [transport]
        isotropic_conductivity = 5e6
        amr_ratio = 1.5

        [initial]
        state = "maze"
        seed = 3
        period = 37e-9

        [simulation]
        rest_torque = 1.0
        longest_time = 0.5e-9
        relaxation_time = 0.0
        tilt = 0.0
        progress_interval = 0.1e-9
        """;

    [Fact]
    public void The_preset_has_the_paper_s_numbers_in_SI_units()
    {
        FilmParameters film = FilmParameters.Preset("yu2021");
        double toField = 2 / (PhysicalConstants.Mu0 * film.Magnetism.SaturationMagnetisation);
        double d = toField * film.Parts.Terms.OfType<DmiTerm>().Single(term => term.IsBulk && term.Constant.IsAny).Constant[-1];
        Assert.Equal(6.5e-3, d, 1e-9);
        double k = toField * film.Parts.Terms.OfType<AnisotropyTerm>().Single().First;
        Assert.True(d > 4 * Math.Sqrt(film.Magnetism.ExchangeConstant * k) / Math.PI);
        Assert.Equal(400e-9, film.Geometry.Width, 1e-15);
        Assert.Equal(0.3, film.Magnetism.GilbertDamping);
        Assert.Equal(1.5, film.Transport.AmrRatio);
        Assert.False(film.Magnetism.Demagnetisation);
        Assert.Null(film.Gold);
    }

    [Fact]
    public void A_current_moves_the_texture_and_its_reverse_moves_it_otherwise()
    {
        MicromagneticFilm still = New(), one = New(), other = New();
        Drive(still, 0);
        Drive(one, 1);
        Drive(other, -1);
        Assert.True(Distance(one, still) > 0.05);
        Assert.True(Distance(other, still) > 0.05);
        Assert.True(Distance(one, other) > 0.05);
        Assert.NotEqual(one.Conductance[0, 1], still.Conductance[0, 1]);
    }

    [Fact]
    public void Without_polarisation_the_current_does_nothing()
    {
        FilmParameters film = Read(Strip.Replace("polarisation = 0.5", "polarisation = 0.0"));
        MicromagneticFilm still = new(film), driven = new(film);
        Drive(still, 0);
        Drive(driven, 1);
        Assert.Equal(0, Distance(still, driven), 1e-6);
    }

    [Fact]
    public void Twice_the_polarisation_is_twice_the_voltage()
    {
        MicromagneticFilm volts = New(), spins = new(Read(Strip.Replace("polarisation = 0.5", "polarisation = 1.0")));
        Drive(volts, 2);
        Drive(spins, 1);
        Assert.Equal(0, Distance(volts, spins), 1e-4);
    }

    [Fact]
    public void Its_conductance_is_symmetric_with_rows_that_sum_to_zero()
    {
        MicromagneticFilm film = New();
        Drive(film, 1);
        ConductanceMatrix g = film.Conductance;
        Assert.Equal(g[0, 1], g[1, 0], 1e-9 * Math.Abs(g[0, 1]));
        Assert.Equal(0, g[0, 0] + g[0, 1], 1e-9 * Math.Abs(g[0, 1]));
    }

    [Fact]
    public void The_drive_meets_the_conductance_that_the_film_has_at_that_instant()
    {
        MicromagneticFilm film = New();
        LoadedDrive drive = new(LeftRight, 0.5e-9, 0.1);
        film.Drive(drive, default);
        Assert.Null(((IMagneticDevice)film).GoldConductance);
        Assert.True(drive.Loads.Distinct().Count() > 10);
        Assert.Equal(film.Conductance[0, 1], drive.Loads[^1], 1e-3 * Math.Abs(film.Conductance[0, 1]));
    }

    [Fact]
    public void A_source_behind_a_resistance_drives_as_the_voltage_that_is_left()
    {
        MicromagneticFilm ideal = New(), loaded = New();
        double g = -ideal.Conductance[0, 1], ohms = 0.2 / g;
        ideal.Drive(new VoltageDrive(Waveform.Pulse(LeftRight, 0.1e-9)), default);

        // Both electrodes have the resistance; G changes by some per cent within so short a time.
        loaded.Drive(new LoadedDrive([.. LeftRight.Select(v => v * (1 + (2 * 0.2)))], 0.1e-9, ohms), default);
        Assert.Equal(0, Distance(ideal, loaded), 0.06 * Distance(ideal, New()));
    }

    [Fact]
    public void An_edge_of_a_pulse_is_half_of_it()
    {
        MicromagneticFilm edges = New(), flat = New();
        edges.Drive(new VoltageDrive(Waveform.Pulse(LeftRight, 0.04e-9, 0.04e-9)), default);
        Assert.Equal(0.08e-9, edges.LastPulse!.IntegratedEdges, 1e-15);
        flat.Drive(new VoltageDrive(Waveform.Pulse(LeftRight, 0.04e-9)), default);
        MicromagneticFilm start = New();
        Assert.InRange(Distance(edges, start) / Distance(flat, start), 0.5, 2);
    }

    [Fact]
    public void The_same_film_gives_the_same_bits_also_from_its_saved_state()
    {
        string path = Path.GetTempFileName();
        MicromagneticFilm a = New(), b = New();
        Drive(a, 1);
        a.Save(path);
        b.Load(path);
        Drive(a, -1);
        Drive(b, -1);
        File.Delete(path);
        Assert.Equal(a.Magnetisation.X, b.Magnetisation.X);
        Assert.Equal(a.Conductance[0, 1], b.Conductance[0, 1], 1e-9 * Math.Abs(b.Conductance[0, 1]));
    }

    [Fact]
    public void Its_document_is_read_again_to_the_bit()
    {
        FilmParameters film = Read(Strip);
        FilmDocument document = FilmDocument.Of(film);
        FilmParameters again = Read(document.Text);
        Assert.Equal(document.Hash, FilmDocument.Of(again).Hash);
        Assert.Null(again.Gold);
        MicromagneticFilm a = new(film), b = new(again);
        Drive(a, 1);
        Drive(b, 1);
        Assert.Equal(a.Magnetisation.X, b.Magnetisation.X);
    }

    [Fact]
    public void A_file_may_take_the_preset_and_change_one_term()
    {
        FilmParameters film = Read("preset = \"yu2021\"\nname = \"other\"\n\n[current]\npolarisation = 0.4\nnonadiabaticity = 0.1\n");
        FilmParameters preset = FilmParameters.Preset("yu2021");
        Assert.Equal(0.4, film.Parts.Terms.OfType<ZhangLiTerm>().Single().Polarisation);
        Assert.Null(film.Gold);
        Assert.Equal(preset.Parts.Initial, film.Parts.Initial);
        Assert.Equal(preset.Parts.Terms.Count, film.Parts.Terms.Count);
        Assert.Contains(film.Parts.Terms, term => term is DmiTerm { IsBulk: true });
    }

    [Fact]
    public void A_film_without_gold_and_without_a_torque_of_its_current_is_refused()
    {
        string text = Strip.Replace("[current]\npolarisation = 0.5\nnonadiabaticity = 0.0\ndrift = \"thiaville\"\n", "");
        string message = Assert.Throws<ProblemFileException>(() => Read(text)).Message;
        Assert.Contains("[gold]", message);
        Assert.Contains("[current]", message);
        string own = Strip.Replace("polarisation = 0.5", "density = [1e12, 0.0, 0.0]\npolarisation = 0.5");
        Assert.Contains("[gold]", Assert.Throws<ProblemFileException>(() => Read(own)).Message);
    }

    private static MicromagneticFilm New() => new(Read(Strip));

    private static void Drive(MicromagneticFilm film, double times) =>
        film.Drive(new VoltageDrive(Waveform.Pulse([.. LeftRight.Select(v => times * v)], 0.5e-9)), default);

    private static FilmParameters Read(string text)
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "film.toml");
        File.WriteAllText(path, text);
        return FilmParameters.Load(path);
    }

    // Root of the mean square of the difference of m.
    private static double Distance(MicromagneticFilm a, MicromagneticFilm b)
    {
        VectorField<float> x = a.Magnetisation, y = b.Magnetisation;
        return Math.Sqrt(Enumerable.Range(0, x.X.Length).Average(i => Math.Pow((x[i] - y[i]).Length, 2)));
    }

    // Sources behind a resistance each, which tells what it met.
    private sealed class LoadedDrive(double[] volts, double width, double ohms) : ITerminalDrive
    {
        public List<double> Loads { get; } = [];

        public int TerminalCount => 2;

        public IReadOnlyList<double> Corners => [0, width];

        public void Voltages(int segment, double time, ConductanceMatrix load, Span<double> voltages)
        {
            double g = -load[0, 1], current = (volts[0] - volts[1]) * g / (1 + (2 * ohms * g));
            Loads.Add(load[0, 1]);
            (voltages[0], voltages[1]) = (volts[0] - (ohms * current), volts[1] + (ohms * current));
        }
    }
}

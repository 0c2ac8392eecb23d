using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Shared;

namespace MagHopfield.Film.Tests.Learning;

public class MicromagneticFilmTests
{
    private static readonly double[] LeftRight = [5, -5, 5, -5];
    private static readonly double[] TopBottom = [5, 5, -5, -5];

    [Fact]
    public void Under_a_pulse_the_middle_of_the_film_turns_across_the_current()
    {
        MicromagneticFilm film = new(SmallFilm.Parameters);
        film.ApplyPulse(LeftRight, 50e-6, TestContext.Current.CancellationToken);
        Vector3D centre = film.Magnetisation[12 * 24 + 12];
        Assert.True(centre.Y > 0.95, $"m = {centre}");
        film.ApplyPulse(TopBottom, 50e-6, TestContext.Current.CancellationToken);
        centre = film.Magnetisation[12 * 24 + 12];

        // Current down the page, −y, below the gold: H = K × n/2 = −y × −z /2 = +x.
        Assert.True(centre.X > 0.95, $"m = {centre}");
    }

    [Fact]
    public void A_pulse_strengthens_the_pairs_of_opposite_sign_and_weakens_the_others()
    {
        MicromagneticFilm film = new(SmallFilm.Parameters);
        film.ApplyPulse(LeftRight, 200e-6, TestContext.Current.CancellationToken);
        ConductanceMatrix before = film.Conductance;
        film.ApplyPulse(TopBottom, 200e-6, TestContext.Current.CancellationToken);
        ConductanceMatrix after = film.Conductance;
        Assert.True(after[0, 1] > before[0, 1] && after[2, 3] > before[2, 3]);
        Assert.True(after[0, 2] < before[0, 2] && after[1, 3] < before[1, 3]);
    }

    [Fact]
    public void An_aligned_film_turns_round_under_the_opposite_pulse()
    {
        FilmParameters slow = SmallFilm.Parameters with { Simulation = SmallFilm.Parameters.Simulation with { LongestTime = 200e-9 } };
        MicromagneticFilm film = new(slow);
        film.ApplyPulse(LeftRight, 200e-6, TestContext.Current.CancellationToken);
        film.ApplyPulse([-5, 5, -5, 5], 200e-6, TestContext.Current.CancellationToken);
        Assert.True(film.Magnetisation[12 * 24 + 12].Y < -0.9);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_does_not()
    {
        float[] first = Trained(SmallFilm.Parameters, listen: false);
        Assert.Equal(first, Trained(SmallFilm.Parameters, listen: false));
        Assert.Equal(first, Trained(SmallFilm.Parameters, listen: true));
        Assert.NotEqual(
            first, Trained(SmallFilm.Parameters with { Magnetism = SmallFilm.Parameters.Magnetism with { Seed = 2 } }, listen: false));

        static float[] Trained(FilmParameters parameters, bool listen)
        {
            MicromagneticFilm film = new(parameters);
            if (listen)
                film.Progress += (f, progress) => Assert.True(f.Conductance[0, 0] > 0 && progress.Time > 0);

            film.ApplyPulse(LeftRight, 5e-9, TestContext.Current.CancellationToken);
            film.ApplyPulse(TopBottom, 5e-9, TestContext.Current.CancellationToken);
            return film.Magnetisation.X;
        }
    }

    [Fact]
    public void A_loaded_state_goes_on_with_the_same_bits()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".ovf");
        try
        {
            MicromagneticFilm film = new(SmallFilm.Parameters);
            film.ApplyPulse(LeftRight, 3e-9, TestContext.Current.CancellationToken);
            film.Save(path);
            film.ApplyPulse(TopBottom, 3e-9, TestContext.Current.CancellationToken);
            MicromagneticFilm other = new(SmallFilm.Parameters);
            other.Load(path);
            other.ApplyPulse(TopBottom, 3e-9, TestContext.Current.CancellationToken);
            Assert.Equal(film.Magnetisation.X, other.Magnetisation.X);
            Assert.Equal(film.Magnetisation.Z, other.Magnetisation.Z);

            FilmParameters larger = SmallFilm.Parameters with { Geometry = SmallFilm.Parameters.Geometry with { CellsX = 25 } };
            string message = Assert.Throws<ArgumentException>(() => new MicromagneticFilm(larger).Load(path)).Message;
            Assert.Contains("holds 24×24×1 cells, the film has 25×24×1", message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Progress_reports_every_interval_of_the_pulse_and_the_relaxation_with_the_conductance_of_that_instant()
    {
        MicromagneticFilm film = new(SmallFilm.Parameters with { Simulation = new PulseParameters(1e-3, 1, 2e-9, ProgressInterval: 1e-9) });
        List<(double Time, bool On, double G)> seen = [];
        film.Progress += (f, p) => seen.Add((p.Time, p.FieldOn, f.Conductance[0, 1]));
        film.ApplyPulse(LeftRight, 4e-9, TestContext.Current.CancellationToken);
        Assert.Equal([1e-9, 2e-9, 3e-9, 4e-9, 5e-9, 6e-9], seen.Select(s => s.Time), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal([true, true, true, true, false, false], seen.Select(s => s.On));
        Assert.Equal(6, seen.Select(s => s.G).Distinct().Count());
        Assert.Equal(seen[^1].G, film.Conductance[0, 1]);
    }

    [Fact]
    public void The_integration_ends_with_the_width_or_at_rest_and_says_so()
    {
        MicromagneticFilm film = new(SmallFilm.Parameters);
        film.ApplyPulse(LeftRight, 2.5e-9, TestContext.Current.CancellationToken);
        IntegratedPulse record = film.LastPulse!;
        Assert.Equal(2.5e-9, record.IntegratedTime, 1e-15);
        Assert.False(record.AtRest);
        Assert.True(record.TorqueUnderField > 10);

        MicromagneticFilm patient = new(SmallFilm.Parameters with { Simulation = new PulseParameters(200, 1e-6, 1e-9) });
        patient.ApplyPulse(LeftRight, 200e-6, TestContext.Current.CancellationToken);
        record = patient.LastPulse!;
        Assert.True(record.AtRest && record.IntegratedTime < 1e-6 && record.TorqueUnderField <= 200, record.ToString());
        Assert.Equal(200e-6, record.RequestedWidth);
    }

    [Fact]
    public void Conductance_is_computed_once_a_state()
    {
        MicromagneticFilm film = new(SmallFilm.Parameters);
        Assert.Same(film.Conductance, film.Conductance);
        ConductanceMatrix before = film.Conductance;
        film.ApplyPulse(LeftRight, 1e-9, TestContext.Current.CancellationToken);
        Assert.NotSame(before, film.Conductance);
    }

    [Fact]
    public void Contact_resistance_lowers_the_conductance()
    {
        MicromagneticFilm ideal = new(SmallFilm.Parameters);
        MicromagneticFilm contacted = new(
            SmallFilm.Parameters with { Transport = SmallFilm.Parameters.Transport with { ContactResistance = 2 } });
        Assert.InRange(contacted.Conductance[0, 0], 0.5 * ideal.Conductance[0, 0], 0.8 * ideal.Conductance[0, 0]);
    }

    [Fact]
    public void The_terminals_of_a_disk_shaped_film_are_where_they_are_put()
    {
        FilmParameters disk = SmallFilm.Parameters with
        {
            Geometry = SmallFilm.Parameters.Geometry with { Outline = new EllipseShape(2.5e-6, 2.5e-6, 2.5e-6, 2.5e-6) },
            Electrodes = Rim(),
            Terminals = Rim(),
        };
        MicromagneticFilm film = new(disk);
        film.ApplyPulse(LeftRight, 3e-9, TestContext.Current.CancellationToken);
        Assert.Equal(0f, film.Magnetisation.X[0]);
        Assert.Equal(film.Conductance[0, 0], -film.Conductance[0, 1] - film.Conductance[0, 2] - film.Conductance[0, 3], 1e-12);

        static Electrode[] Rim()
        {
            double r = 2.5e-6 * Math.Sqrt(0.5);
            return
            [
                new("1", new DiskShape(2.5e-6 - r, 2.5e-6 + r, 4e-7)),
                new("2", new DiskShape(2.5e-6 + r, 2.5e-6 + r, 4e-7)),
                new("3", new DiskShape(2.5e-6 - r, 2.5e-6 - r, 4e-7)),
                new("4", new DiskShape(2.5e-6 + r, 2.5e-6 - r, 4e-7)),
            ];
        }
    }

    [Fact]
    public void The_demagnetising_field_keeps_the_magnetisation_in_the_plane_and_along_the_edges()
    {
        FilmParameters permalloy = FilmParameters.Preset("permalloy") with { Geometry = SmallFilm.Parameters.Geometry };
        MicromagneticFilm film = new(permalloy with
        {
            Magnetism = permalloy.Magnetism with { InitialState = InitialState.AlongX },
            Simulation = new PulseParameters(10, 1e-9, 1e-9),
        });
        film.ApplyPulse([0, 0, 0, 0], 1e-9, TestContext.Current.CancellationToken);

        // Left edge, well away from the corners: the charge of m along x is gone, m lies along y.
        Vector3D edge = film.Magnetisation[12 * 24];
        Assert.True(Math.Abs(edge.Y) > 0.9, $"m = {edge}");
        Assert.True(film.Magnetisation.Z.Max(Math.Abs) < 0.3);
    }

    [Fact]
    public void A_cancelled_pulse_leaves_the_film_usable_at_zero_field()
    {
        MicromagneticFilm film = new(SmallFilm.Parameters);
        using CancellationTokenSource source = new();
        film.Progress += (_, _) => source.Cancel();
        Assert.Throws<OperationCanceledException>(() => film.ApplyPulse(LeftRight, 50e-6, source.Token));
        film.ApplyPulse(LeftRight, 1e-9, TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Bad_pulses_are_refused()
    {
        MicromagneticFilm film = new(SmallFilm.Parameters);
        Assert.Contains("4 nodes, 3 voltages", Assert.Throws<ArgumentException>(() => film.ApplyPulse([1, 2, 3], 1e-6, default)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => film.ApplyPulse(LeftRight, 0, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => film.ApplyPulse(LeftRight, double.NaN, default));
    }
}

using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Film.Tests.Learning;

/// <summary>Films that go straight down to an equilibrium at zero field, before the first pulse and after each.</summary>
public sealed class EquilibriumTests : IDisposable
{
    private const double RestTorque = 10;

    private static readonly double[] LeftRight = [5, -5, 5, -5];
    private static readonly double[] TopBottom = [5, 5, -5, -5];
    private readonly string _folder = Directory.CreateTempSubdirectory("film-equilibrium-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData(EquilibriumMethod.Relax)]
    [InlineData(EquilibriumMethod.Minimise)]
    public void A_prepared_film_has_no_torque_left_where_a_random_one_has_it_all(EquilibriumMethod method)
    {
        MicromagneticFilm raw = new(SmallFilm.Parameters), film = new(Prepared(method));
        Assert.Null(raw.Prepared);
        Assert.True(MaxTorque(raw) > 1000, $"{MaxTorque(raw)} A/m");
        // The outcome is of single precision, this of double.
        Assert.InRange(MaxTorque(film), 0, RestTorque + 0.1);
        DescentOutcome outcome = film.Prepared!;
        Assert.True(outcome.Reached && outcome.Steps > 5, outcome.ToString());
        Assert.Equal(MaxTorque(film), outcome.MaxTorque, 0.1);
        Assert.Equal(0, film.Magnetisation.Z.Max(Math.Abs), 0.05);
    }

    [Fact]
    public void Both_ways_down_and_the_motion_in_time_end_in_the_same_minimum_of_a_film_that_grains_pin()
    {
        FilmParameters film = Pinned(default);
        double[] g =
        [
            .. new[] { EquilibriumMethod.None, EquilibriumMethod.Relax, EquilibriumMethod.Minimise }.Select(method =>
            {
                MicromagneticFilm trained = new(Pinned(method));
                trained.ApplyPulse(LeftRight, 200e-6, TestContext.Current.CancellationToken);
                Assert.Equal(method == EquilibriumMethod.None, trained.LastPulse!.Descent is null);
                return trained.Conductance[0, 1];
            }),
        ];
        MicromagneticFilm untouched = new(film with { Simulation = film.Simulation.WithoutRest() });
        untouched.ApplyPulse(LeftRight, 200e-6, TestContext.Current.CancellationToken);
        double moved = Math.Abs(g[0] - untouched.Conductance[0, 1]);
        Assert.True(moved > 1e-5, $"zero field moved G by {moved} S");
        Assert.Equal(g[0], g[1], 0.02 * moved);
        Assert.Equal(g[0], g[2], 0.02 * moved);
    }

    [Theory]
    [InlineData(EquilibriumMethod.Relax)]
    [InlineData(EquilibriumMethod.Minimise)]
    public void A_film_magnetised_along_its_hard_axis_has_no_torque_and_still_falls_into_its_plane(EquilibriumMethod method)
    {
        FilmParameters upright = Prepared(method);
        upright = upright with { Magnetism = upright.Magnetism with { InitialState = InitialState.OutOfPlane } };
        MicromagneticFilm film = new(upright);
        Assert.True(film.Prepared!.Reached);
        // |m×H| = K |m_z| √(1 − m_z²) of a uniform texture, 43 A/m at the largest.
        Assert.InRange(film.Magnetisation.Z.Max(Math.Abs), 0, 0.3);
        Assert.InRange(MaxTorque(film), 0, RestTorque + 0.1);
    }

    [Fact]
    public void The_film_may_be_brought_down_at_any_time()
    {
        // And stays there: a minimum without torque is not moved by another way down.
        FilmParameters parameters = Pinned(default);
        MicromagneticFilm film = new(parameters with { Simulation = parameters.Simulation.WithoutRest() });
        film.ApplyPulse(LeftRight, 5e-9, TestContext.Current.CancellationToken);
        double trained = film.Conductance[0, 1];
        DescentOutcome first = film.Relax(TestContext.Current.CancellationToken);
        Assert.True(first.Reached && first.Steps > 5, first.ToString());
        Assert.NotEqual(trained, film.Conductance[0, 1]);
        float[] relaxed = [.. film.Magnetisation.X];
        DescentOutcome again = film.Minimise(TestContext.Current.CancellationToken);
        Assert.True(again.Reached && again.Steps == 0, again.ToString());
        Assert.Equal(relaxed, film.Magnetisation.X);
    }

    [Theory]
    [InlineData(EquilibriumMethod.Relax)]
    [InlineData(EquilibriumMethod.Minimise)]
    public void A_film_saved_in_its_equilibrium_goes_on_with_the_same_bits(EquilibriumMethod method)
    {
        string path = Path.Combine(_folder, "state.ovf");
        FilmParameters parameters = After(method);
        MicromagneticFilm film = new(parameters);
        film.ApplyPulse(LeftRight, 3e-9, TestContext.Current.CancellationToken);
        film.Save(path);
        film.ApplyPulse(TopBottom, 3e-9, TestContext.Current.CancellationToken);
        MicromagneticFilm other = new(parameters);
        other.Load(path);
        other.ApplyPulse(TopBottom, 3e-9, TestContext.Current.CancellationToken);
        Assert.True(film.LastPulse!.Descent!.Reached);
        Assert.Equal(0, film.LastPulse.RelaxationTime);
        Assert.Equal(film.Magnetisation.X, other.Magnetisation.X);
        Assert.Equal(film.Magnetisation.Y, other.Magnetisation.Y);
        Assert.Equal(film.Magnetisation.Z, other.Magnetisation.Z);
    }

    [Theory]
    [InlineData(EquilibriumMethod.Relax)]
    [InlineData(EquilibriumMethod.Minimise)]
    public void The_way_down_reports_progress_with_the_conductance_of_that_instant_and_can_be_cancelled(EquilibriumMethod method)
    {
        MicromagneticFilm film = new(After(method));
        List<(double Time, double G)> seen = [];
        film.Progress += (f, p) =>
        {
            if (!p.FieldOn)
                seen.Add((p.Time, f.Conductance[0, 1]));
        };
        film.ApplyPulse(LeftRight, 3e-9, TestContext.Current.CancellationToken);
        Assert.True(seen.Count > 1, $"{seen.Count} reports in {film.LastPulse!.Descent}");
        Assert.Equal(seen.Count, seen.Select(s => s.G).Distinct().Count());
        Assert.All(seen, s => Assert.Equal(3e-9, s.Time, 1e-15));

        MicromagneticFilm other = new(After(method));
        using CancellationTokenSource source = new();
        other.Progress += (_, p) =>
        {
            if (!p.FieldOn)
                source.Cancel();
        };
        Assert.Throws<OperationCanceledException>(() => other.ApplyPulse(LeftRight, 3e-9, source.Token));
        Assert.Null(other.LastPulse);
        other.ApplyPulse(TopBottom, 3e-9, TestContext.Current.CancellationToken);
        Assert.True(other.LastPulse!.Descent!.Reached);
    }

    [Fact]
    public void A_cancelled_preparation_ends()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => new MicromagneticFilm(Prepared(EquilibriumMethod.Relax), source.Token));
    }

    [Theory]
    [InlineData(50, 0, "a coercive_field of 50 A/m holds moments before that")]
    [InlineData(0, 300, "at a temperature of 300 K noise moves all")]
    public void A_film_without_an_equilibrium_refuses_the_way_to_it(double coerciveField, double temperature, string part)
    {
        MagneticParameters magnetism = SmallFilm.Parameters.Magnetism with { CoerciveField = coerciveField, Temperature = temperature };
        FilmParameters film = SmallFilm.Parameters with { Magnetism = magnetism };
        FilmParameters prepared = film with { Magnetism = magnetism with { Prepare = EquilibriumMethod.Relax } };
        FilmParameters after = film with { Simulation = film.Simulation with { AfterPulse = EquilibriumMethod.Minimise } };
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => new MicromagneticFilm(prepared)).Message);
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => new MicromagneticFilm(after)).Message);
        Assert.Contains(part, Assert.Throws<InvalidOperationException>(() => new MicromagneticFilm(film).Relax()).Message);
    }

    // Largest |m×H| in A/m at zero field, in double precision and without the film's own code.
    private static double MaxTorque(MicromagneticFilm film)
    {
        MagneticParameters magnetism = film.Parameters.Magnetism;
        LandauLifshitzGilbert<double> llg = new(
            film.Body,
            1,
            new Exchange<double>(film.Body, magnetism.ExchangeStiffness),
            UniaxialAnisotropy<double>.HardAxis(film.Body, magnetism.HardAxisAnisotropy));
        VectorField<double> m = film.Magnetisation.To<double>(), h = new(m.Mesh);
        llg.EffectiveField(m, h);
        return Enumerable.Range(0, m.X.Length).Max(i => Vector3D.Cross(m[i], h[i]).Length);
    }

    private static FilmParameters Prepared(EquilibriumMethod method) =>
        SmallFilm.Parameters with { Magnetism = SmallFilm.Parameters.Magnetism with { Prepare = method } };

    private static FilmParameters After(EquilibriumMethod method) =>
        SmallFilm.Parameters with { Simulation = SmallFilm.Parameters.Simulation with { AfterPulse = method } };

    // Crystal anisotropy makes minima that the texture cannot turn out of.
    private static FilmParameters Pinned(EquilibriumMethod method) => SmallFilm.Parameters with
    {
        Magnetism = SmallFilm.Parameters.Magnetism with { Grains = new GrainParameters(1e-6, 2000) },
        Simulation = new PulseParameters(0.1, 100e-9, 300e-9, AfterPulse: method),
    };
}

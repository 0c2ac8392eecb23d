using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Run;

namespace MagHopfield.Film.Tests.Learning;

/// <summary>Dry friction: threshold, speed above it, and that a trained texture stays.</summary>
public class CoerciveFilmTests
{
    private static readonly double[] LeftRight = [5, -5, 5, -5];
    private static readonly double[] TopBottom = [5, 5, -5, -5];

    [Fact]
    public void A_field_below_the_coercive_field_moves_nothing()
    {
        // 5 V is 1.6 kA/m at the centre and more at the pads, so 0.05 V stays far below 200 A/m everywhere; the uniform state has no
        // exchange field.
        MicromagneticFilm film = new(Uniform(200));
        film.ApplyPulse([0.05, 0.05, -0.05, -0.05], 200e-6, TestContext.Current.CancellationToken);
        Assert.Equal(new Vector3D(0, 1, 0), film.Magnetisation[12 * 24 + 12]);

        MicromagneticFilm soft = new(Uniform(0));
        soft.ApplyPulse([0.05, 0.05, -0.05, -0.05], 200e-6, TestContext.Current.CancellationToken);
        Assert.True(soft.Magnetisation[12 * 24 + 12].X > 0.02);
    }

    [Fact]
    public void A_field_above_it_stops_short_of_the_field_by_the_angle_whose_sine_is_the_ratio()
    {
        // At rest |m × H| = Hc. Below the gold H is along +x at the centre; m comes from +y, overdamped, so that it does not swing past.
        FilmParameters parameters = Uniform(400);
        MicromagneticFilm film = new(parameters with
        {
            Magnetism = parameters.Magnetism with { ExchangeConstant = 1e-16, GilbertDamping = 5 },
            Simulation = new PulseParameters(1e-3, 200e-9, 0, Tilt: 0),
        });
        double field = film.Gold!.Field(TopBottom).X[12 * 24 + 12];
        film.ApplyPulse(TopBottom, 200e-6, TestContext.Current.CancellationToken);
        Vector3D m = film.Magnetisation[12 * 24 + 12];
        Assert.Equal(400 / field, m.Y, 0.02);
    }

    [Fact]
    public void A_trained_texture_stays_at_zero_field_where_without_friction_exchange_unwinds_it()
    {
        Assert.True(Drift(SmallFilm.Parameters with { Magnetism = SmallFilm.Parameters.Magnetism with { CoerciveField = 100 } })
            < 0.25 * Drift(SmallFilm.Parameters));

        static double Drift(FilmParameters parameters)
        {
            MicromagneticFilm film = new(parameters with { Simulation = parameters.Simulation with { LongestTime = 100e-9 } });
            film.ApplyPulse(LeftRight, 200e-6, TestContext.Current.CancellationToken);
            double before = film.Conductance[0, 1];
            film.Rest(100e-9, TestContext.Current.CancellationToken);
            return Math.Abs(film.Conductance[0, 1] - before);
        }
    }

    private static FilmParameters Uniform(double coerciveField) => SmallFilm.Parameters with
    {
        Magnetism = SmallFilm.Parameters.Magnetism with { InitialState = InitialState.AlongY, CoerciveField = coerciveField },
        Simulation = new PulseParameters(1, 60e-9, 0, Tilt: 0),
    };
}

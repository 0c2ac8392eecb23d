using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;

namespace MagHopfield.Film.Tests.Learning;

public class PulseEdgeTests
{
    private static readonly double[] LeftRight = [5, -5, 5, -5];

    // Without damping, exchange and anisotropy every moment turns about its own field by γ ∫H dt, so that pulses of one area do the same
    // to every cell, however long their edges.
    private static readonly FilmParameters Free = SmallFilm.Parameters with
    {
        Magnetism = SmallFilm.Parameters.Magnetism with
        {
            GilbertDamping = 1e-9,
            ExchangeConstant = 1e-30,
            HardAxisAnisotropy = 0,
            InitialState = InitialState.OutOfPlane,
        },
        Simulation = new PulseParameters(1e-6, 20e-9, 0, Tilt: 0, ProgressInterval: 0.2e-9, StepError: 1e-7),
    };

    [Theory]
    [InlineData(0.3e-9)]
    [InlineData(1e-9)]
    [InlineData(2e-9)]
    public void A_pulse_with_edges_has_the_area_of_a_rectangle_of_its_width_at_half_amplitude(double rise)
    {
        float[] rectangle = After(2e-9, 0), trapezoid = After(2e-9, rise), longer = After(2.02e-9, 0);
        double miss = rectangle.Zip(trapezoid, (a, b) => Math.Abs(a - b)).Max();
        double scale = rectangle.Zip(longer, (a, b) => Math.Abs(a - b)).Max();
        Assert.True(miss < 0.02 * scale, $"{miss} beside {scale}, which 1 % of the width makes");
    }

    [Fact]
    public void The_field_of_an_edge_is_that_share_of_the_whole_that_has_passed()
    {
        // After t of the rising edge a moment has turned by γ H t²/(2 rise), after all of it by γ H rise/2.
        MicromagneticFilm film = new(Free);
        int centre = 12 * 24 + 12;
        Dictionary<double, double> turns = [];
        film.Progress += (f, p) =>
            turns[Math.Round(p.Time * 1e12)] = Math.Atan2(Math.Sqrt(1 - Math.Pow(f.Magnetisation.Z[centre], 2)), f.Magnetisation.Z[centre]);
        film.ApplyPulse(LeftRight, 2e-9, 2e-9, TestContext.Current.CancellationToken);
        double h = turns[2000] / (Free.Magnetism.GyromagneticRatio * 1e-9);
        foreach (double t in (double[])[0.4e-9, 1e-9, 1.6e-9])
        {
            double expected = Free.Magnetism.GyromagneticRatio * h * t * t / (2 * 2e-9);
            Assert.Equal(expected, turns[Math.Round(t * 1e12)], 1e-3 * turns[2000]);
        }
    }

    [Fact]
    public void Edges_count_as_the_pulse_and_are_recorded()
    {
        MicromagneticFilm film = new(Free with { Simulation = Free.Simulation with { RelaxationTime = 0.4e-9 } });
        List<(double Time, bool On)> seen = [];
        film.Progress += (_, p) => seen.Add((Math.Round(p.Time * 1e12), p.FieldOn));
        film.ApplyPulse(LeftRight, 1e-9, 0.6e-9, TestContext.Current.CancellationToken);
        Assert.Equal([200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800, 2000], seen.Select(s => s.Time));
        Assert.Equal(8, seen.Count(s => s.On));
        IntegratedPulse record = film.LastPulse!;
        Assert.Equal((1e-9, 0.6e-9, 0.6e-9), (record.RequestedWidth, record.RequestedRise, record.IntegratedRise));
        Assert.Equal(0.4e-9, record.IntegratedTime, 1e-15);
        Assert.Equal(2e-9, record.Duration, 1e-15);
    }

    [Fact]
    public void An_edge_is_integrated_no_longer_than_a_pulse_is()
    {
        MicromagneticFilm film = new(SmallFilm.Parameters with { Simulation = new PulseParameters(10, 2e-9, 0) });
        film.ApplyPulse(LeftRight, 50e-6, 1e-6, TestContext.Current.CancellationToken);
        Assert.Equal(2e-9, film.LastPulse!.IntegratedRise);
        Assert.Equal(1e-6, film.LastPulse!.RequestedRise);
    }

    [Fact]
    public void Edges_longer_than_the_pulse_are_refused()
    {
        foreach (IMagneticDevice film in (IMagneticDevice[])[new MicromagneticFilm(SmallFilm.Parameters), OjaFilm.Niu2024()])
        {
            Assert.Contains(
                "0 to the pulse width",
                Assert.Throws<ArgumentOutOfRangeException>(() => film.ApplyPulse(LeftRight, 1e-9, 1.1e-9, default)).Message);
            Assert.Throws<ArgumentOutOfRangeException>(() => film.ApplyPulse(LeftRight, 1e-9, -1e-12, default));
            Assert.Throws<ArgumentOutOfRangeException>(() => film.ApplyPulse(LeftRight, 1e-9, double.NaN, default));
        }
    }

    [Fact]
    public void Any_waveform_of_the_terminals_is_integrated_a_change_of_its_pattern_too()
    {
        // Free moments turn by γ ∫H dt where the field keeps its direction: from V to 3 V in a straight line is as good as 2 V throughout.
        float[] rising = After([0, 2e-9], [LeftRight, Times(3, LeftRight)]), constant = After(
            [0, 2e-9], [Times(2, LeftRight), Times(2, LeftRight)]);
        float[] longer = After([0, 2.02e-9], [Times(2, LeftRight), Times(2, LeftRight)]);
        double miss = rising.Zip(constant, (a, b) => Math.Abs(a - b)).Max(), scale = longer.Zip(constant, (a, b) => Math.Abs(a - b)).Max();
        Assert.True(miss < 0.02 * scale, $"{miss} beside {scale}, which 1 % of the width makes");

        // What passes over into another pattern in a straight line is as good as small steps on the way.
        double[] topBottom = [5, 5, -5, -5];
        double[] corners =
        [
            0, .. Enumerable.Range(1, 40).SelectMany(i => new[] { i * 0.05e-9, i * 0.05e-9 }),
        ], at = [.. Enumerable.Range(0, 41).Select(i => (i + 0.5) / 40)];
        double[][] steps =
        [
            .. Enumerable.Range(0, corners.Length).Select(
                i => LeftRight.Zip(topBottom, (a, b) => a + ((b - a) * at[Math.Min(i / 2, 39)])).ToArray()),
        ];
        float[] line = After([0, 2e-9], [LeftRight, topBottom]), staircase = After(corners[..^1], steps[..^1]);
        miss = line.Zip(staircase, (a, b) => Math.Abs(a - b)).Max();
        Assert.True(miss < 2e-3, $"{miss}");
        Assert.True(line.Zip(constant, (a, b) => Math.Abs(a - b)).Max() > 0.1);
    }

    [Fact]
    public void Two_pulses_in_one_waveform_are_recorded_as_what_they_took()
    {
        MicromagneticFilm film = new(SmallFilm.Parameters with { Simulation = new PulseParameters(1e-6, 20e-9, 0.1e-9) });
        double[] zero = [0, 0, 0, 0];
        film.Drive(
            new VoltageDrive(new([0, 0.1e-9, 0.4e-9, 0.6e-9, 0.6e-9, 0.9e-9], [zero, LeftRight, LeftRight, zero, LeftRight, LeftRight])),
            TestContext.Current.CancellationToken);
        IntegratedPulse record = film.LastPulse!;
        Assert.Equal(0.6e-9, record.IntegratedTime, 1e-15);
        Assert.Equal(0.3e-9, record.IntegratedEdges, 1e-15);
        Assert.Equal(1e-9, record.Duration, 1e-15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    public void The_first_way_from_one_pattern_to_another_takes_what_a_later_one_from_the_same_state_takes(double temperature)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".ovf");
        try
        {
            MicromagneticFilm film = new(SmallFilm.Parameters with
            {
                Magnetism = SmallFilm.Parameters.Magnetism with { Temperature = temperature },
                Simulation = new PulseParameters(1e-6, 20e-9, 0.1e-9),
            });
            VoltageDrive drive = new(new([0, 0.2e-9, 0.3e-9, 0.5e-9], [LeftRight, LeftRight, [5, 5, -5, -5], [5, 5, -5, -5]]));
            film.Save(path);
            film.Drive(drive, TestContext.Current.CancellationToken);
            IntegratedPulse first = film.LastPulse!;
            float[] texture = [.. film.Magnetisation.X];
            film.Load(path);
            film.Drive(drive, TestContext.Current.CancellationToken);
            Assert.Equal(film.LastPulse, first);
            Assert.True(first.Steps >= 5, $"{first.Steps} steps");
            Assert.Equal(texture, film.Magnetisation.X);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static double[] Times(double factor, double[] voltages) => [.. voltages.Select(v => factor * v)];

    private static float[] After(double[] corners, double[][] voltages)
    {
        MicromagneticFilm film = new(Free);
        film.Drive(new VoltageDrive(new(corners, voltages)), TestContext.Current.CancellationToken);
        return [.. film.Magnetisation.X, .. film.Magnetisation.Y, .. film.Magnetisation.Z];
    }

    private static float[] After(double width, double rise)
    {
        MicromagneticFilm film = new(Free);
        film.ApplyPulse(LeftRight, width, rise, TestContext.Current.CancellationToken);
        return [.. film.Magnetisation.X, .. film.Magnetisation.Y, .. film.Magnetisation.Z];
    }
}

using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Film.Tests.Learning;

public class GrainTests
{
    private static readonly Ferromagnet Body = new(new Geometry(new Mesh(24, 20, 1, 50e-9, 50e-9, 20e-9)), 8e5);

    [Fact]
    public void The_field_of_grains_is_the_slope_of_their_energy()
    {
        GrainAnisotropy<float> grains = new(Body, 120e-9, 400, 3);
        VectorField<float> m = Random(1), h = new(Body.Mesh);
        grains.AddField(m, h);
        double slope = -PhysicalConstants.Mu0 * 8e5 * Body.Mesh.CellVolume;
        for (int c = 0; c < 480; c += 37)
        {
            const float Step = 0.05f;
            (float up, float down) = (m.X[c] + Step, m.X[c] - Step);
            m.X[c] = up;
            double high = grains.TotalEnergy(m);
            m.X[c] = down;
            double low = grains.TotalEnergy(m);
            m.X[c] = 0.5f * (up + down);
            Assert.Equal(h.X[c], (high - low) / (up - down) / slope, 0.01);
        }
    }

    [Fact]
    public void Grains_far_smaller_than_a_cell_cancel()
    {
        VectorField<float> m = new(Body.Mesh);
        m.Fill((1, 0, 0));
        double Spread(double size)
        {
            VectorField<float> h = new(Body.Mesh);
            new GrainAnisotropy<float>(Body, size, 400, 3).AddField(m, h);
            double mean = h.X.Average();
            return Math.Sqrt(h.X.Average(v => (v - mean) * (v - mean)));
        }

        // Large grains: H_k cos² of a random axis spreads by H_k/√8. Small ones: 16 samples of a cell, so a quarter of that.
        Assert.InRange(Spread(400e-9), 100, 180);
        Assert.InRange(Spread(5e-9), 25, 50);
    }

    [Fact]
    public void Grains_of_another_seed_are_another_film()
    {
        VectorField<float> m = Random(1), a = new(Body.Mesh), b = new(Body.Mesh), c = new(Body.Mesh);
        new GrainAnisotropy<float>(Body, 100e-9, 400, 1).AddField(m, a);
        new GrainAnisotropy<float>(Body, 100e-9, 400, 1).AddField(m, b);
        new GrainAnisotropy<float>(Body, 100e-9, 400, 2).AddField(m, c);
        Assert.Equal(a.X, b.X);
        Assert.NotEqual(a.X, c.X);
    }

    [Fact]
    public void Thermal_pulses_repeat_bit_for_bit_and_differ_from_pulse_to_pulse()
    {
        FilmParameters film = SmallFilm.Parameters with
        {
            Magnetism = SmallFilm.Parameters.Magnetism with { Temperature = 300 },
            Simulation = SmallFilm.Parameters.Simulation with { LongestTime = 2e-9, RelaxationTime = 0 },
        };
        float[][] States()
        {
            MicromagneticFilm f = new(film);
            List<float[]> states = [];
            for (int k = 0; k < 2; k++)
            {
                f.ApplyPulse([5, -5, 5, -5], 2e-9, TestContext.Current.CancellationToken);
                states.Add([.. f.Magnetisation.Z]);
            }

            return [.. states];
        }

        float[][] first = States(), again = States();
        Assert.Equal(first[0], again[0]);
        Assert.Equal(first[1], again[1]);

        // In-plane tilts of the size of √(kT/(µ0 Ms V H)) with the exchange field that holds one cell.
        Assert.True(first[0].Max(Math.Abs) > 1e-3);
    }

    [Fact]
    public void Friction_at_a_temperature_is_refused() => Assert.Throws<ArgumentException>(() => new MicromagneticFilm(
        SmallFilm.Parameters with { Magnetism = SmallFilm.Parameters.Magnetism with { CoerciveField = 100, Temperature = 300 } }));

    private static VectorField<float> Random(int seed)
    {
        Random random = new(seed);
        VectorField<float> m = new(Body.Mesh);
        for (int c = 0; c < m.X.Length; c++)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * random.NextDouble());
            m[c] = (cos, sin, 0);
        }

        return m;
    }
}

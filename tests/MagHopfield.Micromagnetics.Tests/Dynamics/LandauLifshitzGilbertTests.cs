using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Tests.Dynamics;

public class LandauLifshitzGilbertTests
{
    private const double Ms = 8e5;

    [Fact]
    public void A_macrospin_in_a_field_precesses_at_gamma_H_and_falls_as_tanh()
    {
        // dθ/dt = −αγH/(1+α²) sin θ has the solution m_z = tanh(αγHt/(1+α²)) from m_z = 0; the azimuth turns by γHt/(1+α²).
        const double alpha = 0.1, h = 1e5, gamma = 2.21e5, t = 0.3e-9;
        Ferromagnet body = new(new Mesh(1, 1, 1, 5e-9, 5e-9, 5e-9), Ms);
        LandauLifshitzGilbert<double> llg = new(body, alpha, new Zeeman<double>(body, (0, 0, h)));
        Simulation<double> simulation = new(
            llg, UniformState.Create<double>(body.Geometry, (1, 0, 0)), EmbeddedRungeKutta<double>.DormandPrince54(1e-9));
        simulation.Run(t);
        double w = gamma * h / (1 + (alpha * alpha));
        Vector3D m = simulation.Magnetisation[0];
        Assert.Equal(Math.Tanh(alpha * w * t), m.Z, 1e-7);
        double inPlane = Math.Sqrt(1 - (m.Z * m.Z));
        Assert.Equal(inPlane * Math.Cos(w * t), m.X, 1e-6);
        Assert.Equal(inPlane * Math.Sin(w * t), m.Y, 1e-6);
        Assert.Equal(t, simulation.Time);
    }

    [Fact]
    public void Each_region_moves_with_its_own_damping_under_field_and_torque()
    {
        // Uncoupled regions move as bodies of their own; 7 × 5 cells leave SIMD vectors cut off at the end.
        Mesh mesh = new(7, 5, 1, 5e-9, 5e-9, 5e-9);
        Geometry two = new Geometry(mesh, Shape.Disk(34e-9)).WithRegion(2, Shape.Disk(17e-9));
        ByRegion damping = ByRegion.Of(0.02, 0.7);
        foreach (bool precession in new[] { true, false })
        {
            VectorField<double> Rate(Geometry geometry, ByRegion alpha)
            {
                Ferromagnet body = new(geometry, Ms);
                LandauLifshitzGilbert<double> llg = new(body, alpha, new Zeeman<double>(body, (1e4, 2e4, 3e4)))
                {
                    Precession = precession,
                    Torques = [new Slonczewski<double>(body, (1, 0, 1), 0.4, 1.2, 5e-9) { CurrentDensity = 1e12, EpsilonPrime = 0.04 }],
                };
                VectorField<double> rate = new(mesh);
                llg.Derivative(0, RandomState.Create<double>(new Geometry(mesh), 5), rate);
                return rate;
            }

            VectorField<double> whole = Rate(two, damping), first = Rate(
                new Geometry(mesh), damping[1]), second = Rate(new Geometry(mesh), damping[2]);
            Assert.Contains(2, two.Region.ToArray());
            for (int i = 0; i < mesh.CellCount; i++)
            {
                if (two.Region[i] != 0)
                    Assert.True(((two.Region[i] == 1 ? first : second)[i] - whole[i]).Length < 1e-12 * whole[i].Length, $"cell {i}");
            }
        }
    }

    [Fact]
    public void Without_precession_a_spin_goes_straight_to_the_field()
    {
        Ferromagnet body = new(new Mesh(1, 1, 1, 5e-9, 5e-9, 5e-9), Ms);
        LandauLifshitzGilbert<double> llg = new(body, 1, new Zeeman<double>(body, (0, 0, 1e5))) { Precession = false };
        Simulation<double> simulation = new(llg, UniformState.Create<double>(body.Geometry, (1, 0, 0)));
        simulation.Run(0.1e-9);
        Assert.Equal(0, simulation.Magnetisation.Y[0]);
        Assert.True(simulation.Magnetisation.Z[0] > 0.5);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    public void Energy_never_rises_and_the_length_stays_one_at_positive_damping(double alpha)
    {
        Mesh mesh = new(24, 20, 1, 5e-9, 5e-9, 5e-9);
        Ferromagnet body = new(new Geometry(mesh, Shape.Disk(100e-9)), Ms);
        LandauLifshitzGilbert<double> llg = new(
            body,
            alpha,
            new Exchange<double>(body, 13e-12),
            new UniaxialAnisotropy<double>(body, (1, 1, 0), 2e4),
            new Zeeman<double>(body, (1e4, 0, 0)));
        Simulation<double> simulation = new(
            llg, RandomState.Create<double>(body.Geometry, 4), EmbeddedRungeKutta<double>.DormandPrince54(1e-7));
        double energy = simulation.TotalEnergy, scale = Math.Abs(energy);
        simulation.Run(0.1e-9, afterStep: s =>
        {
            double now = s.TotalEnergy;
            Assert.True(now <= energy + (1e-12 * scale), $"energy rose from {energy} to {now} J at {s.Time} s");
            energy = now;
        });
        for (int i = 0; i < mesh.CellCount; i++)
            Assert.Equal(body.Geometry.Contains(i) ? 1 : 0, simulation.Magnetisation[i].Length, 1e-15);
    }

    [Fact]
    public void Energy_is_conserved_without_damping()
    {
        Ferromagnet body = new(new Mesh(8, 8, 1, 5e-9, 5e-9, 5e-9), Ms);
        LandauLifshitzGilbert<double> llg = new(body, 0, new Exchange<double>(body, 13e-12), new Zeeman<double>(body, (0, 1e4, 0)));
        Simulation<double> simulation = new(
            llg, RandomState.Create<double>(body.Geometry, 4), EmbeddedRungeKutta<double>.DormandPrince54(1e-9));
        double before = simulation.TotalEnergy;
        simulation.Run(20e-12);
        Assert.Equal(before, simulation.TotalEnergy, 1e-6 * Math.Abs(before));
    }

    [Fact]
    public void A_small_film_settles_to_the_field_and_says_so()
    {
        Ferromagnet body = new(new Mesh(16, 16, 1, 5e-9, 5e-9, 5e-9), Ms);
        LandauLifshitzGilbert<float> llg = new(body, 0.5, new Exchange<float>(body, 13e-12), new Zeeman<float>(body, (0, 1e5, 0)));
        Simulation<float> simulation = new(llg, RandomState.Create<float>(body.Geometry, 2));
        Assert.True(simulation.MaxRate > 1e8);
        Assert.True(simulation.RunUntilSettled(1e7, 10e-9));
        Assert.True(simulation.MaxRate <= 1e7);
        Assert.True(simulation.Time < 10e-9);
        Assert.True(simulation.Magnetisation.Average().Y > 0.999);
    }

    [Fact]
    public void A_cancelled_run_stands_at_a_whole_step_and_goes_on()
    {
        Ferromagnet body = new(new Mesh(4, 4, 1, 5e-9, 5e-9, 5e-9), Ms);
        LandauLifshitzGilbert<double> llg = new(body, 0.1, new Zeeman<double>(body, (0, 0, 1e5)));
        Simulation<double> simulation = new(llg, UniformState.Create<double>(body.Geometry, (1, 0, 0)));
        using CancellationTokenSource source = new();
        Assert.Throws<OperationCanceledException>(() => simulation.Run(1e-9, source.Token, s =>
        {
            if (s.Steps == 5)
                source.Cancel();
        }));
        Assert.Equal(5, simulation.Steps);
        double stopped = simulation.Time;
        simulation.Run(1e-10);
        Assert.Equal(stopped + 1e-10, simulation.Time);
    }

    [Fact]
    public void A_magnetised_cell_outside_the_body_is_refused()
    {
        Mesh mesh = new(8, 8, 1, 5e-9, 5e-9, 5e-9);
        Ferromagnet body = new(new Geometry(mesh, Shape.Disk(20e-9)), Ms);
        LandauLifshitzGilbert<double> llg = new(body, 0.1, new Zeeman<double>(body, (0, 0, 1e5)));
        Assert.Throws<ArgumentException>(() => new Simulation<double>(llg, UniformState.Create<double>(new Geometry(mesh), (1, 0, 0))));
    }
}

using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Terms;

public class ThermalFieldTests
{
    private const double Ms = 8e5, T = 300, Alpha = 0.5;

    private static readonly GilbertParameters Motion = new(2.21e5, Alpha);

    [Fact]
    public void Macrospins_in_a_field_follow_Boltzmann_with_Heun() => Assert.Equal(Langevin(2), MeanMz(new Heun<double>(0.2e-12), 2), 0.02);

    [Fact]
    public void Macrospins_in_a_field_follow_Boltzmann_with_the_semi_implicit_midpoint() =>
        Assert.Equal(Langevin(2), MeanMz(new SemiImplicitMidpoint<double>(0.2e-12), 2), 0.02);

    [Fact]
    public void Macrospins_in_a_field_follow_Boltzmann_with_adaptive_steps_that_are_often_rejected()
    {
        EmbeddedRungeKutta<double> integrator = EmbeddedRungeKutta<double>.BogackiShampine32(2e-4);
        Assert.Equal(Langevin(2), MeanMz(integrator, 2), 0.02);
        Assert.True(integrator.RejectedSteps > 10, $"{integrator.RejectedSteps}");
    }

    [Fact]
    public void The_field_is_the_energy_gradient_of_its_step_in_two_regions()
    {
        Ferromagnet body = new(new Geometry(new Mesh(5, 4, 2, 4e-9, 4e-9, 4e-9)).WithRegion(2, Shape.Disk(9e-9)), ByRegion.Of(Ms, 4e5));
        ThermalField<double> thermal = new(body, T, 5);
        thermal.BeginStep(Motion, 0, 1e-13);
        Gradient.Matches(body, thermal);
    }

    [Fact]
    public void The_second_moment_of_macrospins_is_that_of_Boltzmann_too()
    {
        // ⟨m_z²⟩ = 1 − 2L(x)/x for weights exp(x m_z).
        double sum = 0;
        int count = 0;
        MeanMz(new Heun<double>(0.2e-12), 2, m =>
        {
            sum += m.Z.Sum(z => z * z) / m.Z.Length;
            count++;
        });
        Assert.Equal(1 - Langevin(2), sum / count, 0.015);
    }

    [Fact]
    public void Macrospins_with_an_easy_axis_have_the_whole_distribution_of_Boltzmann()
    {
        // P(m_z) ∝ exp(x m_z²) with x = KV/(kB T), in five equal bins of |m_z|, over cells without any coupling.
        const double x = 1.5;
        const int side = 64;
        Ferromagnet body = new(new Mesh(side, side, 1, 4e-9, 4e-9, 4e-9), Ms);
        double k = x * PhysicalConstants.Boltzmann * T / 64e-27;
        LandauLifshitzGilbert<double> llg = new(
            body, Alpha, new UniaxialAnisotropy<double>(body, (0, 0, 1), k), new ThermalField<double>(body, T, 2));
        Simulation<double> simulation = new(llg, RandomState.Create<double>(body.Geometry, 4), new Heun<double>(0.2e-12));
        simulation.Run(0.15e-9);
        double[] bins = new double[5];
        int samples = 0;
        for (; samples < 100; samples++)
        {
            simulation.Run(4e-12);
            foreach (double z in simulation.Magnetisation.Z)
                bins[Math.Min((int)(Math.Abs(z) * 5), 4)]++;
        }
        double whole = Weight(0, 1);
        for (int b = 0; b < 5; b++)
        {
            double expected = Weight(0.2 * b, 0.2 * (b + 1)) / whole;
            // 4096 cells in some ten independent states each: 1.2 % of the smallest bin in the mean.
            Assert.Equal(expected, bins[b] / ((double)samples * side * side), 0.04 * expected);
        }

        static double Weight(double from, double to) =>
            Enumerable.Range(0, 1000).Sum(i => Math.Exp(x * Math.Pow(from + ((to - from) * (i + 0.5) / 1000), 2))) * (to - from);
    }

    [Fact]
    public void The_variance_of_the_field_is_that_of_Brown()
    {
        Ferromagnet body = new(new Mesh(100, 100, 1, 4e-9, 4e-9, 4e-9), Ms);
        ThermalField<double> thermal = new(body, T, 1);
        const double step = 1e-13;
        thermal.BeginStep(Motion, 0, step);
        VectorField<double> h = new(body.Mesh);
        thermal.AddField(h, h);
        double expected = 2 * Alpha * PhysicalConstants.Boltzmann * T / (PhysicalConstants.Mu0 * 2.21e5 * Ms * 64e-27 * step);
        Assert.Equal(expected, h.X.Sum(x => x * x) / 1e4, 0.06 * expected);
        Assert.Equal(expected, h.Z.Sum(x => x * x) / 1e4, 0.06 * expected);
    }

    [Fact]
    public void Each_region_has_the_variance_of_its_own_damping()
    {
        Geometry halves = new Geometry(new Mesh(100, 100, 1, 4e-9, 4e-9, 4e-9)).WithRegion(2, new Shape((x, _, _) => x > 0));
        Ferromagnet body = new(halves, Ms);
        ThermalField<double> thermal = new(body, T, 1);
        thermal.BeginStep(new GilbertParameters(2.21e5, ByRegion.Of(0.1, 0.4)), 0, 1e-13);
        VectorField<double> h = new(body.Mesh);
        thermal.AddField(h, h);
        double Variance(int region) => Enumerable.Range(0, 10_000).Where(i => halves.Region[i] == region).Average(i => h.Y[i] * h.Y[i]);
        Assert.Equal(4, Variance(2) / Variance(1), 0.5);
    }

    [Fact]
    public void Noise_is_ahead_after_a_rejected_step_until_the_run_has_passed_it()
    {
        ThermalField<double> thermal = new(new Ferromagnet(new Mesh(5, 1, 1, 4e-9, 4e-9, 4e-9), Ms), T, 7);
        List<bool> ahead = [];
        foreach ((double time, double step) in new[] { (0, 1e-12), (0, 0.5e-12), (0.5e-12, 0.3e-12), (0.8e-12, 0.2e-12), (1e-12, 1e-12) })
        {
            thermal.BeginStep(Motion, time, step);
            ahead.Add(thermal.HasNoiseAhead);
        }
        Assert.Equal([false, true, true, false, false], ahead);
    }

    [Fact]
    public void Rejected_steps_keep_the_Wiener_process()
    {
        // However a second is cut, the noise of the whole is the same.
        Ferromagnet body = new(new Mesh(5, 1, 1, 4e-9, 4e-9, 4e-9), Ms);
        double Sum((double Time, double Step, bool Accepted)[] steps)
        {
            ThermalField<double> thermal = new(body, T, 7);
            double sum = 0;
            foreach ((double time, double step, bool accepted) in steps)
            {
                thermal.BeginStep(Motion, time, step);
                VectorField<double> h = new(body.Mesh);
                thermal.AddField(h, h);
                sum += accepted ? h.X[3] * step : 0;
            }
            return sum;
        }
        double whole = Sum([(0, 1e-12, true)]);
        double divided = Sum(
            [(0, 1e-12, false), (0, 0.5e-12, false), (0, 0.25e-12, true), (0.25e-12, 0.25e-12, true), (0.5e-12, 0.5e-12, true)]);
        Assert.Equal(whole, divided, 1e-9 * Math.Abs(whole));
    }

    [Fact]
    public void The_same_seed_gives_the_same_run_bit_for_bit()
    {
        Assert.Equal(MeanMz(new Heun<double>(1e-12), 1), MeanMz(new Heun<double>(1e-12), 1));
    }

    // Average of m_z of cells without any coupling, in a field of energy ratio µ0 Ms V H/(kB T), over the second half of a run.
    private static double MeanMz(IIntegrator<double> integrator, double ratio, Action<VectorField<double>>? sample = null)
    {
        Ferromagnet body = new(new Mesh(24, 24, 1, 4e-9, 4e-9, 4e-9), Ms);
        double h = ratio * PhysicalConstants.Boltzmann * T / (PhysicalConstants.Mu0 * Ms * 64e-27);
        LandauLifshitzGilbert<double> llg = new(body, Alpha, new Zeeman<double>(body, (0, 0, h)), new ThermalField<double>(body, T, 11));
        Simulation<double> simulation = new(llg, RandomState.Create<double>(body.Geometry, 3), integrator);
        simulation.Run(0.2e-9);
        double sum = 0, time = 0, last = simulation.Time;
        simulation.Run(0.3e-9, afterStep: s =>
        {
            sum += (s.Time - last) * s.Magnetisation.Average().Z;
            time += s.Time - last;
            last = s.Time;
            sample?.Invoke(s.Magnetisation);
        });
        return sum / time;
    }

    private static double Langevin(double x) => (1 / Math.Tanh(x)) - (1 / x);
}

using MagHopfield.Micromagnetics.Backends.Cpu;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;
using MagHopfield.Tests.Memory;

namespace MagHopfield.Micromagnetics.Tests.Integrators;

/// <summary>What holds for every way of moving m: nothing is allocated, by whatever thread, and threads do not change a bit.</summary>
[Collection(nameof(AloneInTheProcess))]
public class SteppingTests
{
    public static TheoryData<string> All =>
    [
        "Dormand-Prince", "Bogacki-Shampine", "Runge-Kutta 4", "Heun", "midpoint",
        "thermal Dormand-Prince", "thermal Bogacki-Shampine", "thermal Runge-Kutta 4", "thermal Heun", "thermal midpoint",
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void A_step_in_single_precision_allocates_nothing_on_any_thread(string integrator) => AllocatesNothing<float>(integrator);

    [Theory]
    [MemberData(nameof(All))]
    public void A_step_in_double_precision_allocates_nothing_on_any_thread(string integrator) => AllocatesNothing<double>(integrator);

    [Theory]
    [InlineData("Dormand-Prince")]
    [InlineData("midpoint")]
    [InlineData("thermal Heun")]
    public void A_run_sampled_at_many_times_allocates_as_much_as_one_sampled_at_few(string integrator)
    {
        using ThreadTeam team = new(2);
        Simulation<float> simulation = Simulation<float>(team, integrator);
        int samples = 0;
        long few = Sampled(2e-13), many = Sampled(1e-14);
        Assert.True(samples > 0);
        Assert.Equal(few, many);

        long Sampled(double interval) => LeastAllocated.By(() => simulation.RunSampled(2e-13, interval, (_, _) => samples++), 4);
    }

    [Fact]
    public void A_descent_allocates_as_much_for_many_steps_as_for_few()
    {
        using ThreadTeam team = new(2);
        LandauLifshitzGilbert<float> equation = Equation<float>(team, thermal: false);
        BarzilaiBorwein<float> minimiser = new(equation);
        VectorField<float> start = RandomState.Create<float>(equation.Body.Geometry, 1), m = start.Clone();
        Assert.Equal(0, LeastAllocated.By(() =>
        {
            start.CopyTo(m);
            minimiser.Minimise(m, 1e-3, 40);
        }));
        Assert.Equal(40, minimiser.Steps);
    }

    [Fact]
    public void A_descent_in_double_precision_on_one_thread_allocates_nothing()
    {
        Ferromagnet body = new(new Mesh(64, 64, 1, 5e-9, 5e-9, 5e-9), 8e5);
        LandauLifshitzGilbert<double> llg = new(body, 0.5, new Exchange<double>(body, 13e-12), new Demagnetisation<double>(body));
        VectorField<double> start = RandomState.Create<double>(body.Geometry, 4), m = start.Clone();
        BarzilaiBorwein<double> minimiser = new(llg);
        Assert.Equal(0, LeastAllocated.By(() =>
        {
            start.CopyTo(m);
            minimiser.Minimise(m, 1e-3, 100);
        }));
        Assert.Equal(100, minimiser.Steps);
    }

    [Fact]
    public void A_run_allocates_no_more_for_many_steps_than_for_one()
    {
        Ferromagnet body = new(new Mesh(32, 32, 1, 5e-9, 5e-9, 5e-9), 8e5);
        LandauLifshitzGilbert<float> llg = new(body, 0.1, new Exchange<float>(body, 13e-12), new Zeeman<float>(body, (0, 0, 1e5)));
        Simulation<float> simulation = new(llg, RandomState.Create<float>(body.Geometry, 1));
        long one = LeastAllocated.By(() => simulation.Run(1e-16)), before = simulation.Steps;
        long many = LeastAllocated.By(() => simulation.Run(5e-12));
        Assert.True(simulation.Steps - before > 20);
        Assert.Equal(one, many);
    }

    [Fact]
    public void A_relaxation_allocates_nothing()
    {
        using ThreadTeam team = new(2);
        LandauLifshitzGilbert<float> equation = Equation<float>(team, thermal: false);
        Relaxation<float> relaxation = new(equation);
        VectorField<float> start = RandomState.Create<float>(equation.Body.Geometry, 1), m = start.Clone();
        Assert.Equal(0, LeastAllocated.By(() =>
        {
            start.CopyTo(m);
            relaxation.Relax(m, 1e-3, 60);
        }));
        Assert.Equal(60, relaxation.Steps);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_run_gives_the_same_bits_with_one_two_and_three_threads(string integrator)
    {
        VectorField<double> one = After(1, integrator);
        foreach (int threads in new[] { 2, 3 })
        {
            VectorField<double> more = After(threads, integrator);
            Assert.Equal(one.X, more.X);
            Assert.Equal(one.Y, more.Y);
            Assert.Equal(one.Z, more.Z);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_minimum_has_the_same_bits_with_one_two_and_three_threads(bool relaxation)
    {
        VectorField<double> one = Minimum(1, relaxation);
        foreach (int threads in new[] { 2, 3 })
        {
            VectorField<double> more = Minimum(threads, relaxation);
            Assert.Equal(one.X, more.X);
            Assert.Equal(one.Y, more.Y);
            Assert.Equal(one.Z, more.Z);
        }
    }

    private static void AllocatesNothing<T>(string integrator)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        using ThreadTeam team = new(2);
        Simulation<T> simulation = Simulation<T>(team, integrator);
        Assert.Equal(0, LeastAllocated.By(() =>
        {
            for (int i = 0; i < 10; i++)
                simulation.Advance();
        }));
    }

    private static VectorField<double> After(int threads, string integrator)
    {
        using ThreadTeam team = new(threads);
        Simulation<double> simulation = Simulation<double>(team, integrator);
        for (int i = 0; i < 6; i++)
            simulation.Advance();
        return simulation.Magnetisation;
    }

    private static VectorField<double> Minimum(int threads, bool relaxation)
    {
        using ThreadTeam team = new(threads);
        LandauLifshitzGilbert<double> equation = Equation<double>(team, thermal: false);
        VectorField<double> m = RandomState.Create<double>(equation.Body.Geometry, 5);
        if (relaxation)
            new Relaxation<double>(equation).Relax(m, 1, 30);
        else
            new BarzilaiBorwein<double>(equation).Minimise(m, 1, 30);
        return m;
    }

    private static Simulation<T> Simulation<T>(ThreadTeam team, string integrator)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        const string noise = "thermal ";
        bool thermal = integrator.StartsWith(noise, StringComparison.Ordinal);
        LandauLifshitzGilbert<T> equation = Equation<T>(team, thermal);
        return new Simulation<T>(
            equation, RandomState.Create<T>(equation.Body.Geometry, 1), (thermal ? integrator[noise.Length..] : integrator) switch
            {
                // Under noise the error of a step is that of the noise: a tighter tolerance would only halve the step for ever.
                "Dormand-Prince" => EmbeddedRungeKutta<T>.DormandPrince54(thermal ? 1e-3 : 1e-5),
                "Bogacki-Shampine" => EmbeddedRungeKutta<T>.BogackiShampine32(thermal ? 1e-3 : 1e-5),
                "Runge-Kutta 4" => new RungeKutta4<T>(2e-14),
                "Heun" => new Heun<T>(2e-14),
                "midpoint" => new SemiImplicitMidpoint<T>(2e-14),
                _ => throw new ArgumentException(integrator),
            });
    }

    // Every term and torque that a problem file can name and a field of the user's own, in two regions of a disk of some shares of work, so
    // that threads meet the ends of rows, of the disk and of shares.
    private static LandauLifshitzGilbert<T> Equation<T>(ThreadTeam team, bool thermal)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        Mesh mesh = new(101, 99, 1, 4e-9, 4e-9, 4e-9);
        Geometry halves = new Geometry(mesh, Shape.Disk(390e-9)).WithRegion(2, Shape.Disk(390e-9) & new Shape((x, _, _) => x > 30e-9));
        Ferromagnet body = new(halves, ByRegion.Of(8e5, 6e5));
        VectorField<T> spatial = RandomState.Create<T>(new Geometry(mesh), 9);
        IEnergyTerm<T>[] terms =
        [
            new Exchange<T>(body, 13e-12),
            new Demagnetisation<T>(body, team: team),
            new UniaxialAnisotropy<T>(body, (0, 1, 1), 1e4),
            new CubicAnisotropy<T>(body, (1, 0, 0), (0, 1, 0), 1e4),
            new Zeeman<T>(body, spatial)
            {
                UniformAt = t => (1e4, 0, 2e4 * Math.Sin(1e12 * t)),
                SpatialScaleAt = t => 1e3 * Math.Cos(1e12 * t),
            },
            new InterfacialDmi<T>(body, ByRegion.Of(1e-3, 5e-4), DmiBoundary.Chiral, 13e-12),
            new BulkDmi<T>(body, 4e-4),
            new CustomField<T>(body, "mine", (t, m, h) => h.X[5000] += m.X[5000] * T.CreateChecked(1e4 * Math.Sin(1e12 * t)), 0.5),
        ];
        VectorField<T> current = new(mesh);
        current.Fill((1e11, 2e10, 0));
        return new LandauLifshitzGilbert<T>(body, 0.1, thermal ? [.. terms, new ThermalField<T>(body, 300, 3, team)] : terms)
        {
            Backend = new CpuBackend<T>(team),
            Torques =
            [
                new ZhangLi<T>(body, current, 0.5, 0.05, EdgeSlope.ThreePoint),
                new Slonczewski<T>(body, (1, 0, 0), 0.5, 1.5, 4e-9) { CurrentDensity = 1e10, EpsilonPrime = 0.05 },
            ],
        };
    }
}

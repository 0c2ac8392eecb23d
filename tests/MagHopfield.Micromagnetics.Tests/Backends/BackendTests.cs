using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Backends.Cpu;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Tests.Backends;

/// <summary>
/// Physics does not depend on what computes it: the same problem on processors and on a plain back end, which keeps m in memory of its own
/// and knows terms by their descriptions alone, gives the same magnetisation to rounding.
/// </summary>
public class BackendTests
{
    // An ellipse of two regions, two layers thick: free faces, two Ms, rows that are no whole SIMD vectors.
    private static readonly Ferromagnet Ellipse = new(
        new Geometry(new Mesh(11, 9, 2, 4e-9, 5e-9, 3e-9), Shape.Ellipse(44e-9, 44e-9)).WithRegion(2, Shape.Rectangle(15e-9, 30e-9)),
        ByRegion.Of(8e5, 5e5));

    private static readonly Ferromagnet Box = new(new Mesh(9, 7, 2, 4e-9, 5e-9, 3e-9, periodicX: true), 8e5);

    private static readonly Dictionary<string, Func<IIntegrator<double>>> Methods = new()
    {
        ["Dormand-Prince"] = () => EmbeddedRungeKutta<double>.DormandPrince54(1e-6),
        ["Bogacki-Shampine"] = () => EmbeddedRungeKutta<double>.BogackiShampine32(1e-6),
        ["Runge-Kutta 4"] = () => new RungeKutta4<double>(5e-14),
        ["Heun"] = () => new Heun<double>(2e-14),
        ["midpoint"] = () => new SemiImplicitMidpoint<double>(5e-14),
    };

    public static TheoryData<string> Integrators => [.. Methods.Keys];

    public static TheoryData<string, bool> Descriptions =>
        [.. Parts(Ellipse).Select(p => (p.Name, true)), .. Parts(Box).Select(p => (p.Name, false))];

    [Theory]
    [MemberData(nameof(Integrators))]
    public void Every_integrator_moves_m_alike_on_two_back_ends(string integrator)
    {
        foreach (Ferromagnet body in new[] { Ellipse, Box })
        {
            foreach (double temperature in new[] { 0.0, 300.0 })
            {
                VectorField<double> cpu = Run(new CpuBackend<double>(), body), plain = Run(new PlainBackend(), body);
                Assert.InRange(Distance(cpu, plain), 0, 1e-11);
                Assert.InRange(Distance(cpu, RandomState.Create<double>(body.Geometry, 2)), 0.1, 2);

                VectorField<double> Run(IBackend<double> backend, Ferromagnet of)
                {
                    Simulation<double> simulation = new(
                        Equation(of, backend, temperature), RandomState.Create<double>(of.Geometry, 2), Methods[integrator]());
                    simulation.Run(1e-12);
                    return simulation.Magnetisation;
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void A_description_gives_what_the_terms_own_code_gives(string name, bool ofEllipse)
    {
        Ferromagnet body = ofEllipse ? Ellipse : Box;
        VectorField<double> m = RandomState.Create<double>(body.Geometry, 7), cpu = new(body.Mesh), plain = new(body.Mesh);
        PlainBackend backend = new();
        Make(new CpuBackend<double>()).Derivative(1e-12, m, cpu);
        Make(backend).Derivative(1e-12, m, plain);
        double largest = Enumerable.Range(0, body.Mesh.CellCount).Max(i => cpu[i].Length);
        Assert.InRange(largest, 1e6, double.MaxValue);
        Assert.InRange(Distance(cpu, plain), 0, 1e-12 * largest);
        Assert.Equal(1, backend.Kernels.Count + backend.InHostMemory.Count);
        Assert.Equal(name.EndsWith("*", StringComparison.Ordinal), backend.InHostMemory.Count == 1);

        LandauLifshitzGilbert<double> Make(IBackend<double> with)
        {
            (string _, IEnergyTerm<double>? term, ISpinTorque<double>? torque) = Parts(body).Single(p => p.Name == name);
            LandauLifshitzGilbert<double> equation = new(body, ByRegion.Of(0.1, 0.4), term is null ? [] : [term])
            {
                Backend = with,
                Torques = torque is null ? [] : [torque],
            };
            equation.BeginStep(0, 1e-14);
            return equation;
        }
    }

    [Fact]
    public void Every_term_and_torque_of_the_engine_is_compared()
    {
        HashSet<string> compared = [.. Parts(Ellipse).Select(p => ((object?)p.Term ?? p.Torque)!.GetType().Name)];
        Assert.Superset(Kinds(typeof(IEnergyTerm<>)), compared);
        Assert.Superset(Kinds(typeof(ISpinTorque<>)), compared);

        static HashSet<string> Kinds(Type kind) =>
        [
            .. typeof(IBackend<>).Assembly.GetTypes()
                .Where(t => t is { IsAbstract: false, IsInterface: false } && t.GetInterfaces().Any(i => i.Name == kind.Name))
                .Select(t => t.Name),
        ];
    }

    [Fact]
    public void Relaxing_leads_to_the_same_equilibrium_on_two_back_ends() =>
        SameEquilibrium((simulation, torque) => simulation.Relax(torque));

    [Fact]
    public void Minimising_leads_to_the_same_equilibrium_on_two_back_ends() =>
        SameEquilibrium((simulation, torque) => simulation.Minimise(torque));

    [Fact]
    public void A_saddle_is_left_on_a_back_end_with_memory_of_its_own()
    {
        PlainBackend backend = new();
        Ferromagnet body = new(new Mesh(6, 5, 1, 4e-9, 4e-9, 4e-9), 8e5);
        LandauLifshitzGilbert<double> equation =
            new(body, 0.1, new Exchange<double>(body, 13e-12), new UniaxialAnisotropy<double>(body, (0, 0, 1), 5e4)) { Backend = backend };
        Simulation<double> simulation = new(equation, UniformState.Create<double>(body.Geometry, (1, 0, 0)));
        Assert.True(simulation.LeaveSaddle(1).Left);
        Assert.True(simulation.Relax(1).Reached);
        Assert.Equal(1, Math.Abs(simulation.Magnetisation.Average().Z), 6);
        Assert.False(simulation.LeaveSaddle(1).Left);
        Assert.Equal(1, Math.Abs(simulation.Magnetisation.Average().Z), 6);
    }

    [Fact]
    public void Samples_inside_of_steps_are_the_same_on_two_back_ends()
    {
        List<Vector3D> cpu = Samples(new CpuBackend<double>()), plain = Samples(new PlainBackend());
        Assert.Equal(11, cpu.Count);
        Assert.All(cpu.Zip(plain), pair => Assert.InRange((pair.First - pair.Second).Length, 0, 1e-11));

        static List<Vector3D> Samples(IBackend<double> backend)
        {
            List<Vector3D> samples = [];
            Simulation<double> simulation = new(Equation(Box, backend, 0), RandomState.Create<double>(Box.Geometry, 2));
            simulation.RunSampled(1e-12, 1e-13, (_, m) => samples.Add(m[20]));
            return samples;
        }
    }

    [Fact]
    public void Friction_can_be_left_to_the_processor()
    {
        PlainBackend backend = new();
        Assert.InRange(Distance(Run(new CpuBackend<double>()), Run(backend)), 0, 1e-12);
        Assert.Equal(["friction"], backend.InHostMemory);

        static VectorField<double> Run(IBackend<double> with)
        {
            LandauLifshitzGilbert<double> equation = new(Box, 0.1, new Exchange<double>(Box, 13e-12), new Zeeman<double>(Box, (1e5, 0, 0)))
            {
                Backend = with,
                Friction = new DryFriction<double>(1e4),
            };
            Simulation<double> simulation = new(equation, RandomState.Create<double>(Box.Geometry, 2));
            simulation.Run(1e-12);
            return simulation.Magnetisation;
        }
    }

    [Fact]
    public void Between_two_readings_m_stays_where_the_back_end_keeps_it()
    {
        PlainBackend backend = new();
        VectorField<double> host = RandomState.Create<double>(Box.Geometry, 2);
        LandauLifshitzGilbert<double> equation = new(Box, 0.1, new Exchange<double>(Box, 13e-12), new Zeeman<double>(Box, (1e5, 0, 0)))
        {
            Backend = backend,
        };
        Simulation<double> simulation = new(equation, host);
        VectorField<double> start = host.Clone();
        simulation.Run(1e-12);
        Assert.InRange(simulation.Steps, 5, long.MaxValue);
        Assert.InRange(simulation.MaxRate, 1e9, 1e15);
        Assert.Equal(0, backend.Downloads);
        Assert.Equal(0, Distance(start, host));
        Assert.Same(host, simulation.Magnetisation);
        Assert.InRange(Distance(start, host), 0.1, 2);
        _ = simulation.Magnetisation;
        Assert.Equal(1, backend.Downloads);
    }

    [Fact]
    public void A_magnetisation_changed_from_outside_is_what_the_run_goes_on_from()
    {
        LandauLifshitzGilbert<double> equation = new(Box, 0.1, new Zeeman<double>(Box, (1e5, 0, 0))) { Backend = new PlainBackend() };
        Simulation<double> simulation = new(equation, UniformState.Create<double>(Box.Geometry, (0, 1, 0)));
        simulation.Run(1e-12);
        simulation.Magnetisation.Fill((1, 0, 0));
        simulation.Run(1e-12);
        Assert.Equal(0, Distance(simulation.Magnetisation, UniformState.Create<double>(Box.Geometry, (1, 0, 0))));
        simulation.Magnetisation.Fill((-1, 0, 0));
        simulation.FieldChanged();
        simulation.Advance(1e-12);
        Assert.Equal(0, Distance(simulation.Magnetisation, UniformState.Create<double>(Box.Geometry, (-1, 0, 0))));
    }

    // Both must find the same valley, to what the limit of the torque leaves open.
    private static void SameEquilibrium(Func<Simulation<double>, double, DescentOutcome> descend)
    {
        (VectorField<double> cpu, DescentOutcome first) = Descend(new CpuBackend<double>());
        (VectorField<double> plain, DescentOutcome second) = Descend(new PlainBackend());
        Assert.InRange(first.Steps, 10, 1000);
        Assert.Equal(first.Steps, second.Steps);
        Assert.Equal(first.Evaluations, second.Evaluations);
        Assert.InRange(Distance(cpu, plain), 0, 1e-8);

        (VectorField<double> M, DescentOutcome Outcome) Descend(IBackend<double> backend)
        {
            IEnergyTerm<double>[] terms =
            [
                new Exchange<double>(Ellipse, ByRegion.Of(13e-12, 6e-12)),
                new Demagnetisation<double>(Ellipse, 0),
                new CubicAnisotropy<double>(Ellipse, (1, 1, 0), (0, 0, 1), ByRegion.Of(5e4, 2e4)),
                new Zeeman<double>(Ellipse, (2e5, 1e5, 0)),
            ];
            LandauLifshitzGilbert<double> equation = new(Ellipse, 0.1, terms) { Backend = backend };
            Simulation<double> simulation = new(equation, UniformState.Create<double>(Ellipse.Geometry, (-1, 1, 1)));
            DescentOutcome outcome = descend(simulation, 1);
            Assert.True(outcome.Reached);
            return (simulation.Magnetisation, outcome);
        }
    }

    private static LandauLifshitzGilbert<double> Equation(Ferromagnet body, IBackend<double> backend, double temperature)
    {
        List<(string Name, IEnergyTerm<double>? Term, ISpinTorque<double>? Torque)> parts = Parts(body);
        IEnergyTerm<double>[] terms = [.. parts.Where(p => p.Name != "noise").Select(p => p.Term).OfType<IEnergyTerm<double>>()];
        return new(body, ByRegion.Of(0.1, 0.4), temperature > 0 ? [.. terms, new ThermalField<double>(body, temperature, 3)] : terms)
        {
            Backend = backend,
            Torques = [.. parts.Select(p => p.Torque).OfType<ISpinTorque<double>>()],
        };
    }

    // Every term and torque of the engine; a star marks those that only their own code can do.
    private static List<(string Name, IEnergyTerm<double>? Term, ISpinTorque<double>? Torque)> Parts(Ferromagnet body)
    {
        VectorField<double> spatial = RandomState.Create<double>(new Geometry(body.Mesh), 4), current = new(body.Mesh);
        current.Fill((2e12, -1e12, 5e11));
        VectorField<double> oersted = new(body.Mesh);
        oersted.Fill((3e4, -2e4, 5e4));
        ByRegion stiffness = ByRegion.Of(13e-12, 6e-12), dmi = ByRegion.Of(2e-3, 1e-3);
        List<(string Name, IEnergyTerm<double>? Term, ISpinTorque<double>? Torque)> parts =
        [
            ("exchange", new Exchange<double>(body, stiffness), null),
            body.Mesh.PeriodicX
                ? ("demagnetisation of a chain*", new Demagnetisation<double>(body, 2), null)
                : ("demagnetisation", new Demagnetisation<double>(body, 0), null),
            ("uniaxial", new UniaxialAnisotropy<double>(body, (1, 2, 3), ByRegion.Of(5e4, -2e4), ByRegion.Of(2e4, 1e4)), null),
            ("grains", new GrainAnisotropy<double>(body, 8e-9, 5e4, 3), null),
            ("cubic", new CubicAnisotropy<double>(body, (1, 2, 0), (0, 0, 1), ByRegion.Of(5e4, 1e4), ByRegion.Of(-2e4, 3e4)), null),
            ("uniform field", new Zeeman<double>(body, (1e5, 2e4, -3e4)), null),
            (
                "field of time and place",
                new Zeeman<double>(body, spatial)
                {
                    UniformAt = t => (0, 0, 1e5 * Math.Sin(1e12 * t)),
                    SpatialScaleAt = t => 5e4 * Math.Cos(1e12 * t),
                },
                null),
            ("oersted*", new OerstedEnergy<double>(body, oersted, new Zeeman<double>(body, default(Vector3D))), null),
            ("interfacial DMI", new InterfacialDmi<double>(body, dmi), null),
            ("bulk DMI", new BulkDmi<double>(body, dmi), null),
            ("DMI with chiral edges*", new InterfacialDmi<double>(body, dmi, DmiBoundary.Chiral, stiffness), null),
            ("noise", new ThermalField<double>(body, 300, 3), null),
            ("custom*", new CustomField<double>(body, "mine", (t, m, h) => h.X[20] += 1e5 * m.X[20] * Math.Sin(1e12 * t), 0.5), null),
            ("slonczewski", null, new Slonczewski<double>(body, (1, 2, 0), 0.5, 1.5) { CurrentDensity = 1e12, EpsilonPrime = 0.1 }),
            ("spin_orbit", null, new SpinOrbit<double>(body, (2, 1, 0), 0.3, -0.2) { CurrentDensity = 1e12 }),
            ("spin_orbit of each cell's current", null, new SpinOrbit<double>(body, current, 0.3, -0.2) { CurrentDensity = 2 }),
            ("zhang_li", null, new ZhangLi<double>(body, current, 0.5, 0.1, EdgeSlope.Clamped)),
            ("zhang_li with slopes of three points*", null, new ZhangLi<double>(body, current, 0.5, 0.1, EdgeSlope.ThreePoint)),
        ];
        if (body.Geometry.LastRegion == 2)
            parts.Add(("interlayer*", new InterlayerExchange<double>(body, 1, 2, -1e-3, -5e-4), null));
        return parts;
    }

    private static double Distance(VectorField<double> a, VectorField<double> b) =>
        Enumerable.Range(0, a.X.Length).Max(i => (a[i] - b[i]).Length);
}

using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Terms;

public class CustomFieldTests
{
    private const double Ms = 8e5;

    public static TheoryData<string> Integrators => ["Dormand-Prince", "Bogacki-Shampine", "Runge-Kutta 4", "Heun", "midpoint"];

    [Fact]
    public void A_custom_field_is_the_energy_gradient_in_a_disk_of_two_regions()
    {
        Geometry disk = new(new Mesh(9, 8, 2, 3e-9, 3e-9, 3e-9), Shape.Disk(25e-9));
        Ferromagnet body = new(disk.WithRegion(2, Shape.Rectangle(10e-9, 20e-9)), ByRegion.Of(Ms, 0.5 * Ms));
        Gradient.Matches(body, Trap(body));
    }

    [Fact]
    public void A_custom_field_acts_as_the_same_term_of_the_engine_does()
    {
        Ferromagnet body = new(new Mesh(4, 3, 1, 1e-9, 1e-9, 1e-9), Ms);
        UniaxialAnisotropy<double> own = new(body, (0, 0, 1), 4e4);
        double factor = 2 * 4e4 / (PhysicalConstants.Mu0 * Ms);
        CustomField<double> custom = new(body, "mine", (_, m, h) => AddToZ(h, m, factor), 0.5);
        Gradient.Matches(body, custom);
        VectorField<double> m = RandomState.Create<double>(body.Geometry, 2);
        Assert.Equal(own.TotalEnergy(m), custom.TotalEnergy(m), 1e-12 * Math.Abs(own.TotalEnergy(m)));
        Assert.Equal("mine", custom.Name);
    }

    [Theory]
    [MemberData(nameof(Integrators))]
    public void A_run_under_a_custom_field_of_time_is_the_run_under_the_same_Zeeman_field(string integrator)
    {
        Ferromagnet body = new(new Mesh(6, 5, 1, 5e-9, 5e-9, 5e-9), Ms);
        VectorField<double> own = After(new Zeeman<double>(body, default(Vector3D)) { UniformAt = t => (0, 0, Drive(t)) });
        VectorField<double> custom = After(new CustomField<double>(body, "mine", (t, _, h) =>
        {
            for (int i = 0; i < h.Z.Length; i++)
                h.Z[i] += Drive(t);
        }, 1));
        Assert.All(Enumerable.Range(0, own.X.Length), i => Assert.True((own[i] - custom[i]).Length < 1e-12));
        Assert.True((own[0] - After(new Zeeman<double>(body, (0, 0, Drive(0))))[0]).Length > 1e-3, "the drive did nothing");

        VectorField<double> After(IEnergyTerm<double> drive)
        {
            LandauLifshitzGilbert<double> llg = new(body, 0.1, new Exchange<double>(body, 13e-12), drive);
            Simulation<double> simulation = new(llg, RandomState.Create<double>(body.Geometry, 1), Make(integrator));
            simulation.Run(5e-12);
            return simulation.Magnetisation;
        }
    }

    [Fact]
    public void A_minimisation_takes_a_custom_energy_to_its_lowest_state()
    {
        // Energy −½ µ0 Ms H_k m_z² in one half of the film and nothing in the other: exchange takes all of it along z.
        Ferromagnet body = new(new Mesh(8, 4, 1, 5e-9, 5e-9, 5e-9), Ms);
        LandauLifshitzGilbert<double> llg = new(body, 0.5, new Exchange<double>(body, 13e-12), Trap(body));
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (1, 0.2, 0.5));
        Assert.True(new BarzilaiBorwein<double>(llg).Minimise(m, 1e-2));
        Assert.Equal(1, m.Average().Z, 1e-9);
    }

    [Fact]
    public void A_custom_field_without_a_name_or_a_function_is_refused()
    {
        Ferromagnet body = new(new Mesh(4, 3, 1, 1e-9, 1e-9, 1e-9), Ms);
        Assert.Throws<ArgumentException>(() => new CustomField<double>(body, " ", (_, _, _) => { }, 1));
        Assert.Throws<ArgumentNullException>(() => new CustomField<double>(body, "mine", null!, 1));
    }

    // 1e5 A/m at the start, turning over within some picoseconds.
    private static double Drive(double time) => 1e5 * Math.Cos(4e11 * time);

    private static CustomField<double> Trap(Ferromagnet body) => new(body, "trap", (_, m, h) =>
    {
        for (int i = 0; i < m.Z.Length / 2; i++)
            h.Z[i] += 1e5 * m.Z[i];
    }, 0.5);

    private static void AddToZ(VectorField<double> h, VectorField<double> m, double factor)
    {
        for (int i = 0; i < m.Z.Length; i++)
            h.Z[i] += factor * m.Z[i];
    }

    private static IIntegrator<double> Make(string name) => name switch
    {
        "Dormand-Prince" => EmbeddedRungeKutta<double>.DormandPrince54(),
        "Bogacki-Shampine" => EmbeddedRungeKutta<double>.BogackiShampine32(),
        "Runge-Kutta 4" => new RungeKutta4<double>(1e-14),
        "Heun" => new Heun<double>(1e-14),
        "midpoint" => new SemiImplicitMidpoint<double>(1e-14),
        _ => throw new ArgumentException(name),
    };
}

using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Tests.Torques;

/// <summary>
/// The magnetisation turns and does not stretch: no torque and no field moves m along itself, of whatever length a stage has made it.
/// </summary>
public class TangentTests
{
    private const double Ms = 8e5;

    // A ring of two regions on a mesh that is periodic along x, three layers thick: free faces on both sides, in rows and columns of all
    // lengths.
    private static readonly Ferromagnet Ring = new(
        new Geometry(
            new Mesh(17, 13, 3, 2e-9, 3e-9, 2e-9, periodicX: true),
            Shape.Disk(34e-9) - Shape.Disk(9e-9)).WithRegion(2, Shape.Disk(20e-9) - Shape.Disk(9e-9)),
        ByRegion.Of(Ms, 4e5));

    public static TheoryData<string> Torques => [.. TorquesOf<double>().Keys];

    public static TheoryData<string> Terms => [.. TermsOf<double>().Keys];

    [Theory]
    [MemberData(nameof(Torques))]
    public void No_spin_torque_has_a_part_along_m(string name)
    {
        Assert.InRange(PartAlong(TorquesOf<double>()[name], 1.0), 0, 4e-16);
        Assert.InRange(PartAlong(TorquesOf<double>()[name], 1.3), 0, 4e-16);
        Assert.InRange(PartAlong(TorquesOf<float>()[name], 1.0), 0, 3e-7);
        Assert.InRange(PartAlong(TorquesOf<float>()[name], 1.3), 0, 3e-7);
    }

    [Theory]
    [MemberData(nameof(Terms))]
    public void The_field_of_no_term_moves_m_along_itself(string name)
    {
        foreach (bool precession in new[] { true, false })
        {
            foreach (ByRegion damping in new ByRegion[] { 0.1, ByRegion.Of(0.1, 2) })
            {
                Assert.InRange(RateAlong(TermsOf<double>()[name], precession, damping), 0, 1e-15);
                Assert.InRange(RateAlong(TermsOf<float>()[name], precession, damping), 0, 1e-6);
            }
        }
    }

    [Fact]
    public void Every_torque_and_term_of_the_engine_is_looked_at()
    {
        Type[] engine = typeof(ZhangLi<>).Assembly.GetTypes();
        Assert.Superset(Names(engine, typeof(ISpinTorque<>)), TorquesOf<double>().Values.Select(t => t.GetType().Name).ToHashSet());
        Assert.Superset(Names(engine, typeof(IEnergyTerm<>)), TermsOf<double>().Values.Select(t => t.GetType().Name).ToHashSet());

        static HashSet<string> Names(Type[] types, Type kind) =>
            [
                .. types.Where(
                    t =>
                        t is { IsAbstract: false, IsInterface: false }
                            && t.GetInterfaces().Any(i => i.Name == kind.Name)).Select(t => t.Name),
            ];
    }

    private static Dictionary<string, ISpinTorque<T>> TorquesOf<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        VectorField<T> current = RandomState.Create<T>(new Geometry(Ring.Mesh), 3);
        for (int i = 0; i < current.X.Length; i++)
            current[i] = 1e12 * current[i];
        Dictionary<string, ISpinTorque<T>> torques = [];
        foreach (EdgeSlope slope in Enum.GetValues<EdgeSlope>())
            torques[$"Zhang-Li {slope}"] = new ZhangLi<T>(Ring, current, 0.7, 0.3, slope);
        torques["Slonczewski"] = new Slonczewski<T>(Ring, (1, 2, -1), 0.6, 1.7) { CurrentDensity = 1e12 };
        torques["field-like"] = new Slonczewski<T>(Ring, (1, 2, -1), 0, 1) { CurrentDensity = 1e12, EpsilonPrime = 0.3 };
        foreach ((string name, ITorqueExample example) in Examples.Torques)
            torques[name] = example.Make(Ring, current);
        return torques;
    }

    private static Dictionary<string, IEnergyTerm<T>> TermsOf<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ByRegion d = ByRegion.Of(3e-3, -1e-3);
        Dictionary<string, IEnergyTerm<T>> terms = new()
        {
            ["exchange"] = new Exchange<T>(Ring, ByRegion.Of(13e-12, 5e-12)),
            ["uniaxial"] = new UniaxialAnisotropy<T>(Ring, (1, 2, 3), 5e4, 2e4),
            ["cubic"] = new CubicAnisotropy<T>(Ring, (1, 2, 3), (2, -1, 0), 5e4, -2e4),
            ["demag"] = new Demagnetisation<T>(Ring, 2),
            ["zeeman"] = new Zeeman<T>(Ring, (3e4, -2e4, 5e4)),
            ["custom"] = new CustomField<T>(Ring, "mine", (_, m, h) => m.Y.CopyTo(h.X, 0), 0.5),
            ["thermal"] = new ThermalField<T>(Ring, 300, 3),
        };
        foreach (DmiBoundary boundary in Enum.GetValues<DmiBoundary>())
        {
            terms[$"interfacial DMI {boundary}"] = new InterfacialDmi<T>(Ring, d, boundary, 13e-12, FaceMean.Harmonic);
            terms[$"bulk DMI {boundary}"] = new BulkDmi<T>(Ring, d, boundary, 13e-12);
        }

        terms["oersted"] = new OerstedEnergy<T>(
            Ring, RandomState.Create<T>(new Geometry(Ring.Mesh), 5), new Zeeman<T>(Ring, default(Vector3D)));
        terms["grains"] = new GrainAnisotropy<T>(Ring, 8e-9, 5e4, 3);
        foreach ((string name, ITermExample example) in Examples.Terms)
            terms[name] = example.Make<T>(Ring);

        return terms;
    }

    // Largest |m·S|/(|m| |S|max).
    private static double PartAlong<T>(ISpinTorque<T> torque, double length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        VectorField<T> m = RandomState.Create<T>(Ring.Geometry, 6), s = new(Ring.Mesh);
        for (int i = 0; i < m.X.Length; i++)
            m[i] = length * m[i];
        torque.AddTorque(new GilbertParameters(2.21e5, 0.1), m, s, 0, m.X.Length);
        return Largest(m, s);
    }

    private static double RateAlong<T>(IEnergyTerm<T> term, bool precession, ByRegion damping)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        VectorField<T> m = RandomState.Create<T>(Ring.Geometry, 6), rate = new(Ring.Mesh);
        LandauLifshitzGilbert<T> llg = new(Ring, damping, term) { Precession = precession };
        llg.BeginStep(0, 1e-14);
        llg.Derivative(0, m, rate);
        return Largest(m, rate);
    }

    private static double Largest<T>(VectorField<T> m, VectorField<T> rate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double largest = Enumerable.Range(0, m.X.Length).Max(i => rate[i].Length);
        Assert.True(largest > 0);
        return Enumerable.Range(0, m.X.Length).Max(i => Math.Abs(Vector3D.Dot(m[i], rate[i]))) / largest;
    }
}

using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Tests.Torques;

public class SpinOrbitTests
{
    private static readonly GilbertParameters Motion = new(2.21e5, 0.1);

    private static readonly Ferromagnet Body = new(
        new Geometry(new Mesh(7, 5, 3, 2e-9, 2e-9, 2e-9), Shape.Disk(13e-9)).WithRegion(2, Shape.Disk(6e-9)), ByRegion.Of(8e5, 4e5));

    [Theory]
    [InlineData(0.3, 0)]
    [InlineData(0, -0.2)]
    [InlineData(-0.6, 0.25)]
    public void The_torque_is_Slonczewskis_with_Lambda_1_P_the_efficiency_and_half_the_field_like_one_for_epsilon_prime(
        double damping, double field)
    {
        SpinOrbit<double> torque = new(Body, (0, 2, 0), damping, field) { CurrentDensity = 3e11 };
        Slonczewski<double> other = new(Body, (0, 2, 0), damping, 1) { CurrentDensity = 3e11, EpsilonPrime = 0.5 * field };
        VectorField<double> m = RandomState.Create<double>(Body.Geometry, 3), s = new(Body.Mesh), expected = new(Body.Mesh);
        torque.AddTorque(Motion, m, s, 0, m.X.Length);
        other.AddTorque(Motion, m, expected, 0, m.X.Length);
        double largest = Enumerable.Range(0, m.X.Length).Max(i => expected[i].Length);
        Assert.True(largest > 0);
        for (int i = 0; i < m.X.Length; i++)
            Assert.True((s[i] - expected[i]).Length < 1e-14 * largest);
    }

    [Fact]
    public void The_field_like_torque_is_that_of_a_field_along_sigma()
    {
        const double xi = 0.4, j = 2e11, t = 1.5e-9;
        SpinOrbit<double> torque = new(Body, (1, 1, 0), 0, xi, t) { CurrentDensity = j };
        VectorField<double> m = RandomState.Create<double>(Body.Geometry, 3), s = new(Body.Mesh);
        torque.AddTorque(Motion, m, s, 0, m.X.Length);
        for (int i = 0; i < m.X.Length; i++)
        {
            if (!Body.Geometry.Contains(i))
                continue;
            double h = PhysicalConstants.ReducedPlanck * xi * j / (
                2 * PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge * Body.MsOf(i) * t);
            Vector3D expected = -Motion.GyromagneticRatio * Vector3D.Cross(m[i], h * new Vector3D(1, 1, 0).Normalised());
            Assert.True((s[i] - expected).Length < 1e-14 * Motion.GyromagneticRatio * h);
        }
    }

    [Fact]
    public void A_positive_efficiency_turns_m_towards_sigma()
    {
        SpinOrbit<double> torque = new(Body, (0, 1, 0), 0.3, 0) { CurrentDensity = 1e11 };
        VectorField<double> m = UniformState.Create<double>(Body.Geometry, (0, 0, 1)), s = new(Body.Mesh);
        torque.AddTorque(Motion, m, s, 0, m.X.Length);
        Assert.All(
            Enumerable.Range(0, m.X.Length).Where(Body.Geometry.Contains), i => Assert.True(s.Y[i] > 0 && s.X[i] == 0 && s.Z[i] == 0));
    }

    [Fact]
    public void Single_precision_and_ranges_give_the_same_torque()
    {
        VectorField<double> m = RandomState.Create<double>(Body.Geometry, 3), whole = new(Body.Mesh), parts = new(Body.Mesh);
        VectorField<float> single = new(Body.Mesh);
        SpinOrbit<double> torque = new(Body, (0, 1, 0), 0.3, 0.1) { CurrentDensity = 1e11 };
        torque.AddTorque(Motion, m, whole, 0, m.X.Length);
        for (int begin = 0; begin < m.X.Length; begin += 11)
            torque.AddTorque(Motion, m, parts, begin, Math.Min(begin + 11, m.X.Length));
        new SpinOrbit<float>(Body, (0, 1, 0), 0.3, 0.1) { CurrentDensity = 1e11 }.AddTorque(Motion, m.To<float>(), single, 0, m.X.Length);
        double largest = Enumerable.Range(0, m.X.Length).Max(i => whole[i].Length);
        Assert.Equal(whole.X, parts.X);
        Assert.Equal(whole.Y, parts.Y);
        for (int i = 0; i < m.X.Length; i++)
            Assert.True((whole[i] - single[i]).Length < 1e-6 * largest);
    }

    [Fact]
    public void A_current_of_each_cell_that_is_the_same_everywhere_gives_the_torque_of_a_uniform_one()
    {
        VectorField<double> current = new(Body.Mesh), m = RandomState.Create<double>(Body.Geometry, 3);
        current.Fill((3e11, -4e11, 7e11));
        VectorField<double> s = new(Body.Mesh), expected = new(Body.Mesh);
        new SpinOrbit<double>(Body, current, 0.3, -0.2) { CurrentDensity = 2 }.AddTorque(Motion, m, s, 0, m.X.Length);

        // σ = ẑ×ĵ of the part in the plane, 5e11 A/m².
        new SpinOrbit<double>(Body, (4, 3, 0), 0.3, -0.2) { CurrentDensity = 1e12 }.AddTorque(Motion, m, expected, 0, m.X.Length);
        double largest = Enumerable.Range(0, m.X.Length).Max(i => expected[i].Length);
        Assert.True(largest > 0);
        for (int i = 0; i < m.X.Length; i++)
            Assert.True((s[i] - expected[i]).Length < 1e-14 * largest);
    }

    [Fact]
    public void The_torque_follows_the_current_of_its_cell_and_what_becomes_of_it()
    {
        VectorField<double> current = new(Body.Mesh), m = RandomState.Create<double>(Body.Geometry, 3);
        SpinOrbit<double> torque = new(Body, current, 0.3, 0.1) { CurrentDensity = 1 };
        VectorField<double> first = Torque((1e11, 2e11, 0));
        for (int i = 0; i < m.X.Length; i += 2)
            current[i] = (2e11, 4e11, 0);
        VectorField<double> second = Added();
        for (int i = 0; i < m.X.Length; i++)
            Assert.Equal((i % 2 == 0 ? 2 : 1) * first[i], second[i]);

        VectorField<double> Torque(Vector3D everywhere)
        {
            current.Fill(everywhere);
            return Added();
        }

        VectorField<double> Added()
        {
            VectorField<double> s = new(Body.Mesh);
            torque.AddTorque(Motion, m, s, 0, m.X.Length);
            return s;
        }
    }

    [Fact]
    public void A_current_on_another_mesh_is_refused() => Assert.Throws<ArgumentException>(
        () => new SpinOrbit<double>(Body, new VectorField<double>(new Mesh(3, 5, 3, 2e-9, 2e-9, 2e-9)), 0.3, 0.1));

    [Theory]
    [InlineData(double.NaN, 0.0, 1e-9)]
    [InlineData(0.1, double.PositiveInfinity, 1e-9)]
    [InlineData(0.1, 0.0, -1e-9)]
    public void What_is_no_torque_is_refused(double damping, double field, double thickness) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpinOrbit<double>(Body, (0, 1, 0), damping, field, thickness));

    private sealed class HeavyMetal : ITorqueExample
    {
        public string Name => "spin-orbit";

        public ISpinTorque<T> Make<T>(Ferromagnet body, VectorField<T> current)
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
            new SpinOrbit<T>(body, (1, 2, 0), 0.5, 0.2) { CurrentDensity = 5e12 };
    }

    private sealed class HeavyMetalOfUnevenCurrent : ITorqueExample
    {
        public string Name => "spin-orbit of each cell's current";

        public ISpinTorque<T> Make<T>(Ferromagnet body, VectorField<T> current)
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> =>
            new SpinOrbit<T>(body, current, 0.5, 0.2) { CurrentDensity = 1 };
    }
}

using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Tests.Torques;

public class SpinTorqueTests
{
    private const double Ms = 8e5, Alpha = 0.1;

    private static readonly GilbertParameters Motion = new(2.21e5, Alpha);

    [Fact]
    public void Zhang_Li_moves_a_spiral_against_the_current_at_the_drift_velocity()
    {
        // With ξ = α and no field the solution of the equation is m(x − ut) exactly.
        const int n = 400;
        const double d = 1e-9, current = 1e12, polarisation = 0.5, t = 50e-12;
        Ferromagnet body = new(new Mesh(n, 1, 1, d, d, d, periodicX: true), Ms);
        VectorField<double> j = new(body.Mesh);
        j.Fill((current, 0, 0));
        LandauLifshitzGilbert<double> llg = new(body, Alpha)
        {
            Torques = [new ZhangLi<double>(body, j, polarisation, Alpha) { ZhangLiFactor = false }],
        };
        double k = 2 * Math.PI / (n * d);
        Simulation<double> simulation = new(
            llg,
            InitialField.Create<double>(body.Geometry, (x, _, _) => (Math.Cos(k * x), Math.Sin(k * x), 0)),
            EmbeddedRungeKutta<double>.DormandPrince54(1e-8));
        simulation.Run(t);
        double u = -polarisation * 9.2740100783e-24 * current / (1.602176634e-19 * Ms);
        for (int i = 0; i < n; i += 37)
        {
            double x = body.Mesh.Centre(i, 0).X - (u * t);
            Assert.True((simulation.Magnetisation[i] - new Vector3D(Math.Cos(k * x), Math.Sin(k * x), 0)).Length < 1e-4);
        }
    }

    [Fact]
    public void Below_the_Walker_limit_a_wall_moves_at_xi_u_over_alpha()
    {
        // Thiaville et al., Europhys. Lett. 69, 990 (2005).
        const int n = 300;
        const double d = 4e-9, xi = 0.05, current = -2e11, polarisation = 0.5;
        Ferromagnet body = new(new Mesh(n, 1, 1, d, d, d), Ms);
        VectorField<double> j = new(body.Mesh);
        j.Fill((current, 0, 0));
        // A head-to-head wall with a hard axis that holds its plane.
        LandauLifshitzGilbert<double> llg = new(
            body,
            Alpha,
            new Exchange<double>(body, 13e-12),
            new UniaxialAnisotropy<double>(body, (1, 0, 0), 2e4),
            new UniaxialAnisotropy<double>(body, (0, 0, 1), -2e5))
        {
            Torques = [new ZhangLi<double>(body, j, polarisation, xi) { ZhangLiFactor = false }],
        };
        double width = Math.Sqrt(13e-12 / 2e4);
        Simulation<double> simulation = new(
            llg,
            InitialField.Create<double>(
                body.Geometry, (x, _, _) => (-Math.Tanh((x + 300e-9) / width), 1 / Math.Cosh((x + 300e-9) / width), 0)),
            EmbeddedRungeKutta<double>.BogackiShampine32(1e-6));
        simulation.Run(6e-9);
        double Position() => 0.5 * n * d * simulation.Magnetisation.Average().X;
        double begin = Position();
        simulation.Run(4e-9);
        double u = -polarisation * 9.2740100783e-24 * current / (1.602176634e-19 * Ms), v = (Position() - begin) / 4e-9;
        Assert.Equal(xi * u / Alpha, v, 0.02 * xi * u / Alpha);
    }

    [Theory]
    [InlineData(EdgeSlope.ThreePoint, false, 2)]
    [InlineData(EdgeSlope.ThreePoint, true, 2)]
    [InlineData(EdgeSlope.OneSided, false, 1)]
    [InlineData(EdgeSlope.OneSided, true, 1)]
    [InlineData(EdgeSlope.Oommf, false, 1)]
    [InlineData(EdgeSlope.Oommf, true, 1)]
    [InlineData(EdgeSlope.Clamped, false, 0)]
    [InlineData(EdgeSlope.Clamped, true, 2)]
    public void The_derivative_at_a_free_face_has_the_order_of_its_slope(EdgeSlope slope, bool vanishes, int order)
    {
        // A slope at the face as a spiral of DMI keeps it, and none as in a film without DMI, with all further powers of y.
        double coarse = Error(200), fine = Error(400);
        Assert.InRange(Math.Log2(coarse / fine), order - 0.15, order + 0.25);

        double Error(int n)
        {
            const double length = 100e-9;
            double d = length / n, k = Math.PI / length;
            Ferromagnet body = new(new Mesh(1, n, 1, 1e-9, d, 1e-9), Ms);
            VectorField<double> j = new(body.Mesh);
            j.Fill((0, 1e12, 0));
            ZhangLi<double> torque = new(body, j, 1, 0, slope) { ZhangLiFactor = false };
            double first = vanishes ? 0 : 1;
            double Angle(double y) => (first * k * y) + Math.Pow(k * y, 2) + Math.Pow(k * y, 3);
            double Slope(double y) => k * (first + (2 * k * y) + (3 * Math.Pow(k * y, 2)));
            VectorField<double> m = InitialField.Create<double>(
                body.Geometry, (_, y, _) => (Math.Cos(Angle(y + (0.5 * length))), Math.Sin(Angle(y + (0.5 * length))), 0));
            VectorField<double> s = new(body.Mesh);
            torque.AddTorque(Motion, m, s, 0, n);
            double u = -9.2740100783e-24 * 1e12 / (1.602176634e-19 * Ms), at = 0.5 * d;
            Vector3D expected = -u * Slope(at) * new Vector3D(-Math.Sin(Angle(at)), Math.Cos(Angle(at)), 0);
            return (s[0] - expected).Length / (Math.Abs(u) * k);
        }
    }

    [Fact]
    public void The_slope_of_OOMMF_is_one_sided_where_the_mesh_ends_and_clamped_where_empty_cells_begin()
    {
        // Five cells in a row, the last of the mesh's seven empty: (m₁ − m₀)/d on the left, half of that on the right.
        Ferromagnet whole = new(new Geometry(new Mesh(7, 1, 1, 2e-9, 2e-9, 2e-9), new Shape((x, _, _) => x < 3e-9)), Ms);
        VectorField<double> m = InitialField.Create<double>(whole.Geometry, (x, _, _) => (Math.Cos(1e8 * x), Math.Sin(1e8 * x), 0));
        Vector3D[] oommf = Torque(EdgeSlope.Oommf), oneSided = Torque(EdgeSlope.OneSided), clamped = Torque(EdgeSlope.Clamped);
        double scale = oneSided[0].Length;
        Assert.Equal(5, whole.Geometry.CellsInside);
        Assert.True((oommf[0] - oneSided[0]).Length < 1e-14 * scale);
        Assert.True((oommf[4] - clamped[4]).Length < 1e-14 * scale);
        Assert.True(((2.0 * clamped[0]) - oneSided[0]).Length < 1e-14 * scale);
        Assert.True(((2.0 * clamped[4]) - oneSided[4]).Length < 1e-14 * scale);
        // Inside, all are (m₁ − m₋₁)/(2d) without its part along m, which is sin(kd)/d.
        double inside = 9.2740100783e-24 * 1e12 / (1.602176634e-19 * Ms) * Math.Sin(0.2) / 2e-9;
        foreach (Vector3D[] s in new[] { oommf, oneSided, clamped })
            Assert.All(s[1..4], v => Assert.Equal(inside, v.Length, 1e-6 * inside));

        Vector3D[] Torque(EdgeSlope slope)
        {
            VectorField<double> j = new(whole.Mesh), s = new(whole.Mesh);
            j.Fill((1e12, 0, 0));
            new ZhangLi<double>(whole, j, 1, 0, slope).AddTorque(Motion, m, s, 0, 7);
            return [.. Enumerable.Range(0, 7).Select(i => s[i])];
        }
    }

    [Fact]
    public void The_slope_of_OOMMF_in_a_mesh_of_two_cells_is_clamped()
    {
        Ferromagnet body = new(new Mesh(2, 1, 1, 2e-9, 2e-9, 2e-9), Ms);
        VectorField<double> m =
            RandomState.Create<double>(body.Geometry, 1), j = new(body.Mesh), oommf = new(body.Mesh), clamped = new(body.Mesh);
        j.Fill((1e12, 0, 0));
        new ZhangLi<double>(body, j, 1, 0.1).AddTorque(Motion, m, oommf, 0, 2);
        new ZhangLi<double>(body, j, 1, 0.1, EdgeSlope.Clamped).AddTorque(Motion, m, clamped, 0, 2);
        Assert.Equal(clamped.X, oommf.X);
        Assert.Equal(clamped.Z, oommf.Z);
    }

    [Theory]
    [InlineData(EdgeSlope.Oommf)]
    [InlineData(EdgeSlope.ThreePoint)]
    public void A_torque_done_range_by_range_is_the_same_as_at_once_in_a_ring(EdgeSlope slope)
    {
        Ferromagnet body = new(new Geometry(new Mesh(17, 13, 2, 2e-9, 2e-9, 2e-9), Shape.Disk(26e-9) - Shape.Disk(7e-9)), Ms);
        VectorField<double> j = RandomState.Create<double>(new Geometry(body.Mesh), 3), once = new(body.Mesh), ranges = new(body.Mesh);
        VectorField<double> m = RandomState.Create<double>(body.Geometry, 6);
        ZhangLi<double> torque = new(body, j, 1, 0.1, slope);
        torque.AddTorque(Motion, m, once, 0, body.Mesh.CellCount);
        for (int begin = 0; begin < body.Mesh.CellCount; begin += 7)
            torque.AddTorque(Motion, m, ranges, begin, Math.Min(begin + 7, body.Mesh.CellCount));
        Assert.All(Enumerable.Range(0, body.Mesh.CellCount), i => Assert.True((once[i] - ranges[i]).Length <= 1e-12 * once[i].Length));
    }

    [Fact]
    public void A_Slonczewski_current_turns_the_layer_towards_the_fixed_one_and_a_negative_one_away()
    {
        Assert.True(AfterCurrent(1e12).X > 0.9);
        Assert.True(AfterCurrent(-1e12).X < -0.9);
    }

    [Fact]
    public void The_initial_Slonczewski_rate_is_tau_epsilon_of_Zheng_eq_1()
    {
        const double p = 0.6, lambda = 0.8, j = 1e11, t = 2e-9, beta = 0.1;
        Ferromagnet body = new(new Mesh(1, 1, 1, 5e-9, 5e-9, t), Ms);
        LandauLifshitzGilbert<double> llg = new(body, 0)
        {
            Torques = [new Slonczewski<double>(body, (1, 0, 0), p, lambda, t) { CurrentDensity = j, EpsilonPrime = beta * p }],
        };
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (0.6, 0.8, 0)), rate = new(body.Mesh);
        llg.Derivative(0, m, rate);
        double tau = 2.21e5 * 1.054571817e-34 * p * j / (PhysicalConstants.Mu0 * 1.602176634e-19 * Ms * t);
        double epsilon = 0.64 / (1.64 + (-0.36 * 0.6));
        // m×(m_p×m) = m_p − (m·m_p) m = (0.64, −0.48, 0) and m×m_p = (0, 0, −0.8).
        Assert.Equal(tau * epsilon * 0.64, rate.X[0], 1e-6 * tau);
        Assert.Equal(-tau * epsilon * 0.48, rate.Y[0], 1e-6 * tau);
        Assert.Equal(beta * tau * 0.8, rate.Z[0], 1e-6 * tau);
    }

    [Fact]
    public void The_Slonczewski_torque_by_SIMD_vectors_is_that_of_the_formula_cell_by_cell_in_two_regions()
    {
        const double p = 0.6, lambda = 1.7, j = -3e11, t = 2e-9, beta = 0.2;
        Ferromagnet body = new(
            new Geometry(new Mesh(23, 17, 1, 2e-9, 2e-9, t), Shape.Disk(40e-9)).WithRegion(2, Shape.Disk(15e-9)), ByRegion.Of(Ms, 4e5));
        VectorField<double> m = RandomState.Create<double>(body.Geometry, 3), wide = new(body.Mesh);
        VectorField<float> narrow = new(body.Mesh);
        Slonczewski<double> torque = new(body, (1, 2, -1), p, lambda, t) { CurrentDensity = j, EpsilonPrime = beta * p };
        // In two ranges that end inside a SIMD vector.
        torque.AddTorque(Motion, m, wide, 0, 101);
        torque.AddTorque(Motion, m, wide, 101, body.Mesh.CellCount);
        Slonczewski<float> single = new(body, (1, 2, -1), p, lambda, t) { CurrentDensity = j, EpsilonPrime = beta * p };
        single.AddTorque(Motion, m.To<float>(), narrow, 0, body.Mesh.CellCount);
        Vector3D fixedLayer = torque.FixedLayer;
        for (int i = 0; i < body.Mesh.CellCount; i++)
        {
            if (!body.Geometry.Contains(i))
            {
                Assert.Equal(default, wide[i]);
                continue;
            }
            double tau = 2.21e5 * PhysicalConstants.ReducedPlanck * p * j / (
                PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge * body.MsOf(i) * t);
            double epsilon = lambda * lambda / ((lambda * lambda) + 1 + (((lambda * lambda) - 1) * Vector3D.Dot(m[i], fixedLayer)));
            Vector3D expected = (
                tau * epsilon * Vector3D.Cross(m[i], Vector3D.Cross(fixedLayer, m[i]))) - (beta * tau * Vector3D.Cross(m[i], fixedLayer));
            Assert.True((wide[i] - expected).Length < 1e-14 * Math.Abs(tau));
            Assert.True((narrow[i] - expected).Length < 2e-6 * Math.Abs(tau));
        }
    }

    [Fact]
    public void Without_polarisation_epsilon_prime_alone_turns_m_about_the_fixed_layer()
    {
        // dm/dt = −ω m×m_p with ω = γħε′j/(µ0 e Ms t) is a turn about m_p.
        const double prime = 0.05, j = 4e11, t = 3e-9, time = 2e-9;
        Ferromagnet body = new(new Mesh(1, 1, 1, 5e-9, 5e-9, t), Ms);
        LandauLifshitzGilbert<double> llg = new(body, 0)
        {
            Torques = [new Slonczewski<double>(body, (0, 0, 1), 0, 1) { CurrentDensity = j, EpsilonPrime = prime }],
        };
        Simulation<double> simulation = new(
            llg, UniformState.Create<double>(body.Geometry, (1, 0, 0)), EmbeddedRungeKutta<double>.DormandPrince54(1e-9));
        simulation.Run(time);
        double angle = 2.21e5 * 1.054571817e-34 * prime * j * time / (PhysicalConstants.Mu0 * 1.602176634e-19 * Ms * t);
        Assert.InRange(angle, 0.5, 10);
        Assert.True((simulation.Magnetisation[0] - new Vector3D(Math.Cos(angle), Math.Sin(angle), 0)).Length < 1e-6);
    }

    [Fact]
    public void A_layer_takes_the_current_by_its_own_thickness_not_the_meshs()
    {
        // Two of three layers filled: the torque is that of a mesh of two.
        Ferromagnet thin = new(new Mesh(3, 2, 2, 4e-9, 4e-9, 2e-9), Ms);
        Ferromagnet part = new(new Geometry(new Mesh(3, 2, 3, 4e-9, 4e-9, 2e-9), Shape.Layer(-3e-9, 1e-9)), Ms);
        VectorField<double> m = UniformState.Create<double>(part.Geometry, (1, 2, 2)), ofPart = new(part.Mesh), ofThin = new(thin.Mesh);
        new Slonczewski<double>(part, (0, 0, 1), 0.4, 1) { CurrentDensity = 1e12 }.AddTorque(Motion, m, ofPart, 0, 18);
        new Slonczewski<double>(thin, (0, 0, 1), 0.4, 1, 4e-9) { CurrentDensity = 1e12 }.AddTorque(
            Motion, UniformState.Create<double>(thin.Geometry, (1, 2, 2)), ofThin, 0, 12);
        Assert.Equal(12, part.Geometry.CellsInside);
        Assert.All(Enumerable.Range(0, 12), i => Assert.True((ofPart[i] - ofThin[i]).Length < 1e-14 * ofThin[i].Length));
        Assert.All(Enumerable.Range(12, 6), i => Assert.Equal(default, ofPart[i]));
    }

    [Fact]
    public void Layers_apart_and_steps_have_each_their_own_thickness()
    {
        // Side view, x to the right and z upwards:   # # .
        //                                            . # .
        //                                            # # #
        Mesh mesh = new(3, 1, 3, 1e-9, 1e-9, 2e-9), periodic = new(3, 1, 3, 1e-9, 1e-9, 2e-9, periodicZ: true);
        int[] cells = [1, 1, 1, 0, 1, 0, 1, 1, 0];
        const double all = 3 * 2e-9;
        Assert.Equal([2e-9, all, 2e-9, 0, all, 0, 2e-9, all, 0], LayerThickness.Of(new Geometry(mesh, cells)));
        // Where z is periodic the upper cell of the first column lies on the lower one.
        Assert.Equal([4e-9, all, 2e-9, 0, all, 0, 4e-9, all, 0], LayerThickness.Of(new Geometry(periodic, cells)));
    }

    private static Vector3D AfterCurrent(double j)
    {
        Ferromagnet body = new(new Mesh(1, 1, 1, 50e-9, 50e-9, 2e-9), Ms);
        LandauLifshitzGilbert<double> llg = new(body, 0.02, new UniaxialAnisotropy<double>(body, (1, 0, 0), 1e4))
        {
            Torques = [new Slonczewski<double>(body, (1, 0, 0), 0.5, 1, 2e-9) { CurrentDensity = j }],
        };
        Simulation<double> simulation = new(llg, UniformState.Create<double>(body.Geometry, (0.1, 1, 0.1)));
        simulation.Run(5e-9);
        return simulation.Magnetisation[0];
    }
}

using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Tests.Materials;

/// <summary>γ and α are said to the equation of motion alone; what hangs on them follows.</summary>
public class GilbertParametersTests
{
    private const double Ms = 8e5;

    [Theory]
    [InlineData(2.21e5, 0.1)]
    [InlineData(2.21e5, 0.4)]
    [InlineData(8.84e5, 0.1)]
    public void The_noise_obeys_the_fluctuation_dissipation_theorem_of_its_equation(double gamma, double alpha)
    {
        // ⟨H²⟩ = 2αkT/(µ0γMsVΔt) of each component: a moment without any other field turns by dm/dt = −γ/(1+α²) [m×H + α m×(m×H)], whose
        // mean square is γ²/(1+α²) times that of the two components across m.
        const double temperature = 300, step = 1e-14;
        Ferromagnet body = new(new Mesh(200, 200, 1, 4e-9, 4e-9, 4e-9), Ms);
        LandauLifshitzGilbert<double> llg = new(body, alpha, new ThermalField<double>(body, temperature, 5)) { GyromagneticRatio = gamma };
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (0, 0, 1)), rate = new(body.Mesh);
        llg.BeginStep(0, step);
        llg.Derivative(0, m, rate);
        double found = Enumerable.Range(0, 40_000).Average(i => Vector3D.Dot(rate[i], rate[i]));
        double field = 2 * alpha * PhysicalConstants.Boltzmann * temperature / (PhysicalConstants.Mu0 * gamma * Ms * 64e-27 * step);
        double expected = gamma * gamma / (1 + (alpha * alpha)) * 2 * field;
        // 80 000 numbers of χ²: 0.5 %.
        Assert.Equal(expected, found, 0.02 * expected);
    }

    [Fact]
    public void Spins_at_a_temperature_follow_Boltzmann_whatever_the_gyromagnetic_ratio()
    {
        // ⟨m_z⟩ = coth x − 1/x at µ0 Ms V H = x kT, where noise and damping are of one γ and one α; with the noise of γ/4 it would be at 4
        // kT.
        const double temperature = 300, x = 2, alpha = 0.5;
        Ferromagnet body = new(new Mesh(24, 24, 1, 4e-9, 4e-9, 4e-9), Ms);
        double h = x * PhysicalConstants.Boltzmann * temperature / (PhysicalConstants.Mu0 * Ms * 64e-27);
        LandauLifshitzGilbert<double> llg = new(
            body, alpha, new Zeeman<double>(body, (0, 0, h)), new ThermalField<double>(body, temperature, 11))
        { GyromagneticRatio = 4 * 2.21e5 };
        Simulation<double> simulation = new(llg, RandomState.Create<double>(body.Geometry, 3), new Heun<double>(0.05e-12));
        simulation.Run(0.05e-9);
        double sum = 0;
        const int steps = 1500;
        for (int i = 0; i < steps; i++)
        {
            simulation.Advance();
            sum += simulation.Magnetisation.Average().Z;
        }
        Assert.Equal((1 / Math.Tanh(x)) - (1 / x), sum / steps, 0.02);
    }

    [Fact]
    public void A_spin_transfer_torque_turns_m_with_the_gyromagnetic_ratio_of_its_equation()
    {
        // dm/dt = −ω m×m_p with ω = γħε′j/(µ0 e Ms t).
        const double gamma = 1.7e5, prime = 0.05, j = 4e11, t = 3e-9, time = 2e-9;
        Ferromagnet body = new(new Mesh(1, 1, 1, 5e-9, 5e-9, t), Ms);
        LandauLifshitzGilbert<double> llg = new(body, 0)
        {
            GyromagneticRatio = gamma,
            Torques = [new Slonczewski<double>(body, (0, 0, 1), 0, 1) { CurrentDensity = j, EpsilonPrime = prime }],
        };
        Simulation<double> simulation = new(
            llg, UniformState.Create<double>(body.Geometry, (1, 0, 0)), EmbeddedRungeKutta<double>.DormandPrince54(1e-9));
        simulation.Run(time);
        double angle = gamma * PhysicalConstants.ReducedPlanck * prime * j * time
            / (PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge * Ms * t);
        Assert.InRange(angle, 0.5, 10);
        Assert.True((simulation.Magnetisation[0] - new Vector3D(Math.Cos(angle), Math.Sin(angle), 0)).Length < 1e-6);
    }

    [Theory]
    [InlineData(2.21e5, 0.3)]
    [InlineData(1.1e5, 0.3)]
    [InlineData(2.21e5, 2)]
    public void Under_dry_friction_a_moment_moves_at_the_speed_that_gamma_and_alpha_of_its_equation_give(double gamma, double alpha)
    {
        // s² + (α s + Hc)² = |m×H|² with s = |dm/dt|/γ (Baltensperger and Helman 1993); the component along H grows by the braking part.
        const double hc = 300, h = 1000;
        Ferromagnet body = new(new Mesh(5, 3, 1, 5e-9, 5e-9, 5e-9), Ms);
        VectorField<double> rate = Rate(new(body, alpha, new Zeeman<double>(body, (0, 0, h)))
        {
            GyromagneticRatio = gamma,
            Friction = new DryFriction<double>(hc),
        });
        for (int i = 0; i < body.Mesh.CellCount; i++)
        {
            double s = rate[i].Length / gamma;
            Assert.Equal(h * h, (s * s) + (((alpha * s) + hc) * ((alpha * s) + hc)), 1e-9 * h * h);
            Assert.Equal(gamma * s * ((alpha * s) + hc) / h, rate[i].Z, 1e-9 * rate[i].Length);
        }
    }

    [Fact]
    public void Under_dry_friction_each_region_moves_with_its_own_damping()
    {
        Geometry halves = new Geometry(new Mesh(9, 2, 1, 5e-9, 5e-9, 5e-9)).WithRegion(2, new Shape((x, _, _) => x > 0));
        Ferromagnet body = new(halves, Ms);
        VectorField<double>[] rates =
        [
            .. new[] { ByRegion.Of(0.1, 0.7), 0.1, 0.7 }.Select(alpha => Rate(
                new(body, alpha, new Zeeman<double>(body, (0, 0, 1000))) { Friction = new DryFriction<double>(300) })),
        ];
        for (int i = 0; i < body.Mesh.CellCount; i++)
            Assert.True((rates[0][i] - rates[halves.Region[i]][i]).Length < 1e-12 * rates[0][i].Length);
        Assert.True((rates[1][0] - rates[2][0]).Length > 0.1 * rates[1][0].Length);
    }

    [Fact]
    public void A_torque_below_the_coercive_field_moves_nothing()
    {
        Ferromagnet body = new(new Mesh(5, 3, 1, 5e-9, 5e-9, 5e-9), Ms);
        VectorField<double> rate = Rate(new(body, 0.3, new Zeeman<double>(body, (0, 0, 299))) { Friction = new DryFriction<double>(300) });
        Assert.All(Enumerable.Range(0, 15), i => Assert.Equal(default, rate[i]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2.21e5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_gyromagnetic_ratio_that_is_none_is_refused(double gamma) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GilbertParameters(gamma, 0.1));

    [Fact]
    public void The_descent_of_an_equation_goes_straight_down_in_its_energy_alone()
    {
        // α = 1 without precession, noise, torque or friction: dm/dt = −(γ/2) m×(m×H).
        Ferromagnet body = new(new Mesh(5, 3, 1, 5e-9, 5e-9, 5e-9), Ms);
        LandauLifshitzGilbert<double> llg = new(
            body, 0.02, new Zeeman<double>(body, (0, 0, 1000)), new ThermalField<double>(body, 300, 1))
        {
            Torques = [new Slonczewski<double>(body, (0, 1, 0), 0.5, 1) { CurrentDensity = 1e12 }],
            Friction = new DryFriction<double>(300),
        };
        llg.BeginStep(0, 1e-14);
        VectorField<double> rate = Rate(llg.Descent());
        for (int i = 0; i < body.Mesh.CellCount; i++)
            Assert.True((rate[i] - new Vector3D(0, 0, 0.5 * 2.21e5 * 1000)).Length < 1e-12 * rate[i].Length);
    }

    private static VectorField<double> Rate(LandauLifshitzGilbert<double> llg)
    {
        VectorField<double> rate = new(llg.Body.Mesh);
        llg.Derivative(0, UniformState.Create<double>(llg.Body.Geometry, (1, 0, 0)), rate);
        return rate;
    }
}

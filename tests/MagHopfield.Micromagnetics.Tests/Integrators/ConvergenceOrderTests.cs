using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Integrators;

public class ConvergenceOrderTests
{
    private const double Duration = 20e-12;

    [Fact]
    public void Dormand_Prince_converges_with_order_5() =>
        Assert.InRange(Order(n => Fixed(EmbeddedRungeKutta<double>.DormandPrince54(), n), 10), 4.8, 5.5);

    [Fact]
    public void Bogacki_Shampine_converges_with_order_3() =>
        Assert.InRange(Order(n => Fixed(EmbeddedRungeKutta<double>.BogackiShampine32(), n), 40), 2.9, 3.2);

    [Fact]
    public void Classical_Runge_Kutta_converges_with_order_4() =>
        Assert.InRange(Order(n => new RungeKutta4<double>(Duration / n), 20), 3.9, 4.2);

    [Fact]
    public void Heun_converges_with_order_2() => Assert.InRange(Order(n => new Heun<double>(Duration / n), 80), 1.9, 2.1);

    [Fact]
    public void Semi_implicit_midpoint_converges_with_order_2() =>
        Assert.InRange(Order(n => new SemiImplicitMidpoint<double>(Duration / n), 80), 1.9, 2.1);

    [Fact]
    public void Semi_implicit_midpoint_keeps_the_length_without_normalising()
    {
        VectorField<double> m = End(new SemiImplicitMidpoint<double>(Duration / 500));
        Assert.All(Enumerable.Range(0, m.X.Length), i => Assert.Equal(1, m[i].Length, 1e-13));
    }

    [Fact]
    public void A_midpoint_step_in_a_uniform_field_is_a_rotation_by_twice_the_arctangent_of_half_the_angle()
    {
        // m' = m + ½(m + m')×a: a Cayley rotation, the same in every cell and zero outside the body.
        Mesh mesh = new(13, 11, 1, 5e-9, 5e-9, 5e-9);
        Ferromagnet body = new(new Geometry(mesh, Shape.Disk(50e-9)), 8e5);
        const double h = 1e6, step = 1e-12;
        LandauLifshitzGilbert<double> llg = new(body, 0, new Zeeman<double>(body, (0, 0, h)));
        Simulation<double> simulation = new(
            llg, UniformState.Create<double>(body.Geometry, (1, 0, 0)), new SemiImplicitMidpoint<double>(step));
        simulation.Advance();
        double angle = 2 * Math.Atan(0.5 * llg.GyromagneticRatio * h * step);
        for (int i = 0; i < mesh.CellCount; i++)
        {
            Vector3D expected = body.Geometry.Contains(i) ? new Vector3D(Math.Cos(angle), Math.Sin(angle), 0) : default;
            Assert.True((simulation.Magnetisation[i] - expected).Length < 1e-15, $"cell {i}: {simulation.Magnetisation[i]}");
        }
    }

    [Theory]
    [InlineData(1e-5)]
    [InlineData(1e-7)]
    public void The_error_of_every_accepted_step_is_below_the_tolerance(double tolerance)
    {
        EmbeddedRungeKutta<double> integrator = EmbeddedRungeKutta<double>.DormandPrince54(tolerance);
        Simulation<double> simulation = Problem(integrator);
        double largest = 0;
        simulation.Run(Duration, afterStep: _ => largest = Math.Max(largest, integrator.LastError));
        Assert.InRange(largest, 0.01 * tolerance, tolerance);
        Assert.True(integrator.RejectedSteps < simulation.Steps);
    }

    [Fact]
    public void A_tighter_tolerance_comes_closer_to_the_truth()
    {
        VectorField<double> truth = End(EmbeddedRungeKutta<double>.DormandPrince54(1e-12));
        double loose = Distance(End(EmbeddedRungeKutta<double>.DormandPrince54(1e-4)), truth);
        double tight = Distance(End(EmbeddedRungeKutta<double>.DormandPrince54(1e-8)), truth);
        Assert.True(loose < 1e-2);
        Assert.True(tight < 1e-5 && tight < 0.01 * loose, $"{loose} {tight}");
    }

    [Fact]
    public void Values_between_the_steps_converge_with_order_4()
    {
        // Samples in the middle of steps of a method of order 5: what is left is the error of the cubic.
        double Error(int steps)
        {
            VectorField<double>? sampled = null;
            double at = ((steps / 2) + 0.5) * Duration / steps;
            Problem(Fixed(EmbeddedRungeKutta<double>.DormandPrince54(), steps)).RunSampled(
                Duration, at, (time, m) => sampled = time > 0 && sampled is null ? m.Clone() : sampled);
            Simulation<double> truth = Problem(EmbeddedRungeKutta<double>.DormandPrince54(1e-13));
            truth.Run(at);
            return Distance(sampled!, truth.Magnetisation);
        }

        Assert.InRange(Math.Log2(Error(40) / Error(80)), 3.5, 4.5);
    }

    [Fact]
    public void A_field_of_NaN_ends_in_an_error_not_in_an_endless_loop()
    {
        Ferromagnet body = new(new Mesh(2, 2, 1, 5e-9, 5e-9, 5e-9), 8e5);
        LandauLifshitzGilbert<double> llg = new(body, 0.1, new Zeeman<double>(body, (double.NaN, 0, 0)));
        Simulation<double> simulation = new(llg, UniformState.Create<double>(body.Geometry, (1, 0, 0)));
        Assert.Throws<ArithmeticException>(() => simulation.Run(1e-9));
    }

    private static EmbeddedRungeKutta<double> Fixed(EmbeddedRungeKutta<double> integrator, int steps)
    {
        integrator.FixedStep = Duration / steps;
        return integrator;
    }

    private static double Order(Func<int, IIntegrator<double>> integrator, int steps)
    {
        VectorField<double> truth = End(EmbeddedRungeKutta<double>.DormandPrince54(1e-13));
        double coarse = Distance(End(integrator(steps)), truth), fine = Distance(End(integrator(2 * steps)), truth);
        return Math.Log2(coarse / fine);
    }

    private static VectorField<double> End(IIntegrator<double> integrator)
    {
        Simulation<double> simulation = Problem(integrator);
        simulation.Run(Duration);
        return simulation.Magnetisation;
    }

    private static Simulation<double> Problem(IIntegrator<double> integrator)
    {
        Ferromagnet body = new(new Mesh(6, 5, 1, 5e-9, 5e-9, 5e-9), 8e5);
        LandauLifshitzGilbert<double> llg = new(
            body,
            0.1,
            new Exchange<double>(body, 1e-12),
            new UniaxialAnisotropy<double>(body, (0, 1, 1), 5e4),
            new Zeeman<double>(body, default(Vector3D)) { UniformAt = t => (1e5, 1e5 * Math.Sin(1.5e11 * t), 2e5 * Math.Cos(1e11 * t)) });
        return new Simulation<double>(llg, VortexState.Create<double>(body.Geometry, 1, 1), integrator);
    }

    private static double Distance(VectorField<double> a, VectorField<double> b) =>
        Enumerable.Range(0, a.X.Length).Max(i => (a[i] - b[i]).Length);
}

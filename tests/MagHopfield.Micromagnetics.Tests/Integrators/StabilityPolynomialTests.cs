using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Integrators;

/// <summary>
/// A small deviation that alternates from cell to cell, the fastest that a mesh has, grows or dies as the stability polynomial says.
/// </summary>
public sealed class StabilityPolynomialTests
{
    private const double Ms = 8e5, A = 1.3e-11, Size = 4e-9;

    // A ring of cells in which every neighbour of a cell is of the other kind.
    private static readonly Mesh Ring = new(8, 1, 1, Size, Size, Size, periodicX: true);

    private static double Frequency => PhysicalConstants.GyromagneticRatio * 2 * A / (PhysicalConstants.Mu0 * Ms) * 4 / (Size * Size);

    public static TheoryData<string, double> Methods
    {
        get
        {
            TheoryData<string, double> all = [];
            foreach (string name in new[] { "dormand_prince_54", "bogacki_shampine_32", "runge_kutta_4", "heun", "semi_implicit_midpoint" })
            {
                foreach (double damping in new[] { 0.01, 0.1, 0.5, 2 })
                    all.Add(name, damping);
            }

            return all;
        }
    }

    private static (StabilityPolynomial, Func<double, IIntegrator<double>>) Method(string name) => name switch
    {
        "dormand_prince_54" => (StabilityPolynomial.DormandPrince54, step => Fixed(EmbeddedRungeKutta<double>.DormandPrince54(), step)),
        "bogacki_shampine_32" =>
            (StabilityPolynomial.BogackiShampine32, step => Fixed(EmbeddedRungeKutta<double>.BogackiShampine32(), step)),
        "runge_kutta_4" => (StabilityPolynomial.RungeKutta4, step => new RungeKutta4<double>(step)),
        "heun" => (StabilityPolynomial.Heun, step => new Heun<double>(step)),
        _ => (StabilityPolynomial.SemiImplicitMidpoint, step => new SemiImplicitMidpoint<double>(step)),
    };

    private static EmbeddedRungeKutta<double> Fixed(EmbeddedRungeKutta<double> pair, double step)
    {
        pair.FixedStep = step;
        return pair;
    }

    // Transverse part of the alternating mode, as a complex number, after a number of steps.
    private static Complex Deviation(IIntegrator<double> integrator, double damping, double step, int steps, double size)
    {
        Ferromagnet body = new(new Geometry(Ring), Ms);
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (0, 0, 1));
        for (int i = 0; i < Ring.CellCount; i++)
            m[i] = new Vector3D(i % 2 == 0 ? size : -size, 0, 1).Normalised();
        LandauLifshitzGilbert<double> llg = new(body, damping, new Exchange<double>(body, A));
        Simulation<double> simulation = new(llg, m, integrator);
        for (int n = 0; n < steps; n++)
            simulation.Advance(step);
        Complex sum = 0;
        for (int i = 0; i < Ring.CellCount; i++)
            sum += (i % 2 == 0 ? 1 : -1) * new Complex(m[i].X, m[i].Y) / Ring.CellCount;
        return sum;
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Each_step_multiplies_the_fastest_mode_by_R(string name, double damping)
    {
        (StabilityPolynomial polynomial, Func<double, IIntegrator<double>> method) = Method(name);
        foreach (double share in new[] { 0.5, 0.9, 1.2 })
        {
            double turn = share * polynomial.LargestTurn(damping), step = turn / Frequency;
            const int steps = 5;
            const double size = 1e-8;
            Complex r = polynomial.At(new Complex(-damping, 1) * turn / (1 + (damping * damping)));
            Complex expected = Complex.Pow(r, steps) * size, found = Deviation(method(step), damping, step, steps, size);
            Assert.True(
                (found - expected).Magnitude < 1e-6 * Math.Max(size, expected.Magnitude),
                $"{share}: {found / size} instead of {expected / size}");
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Below_the_limit_the_fastest_mode_dies_and_above_it_it_grows(string name, double damping)
    {
        (StabilityPolynomial polynomial, Func<double, IIntegrator<double>> method) = Method(name);
        double limit = polynomial.LargestTurn(damping) / Frequency;
        Assert.InRange(Deviation(method(0.9 * limit), damping, 0.9 * limit, 1000, 1e-3).Magnitude, 0, 0.9e-3);
        // Grown to a size that |m| = 1 limits, or to what is no number: a pair reuses dm/dt of the end of the step, where |m| is not yet 1.
        double grown = Deviation(method(1.2 * limit), damping, 1.2 * limit, 2000, 1e-3).Magnitude;
        Assert.True(double.IsNaN(grown) || grown is > 0.05 and < 1.1, $"{grown}");
    }

    [Fact]
    public void Limits_are_those_of_the_literature()
    {
        // On the imaginary axis: √3 for any method of order 3 with three stages, √8 for the classical one.
        Assert.Equal(Math.Sqrt(3), StabilityPolynomial.BogackiShampine32.LargestTurn(0), 1e-6);
        Assert.Equal(Math.Sqrt(8), StabilityPolynomial.RungeKutta4.LargestTurn(0), 1e-6);
        Assert.Equal([1, 1, 0.5], StabilityPolynomial.Heun.Coefficients);
        Assert.Equal(1.0 / 600, StabilityPolynomial.DormandPrince54.Coefficients[6], 1e-15);
        // Small damping: x⁴/8 = αx for Heun, which has no part of the axis itself.
        Assert.Equal(Math.Pow(8 * 1e-3, 1.0 / 3), StabilityPolynomial.Heun.LargestTurn(1e-3), 2e-3);
        Assert.InRange(StabilityPolynomial.Heun.LargestTurn(0), 0, 1e-2);
        Assert.Equal(Math.Pow(8 / 1e4, 1.0 / 3), StabilityPolynomial.Heun.LargestTurn(0, 1e4), 1e-3);
    }
}

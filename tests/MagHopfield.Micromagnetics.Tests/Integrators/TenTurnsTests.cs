using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Integrators;

/// <summary>
/// What is left of m after ten turns of a macrospin about a field, without damping: the accuracy stated in the engine's README.
/// </summary>
public class TenTurnsTests
{
    [Theory]
    [InlineData("Dormand-Prince", 30, 2.37e-6)]
    [InlineData("Dormand-Prince", 100, 1.74e-9)]
    [InlineData("Bogacki-Shampine", 30, 2.93e-3)]
    [InlineData("Bogacki-Shampine", 100, 2.36e-5)]
    [InlineData("Runge-Kutta 4", 30, 9.92e-4)]
    [InlineData("Runge-Kutta 4", 100, 8.15e-6)]
    [InlineData("Heun", 30, 0.449)]
    [InlineData("Heun", 100, 4.13e-2)]
    [InlineData("midpoint", 30, 0.228)]
    [InlineData("midpoint", 100, 2.07e-2)]
    public void The_error_after_ten_turns_is_the_one_stated(string name, int stepsPerTurn, double stated)
    {
        const double field = 8e5;
        double turn = 2 * Math.PI / (PhysicalConstants.GyromagneticRatio * field), step = turn / stepsPerTurn;
        IIntegrator<double> integrator = name switch
        {
            "Dormand-Prince" => Fixed(EmbeddedRungeKutta<double>.DormandPrince54(), step),
            "Bogacki-Shampine" => Fixed(EmbeddedRungeKutta<double>.BogackiShampine32(), step),
            "Runge-Kutta 4" => new RungeKutta4<double>(step),
            "Heun" => new Heun<double>(step),
            _ => new SemiImplicitMidpoint<double>(step),
        };
        Ferromagnet body = new(new Mesh(1, 1, 1, 5e-9, 5e-9, 5e-9), 8e5);
        LandauLifshitzGilbert<double> llg = new(body, 0, new Zeeman<double>(body, (0, 0, field)));
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (1, 0, 0));
        for (int i = 0; i < 10 * stepsPerTurn; i++)
            integrator.Step(llg, i * step, m, step);
        double error = (m[0] - new Vector3D(1, 0, 0)).Length;
        Assert.InRange(error, 0.99 * stated, 1.01 * stated);
    }

    private static EmbeddedRungeKutta<double> Fixed(EmbeddedRungeKutta<double> integrator, double step)
    {
        integrator.FixedStep = step;
        return integrator;
    }
}

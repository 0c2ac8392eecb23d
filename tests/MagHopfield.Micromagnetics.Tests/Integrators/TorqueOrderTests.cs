using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Tests.Integrators;

/// <summary>
/// Every integrator keeps its order whatever torque acts: a part of the torque along m, lost in normalising, would make it one.
/// </summary>
public class TorqueOrderTests
{
    private const double Duration = 20e-12;

    public static TheoryData<string, string> All
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (
                string torque in new[] { "Zhang-Li oommf", "Zhang-Li one-sided", "Zhang-Li clamped", "Zhang-Li three-point", "Slonczewski" }
                .Concat(Examples.Torques.Keys))
            {
                foreach (string integrator in new[] { "Dormand-Prince", "Bogacki-Shampine", "Runge-Kutta 4", "Heun", "midpoint" })
                    all.Add(torque, integrator);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_integrator_keeps_its_order_under_a_torque(string torque, string integrator)
    {
        (int order, int steps, Func<double, IIntegrator<double>> make) = integrator switch
        {
            "Dormand-Prince" => (5, 40, h => Fixed(EmbeddedRungeKutta<double>.DormandPrince54(), h)),
            "Bogacki-Shampine" => (3, 160, h => Fixed(EmbeddedRungeKutta<double>.BogackiShampine32(), h)),
            "Runge-Kutta 4" => (4, 80, h => new RungeKutta4<double>(h)),
            "Heun" => (2, 320, h => new Heun<double>(h)),
            _ => (2, 160, (Func<double, IIntegrator<double>>)(h => new SemiImplicitMidpoint<double>(h))),
        };
        VectorField<double> truth = End(torque, EmbeddedRungeKutta<double>.DormandPrince54(1e-13));
        double coarse = Distance(End(torque, make(Duration / steps)), truth), fine = Distance(
            End(torque, make(0.5 * Duration / steps)), truth);
        Assert.InRange(Math.Log2(coarse / fine), order - 0.2, order + 0.5);
    }

    [Theory]
    [InlineData("Zhang-Li oommf")]
    [InlineData("Slonczewski")]
    public void The_error_asked_for_is_the_error_had_within_a_factor_of_the_number_of_steps(string torque)
    {
        VectorField<double> truth = End(torque, EmbeddedRungeKutta<double>.DormandPrince54(1e-13));
        foreach (double error in new[] { 1e-5, 1e-7, 1e-9 })
            Assert.InRange(Distance(End(torque, EmbeddedRungeKutta<double>.DormandPrince54(error)), truth), 0, 30 * error);
    }

    private static EmbeddedRungeKutta<double> Fixed(EmbeddedRungeKutta<double> integrator, double step)
    {
        integrator.FixedStep = step;
        return integrator;
    }

    // A vortex of five cells, so that m turns by as much as a radian from cell to cell, in which a current drives it.
    private static VectorField<double> End(string torque, IIntegrator<double> integrator)
    {
        Ferromagnet body = new(new Geometry(new Mesh(6, 5, 2, 5e-9, 5e-9, 5e-9), Shape.Disk(28e-9)), 8e5);
        VectorField<double> current = new(body.Mesh);
        current.Fill((8e12, 3e12, 1e12));
        LandauLifshitzGilbert<double> llg = new(
            body, 0.1, new Exchange<double>(body, 1e-12), new UniaxialAnisotropy<double>(
                body, (0, 1, 1), 5e4), new Zeeman<double>(body, (1e5, 0, 2e5)))
        {
            Torques =
            [
                torque switch
                {
                    "Zhang-Li oommf" => new ZhangLi<double>(body, current, 0.5, 0.05),
                    "Zhang-Li one-sided" => new ZhangLi<double>(body, current, 0.5, 0.05, EdgeSlope.OneSided),
                    "Zhang-Li clamped" => new ZhangLi<double>(body, current, 0.5, 0.05, EdgeSlope.Clamped),
                    "Zhang-Li three-point" => new ZhangLi<double>(body, current, 0.5, 0.05, EdgeSlope.ThreePoint),
                    _ when Examples.Torques.TryGetValue(torque, out ITorqueExample? example) => example.Make(body, current),
                    _ => new Slonczewski<double>(body, (1, 0, 1), 0.5, 1.5) { CurrentDensity = 5e12, EpsilonPrime = 0.2 },
                },
            ],
        };
        Simulation<double> simulation = new(llg, VortexState.Create<double>(body.Geometry, 1, 1), integrator);
        simulation.Run(Duration);
        return simulation.Magnetisation;
    }

    private static double Distance(VectorField<double> a, VectorField<double> b) =>
        Enumerable.Range(0, a.X.Length).Max(i => (a[i] - b[i]).Length);
}

using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Micromagnetics.Tests.Transport;

/// <summary>The current follows m within the integration: how often it is solved for changes no number.</summary>
public class FollowedCurrentTests
{
    private const double Side = 128e-9, Thickness = 10e-9;

    private static readonly Ferromagnet Body = new(new Mesh(32, 32, 1, Side / 32, Side / 32, Thickness), 5.8e5);

    [Fact]
    public void Solved_as_often_as_its_error_demands_it_moves_m_as_solved_at_every_evaluation()
    {
        (FilmCurrent<double> exact, Simulation<double> truth) = Film(isExact: true, 1e-4);
        truth.Run(5e-11);
        double before = double.PositiveInfinity;
        foreach (double tolerance in new[] { 1e-2, 1e-3 })
        {
            (FilmCurrent<double> current, Simulation<double> simulation) = Film(isExact: false, tolerance);
            simulation.Run(5e-11);
            double distance = Distance(truth.Magnetisation, simulation.Magnetisation);
            Assert.InRange(distance, 0, Math.Min(0.3 * tolerance, before));
            Assert.InRange(current.Solutions, 4, exact.Solutions / 6);

            current.Solve(simulation.Magnetisation, simulation.Time);
            exact.Solve(truth.Magnetisation, truth.Time);
            Assert.Equal(exact.Conductance[0, 1], current.Conductance[0, 1], tolerance * exact.Conductance[0, 0]);
            before = distance;
        }

        // The current matters: without it m goes elsewhere.
        (_, Simulation<double> without) = Film(isExact: false, 1e-4, voltage: 0);
        without.Run(5e-11);
        Assert.InRange(Distance(truth.Magnetisation, without.Magnetisation), 0.02, 2);
    }

    [Fact]
    public void Solved_at_every_evaluation_it_leaves_the_order_of_the_integrator_and_held_over_steps_it_does_not()
    {
        Assert.InRange(Ratio(isExact: true, held: false), 13, 19);
        Assert.InRange(Ratio(isExact: false, held: true), 1.8, 2.2);

        // How much halving the step brings a solution nearer: 2 to the power of the order.
        static double Ratio(bool isExact, bool held)
        {
            VectorField<double>[] end = [.. new[] { 4e-14, 2e-14, 1e-14 }.Select(step => End(step, isExact, held))];
            return Distance(end[0], end[1]) / Distance(end[1], end[2]);
        }

        static VectorField<double> End(double step, bool isExact, bool held)
        {
            (FilmCurrent<double> current, Simulation<double> simulation) = Film(isExact, 1e-9, 0.05, new RungeKutta4<double>(step), held);
            for (int i = 0; i < Math.Round(8e-13 / step); i++)
            {
                if (held)
                    current.Solve(simulation.Magnetisation, simulation.Time);
                simulation.Advance(1);
            }

            return simulation.Magnetisation;
        }
    }

    [Fact]
    public void A_step_that_is_cut_short_leaves_nothing_behind()
    {
        (FilmCurrent<double> current, Simulation<double> simulation) = Film(isExact: false, 1e-4);
        VectorField<double> m = simulation.Magnetisation, later = m.Clone(), other = m.Clone();
        later.Fill((0.6, 0.8, 0));
        other.Fill((0, 1, 0));
        Assert.True(current.BeginStep(m, 0));
        current.Follow(later, 2e-13);
        Assert.True(current.BeginStep(other, 1e-13));
        Assert.False(current.BeginStep(other, 1e-13));
        current.SetTime(1e-13);
        VectorField<double> line = current.Density.Clone();
        current.Solve(other, 1e-13);
        Assert.True(line.X.Max() > 1e11);
        Assert.InRange(Distance(line, current.Density), 0, 1e-6 * line.X.Max());
    }

    [Fact]
    public void After_forgetting_the_motion_hangs_on_the_state_alone()
    {
        (FilmCurrent<double> current, Simulation<double> simulation) = Film(isExact: false, 1e-4);
        simulation.Run(2e-11);
        VectorField<double> between = simulation.Magnetisation.Clone();
        double time = simulation.Time;
        current.Forget();
        simulation.Integrator.NextStep = 1e-13;
        simulation.Run(2e-11);

        (_, Simulation<double> again) = Film(isExact: false, 1e-4);
        Simulation<double> resumed = Simulation<double>.GoOn(again.Equation, between, EmbeddedRungeKutta<double>.DormandPrince54(1e-8));
        (resumed.Time, resumed.Integrator.NextStep) = (time, 1e-13);
        resumed.Run(2e-11);
        Assert.Equal(simulation.Magnetisation.X, resumed.Magnetisation.X);
    }

    private static (FilmCurrent<double> Current, Simulation<double> Simulation) Film(
        bool isExact, double tolerance, double voltage = 0.05, IIntegrator<double>? integrator = null, bool held = false)
    {
        FilmCurrent<double> current = new(
            Body,
            [
                new("left", new RectangleShape(0, 0.5 * Side, 8e-9, 0.4 * Side)),
                new("right", new RectangleShape(Side, 0.5 * Side, 8e-9, 0.4 * Side)),
                new("top", new RectangleShape(0.5 * Side, Side, 0.4 * Side, 8e-9)),
            ],
            new AnisotropicMagnetoresistance(new TransportParameters(5e6, 1.5), Thickness),
            [new(0, true, _ => voltage), new(1, true, _ => 0), new(2, true, t => 0.2 * voltage * Math.Sin(1e10 * t))])
        {
            IsExact = isExact,
            Tolerance = tolerance,
        };
        LandauLifshitzGilbert<double> equation = new(
            Body, 0.3, new Exchange<double>(Body, 7e-12), new BulkDmi<double>(Body, 2.37e-3), new UniaxialAnisotropy<double>(
                Body, (0, 0, 1), 5e4))
        {
            Torques = [new ZhangLi<double>(Body, current.Density, 0.5, 0.05)],
            Following = held ? [] : [current],
        };
        return (current, new(
            equation,
            VortexState.Create<double>(Body.Geometry, 1, 1, 20e-9, (-0.1 * Side, 0, 0)),
            integrator ?? EmbeddedRungeKutta<double>.DormandPrince54(1e-8)));
    }

    private static double Distance(VectorField<double> a, VectorField<double> b) =>
        Enumerable.Range(0, a.X.Length).Max(i => (a[i] - b[i]).Length);
}

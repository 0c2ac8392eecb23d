using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Tests.Run;

/// <summary>The one driver: runs with events, and ways down to an equilibrium of the same energy.</summary>
public class SimulationTests
{
    private const double Ms = 8e5;

    private static readonly Ferromagnet Body = new(new Geometry(new Mesh(12, 9, 1, 5e-9, 5e-9, 5e-9), Shape.Disk(44e-9)), Ms);

    [Fact]
    public void Steps_end_exactly_at_events_and_where_none_is_left_at_the_end()
    {
        double[] times = [1e-12, 1.7e-12, 1e-11];
        Events events = new(times);
        Simulation<double> simulation = Simulation(Equation(0.1));
        simulation.RunTo(2e-11, events, TestContext.Current.CancellationToken);
        Assert.Equal(2e-11, simulation.Time);
        Assert.All(times, time => Assert.Contains(time, events.Ends));
        Assert.Equal(simulation.Steps, events.Ends.Count);
        Assert.Equal(simulation.Time - events.Ends[^2], simulation.LastStep, 1e-9 * simulation.LastStep);
    }

    [Fact]
    public void A_run_without_events_has_the_bits_of_a_run_for_its_duration()
    {
        Simulation<double> simulation = Simulation(Equation(0.1)), other = Simulation(Equation(0.1));
        simulation.RunTo(1e-11, new Events([]), TestContext.Current.CancellationToken);
        other.Run(1e-11, TestContext.Current.CancellationToken);
        Assert.Equal(other.Steps, simulation.Steps);
        Assert.Equal(other.Magnetisation.X, simulation.Magnetisation.X);
    }

    [Fact]
    public void A_run_that_its_events_end_goes_on_in_another_simulation_with_the_same_bits()
    {
        Events endless = new([]), seven = new([]) { Longest = 7 };
        Simulation<double> whole = Simulation(Equation(0.1)), first = Simulation(Equation(0.1));
        first.RunTo(1e-11, seven, TestContext.Current.CancellationToken);
        Assert.Equal(7, first.Steps);
        Assert.True(first.Time < 1e-11);
        Simulation<double> second = Simulation<double>.GoOn(
            Equation(0.1), first.Magnetisation.Clone(), EmbeddedRungeKutta<double>.DormandPrince54(1e-6));
        second.Time = first.Time;
        second.Integrator.NextStep = first.Integrator.NextStep;
        second.RunTo(1e-11, endless, TestContext.Current.CancellationToken);
        whole.RunTo(1e-11, new Events([]) { Longest = 7 }, TestContext.Current.CancellationToken);
        whole.RunTo(1e-11, new Events([]), TestContext.Current.CancellationToken);
        Assert.Equal(whole.Time, second.Time);
        Assert.Equal(whole.Magnetisation.X, second.Magnetisation.X);
        Assert.Equal(whole.Magnetisation.Z, second.Magnetisation.Z);
    }

    [Fact]
    public void A_cancelled_run_stands_at_a_whole_step()
    {
        using CancellationTokenSource source = new();
        Simulation<double> simulation = Simulation(Equation(0.1));
        Events events = new([])
        {
            After = n =>
        {
            if (n == 3)
                source.Cancel();
        }
        };
        Assert.Throws<OperationCanceledException>(() => simulation.RunTo(1e-11, events, source.Token));
        Assert.Equal(3, simulation.Steps);
        Assert.Equal(events.Ends[^1], simulation.Time);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_way_down_is_that_of_the_energy_alone_whatever_else_moves_m(bool relaxes)
    {
        // Noise, a current, friction, γ and α play no part: the bits are those of a descent in the energy.
        ThermalField<double> noise = new(Body, 300, 3);
        LandauLifshitzGilbert<double> driven = new(Body, 0.02, [.. Terms(), noise])
        {
            GyromagneticRatio = 1.7e5,
            Torques = [new Slonczewski<double>(Body, (0, 1, 0), 0.5, 1) { CurrentDensity = 1e12 }],
            Friction = new DryFriction<double>(300),
        };
        driven.BeginStep(0, 1e-14);
        Simulation<double> simulation = Simulation(driven);
        VectorField<double> m = simulation.Magnetisation.Clone();
        List<double> torques = [];
        DescentOutcome outcome = relaxes ? simulation.Relax(5, afterStep: torques.Add) : simulation.Minimise(5, afterStep: torques.Add);
        LandauLifshitzGilbert<double> plain = new(Body, 1, Terms());
        Assert.True(relaxes ? new Relaxation<double>(plain).Relax(m, 5) : new BarzilaiBorwein<double>(plain).Minimise(m, 5));
        Assert.True(outcome.Reached && outcome.MaxTorque <= 5 && !outcome.AtRounding);
        Assert.Equal(outcome.Steps, torques.Count);
        Assert.Equal(outcome.MaxTorque, torques[^1]);
        Assert.Equal(m.X, simulation.Magnetisation.X);
        Assert.Equal(m.Y, simulation.Magnetisation.Y);
        Assert.Equal(0, simulation.Time);
    }

    [Fact]
    public void An_equilibrium_stays_where_it_is_in_time_and_the_motion_begins_from_it()
    {
        // What the integrator had kept of dm/dt before the way down must not move it afterwards.
        Simulation<double> simulation = Simulation(Equation(0.3));
        simulation.Run(1e-12, TestContext.Current.CancellationToken);
        Assert.True(simulation.Minimise(1e-3).Reached);
        VectorField<double> rest = simulation.Magnetisation.Clone();
        simulation.Advance(1e-13);
        for (int i = 0; i < Body.Mesh.CellCount; i++)
            Assert.True((simulation.Magnetisation[i] - rest[i]).Length < 1e-8);
    }

    [Fact]
    public void A_field_that_changes_in_time_is_taken_at_the_time_of_the_way_down()
    {
        Zeeman<double> field = new(Body, default(Vector3D)) { UniformAt = time => time < 1e-9 ? (1e5, 0, 0) : (0, 1e5, 0) };
        Simulation<double> simulation = Simulation(new(Body, 0.1, new Exchange<double>(Body, 13e-12), field));
        Assert.True(simulation.Relax(1e-2).Reached);
        Assert.Equal(1, simulation.Magnetisation.Average(Body.Geometry).X, 1e-6);
        simulation.Time = 2e-9;
        Assert.True(simulation.Minimise(1e-2).Reached);
        Assert.Equal(1, simulation.Magnetisation.Average(Body.Geometry).Y, 1e-6);
    }

    [Fact]
    public void A_state_against_its_field_has_no_torque_and_is_left_one_along_it_is_kept()
    {
        LandauLifshitzGilbert<double> llg = new(Body, 0.1, new Exchange<double>(Body, 13e-12), new Zeeman<double>(Body, (0, 0, 1e5)));
        Simulation<double> down = new(llg, UniformState.Create<double>(Body.Geometry, (0, 0, -1)));
        Assert.Equal(0, down.Relax(1).Steps);
        (bool left, int evaluations) = down.LeaveSaddle(1, TestContext.Current.CancellationToken);
        Assert.True(left && evaluations > 0);
        Assert.True(down.Relax(1).Reached);
        Assert.Equal(1, down.Magnetisation.Average(Body.Geometry).Z, 1e-6);
        float[] before = [.. down.Magnetisation.To<float>().Z];
        Assert.False(down.LeaveSaddle(1, TestContext.Current.CancellationToken).Left);
        Assert.Equal(before, down.Magnetisation.To<float>().Z);
    }

    [Fact]
    public void Noise_begun_anew_is_that_of_a_term_just_made()
    {
        ThermalField<double> used = new(Body, 300, 3), made = new(Body, 300, 8);
        GilbertParameters motion = new(2.21e5, 0.1);
        used.BeginStep(motion, 0, 1e-13);
        used.BeginStep(motion, 0, 1e-14);
        Assert.True(used.HasNoiseAhead);
        used.Restart(8);
        Assert.False(used.HasNoiseAhead);
        Assert.Equal(8, used.Seed);
        VectorField<double> m = UniformState.Create<double>(Body.Geometry, (0, 0, 1)), first = new(Body.Mesh), second = new(Body.Mesh);
        used.AddField(m, first);
        Assert.All(first.X, x => Assert.Equal(0, x));
        used.BeginStep(motion, 0, 2e-14);
        made.BeginStep(motion, 0, 2e-14);
        used.AddField(m, first);
        made.AddField(m, second);
        Assert.Equal(second.X, first.X);
        Assert.Contains(first.X, x => x != 0);
    }

    private static IEnergyTerm<double>[] Terms() => [new Exchange<double>(Body, 13e-12), new Zeeman<double>(Body, (2e4, 1e4, 0))];

    private static LandauLifshitzGilbert<double> Equation(double alpha) => new(Body, alpha, Terms());

    private static Simulation<double> Simulation(LandauLifshitzGilbert<double> equation) =>
        new(equation, RandomState.Create<double>(Body.Geometry, 4), EmbeddedRungeKutta<double>.DormandPrince54(1e-6));

    private sealed class Events(double[] times) : IRunEvents<double>
    {
        public List<double> Ends { get; } = [];

        public int Longest { get; init; } = int.MaxValue;

        public Action<int>? After { get; init; }

        public double BeforeStep(Simulation<double> simulation, double end) =>
            times.Where(time => time > simulation.Time).Append(end).Min();

        public bool AfterStep(Simulation<double> simulation)
        {
            Ends.Add(simulation.Time);
            After?.Invoke(Ends.Count);
            return Ends.Count < Longest;
        }
    }
}

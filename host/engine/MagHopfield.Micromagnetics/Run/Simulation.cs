using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;

namespace MagHopfield.Micromagnetics.Run;

/// <summary>
/// A magnetisation that moves: in time by an equation of motion, or straight down to an equilibrium of the same energy. It is the one
/// driver of integrators and minimisers.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Simulation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly MirroredField<T> _state;
    private IBackendField<T>? _rate;
    private Relaxation<T>? _relaxation;
    private BarzilaiBorwein<T>? _minimiser;

    // Of the noise of the test for a saddle: the same start is always tested the same way.
    private const int SaddleSeed = 1;

    /// <summary>Makes a simulation.</summary>
    /// <param name="equation">The equation of motion.</param>
    /// <param name="magnetisation">Initial unit magnetisation, zero outside the body; it is used as it is, not copied.</param>
    /// <param name="integrator">
    /// The integrator, of this simulation alone; Dormand-Prince 5(4) with an error of 1e-5 a step when null.
    /// </param>
    /// <exception cref="ArgumentException">Another mesh than the body's, or a cell inside the body without a direction.</exception>
    public Simulation(LandauLifshitzGilbert<T> equation, VectorField<T> magnetisation, IIntegrator<T>? integrator = null)
        : this(equation, magnetisation, integrator, toUnitLength: true)
    {
    }

    private Simulation(LandauLifshitzGilbert<T> equation, VectorField<T> magnetisation, IIntegrator<T>? integrator, bool toUnitLength)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(magnetisation);
        Check(equation.Body, magnetisation);
        Equation = equation;
        if (toUnitLength)
            FieldArithmetic.Normalise(magnetisation, magnetisation);
        _state = new MirroredField<T>(equation.Backend, magnetisation);
        Integrator = integrator ?? EmbeddedRungeKutta<T>.DormandPrince54();
    }

    /// <summary>Makes a simulation that goes on where another one stood: the magnetisation stays as it is to the last bit.</summary>
    /// <param name="equation">The equation of motion.</param>
    /// <param name="magnetisation">Unit magnetisation, zero outside the body; it is used as it is, not copied.</param>
    /// <param name="integrator">The integrator, of this simulation alone.</param>
    /// <exception cref="ArgumentException">Another mesh than the body's, or a cell inside the body without a direction.</exception>
    public static Simulation<T> GoOn(LandauLifshitzGilbert<T> equation, VectorField<T> magnetisation, IIntegrator<T> integrator) =>
        new(equation, magnetisation, integrator, toUnitLength: false);

    /// <summary>The equation of motion.</summary>
    public LandauLifshitzGilbert<T> Equation { get; }

    /// <summary>The integrator.</summary>
    public IIntegrator<T> Integrator { get; }

    /// <summary>
    /// Unit magnetisation, zero outside the body: the field that the simulation was made with. Where the equation's back end keeps m
    /// elsewhere, reading this property brings it here, so read it anew after steps. After changing it from outside call
    /// <see cref="FieldChanged"/>.
    /// </summary>
    public VectorField<T> Magnetisation => _state.Host;

    /// <summary>Time in seconds.</summary>
    public double Time { get; set; }

    /// <summary>Number of accepted steps.</summary>
    public long Steps { get; private set; }

    /// <summary>Length of the last accepted step in seconds.</summary>
    public double LastStep { get; private set; }

    /// <summary>Largest |dm/dt| over all cells in rad/s at the present state.</summary>
    public double MaxRate => Equation.Backend.LargestNorm([Rate()], [1.0]);

    /// <summary>Energy of all terms in joules.</summary>
    public double TotalEnergy => Equation.TotalEnergy(Magnetisation);

    /// <summary>
    /// Tells the integrator that the field or the magnetisation was changed from outside. <see cref="Run"/> does so at its start.
    /// </summary>
    public void FieldChanged()
    {
        _state.TakeHost();
        Integrator.Forget();
    }

    /// <summary>Runs for a time, ending exactly there.</summary>
    /// <param name="duration">Duration in seconds.</param>
    /// <param name="cancellation">Ends the run early; the simulation then stands at a whole step and can go on.</param>
    /// <param name="afterStep">Called after each accepted step.</param>
    /// <exception cref="OperationCanceledException">The run was ended by <paramref name="cancellation"/>.</exception>
    public void Run(double duration, CancellationToken cancellation = default, Action<Simulation<T>>? afterStep = null) =>
        RunWhile(duration, 0, cancellation, afterStep);

    /// <summary>Runs until the largest |dm/dt| falls to a limit.</summary>
    /// <param name="maxRate">Limit in rad/s.</param>
    /// <param name="maxDuration">Longest duration in seconds.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <param name="afterStep">Called after each accepted step.</param>
    /// <returns>Whether the limit was reached within the duration.</returns>
    /// <exception cref="OperationCanceledException">The run was ended by <paramref name="cancellation"/>.</exception>
    public bool RunUntilSettled(
        double maxRate, double maxDuration, CancellationToken cancellation = default, Action<Simulation<T>>? afterStep = null)
    {
        if (!(maxRate > 0))
            throw new ArgumentOutOfRangeException(nameof(maxRate), $"Limit of |dm/dt| = {maxRate} rad/s; give a positive value.");
        return RunWhile(maxDuration, maxRate, cancellation, afterStep);
    }

    /// <summary>
    /// Runs for a time and gives the magnetisation at even intervals, interpolated inside the steps, which stay as long as they are.
    /// </summary>
    /// <param name="duration">Duration in seconds.</param>
    /// <param name="interval">Time between samples in seconds; the first is at the start.</param>
    /// <param name="sample">Is given the time in seconds and the magnetisation, which it must not keep.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <exception cref="OperationCanceledException">The run was ended by <paramref name="cancellation"/>.</exception>
    public void RunSampled(
        double duration, double interval, Action<double, VectorField<T>> sample, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (!(interval > 0))
            throw new ArgumentOutOfRangeException(nameof(interval), $"Sampling interval = {interval} s; give a positive value.");
        DenseOutput<T> dense = new(Magnetisation.Mesh, Equation.Backend);
        double start = Time;
        long count = 1;
        sample(start, Magnetisation);
        FieldChanged();
        dense.Begin(start, _state.Kept, Rate());
        Run(duration, cancellation, _ =>
        {
            dense.End(Time, _state.Kept, Rate());
            for (; start + (count * interval) <= Time + (1e-9 * interval); count++)
            {
                double time = Math.Min(start + (count * interval), Time);
                dense.Evaluate(time);
                sample(time, dense.Value);
            }
            dense.Begin(Time, _state.Kept, Rate());
        });
    }

    /// <summary>Runs to a time, or until its events end it, ending exactly there.</summary>
    /// <param name="end">Time in seconds.</param>
    /// <param name="events">What steps end at, and what is done between them.</param>
    /// <param name="cancellation">Ends the run early; the simulation then stands at a whole step and can go on.</param>
    /// <exception cref="OperationCanceledException">The run was ended by <paramref name="cancellation"/>.</exception>
    /// <exception cref="ArithmeticException">No step, however short, meets the integrator's tolerance.</exception>
    public void RunTo(double end, IRunEvents<T> events, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        FieldChanged();
        for (bool goesOn = true; goesOn && Time < end; goesOn = events.AfterStep(this))
        {
            cancellation.ThrowIfCancellationRequested();
            double next = events.BeforeStep(this, end);
            Step(next - Time, next);
        }
    }

    /// <summary>
    /// Moves the magnetisation down to an equilibrium at the present time, never climbing (<see cref="Relaxation{T}"/>): of the energy of
    /// the equation of motion, whose damping, precession, torques, friction and noise play no part.
    /// </summary>
    /// <param name="maxTorque">Ends where the largest |m×H| in A/m is no larger.</param>
    /// <param name="maxSteps">Largest number of steps.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <param name="afterStep">Called after each step with the largest |m×H| in A/m.</param>
    /// <exception cref="OperationCanceledException">It was ended by <paramref name="cancellation"/>.</exception>
    public DescentOutcome Relax(
        double maxTorque, int maxSteps = 1_000_000, CancellationToken cancellation = default, Action<double>? afterStep = null)
    {
        Relaxation<T> relaxation = _relaxation ??= new Relaxation<T>(Equation);
        relaxation.Time = Time;
        FieldChanged();
        bool reached = relaxation.Relax(
            _state.Moved(),
            maxTorque,
            maxSteps,
            cancellation,
            afterStep is null ? null : () => AfterDescent(afterStep, relaxation.MaxTorque));
        _state.Moved();
        return new(reached, relaxation.Steps, relaxation.Evaluations, relaxation.MaxTorque, relaxation.AtRounding);
    }

    /// <summary>
    /// Moves the magnetisation to a minimum of the energy at the present time, by steps that may cross low barriers
    /// (<see cref="BarzilaiBorwein{T}"/>): of the energy of the equation of motion, whose damping, precession, torques, friction and noise
    /// play no part.
    /// </summary>
    /// <param name="maxTorque">Ends where the largest |m×H| in A/m is no larger.</param>
    /// <param name="maxSteps">Largest number of steps.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <param name="afterStep">Called after each step with the largest |m×H| in A/m.</param>
    /// <exception cref="OperationCanceledException">It was ended by <paramref name="cancellation"/>.</exception>
    public DescentOutcome Minimise(
        double maxTorque, int maxSteps = 100_000, CancellationToken cancellation = default, Action<double>? afterStep = null)
    {
        BarzilaiBorwein<T> minimiser = _minimiser ??= new BarzilaiBorwein<T>(Equation);
        minimiser.Time = Time;
        FieldChanged();
        bool reached = minimiser.Minimise(
            _state.Moved(),
            maxTorque,
            maxSteps,
            cancellation,
            afterStep is null ? null : () => AfterDescent(afterStep, minimiser.MaxTorque));
        _state.Moved();
        return new(reached, minimiser.Steps, minimiser.Evaluations, minimiser.MaxTorque, false);
    }

    /// <summary>
    /// Tests a state without torque, where the energy may have a saddle instead of a minimum that no descent would leave, and leaves a
    /// saddle by a seeded turn of 1e-3 rad (<see cref="SaddleTest{T}"/>).
    /// </summary>
    /// <param name="maxTorque">Largest |m×H| in A/m that counts as none.</param>
    /// <param name="cancellation">Ends the test early; the magnetisation is then undefined.</param>
    /// <returns>Whether it was a saddle, and the number of field evaluations of the test.</returns>
    public (bool Left, int Evaluations) LeaveSaddle(double maxTorque, CancellationToken cancellation = default)
    {
        SaddleTest<T> test = new(Equation, _relaxation ??= new Relaxation<T>(Equation));
        bool minimum = test.IsMinimum(Magnetisation, maxTorque, SaddleSeed, Time, cancellation: cancellation);
        FieldChanged();
        return (!minimum, test.Evaluations);
    }

    /// <summary>Takes one step, as long as the integrator likes.</summary>
    /// <param name="longest">Longest step in seconds.</param>
    public void Advance(double longest = 1e-9)
    {
        if (!(longest > 0))
            throw new ArgumentOutOfRangeException(nameof(longest), $"Longest step = {longest} s; give a positive value.");
        Step(longest, Time + longest);
    }

    // One step of a length in seconds at the most, which leads to the end.
    private void Step(double longest, double end)
    {
        if (Equation.BeginFollowing(Time, _state.Kept))
            Integrator.Forget();
        LastStep = Integrator.Step(Equation, Time, _state.Kept, longest);
        _state.Moved();
        // The integrator returns the limit itself where it comes to it.
        Time = LastStep >= longest ? end : Math.Min(end, Time + LastStep);
        Steps++;
    }

    private void AfterDescent(Action<double> afterStep, double torque)
    {
        _state.Moved();
        afterStep(torque);
    }

    private IBackendField<T> Rate()
    {
        if (Integrator.LastDerivative is IBackendField<T> known)
            return known;
        _rate ??= Equation.Backend.Create(_state.Kept.Mesh);
        Equation.Derivative(Time, _state.Kept, _rate);
        return _rate;
    }

    private bool RunWhile(double duration, double maxRate, CancellationToken cancellation, Action<Simulation<T>>? afterStep)
    {
        if (!(duration >= 0) || !double.IsFinite(duration))
            throw new ArgumentOutOfRangeException(nameof(duration), $"Duration = {duration} s; give a finite value ≥ 0.");
        FieldChanged();
        double begin = Time, end = begin + duration;
        while (Time < end)
        {
            cancellation.ThrowIfCancellationRequested();
            Step(end - Time, end);
            afterStep?.Invoke(this);
            if (maxRate > 0 && MaxRate <= maxRate)
                return true;
        }
        return maxRate > 0 && MaxRate <= maxRate;
    }

    private static void Check(Ferromagnet body, VectorField<T> m)
    {
        if (m.Mesh != body.Mesh)
            throw new ArgumentException("Simulation: the magnetisation has another mesh than the body; make it on body.Mesh.", nameof(m));
        for (int i = 0; i < m.X.Length; i++)
        {
            double length = m[i].Length;
            bool inside = body.Geometry.Contains(i);
            if (inside && !(length > 0 && double.IsFinite(length)))
                throw new ArgumentException(
                    $"Simulation: cell {i} is inside the body but its magnetisation is {m[i]}; give it a direction.", nameof(m));
            if (!inside && length != 0)
                throw new ArgumentException($"Simulation: cell {i} is outside the body but magnetised; set it to zero.", nameof(m));
        }
    }
}

using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics;

/// <summary>A magnetisation that moves in time by an equation of motion.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Simulation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly SharedFieldArithmetic<T> _shared = new();
    private VectorField<T>? _rate;

    /// <summary>Makes a simulation.</summary>
    /// <param name="equation">The equation of motion.</param>
    /// <param name="magnetisation">Initial unit magnetisation, zero outside the body; it is used as it is, not copied.</param>
    /// <param name="integrator">The integrator, of this simulation alone; Dormand-Prince 5(4) with an error of 1e-5 a step when null.</param>
    /// <exception cref="ArgumentException">Another mesh than the body's, or a cell inside the body without a direction.</exception>
    public Simulation(LandauLifshitzGilbert<T> equation, VectorField<T> magnetisation, IIntegrator<T>? integrator = null)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(magnetisation);
        Check(equation.Body, magnetisation);
        FieldArithmetic.Normalise(magnetisation, magnetisation);
        Equation = equation;
        Magnetisation = magnetisation;
        _shared.Team = equation.Team;
        Integrator = integrator ?? EmbeddedRungeKutta<T>.DormandPrince54();
    }

    /// <summary>The equation of motion.</summary>
    public LandauLifshitzGilbert<T> Equation { get; }

    /// <summary>The integrator.</summary>
    public IIntegrator<T> Integrator { get; }

    /// <summary>Unit magnetisation, zero outside the body. After changing it from outside call <see cref="FieldChanged"/>.</summary>
    public VectorField<T> Magnetisation { get; }

    /// <summary>Time in seconds.</summary>
    public double Time { get; set; }

    /// <summary>Number of accepted steps.</summary>
    public long Steps { get; private set; }

    /// <summary>Largest |dm/dt| over all cells in rad/s at the present state.</summary>
    public double MaxTorque => _shared.LargestNorm([Rate()], [1.0]);

    /// <summary>Energy of all terms in joules.</summary>
    public double TotalEnergy => Equation.TotalEnergy(Magnetisation);

    /// <summary>Tells the integrator that the field or the magnetisation was changed from outside. <see cref="Run"/> does so at its start.</summary>
    public void FieldChanged() => Integrator.Forget();

    /// <summary>Runs for a time, ending exactly there.</summary>
    /// <param name="duration">Duration in seconds.</param>
    /// <param name="cancellation">Ends the run early; the simulation then stands at a whole step and can go on.</param>
    /// <param name="afterStep">Called after each accepted step.</param>
    /// <exception cref="OperationCanceledException">The run was ended by <paramref name="cancellation"/>.</exception>
    public void Run(double duration, CancellationToken cancellation = default, Action<Simulation<T>>? afterStep = null) =>
        RunWhile(duration, 0, cancellation, afterStep);

    /// <summary>Runs until the largest |dm/dt| falls to a limit.</summary>
    /// <param name="maxTorque">Limit in rad/s.</param>
    /// <param name="maxDuration">Longest duration in seconds.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <param name="afterStep">Called after each accepted step.</param>
    /// <returns>Whether the limit was reached within the duration.</returns>
    /// <exception cref="OperationCanceledException">The run was ended by <paramref name="cancellation"/>.</exception>
    public bool RunUntilSettled(
        double maxTorque, double maxDuration, CancellationToken cancellation = default, Action<Simulation<T>>? afterStep = null)
    {
        if (!(maxTorque > 0))
            throw new ArgumentOutOfRangeException(nameof(maxTorque), $"Torque limit = {maxTorque} rad/s; give a positive value.");
        return RunWhile(maxDuration, maxTorque, cancellation, afterStep);
    }

    /// <summary>Runs for a time and gives the magnetisation at even intervals, interpolated inside the steps, which stay as long as they are.</summary>
    /// <param name="duration">Duration in seconds.</param>
    /// <param name="interval">Time between samples in seconds; the first is at the start.</param>
    /// <param name="sample">Is given the time in seconds and the magnetisation, which it must not keep.</param>
    /// <param name="cancellation">Ends the run early.</param>
    /// <exception cref="OperationCanceledException">The run was ended by <paramref name="cancellation"/>.</exception>
    public void RunSampled(double duration, double interval, Action<double, VectorField<T>> sample, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(sample);
        if (!(interval > 0))
            throw new ArgumentOutOfRangeException(nameof(interval), $"Sampling interval = {interval} s; give a positive value.");
        DenseOutput<T> dense = new(Magnetisation.Mesh);
        double start = Time;
        long count = 1;
        sample(start, Magnetisation);
        FieldChanged();
        dense.Begin(start, Magnetisation, Rate());
        Run(duration, cancellation, _ =>
        {
            dense.End(Time, Magnetisation, Rate());
            for (; start + (count * interval) <= Time + (1e-9 * interval); count++)
            {
                double time = Math.Min(start + (count * interval), Time);
                dense.Evaluate(time);
                sample(time, dense.Value);
            }
            dense.Begin(Time, Magnetisation, Rate());
        });
    }

    /// <summary>Takes one step, as long as the integrator likes.</summary>
    /// <param name="longest">Longest step in seconds.</param>
    public void Advance(double longest = 1e-9)
    {
        if (!(longest > 0))
            throw new ArgumentOutOfRangeException(nameof(longest), $"Longest step = {longest} s; give a positive value.");
        Time += Integrator.Step(Equation, Time, Magnetisation, longest);
        Steps++;
    }

    private VectorField<T> Rate()
    {
        if (Integrator.LastDerivative is VectorField<T> known)
            return known;
        _rate ??= new VectorField<T>(Magnetisation.Mesh);
        Equation.Derivative(Time, Magnetisation, _rate);
        return _rate;
    }

    private bool RunWhile(double duration, double maxTorque, CancellationToken cancellation, Action<Simulation<T>>? afterStep)
    {
        if (!(duration >= 0) || !double.IsFinite(duration))
            throw new ArgumentOutOfRangeException(nameof(duration), $"Duration = {duration} s; give a finite value ≥ 0.");
        Integrator.Forget();
        double begin = Time, end = begin + duration;
        while (Time < end)
        {
            cancellation.ThrowIfCancellationRequested();
            double left = end - Time;
            double step = Integrator.Step(Equation, Time, Magnetisation, left);
            // The integrator returns the limit itself where it comes to it.
            Time = step >= left ? end : Math.Min(end, Time + step);
            Steps++;
            afterStep?.Invoke(this);
            if (maxTorque > 0 && MaxTorque <= maxTorque)
                return true;
        }
        return maxTorque > 0 && MaxTorque <= maxTorque;
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
                throw new ArgumentException($"Simulation: cell {i} is inside the body but its magnetisation is {m[i]}; give it a direction.", nameof(m));
            if (!inside && length != 0)
                throw new ArgumentException($"Simulation: cell {i} is outside the body but magnetised; set it to zero.", nameof(m));
        }
    }
}

using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Model.Drives;
using MagHopfield.Model.Files;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Problems;
using MagHopfield.Store;

namespace MagHopfield.TextureStudies.Textures;

/// <summary>
/// A problem document that lives: its magnetisation moves for as long and under as much of the document's current as a study says, which
/// may look at it at any time. One thread, so that studies may run several at the same time.
/// </summary>
internal sealed class LiveTexture : IRunEvents<double>, IDisposable
{
    private readonly ThreadTeam _team = new(1);
    private readonly ProblemModel<double> _model;
    private readonly Simulation<double> _simulation;
    private readonly CancellationToken _cancellation;
    private double _factor, _start, _interval;
    private long _samples, _runs;
    private Func<bool>? _goesOn;

    /// <summary>Makes it as the document begins, before its first stage.</summary>
    /// <param name="file">The document.</param>
    /// <param name="cancellation">Ends whatever it does.</param>
    public LiveTexture(ProblemFile file, CancellationToken cancellation)
        : this(file, null, cancellation)
    {
    }

    /// <summary>Makes it from a magnetisation of one's own.</summary>
    /// <param name="file">The document.</param>
    /// <param name="start">Makes unit magnetisation on the cells of the body; null takes the document's.</param>
    /// <param name="cancellation">Ends whatever it does.</param>
    public LiveTexture(ProblemFile file, Func<Geometry, VectorField<double>>? start, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _model = new(file.Problem, _team);
        Geometry body = _model.Body.Geometry;
        _simulation = new(
            _model.Equation, start?.Invoke(body) ?? InitialMagnetisation.Create<double>(body, file.Problem.Initial), _model.Integrator());
        _model.SetField(file.Problem.Field);
    }

    /// <summary>Unit magnetisation.</summary>
    public VectorField<double> Magnetisation => _simulation.Magnetisation;

    /// <summary>Simulated time in seconds.</summary>
    public double Time => _simulation.Time;

    /// <summary>What a meter at the electrodes shows, at the present time and the last factor of the current.</summary>
    public CircuitState Measure() => _model.Current!.Measure(Magnetisation, Time);

    /// <summary>Lets it come to rest without current.</summary>
    /// <param name="maxTorque">Largest |m×H| in A/m that is rest.</param>
    public void Relax(double maxTorque = 20) => _simulation.Relax(maxTorque, 20_000, _cancellation);

    /// <summary>Lets it move for a time.</summary>
    /// <param name="duration">Time in seconds.</param>
    /// <param name="factor">Factor on the document's currents.</param>
    /// <param name="interval">Time in seconds between two looks; steps end exactly there.</param>
    /// <param name="goesOn">Looks, and says whether it goes on; null looks never.</param>
    /// <returns>Whether it went on to the end.</returns>
    public bool Run(double duration, double factor, double interval = double.PositiveInfinity, Func<bool>? goesOn = null)
    {
        (_factor, _start, _interval, _samples, _goesOn) = (factor, Time, interval, 0, goesOn);
        double end = _start + duration;
        _model.SetCurrents(factor);
        _model.BeginNoise(_runs++);
        _model.Current?.Begin(_start);
        _simulation.RunTo(end, this, _cancellation);
        return Time >= end;
    }

    /// <inheritdoc/>
    public void Dispose() => _team.Dispose();

    // The current of the state at the start of the step; where there is none, nothing is to be solved.
    double IRunEvents<double>.BeforeStep(Simulation<double> simulation, double end)
    {
        if (_factor != 0 && _model.Current is DrivenCurrent<double> { Acting.Sources.Count: > 0 } current)
        {
            current.Acting.Solve(simulation.Magnetisation, simulation.Time);
            simulation.FieldChanged();
        }

        double next = _start + ((_samples + 1) * _interval);
        return FieldClock.IsDue(end, next) ? end : next;
    }

    bool IRunEvents<double>.AfterStep(Simulation<double> simulation)
    {
        _model.External?.Term.SetTime(simulation.Time);
        _model.Current?.Acting.SetTime(simulation.Time);
        if (!FieldClock.IsDue(_start + ((_samples + 1) * _interval), simulation.Time))
            return true;
        _samples++;
        return _goesOn?.Invoke() ?? true;
    }
}

using MagHopfield.Devices;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Model.Declarations;
using MagHopfield.Shared;

namespace MagHopfield.Film.Pulses;

/// <summary>
/// A pulse acts by the current that it drives through the film itself, j = Σ[m]·E with ∇·j = 0 (Yu et al., PRB 2021, eqs. 3 and 4), which
/// is that of the present magnetisation: by its torques, and by its Oersted field where the film has that.
/// </summary>
internal sealed class OwnCurrentCoupling : IPulseCoupling, IRunEvents<float>
{
    // The torque needs no more: both are below what a step's error of 1e-5 makes of m within some steps.
    private const double SolverTolerance = 1e-4, FollowedTolerance = 2e-2;

    private readonly FilmCurrent<float> _current;
    private readonly SegmentVoltages _voltages;
    private ITerminalDrive? _drive;
    private int _segment;

    public OwnCurrentCoupling(FilmParameters film, Ferromagnet body)
    {
        _voltages = new SegmentVoltages(film.NodeCount);
        _current = new(
            body,
            film.Electrodes,
            new AnisotropicMagnetoresistance(film.Transport, film.Geometry.Thickness),
            [.. Enumerable.Range(0, film.NodeCount).Select(Source)],
            film.Transport.ContactResistance,
            film.HasOersted,
            SolverTolerance)
        {
            Tolerance = FollowedTolerance,
        };
        Last = [new() { Energy = new OerstedEnergy<float>(body, _current.Field, _current) }];
    }

    private ElectrodeSource Source(int k) => new(k, true, time => _drive is null ? 0 : _voltages.At(k, time));

    public VectorField<float>? SolvedCurrent => _current.Density;

    public IReadOnlyList<TermParts<float>> First => [];

    public IReadOnlyList<TermParts<float>> Last { get; }

    public (bool IsConstant, double Duration) Begin(
        ITerminalDrive drive, int segment, ConductanceMatrix load, double start, double longest)
    {
        (_drive, _segment) = (drive, segment);
        double duration = _voltages.Take(drive, segment, load, start, longest);
        return (_voltages.IsConstant, duration);
    }

    public double Spread(double time) => _voltages.Spread(time);

    public double[] Voltages(double time) => _voltages.At(time);

    public void Run(Simulation<float> simulation, double duration, CancellationToken cancellation)
    {
        if (_drive is null)
            simulation.Run(duration, cancellation);
        else
            simulation.RunTo(simulation.Time + duration, this, cancellation);
    }

    // The current follows m; its sources meet the conductance at the start of the step.
    public double BeforeStep(Simulation<float> simulation, double end)
    {
        bool changed = _current.BeginStep(simulation.Magnetisation, simulation.Time);
        _current.SetTime(simulation.Time);
        changed |= _voltages.Follow(_drive!, _segment, _current.Conductance);
        _current.SetTime(simulation.Time);

        // Otherwise dm/dt at the end of the step before is that at the start of this one.
        if (changed)
            simulation.FieldChanged();
        return end;
    }

    public bool AfterStep(Simulation<float> simulation) => true;

    public void End()
    {
        _drive = null;
        _current.Forget();
        _current.SetTime(0);
    }
}

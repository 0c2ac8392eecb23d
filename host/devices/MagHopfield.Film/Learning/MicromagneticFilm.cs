using System.Globalization;
using MagHopfield.Devices;
using MagHopfield.Film.Gold;
using MagHopfield.Film.Parameters;
using MagHopfield.Film.Pulses;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Oersted;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Magnet;
using MagHopfield.Shared;
using MagHopfield.Toml;

namespace MagHopfield.Film.Learning;

/// <summary>
/// A film that learns, simulated: a pulse turns the magnetisation by the Landau-Lifshitz-Gilbert equation, and the conductance follows by
/// anisotropic magnetoresistance. Under gold it is the film of Niu et al., PNAS 2024: the pulse acts by the Oersted field of the gold (eqs.
/// S1 to S3). Without, it is that of Yu et al., PRB 2021: the current through the film acts by its spin torques (eqs. 1 to 4). Single layer
/// of cells in single precision; transport in double. The same parameters give the same bits.
/// </summary>
public sealed class MicromagneticFilm : IMagneticDevice
{
    private const string PulseCount = "pulses applied: ";
    private const string RestCount = "relaxations since: ";

    // Steps of a descent from one report of progress to the next.
    private const int StepsPerReport = 20;

    private readonly ConductorGrid _grid;
    private readonly ConductorSolver _solver;
    private readonly SheetConductance _sheet;
    private readonly AnisotropicMagnetoresistance _magnetoresistance;
    private Simulation<float> _simulation;
    private readonly IPulseCoupling _coupling;
    private readonly MagnetModel<float> _model;
    private readonly ThermalField<float>? _noise;
    private int _pulses;
    private int _rests;
    private ConductanceMatrix? _conductance;
    private ConductanceMatrix? _withoutContacts;

    /// <summary>Makes the film in its initial state.</summary>
    /// <param name="parameters">The film.</param>
    /// <param name="cancellation">Ends the preparation between its steps.</param>
    /// <exception cref="ArgumentException">Parameters that do not go together, or a film that does not fit into memory.</exception>
    public MicromagneticFilm(FilmParameters parameters, CancellationToken cancellation = default)
    {
        parameters.Check();
        Parameters = parameters;
        FilmGeometry geometry = parameters.Geometry;
        FilmMemory.Check(geometry, parameters.Terminals.Count, parameters.Parts.Terms.Sum(term => term.NumbersPerCell(geometry.Mesh())));
        _grid = new ConductorGrid(geometry, parameters.Electrodes);
        _solver = new ConductorSolver(_grid, parameters.Transport.SolverTolerance);
        _sheet = new SheetConductance(_grid.Cells.Length);
        _magnetoresistance = new AnisotropicMagnetoresistance(parameters.Transport, geometry.Thickness);
        Gold = parameters.Gold is null ? null : new GoldLayer(geometry, parameters.Terminals, parameters.Gold, cancellation);
        cancellation.ThrowIfCancellationRequested();

        Body = FilmModel.Body(parameters);
        _coupling = Gold is null ? new OwnCurrentCoupling(parameters, Body) : new GoldCoupling(Gold, Body);
        _model = FilmModel.Of(parameters, Body, _coupling);
        _noise = _model.Equation.Terms.OfType<ThermalField<float>>().FirstOrDefault();
        _simulation = new(
            _model.Equation,
            InitialMagnetisation.Create<float>(Body.Geometry, FilmMagnet.Initial(parameters)),
            EmbeddedRungeKutta<float>.DormandPrince54(parameters.Simulation.StepError));
        Prepared = Descend(parameters.Magnetism.Prepare, cancellation);
    }

    /// <summary>Makes the film on a thread of its own, which is left at once where the token is cancelled.</summary>
    /// <param name="parameters">The film.</param>
    /// <param name="cancellation">Ends the preparation.</param>
    /// <exception cref="ArgumentException">Parameters that do not go together, or a film that does not fit into memory.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static MicromagneticFilm Prepare(FilmParameters parameters, CancellationToken cancellation) =>
        Preparation.Of(() => new MicromagneticFilm(parameters, cancellation), cancellation);

    /// <summary>
    /// Called at every <see cref="PulseParameters.ProgressInterval"/> of simulated time within a pulse, and now and then on the way down to
    /// an equilibrium; the film may be read there.
    /// </summary>
    public event Action<MicromagneticFilm, PulseProgress>? Progress;

    /// <summary>The film's parameters.</summary>
    public FilmParameters Parameters { get; }

    /// <summary>The gold layer, or null for a film that its own current re-writes.</summary>
    public GoldLayer? Gold { get; }

    /// <summary>Cells and saturation magnetisation.</summary>
    public Ferromagnet Body { get; }

    /// <summary>Unit magnetisation at the present instant, CellsX × CellsY, x fastest; to be read, not written.</summary>
    public VectorField<float> Magnetisation => _simulation.Magnetisation;

    /// <summary>
    /// The way of the initial state down to an equilibrium, or null where <see cref="MagneticParameters.Prepare"/> asks for none.
    /// </summary>
    public DescentOutcome? Prepared { get; }

    /// <summary>What the last pulse took, or null before the first.</summary>
    public IntegratedPulse? LastPulse { get; private set; }

    /// <inheritdoc/>
    public int NodeCount => Parameters.NodeCount;

    /// <inheritdoc/>
    public ConductanceMatrix? GoldConductance => Gold?.Conductance;

    /// <inheritdoc/>
    public ConductanceMatrix Conductance => _conductance ??= Solve();

    /// <summary>
    /// Sheet current density in the film at the present state in A/m, for given electrode voltages (contact resistance left out).
    /// </summary>
    /// <param name="voltages">N voltages in volts.</param>
    public (double[] X, double[] Y) SheetCurrent(IReadOnlyList<double> voltages)
    {
        _ = Conductance;
        double[] x = new double[_grid.Cells.Length];
        double[] y = new double[x.Length];
        _solver.CurrentDensity(_sheet, voltages.ToArray(), x, y);
        return (x, y);
    }

    /// <summary>
    /// Sheet current density in A/m that re-writes the film, for given voltages of its driven terminals: of the gold, or of the film.
    /// </summary>
    /// <param name="voltages">N voltages in volts.</param>
    public (double[] X, double[] Y) DrivingSheetCurrent(IReadOnlyList<double> voltages) =>
        Gold?.SheetCurrent(voltages) ?? SheetCurrent(voltages);

    /// <summary>
    /// ∂G_ij/∂m_x and ∂G_ij/∂m_y of each cell at the present state in siemens, x fastest: where in the film an element is made. Components
    /// of m count as independent; m_z does not enter. With contacts D = (1 + R G)⁻¹, dG' = D dG D.
    /// </summary>
    /// <param name="i">Zero-based row.</param>
    /// <param name="j">Zero-based column.</param>
    public (double[] X, double[] Y) ConductanceSensitivity(int i, int j)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(i);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(i, NodeCount);
        ArgumentOutOfRangeException.ThrowIfNegative(j);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(j, NodeCount);
        _ = Conductance;
        double[,] division = SeriesResistance.VoltageDivision(_withoutContacts!, Parameters.Transport.ContactResistance);
        double[] u = [.. Enumerable.Range(0, NodeCount).Select(k => division[k, i])];
        double[] v = [.. Enumerable.Range(0, NodeCount).Select(k => division[k, j])];
        SheetConductance toSheet = new(_grid.Cells.Length);
        Micromagnetics.Transport.ConductanceSensitivity.Fill(_solver, u, v, toSheet);
        double[] x = new double[_grid.Cells.Length];
        double[] y = new double[x.Length];
        _magnetoresistance.Differentiate<float>(_grid, Magnetisation.X, Magnetisation.Y, toSheet, x, y);
        return (x, y);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A segment of constant voltages is integrated until it is over, the texture is at rest, or
    /// <see cref="PulseParameters.LongestTime"/> has passed; one in which they change in full, but for no longer than that: a slower one is
    /// taken at that length. Then without the gold's field for <see cref="PulseParameters.RelaxationTime"/>, or down to an equilibrium as
    /// <see cref="PulseParameters.AfterPulse"/> says. Currents of torques have the densities of the film file at 1 V between the two
    /// terminals furthest apart in voltage, and are proportional to it. <see cref="LastPulse"/> says how far it went.
    /// </remarks>
    public void Drive(ITerminalDrive drive, CancellationToken cancellation)
    {
        this.CheckTerminals(drive);
        PulseParameters settings = Parameters.Simulation;
        _pulses++;
        _rests = 0;
        if (Parameters.Magnetism.Temperature == 0)
            ThermalTilt.Apply(Magnetisation, Body.Geometry, settings.Tilt, HashSeed(Parameters.Magnetism.Seed, _pulses));

        // A pulse depends on nothing but the state before it: neither on the step that the integrator reached nor on the clock.
        Restart();
        try
        {
            LastPulse = Integrate(drive, cancellation);
        }
        finally
        {
            EndFields();
            _conductance = null;
        }
    }

    private IntegratedPulse Integrate(ITerminalDrive drive, CancellationToken cancellation)
    {
        PulseParameters settings = Parameters.Simulation;
        IReadOnlyList<double> corners = drive.Corners;
        long steps = _simulation.Steps;
        double held = 0, changing = 0, torque = 0;
        bool atRest = false;
        (double Requested, double Integrated)? first = null;
        TerminalState? reached = null;
        for (int segment = 0; segment + 1 < corners.Count; segment++)
        {
            double start = _simulation.Time;
            (bool isConstant, double duration) = _coupling.Begin(
                drive, segment, GoldConductance ?? Conductance, start, settings.LongestTime);
            if (isConstant)
            {
                _model.SetCurrents(_coupling.Spread(start));
                atRest = Integrate(duration, true, true, cancellation);
                held += _simulation.Time - start;
                torque = _simulation.MaxRate * _simulation.Equation.TorquePerRate;
                if (Gold is null)
                    reached = new(0.5 * _coupling.Spread(start), Conductance.Currents(_coupling.Voltages(start)).Max(Math.Abs));
            }
            else
            {
                first ??= (corners[segment + 1] - corners[segment], duration);
                _model.CurrentsAt = _coupling.Spread;
                Integrate(duration, true, false, cancellation);
                EndFields();
                changing += duration;
            }
        }

        EndFields();
        double rest = settings.AfterPulse == EquilibriumMethod.None ? settings.RelaxationTime : 0;
        Integrate(rest, false, false, cancellation);
        DescentOutcome? descent = Descend(settings.AfterPulse, cancellation);
        double[] end = new double[NodeCount];
        drive.Voltages(corners.Count - 2, corners[^1], GoldConductance ?? Conductance, end);
        double width = end.All(v => v == 0) && corners.Count > 2 ? corners[^2] : corners[^1];
        long taken = _simulation.Steps - steps;
        return new(width, first?.Requested ?? 0, held, first?.Integrated ?? 0, changing, rest, torque, atRest, taken)
        {
            Descent = descent,
            AtElectrodes = reached,
        };
    }

    private void EndFields()
    {
        _coupling.End();
        _model.CurrentsAt = null;
        _model.SetCurrents(0);
    }

    /// <summary>Lets the texture move at zero field for a time, as between training and a later measurement (retention).</summary>
    /// <param name="duration">Simulated time in seconds.</param>
    /// <param name="cancellation">Ends it early.</param>
    public void Rest(double duration, CancellationToken cancellation = default)
    {
        if (!(duration >= 0) || !double.IsFinite(duration))
        {
            throw new ArgumentOutOfRangeException(
                nameof(duration), $"The rest lasts {duration} s; give a finite time in seconds, 0 or more.");
        }

        _rests++;
        Restart();
        try
        {
            Integrate(duration, false, false, cancellation);
        }
        finally
        {
            _conductance = null;
        }
    }

    /// <summary>
    /// Brings the texture down to an equilibrium at zero field, where the largest |m×H| is no larger than
    /// <see cref="PulseParameters.RestTorque"/>, by a descent that never climbs. A state without torque that is a saddle of the energy is
    /// left first.
    /// </summary>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="InvalidOperationException">A film with a coercive field or a temperature has no such equilibrium.</exception>
    public DescentOutcome Relax(CancellationToken cancellation = default) => Descend(EquilibriumMethod.Relax, cancellation)!;

    /// <summary>As <see cref="Relax"/>, by steepest descent with Barzilai-Borwein steps, which may cross low barriers.</summary>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="InvalidOperationException">A film with a coercive field or a temperature has no such equilibrium.</exception>
    public DescentOutcome Minimise(CancellationToken cancellation = default) => Descend(EquilibriumMethod.Minimise, cancellation)!;

    /// <summary>Saves the magnetic state as an OVF 2.0 file, which is whole or the old one.</summary>
    /// <param name="path">File to write.</param>
    /// <exception cref="IOException">It cannot be written; the message says why and how to mend it.</exception>
    public void Save(string path) => Ovf2.Write(
        path,
        Magnetisation,
        OvfData.Binary4,
        "m",
        "1",
        [
            PulseCount + _pulses.ToString(CultureInfo.InvariantCulture),
            RestCount + _rests.ToString(CultureInfo.InvariantCulture),
            "film: " + Parameters.Name,
        ]);

    /// <summary>Restores a saved magnetic state; pulses after it give the same bits as without saving.</summary>
    /// <param name="path">File to read.</param>
    /// <exception cref="ArgumentException">The file's mesh is not the film's.</exception>
    /// <exception cref="FormatException">The file is no OVF file, or a cell of the film has no direction in it.</exception>
    public void Load(string path)
    {
        OvfFile<float> file = Ovf.Read<float>(path);
        Mesh mesh = Magnetisation.Mesh;
        if (file.Field.Mesh.Nx != mesh.Nx || file.Field.Mesh.Ny != mesh.Ny || file.Field.Mesh.Nz != 1)
        {
            Mesh other = file.Field.Mesh;
            throw new ArgumentException(
                $"{path} holds {other.Nx}×{other.Ny}×{other.Nz} cells, the film has {mesh.Nx}×{mesh.Ny}×1; load a state of this film.",
                nameof(path));
        }

        for (int c = 0; c < mesh.CellCount; c++)
        {
            double length = file.Field[c].Length;
            if (Body.Geometry.Contains(c) ? !(Math.Abs(length - 1) < 1e-3) : length != 0)
                throw new FormatException($"{path}: cell {c} has |m| = {length}; the film needs 1 inside its outline and 0 outside.");
        }

        file.Field.CopyTo(Magnetisation);
        string descriptions = file.Header.GetValueOrDefault("desc", string.Empty);
        _pulses = ReadCount(descriptions, PulseCount);
        _rests = ReadCount(descriptions, RestCount);
        _conductance = null;
        _simulation.FieldChanged();
    }

    private static int ReadCount(string descriptions, string name)
    {
        string? line = descriptions.Split('\n').FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        return line is not null && int.TryParse(line[name.Length..], CultureInfo.InvariantCulture, out int count) ? count : 0;
    }

    // The noise of each pulse begins anew from its own seed, so that it too depends on nothing but the state before.
    private void Restart()
    {
        if (_noise is not null)
        {
            _noise.Restart(NoiseSeed);
            _simulation = new(_simulation.Equation, Magnetisation, _simulation.Integrator);
        }

        _simulation.Integrator.NextStep = 0;
        _simulation.Time = 0;
    }

    private int NoiseSeed => ~HashSeed(HashSeed(Parameters.Magnetism.Seed, _pulses), _rests);

    // Distinct streams of random numbers for every pulse of every seed.
    private static int HashSeed(int seed, int pulse) => unchecked(seed * (int)0x9E3779B1 + pulse);

    private DescentOutcome? Descend(EquilibriumMethod method, CancellationToken cancellation)
    {
        if (method == EquilibriumMethod.None)
            return null;
        if (Parameters.Magnetism.WhyNoEquilibrium() is string why)
            throw new InvalidOperationException($"Film {Parameters.Name}: the way to an equilibrium {why}.");
        try
        {
            DescentOutcome outcome = Once();
            if (outcome.Steps > 0 || !outcome.Reached)
                return outcome;

            // A film without torque to begin with, magnetised along its hard axis for one, may be on a saddle.
            (bool left, int evaluations) = _simulation.LeaveSaddle(Parameters.Simulation.RestTorque, cancellation);
            outcome = left ? Once() : outcome;
            return outcome with { Evaluations = outcome.Evaluations + evaluations };
        }
        finally
        {
            _conductance = null;
        }

        DescentOutcome Once()
        {
            int steps = 0;
            double limit = Parameters.Simulation.RestTorque;
            return method == EquilibriumMethod.Relax
                ? _simulation.Relax(limit, cancellation: cancellation, afterStep: Report)
                : _simulation.Minimise(limit, cancellation: cancellation, afterStep: Report);

            void Report(double torque)
            {
                if (++steps % StepsPerReport != 0)
                    return;
                _conductance = null;
                Progress?.Invoke(this, new PulseProgress(_simulation.Time, false));
            }
        }
    }

    // In intervals of progress whether or not anyone listens, so that listening changes no bit.
    private bool Integrate(double duration, bool fieldOn, bool untilRest, CancellationToken cancellation)
    {
        double interval = Parameters.Simulation.ProgressInterval;
        double begin = _simulation.Time;
        for (int k = 1; _simulation.Time - begin < duration * (1 - 1e-9); k++)
        {
            double target = Math.Min(k * interval, duration);
            _coupling.Run(_simulation, begin + target - _simulation.Time, cancellation);
            _conductance = null;
            Progress?.Invoke(this, new PulseProgress(_simulation.Time, fieldOn));
            if (untilRest && _simulation.MaxRate * _simulation.Equation.TorquePerRate <= Parameters.Simulation.RestTorque)
                return true;
        }

        return false;
    }

    private ConductanceMatrix Solve()
    {
        _magnetoresistance.Fill<float>(_grid, Magnetisation.X, Magnetisation.Y, _sheet);
        _withoutContacts = _solver.Solve(_sheet);
        double contact = Parameters.Transport.ContactResistance;
        return contact > 0 ? SeriesResistance.Conductance(_withoutContacts, contact) : _withoutContacts;
    }
}

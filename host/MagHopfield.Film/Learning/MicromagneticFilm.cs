using System.Globalization;
using MagHopfield.Film.Gold;
using MagHopfield.Film.Parameters;
using MagHopfield.Film.Transport;
using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Energy;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Shared;

namespace MagHopfield.Film.Learning;

/// <summary>
/// The film of Niu et al., PNAS 2024, simulated: a pulse on the gold layer turns the magnetisation by the Landau-Lifshitz-Gilbert
/// equation (eqs. S1, S2) in the Oersted field, and the conductance follows by anisotropic magnetoresistance (eq. S3). Single layer of
/// cells in single precision; transport in double. The same parameters give the same bits.
/// </summary>
public sealed class MicromagneticFilm : ISelfLearningFilm
{
    private const string PulseCount = "pulses applied: ";
    private const string RelaxationCount = "relaxations since: ";

    private readonly ConductorGrid _grid;
    private readonly ConductorSolver _solver;
    private readonly SheetConductance _sheet;
    private readonly AnisotropicMagnetoresistance _magnetoresistance;
    private Simulation<float> _simulation;
    private readonly Zeeman<float> _zeeman;
    private readonly VectorField<float> _oersted;
    private readonly IEnergyTerm<float>[] _terms;
    private readonly double _torquePerRate;
    private int _pulses;
    private int _relaxations;
    private ConductanceMatrix? _conductance;
    private ConductanceMatrix? _withoutContacts;

    /// <summary>Makes the film in its initial state.</summary>
    /// <param name="parameters">The film.</param>
    /// <param name="cancellation">Ends the preparation between its steps.</param>
    /// <exception cref="ArgumentException">Parameters that do not go together, or a film that does not fit into memory.</exception>
    public MicromagneticFilm(FilmParameters parameters, CancellationToken cancellation = default)
    {
        parameters.Magnetism.Check();
        Parameters = parameters;
        FilmGeometry geometry = parameters.Geometry;
        MagneticParameters magnetism = parameters.Magnetism;
        FilmMemory.Check(geometry, parameters.Terminals.Count);
        _grid = new ConductorGrid(geometry, parameters.Electrodes);
        _solver = new ConductorSolver(_grid, parameters.Transport.SolverTolerance);
        _sheet = new SheetConductance(_grid.Cells.Length);
        _magnetoresistance = new AnisotropicMagnetoresistance(parameters.Transport, geometry.Thickness);
        Gold = new GoldLayer(geometry, parameters.Terminals, parameters.Gold, cancellation);
        cancellation.ThrowIfCancellationRequested();

        Mesh mesh = new(geometry.CellsX, geometry.CellsY, 1, geometry.CellX, geometry.CellY, geometry.Thickness);
        Body = new Ferromagnet(new Geometry(mesh, Array.ConvertAll(geometry.CellMask(), inside => inside ? 1 : 0)), magnetism.SaturationMagnetisation);
        _oersted = new VectorField<float>(mesh);
        _zeeman = new Zeeman<float>(Body, _oersted) { SpatialScale = 0 };
        _terms = Terms(magnetism);
        _simulation = Start(StartingTexture.Create(Body.Geometry, magnetism.InitialState, magnetism.Seed));

        // |dm/dt| = γ |m × H|/√(1 + α²).
        _torquePerRate = Math.Sqrt(1 + magnetism.GilbertDamping * magnetism.GilbertDamping) / magnetism.GyromagneticRatio;
    }

    /// <summary>Makes the film on a thread of its own, which is left at once where the token is cancelled.</summary>
    /// <param name="parameters">The film.</param>
    /// <param name="cancellation">Ends the preparation.</param>
    /// <exception cref="ArgumentException">Parameters that do not go together, or a film that does not fit into memory.</exception>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static MicromagneticFilm Prepare(FilmParameters parameters, CancellationToken cancellation) =>
        Preparation.Of(() => new MicromagneticFilm(parameters, cancellation), cancellation);

    /// <summary>Called at every <see cref="PulseParameters.ProgressInterval"/> of simulated time within a pulse; the film may be read there.</summary>
    public event Action<MicromagneticFilm, PulseProgress>? Progress;

    /// <summary>The film's parameters.</summary>
    public FilmParameters Parameters { get; }

    /// <summary>The gold layer.</summary>
    public GoldLayer Gold { get; }

    /// <summary>Cells and saturation magnetisation.</summary>
    public Ferromagnet Body { get; }

    /// <summary>Unit magnetisation at the present instant, CellsX × CellsY, x fastest; to be read, not written.</summary>
    public VectorField<float> Magnetisation => _simulation.Magnetisation;

    /// <summary>What the last pulse took, or null before the first.</summary>
    public PulseRecord? LastPulse { get; private set; }

    /// <inheritdoc/>
    public int NodeCount => Parameters.NodeCount;

    /// <inheritdoc/>
    public ConductanceMatrix GoldConductance => Gold.Conductance;

    /// <inheritdoc/>
    public ConductanceMatrix Conductance => _conductance ??= Solve();

    /// <summary>Sheet current density in the film at the present state in A/m, for given electrode voltages (contact resistance left out).</summary>
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
        Transport.ConductanceSensitivity.Fill(_solver, u, v, toSheet);
        double[] x = new double[_grid.Cells.Length];
        double[] y = new double[x.Length];
        _magnetoresistance.Differentiate<float>(_grid, Magnetisation.X, Magnetisation.Y, toSheet, x, y);
        return (x, y);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Integrates until the top of the pulse is over, the texture is at rest, or <see cref="PulseParameters.LongestTime"/> has passed; then
    /// at zero field for <see cref="PulseParameters.RelaxationTime"/>. Edges are integrated in full, but none longer than
    /// <see cref="PulseParameters.LongestTime"/>: a slower one is taken at that length. <see cref="LastPulse"/> says how far it went.
    /// </remarks>
    public void ApplyPulse(IReadOnlyList<double> voltages, double width, double rise, CancellationToken cancellation)
    {
        PulseShape shape = PulseShape.For(this, voltages, width, rise);
        OerstedField field = Gold.Field(voltages);
        for (int c = 0; c < field.X.Length; c++)
        {
            (_oersted.X[c], _oersted.Y[c], _oersted.Z[c]) = ((float)field.X[c], (float)field.Y[c], (float)field.Z[c]);
        }

        PulseParameters settings = Parameters.Simulation;
        _pulses++;
        _relaxations = 0;
        if (Parameters.Magnetism.Temperature == 0)
        {
            ThermalTilt.Apply(Magnetisation, Body.Geometry, settings.Tilt, HashSeed(Parameters.Magnetism.Seed, _pulses));
        }

        // A pulse depends on nothing but the state before it: neither on the step that the integrator reached nor on the clock.
        Restart();
        long steps = _simulation.Steps;
        try
        {
            double edge = Math.Min(shape.Rise, settings.LongestTime);
            Edge(edge, t => t / edge, cancellation);
            _zeeman.SpatialScale = 1;
            double top = _simulation.Time;
            bool atRest = Integrate(Math.Min(shape.Top, settings.LongestTime), true, true, cancellation);
            double end = _simulation.Time;
            double torque = _simulation.MaxTorque * _torquePerRate;
            Edge(edge, t => 1 - (t - end) / edge, cancellation);
            _zeeman.SpatialScale = 0;
            Integrate(settings.RelaxationTime, false, false, cancellation);
            LastPulse = new PulseRecord(width, rise, end - top, edge, settings.RelaxationTime, torque, atRest, _simulation.Steps - steps);
        }
        finally
        {
            _zeeman.SpatialScaleAt = null;
            _zeeman.SpatialScale = 0;
            _conductance = null;
        }
    }

    /// <summary>Lets the texture relax at zero field, as between training and a later measurement (retention).</summary>
    /// <param name="duration">Simulated time in seconds.</param>
    /// <param name="cancellation">Ends the relaxation early.</param>
    public void Relax(double duration, CancellationToken cancellation = default)
    {
        if (!(duration >= 0) || !double.IsFinite(duration))
        {
            throw new ArgumentOutOfRangeException(nameof(duration), $"The relaxation lasts {duration} s; give a finite time in seconds, 0 or more.");
        }

        _relaxations++;
        Restart();
        try
        {
            _zeeman.SpatialScale = 0;
            Integrate(duration, false, false, cancellation);
        }
        finally
        {
            _conductance = null;
        }
    }

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
            RelaxationCount + _relaxations.ToString(CultureInfo.InvariantCulture),
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
                $"{path} holds {other.Nx}×{other.Ny}×{other.Nz} cells, the film has {mesh.Nx}×{mesh.Ny}×1; load a state of this film.", nameof(path));
        }

        for (int c = 0; c < mesh.CellCount; c++)
        {
            double length = file.Field[c].Length;
            if (Body.Geometry.Contains(c) ? !(Math.Abs(length - 1) < 1e-3) : length != 0)
            {
                throw new FormatException($"{path}: cell {c} has |m| = {length}; the film needs 1 inside its outline and 0 outside.");
            }
        }

        file.Field.CopyTo(Magnetisation);
        string descriptions = file.Header.GetValueOrDefault("desc", string.Empty);
        _pulses = ReadCount(descriptions, PulseCount);
        _relaxations = ReadCount(descriptions, RelaxationCount);
        _conductance = null;
        _simulation.FieldChanged();
    }

    private static int ReadCount(string descriptions, string name)
    {
        string? line = descriptions.Split('\n').FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        return line is not null && int.TryParse(line[name.Length..], CultureInfo.InvariantCulture, out int count) ? count : 0;
    }

    private Simulation<float> Start(VectorField<float> texture)
    {
        MagneticParameters magnetism = Parameters.Magnetism;
        IEnergyTerm<float>[] noise = magnetism.Temperature > 0
            ? [new ThermalField<float>(Body, magnetism.Temperature, magnetism.GilbertDamping, ~HashSeed(HashSeed(magnetism.Seed, _pulses), _relaxations), magnetism.GyromagneticRatio)]
            : [];
        LandauLifshitzGilbert<float> equation = new(Body, magnetism.GilbertDamping, [.. _terms, .. noise]) { GyromagneticRatio = magnetism.GyromagneticRatio };
        return new Simulation<float>(equation, texture, Integrator(Parameters));
    }

    // The noise of each pulse begins anew from its own seed, so that it too depends on nothing but the state before.
    private void Restart()
    {
        if (Parameters.Magnetism.Temperature > 0)
        {
            _simulation = Start(Magnetisation);
        }

        _simulation.Integrator.NextStep = 0;
        _simulation.Time = 0;
    }

    // Distinct streams of random numbers for every pulse of every seed.
    private static int HashSeed(int seed, int pulse) => unchecked(seed * (int)0x9E3779B1 + pulse);

    private static IIntegrator<float> Integrator(FilmParameters parameters)
    {
        EmbeddedRungeKutta<float> integrator = EmbeddedRungeKutta<float>.DormandPrince54(parameters.Simulation.StepError);
        MagneticParameters magnetism = parameters.Magnetism;
        return magnetism.CoerciveField > 0
            ? new DryFriction(magnetism.CoerciveField, magnetism.GilbertDamping, magnetism.GyromagneticRatio, integrator)
            : integrator;
    }

    private IEnergyTerm<float>[] Terms(MagneticParameters magnetism)
    {
        List<IEnergyTerm<float>> terms = [new Exchange<float>(Body, magnetism.ExchangeStiffness), _zeeman];
        if (magnetism.HardAxisAnisotropy != 0)
        {
            terms.Add(UniaxialAnisotropy<float>.HardAxis(Body, magnetism.HardAxisAnisotropy));
        }

        if (magnetism.Grains is GrainParameters grains)
        {
            terms.Add(new GrainAnisotropy(Body, grains));
        }

        if (magnetism.Demagnetisation)
        {
            terms.Add(new Demagnetisation<float>(Body));
        }

        return [.. terms];
    }

    private void Edge(double duration, Func<double, double> share, CancellationToken cancellation)
    {
        _zeeman.SpatialScaleAt = share;
        Integrate(duration, true, false, cancellation);
        _zeeman.SpatialScaleAt = null;
    }

    // In intervals of progress whether or not anyone listens, so that listening changes no bit.
    private bool Integrate(double duration, bool fieldOn, bool untilRest, CancellationToken cancellation)
    {
        double interval = Parameters.Simulation.ProgressInterval;
        double begin = _simulation.Time;
        for (int k = 1; _simulation.Time - begin < duration * (1 - 1e-9); k++)
        {
            double target = Math.Min(k * interval, duration);
            _simulation.Run(begin + target - _simulation.Time, cancellation);
            _conductance = null;
            Progress?.Invoke(this, new PulseProgress(_simulation.Time, fieldOn));
            if (untilRest && _simulation.MaxTorque * _torquePerRate <= Parameters.Simulation.RestTorque)
            {
                return true;
            }
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

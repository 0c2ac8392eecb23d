using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Oersted;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Shared;

namespace MagHopfield.Micromagnetics.Transport;

/// <summary>
/// The current that electrodes drive through a magnetic film of one layer of cells, with its Oersted field. The conductivity is that of the
/// magnetisation at the last <see cref="Solve"/>, as a rule at the start of a step, and held until the next; within it the current follows
/// its sources in time exactly, as it is linear in them. Motion by a current held so is of first order in the step.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class FilmCurrent<T> : ITimeDependentTerm
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Relative error of a potential in the energy norm where none is given.</summary>
    public const double DefaultTolerance = 1e-9;

    private readonly Ferromagnet _body;
    private readonly IMagnetoresistance _magnetoresistance;
    private readonly double _contactResistance;
    private readonly ConductorSolver _solver;
    private readonly SheetConductance _sheet;
    private readonly BiotSavart? _law;
    private readonly double[] _now;
    private double[,]? _division;

    // What each source makes of 1 V or 1 A: voltages of the electrodes, current density in A/m² and field in A/m.
    private readonly double[][] _voltages;
    private readonly (double[] X, double[] Y)[] _densities;
    private readonly OerstedField[] _fields;

    /// <summary>Prepares the solver.</summary>
    /// <param name="body">The film, one layer of cells.</param>
    /// <param name="electrodes">At least two; coordinates from the lower-left corner of the mesh.</param>
    /// <param name="magnetoresistance">Sheet conductance of a magnetisation.</param>
    /// <param name="sources">What holds the electrodes; those without one are open. Of one at least the voltage is given.</param>
    /// <param name="contactResistance">Resistance in series with each electrode in ohms.</param>
    /// <param name="oersted">Whether the field of the current is computed.</param>
    /// <param name="tolerance">Relative error of a potential in the energy norm.</param>
    /// <exception cref="ArgumentException">
    /// Several layers, periodic axes, no electrode of given voltage, or electrodes that touch or cover nothing.
    /// </exception>
    public FilmCurrent(
        Ferromagnet body,
        IReadOnlyList<Electrode> electrodes,
        IMagnetoresistance magnetoresistance,
        IReadOnlyList<ElectrodeSource> sources,
        double contactResistance = 0,
        bool oersted = false,
        double tolerance = DefaultTolerance)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(electrodes);
        ArgumentNullException.ThrowIfNull(magnetoresistance);
        ArgumentNullException.ThrowIfNull(sources);
        Mesh mesh = body.Mesh;
        if (mesh.Nz != 1 || mesh.PeriodicX || mesh.PeriodicY)
            throw new ArgumentException("A current in the plane is solved in one layer of cells that does not repeat.", nameof(body));
        if (sources.Count > 0 && !sources.Any(source => source.IsVoltage))
            throw new ArgumentException("Of no electrode is the voltage given; hold one at 0 V.", nameof(sources));
        (_body, _magnetoresistance, _contactResistance, Sources) = (body, magnetoresistance, contactResistance, sources);
        FilmGeometry geometry = new(mesh.Nx * mesh.Dx, mesh.Ny * mesh.Dy, mesh.Dz, mesh.Nx, mesh.Ny);
        Grid = new ConductorGrid(geometry, electrodes, Array.ConvertAll(body.Geometry.Region.ToArray(), region => region != 0));
        _solver = new ConductorSolver(Grid, tolerance);
        _sheet = new SheetConductance(mesh.CellCount);
        _law = oersted ? new BiotSavart(mesh.Nx, mesh.Ny, mesh.Dx, mesh.Dy, -0.5 * mesh.Dz, 0.5 * mesh.Dz) : null;
        _now = new double[sources.Count];
        _voltages = new double[sources.Count][];
        _densities = [.. sources.Select(_ => (new double[mesh.CellCount], new double[mesh.CellCount]))];
        _fields = new OerstedField[sources.Count];
        Density = new VectorField<T>(mesh);
        Field = new VectorField<T>(mesh);
        Conductance = new ConductanceMatrix(electrodes.Count);
    }

    /// <summary>The conductor with its electrodes.</summary>
    public ConductorGrid Grid { get; }

    /// <summary>What holds the electrodes.</summary>
    public IReadOnlyList<ElectrodeSource> Sources { get; }

    /// <summary>Factor on all sources, no unit; it acts with the next <see cref="SetTime"/>.</summary>
    public double Factor { get; set; } = 1;

    /// <summary>Electrical current density in A/m².</summary>
    public VectorField<T> Density { get; }

    /// <summary>Oersted field of the current at the film's mid-plane in A/m, zero if it is not computed.</summary>
    public VectorField<T> Field { get; }

    /// <summary>Conductance matrix between the electrodes, contacts included, in siemens.</summary>
    public ConductanceMatrix Conductance { get; private set; }

    /// <summary>What each source gives, in volts or amperes, factor included.</summary>
    public IReadOnlyList<double> Now => _now;

    /// <summary>Forgets all that was solved before, so that what follows hangs on what follows alone.</summary>
    public void Forget() => _solver.Forget();

    /// <summary>Solves for the current of every source in a magnetic state.</summary>
    /// <param name="m">Unit magnetisation.</param>
    /// <param name="time">Time in seconds.</param>
    public void Solve(VectorField<T> m, double time)
    {
        _magnetoresistance.Fill(Grid, m, _sheet);
        ConductanceMatrix bare = _solver.Solve(_sheet);
        double[,] division = _division = SeriesResistance.VoltageDivision(bare, _contactResistance);
        Conductance = _contactResistance == 0 ? bare : SeriesResistance.Conductance(bare, _contactResistance);
        int n = Grid.ElectrodeCount;
        bool[] held = new bool[n];
        foreach (ElectrodeSource source in Sources)
            held[source.Electrode] = source.IsVoltage;
        for (int s = 0; s < Sources.Count; s++)
        {
            double[] one = new double[n];
            one[Sources[s].Electrode] = 1;
            double[] outside = _voltages[s] = Circuit.Voltages(Conductance, held, one);
            double[] inside = [.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(k => division[i, k] * outside[k]))];
            (double[] x, double[] y) = _densities[s];
            _solver.CurrentDensity(_sheet, inside, x, y);
            double thickness = _body.Mesh.Dz;
            for (int c = 0; c < x.Length; c++)
                (x[c], y[c]) = (x[c] / thickness, y[c] / thickness);
            if (_law is not null)
                _fields[s] = _law.Field(x, y);
        }

        Sum(time);
    }

    /// <summary>Sets the time for which current and field are then asked.</summary>
    /// <param name="time">Time in seconds.</param>
    public void SetTime(double time)
    {
        for (int s = 0; s < _now.Length; s++)
        {
            if (_now[s] != Factor * Sources[s].At(time))
            {
                Sum(time);
                return;
            }
        }
    }

    /// <summary>Voltages of the electrodes outside of their contacts, in volts.</summary>
    public double[] Voltages()
    {
        double[] sum = new double[Grid.ElectrodeCount];
        for (int s = 0; s < _now.Length; s++)
        {
            for (int i = 0; i < sum.Length; i++)
                sum[i] += _now[s] * _voltages[s][i];
        }

        return sum;
    }

    /// <summary>Potential at the middle of each cell in volts, 0 outside of the conductor.</summary>
    public ScalarField<double> Potential()
    {
        double[,] division = _division ?? throw new InvalidOperationException("Nothing was solved yet; call Solve first.");
        double[] outside = Voltages(), points = new double[Grid.PointsX * Grid.PointsY];
        int n = outside.Length;
        _solver.Potential([.. Enumerable.Range(0, n).Select(i => Enumerable.Range(0, n).Sum(k => division[i, k] * outside[k]))], points);
        ScalarField<double> potential = new(_body.Mesh);
        for (int c = 0; c < potential.Values.Length; c++)
        {
            int a = (c / Grid.CellsX * Grid.PointsX) + (c % Grid.CellsX);
            if (Grid.Cells[c])
                potential[c] = 0.25 * (points[a] + points[a + 1] + points[a + Grid.PointsX] + points[a + Grid.PointsX + 1]);
        }

        return potential;
    }

    /// <summary>The least bound known on the change of the Oersted field in any cell since the sources gave other values, in A/m.</summary>
    /// <param name="before">What <see cref="Now"/> was.</param>
    public double LargestChange(IReadOnlyList<double> before)
    {
        double sum = 0;
        for (int s = 0; s < _now.Length && _law is not null; s++)
        {
            double change = Math.Abs(_now[s] - before[s]), largest = 0;
            for (int c = 0; change > 0 && c < _fields[s].Z.Length; c++)
                largest = Math.Max(largest, new Vector3D(_fields[s].X[c], _fields[s].Y[c], _fields[s].Z[c]).Length);
            sum += change * largest;
        }

        return sum;
    }

    private void Sum(double time)
    {
        Density.Clear();
        Field.Clear();
        for (int s = 0; s < _now.Length; s++)
        {
            double now = _now[s] = Factor * Sources[s].At(time);
            if (now == 0)
                continue;
            (double[] x, double[] y) = _densities[s];
            for (int c = 0; c < x.Length; c++)
            {
                if (!_body.Geometry.Contains(c))
                    continue;
                Density.X[c] += T.CreateTruncating(now * x[c]);
                Density.Y[c] += T.CreateTruncating(now * y[c]);
                if (_law is not null)
                    Field[c] += now * new Vector3D(_fields[s].X[c], _fields[s].Y[c], _fields[s].Z[c]);
            }
        }
    }
}

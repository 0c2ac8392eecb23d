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
/// The current that electrodes drive through a magnetic film of one layer of cells, j from ∇·(Σ[m]E) = 0, with its Oersted field. In a
/// <see cref="Run.Simulation{T}"/> of an equation that has it among its followers it follows m: between solutions it goes on along the
/// parabola through the last three. At the start of a step it is solved for anew, as often as its error, seen at the last solution and
/// growing with the cube of the time since, demands (<see cref="Tolerance"/>), and where that is not enough at the evaluations within the
/// step, too; or, <see cref="IsExact"/>, at every evaluation. Steps that are redone use the same solutions, so that it leaves the order of
/// an integrator as it is. It is
/// linear in its sources and follows them in time exactly.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class FilmCurrent<T> : ITimeDependentTerm, IStateDependentTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Relative error of a potential in the energy norm where none is given.</summary>
    public const double DefaultTolerance = 1e-9;

    // Solutions that a parabola goes through, and the longest way along it in times between its last two: what is known of the error is of
    // times about as long.
    private const int Points = 3;
    private const double LongestReach = 4;

    private readonly Ferromagnet _body;
    private readonly IMagnetoresistance _magnetoresistance;
    private readonly double _contactResistance;
    private readonly ConductorSolver _solver;
    private readonly SheetConductance _sheet;
    private readonly BiotSavart? _law;
    private readonly double[] _now;

    // The last solutions, latest first, of which so many are known; one more has room for the next.
    private readonly CurrentSolution[] _solutions;
    private readonly double[] _weights = new double[Points];
    private int _known;

    // Density in A/m² and field in A/m of each of them, summed over the sources as they are.
    private readonly VectorField<T>[] _densities, _fields;

    // The error of the current by the distances in time from so many solutions: this times their product.
    private double _growth;
    private int _distances;
    // The time that is set, not a number where the sums are of no solution that is kept; the start of the step.
    private double _time, _begun;

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
        _solutions = [.. Enumerable.Range(0, Points + 1).Select(_ => new CurrentSolution(sources.Count, electrodes.Count, mesh.CellCount))];
        _densities = [.. Enumerable.Range(0, Points).Select(_ => new VectorField<T>(mesh))];
        _fields = [.. Enumerable.Range(0, oersted ? Points : 0).Select(_ => new VectorField<T>(mesh))];
        Density = new VectorField<T>(mesh);
        Field = new VectorField<T>(mesh);
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

    /// <summary>Whether the current is solved for at every evaluation.</summary>
    public bool IsExact { get; init; }

    /// <summary>
    /// Largest error of the current density between solutions, relative to its largest value, by the estimate from the last solution. A
    /// tenth of it is what was seen in m after fifty picoseconds of a vortex in a chiral film; a current held over steps makes 1.4e-2.
    /// </summary>
    public double Tolerance { get; init; } = 1e-2;

    /// <summary>Number of solutions so far.</summary>
    public long Solutions { get; private set; }

    /// <summary>Conductance matrix between the electrodes, contacts included, in siemens, at the time that is set.</summary>
    public ConductanceMatrix Conductance
    {
        get
        {
            if (_known < 2)
                return Last.Conductance;
            int n = Grid.ElectrodeCount;
            ConductanceMatrix g = new(n);
            for (int k = 0; k < _known; k++)
            {
                for (int e = 0; e < n * n; e++)
                    g[e / n, e % n] += _weights[k] * _solutions[k].Conductance[e / n, e % n];
            }

            return g;
        }
    }

    /// <summary>What each source gives, in volts or amperes, factor included.</summary>
    public IReadOnlyList<double> Now => _now;

    private CurrentSolution Last => _solutions[0];

    /// <summary>Forgets all that was solved before, so that what follows hangs on what follows alone.</summary>
    public void Forget()
    {
        _solver.Forget();
        (_known, _distances) = (0, 0);
    }

    /// <summary>Solves for the current of every source in a magnetic state; it is held until something else is asked for.</summary>
    /// <param name="m">Unit magnetisation.</param>
    /// <param name="time">Time in seconds.</param>
    public void Solve(VectorField<T> m, double time)
    {
        Solve(m, time, Last);
        (_known, _distances) = (1, 0);
        Sum(time);
    }

    /// <inheritdoc/>
    public bool BeginStep(VectorField<T> m, double time)
    {
        if (Sources.Count == 0 || Factor == 0 || IsExact || (_known > 0 && time == _begun))
            return false;
        double end = time + (_known > 0 ? time - _begun : 0);
        _begun = time;
        bool solved = _known > 0 && time == Last.Time;
        bool serves = _distances == Points && end - Last.Time <= LongestReach * (Last.Time - _solutions[1].Time);
        if (solved || (serves && Error(end) <= Tolerance))
            return false;
        Add(m, time);
        return true;
    }

    /// <inheritdoc/>
    public void Follow(VectorField<T> m, double time)
    {
        if (Sources.Count == 0 || Factor == 0)
            return;
        if (IsExact)
        {
            Solve(m, time);
        }
        else if (_known == 0 || (_known == 1 && time != Last.Time))
        {
            // The first evaluation within the first step, whose m is right to first order in its time, and a line through it to second.
            Add(m, time);
        }
        else if (_distances > 0 && time != Last.Time && Error(time) > Tolerance)
        {
            // For this evaluation alone: its m is not that of a step.
            CurrentSolution known = Last;
            (_solutions[0], _solutions[Points], int all) = (_solutions[Points], known, _known);
            Solve(m, time, Last);
            _known = 1;
            Sum(time);
            (_solutions[0], _solutions[Points], _known, _time) = (known, _solutions[0], all, double.NaN);
        }
    }

    /// <summary>Sets the time for which current and field are then asked.</summary>
    /// <param name="time">Time in seconds.</param>
    public void SetTime(double time)
    {
        bool changed = double.IsNaN(_time);
        for (int s = 0; s < _now.Length; s++)
            changed |= _now[s] != Factor * Sources[s].At(time);
        if (changed)
        {
            Sum(time);
            return;
        }

        if (time != _time)
            GoTo(time);
    }

    /// <summary>Voltages of the electrodes outside of their contacts, in volts.</summary>
    public double[] Voltages()
    {
        double[] sum = new double[Grid.ElectrodeCount];
        for (int s = 0; s < _now.Length; s++)
        {
            for (int k = 0; k < _known; k++)
            {
                for (int i = 0; i < sum.Length; i++)
                    sum[i] += _now[s] * _weights[k] * _solutions[k].Voltages[s][i];
            }
        }

        return sum;
    }

    /// <summary>Potential at the middle of each cell in volts at the last solution, 0 outside of the conductor.</summary>
    /// <exception cref="InvalidOperationException">Nothing was solved yet.</exception>
    public ScalarField<double> Potential()
    {
        if (_known == 0)
            throw new InvalidOperationException("Nothing was solved yet; call Solve first.");
        double[] outside = Voltages(), points = new double[Grid.PointsX * Grid.PointsY];
        _solver.Potential(Inside(Last.Division, outside), points);
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
        for (int s = 0; s < _now.Length; s++)
        {
            double change = Math.Abs(_now[s] - before[s]), largest = 0;
            for (int c = 0; change > 0 && Last.Fields[s] is OerstedField field && c < field.Z.Length; c++)
                largest = Math.Max(largest, new Vector3D(field.X[c], field.Y[c], field.Z[c]).Length);
            sum += change * largest;
        }

        return sum;
    }

    private static double[] Inside(double[,] division, double[] outside) =>
        [.. Enumerable.Range(0, outside.Length).Select(i => Enumerable.Range(0, outside.Length).Sum(k => division[i, k] * outside[k]))];

    // A solution more: the oldest makes room for it. What was solved for a later time was of a step that was cut short.
    private void Add(VectorField<T> m, double time)
    {
        for (; _known > 0 && time <= Last.Time; _known--)
            Rotate(1, Points);
        Rotate(Points, 1);
        Solve(m, time, Last);
        if (_known >= 2)
        {
            ReadOnlySpan<CurrentSolution> before = _solutions.AsSpan(1, _known);
            Weigh(before, time);
            _growth = Last.Miss(before, _weights.AsSpan(0, _known)) / Distances(before, time);
            _distances = _known;
        }

        _known = Math.Min(Points, _known + 1);
        Sum(time);
    }

    // The first so many go behind the others.
    private void Rotate(int first, int others)
    {
        CurrentSolution[] moved = [.. _solutions[first..(first + others)], .. _solutions[..first]];
        moved.CopyTo(_solutions, 0);
    }

    private double Error(double time) => _growth * Distances(_solutions.AsSpan(0, _distances), time);

    private static double Distances(ReadOnlySpan<CurrentSolution> solutions, double time)
    {
        double product = 1;
        foreach (CurrentSolution solution in solutions)
            product *= Math.Abs(time - solution.Time);
        return product;
    }

    // Lagrange's weights of a polynomial through solutions at a time.
    private void Weigh(ReadOnlySpan<CurrentSolution> solutions, double time)
    {
        for (int k = 0; k < solutions.Length; k++)
        {
            _weights[k] = 1;
            for (int j = 0; j < solutions.Length; j++)
            {
                if (j != k)
                    _weights[k] *= (time - solutions[j].Time) / (solutions[k].Time - solutions[j].Time);
            }
        }
    }

    private void Solve(VectorField<T> m, double time, CurrentSolution solution)
    {
        _magnetoresistance.Fill(Grid, m, _sheet);
        ConductanceMatrix bare = _solver.Solve(_sheet);
        Solutions++;
        solution.Time = time;
        solution.Division = SeriesResistance.VoltageDivision(bare, _contactResistance);
        solution.Conductance = _contactResistance == 0 ? bare : SeriesResistance.Conductance(bare, _contactResistance);
        int n = Grid.ElectrodeCount;
        bool[] held = new bool[n];
        foreach (ElectrodeSource source in Sources)
            held[source.Electrode] = source.IsVoltage;
        for (int s = 0; s < Sources.Count; s++)
        {
            double[] one = new double[n];
            one[Sources[s].Electrode] = 1;
            double[] outside = solution.Voltages[s] = Circuit.Voltages(solution.Conductance, held, one);
            (double[] x, double[] y) = solution.Densities[s];
            _solver.CurrentDensity(_sheet, Inside(solution.Division, outside), x, y);
            double thickness = _body.Mesh.Dz;
            for (int c = 0; c < x.Length; c++)
                (x[c], y[c]) = (x[c] / thickness, y[c] / thickness);
            if (_law is not null)
                solution.Fields[s] = _law.Field(x, y);
        }
    }

    // Sums over the sources as they are at a time, of each solution.
    private void Sum(double time)
    {
        for (int s = 0; s < _now.Length; s++)
            _now[s] = Factor * Sources[s].At(time);
        for (int k = 0; k < Math.Max(1, _known); k++)
            Sum(k);
        GoTo(time);
    }

    private void Sum(int solution)
    {
        VectorField<T> density = _densities[solution];
        VectorField<T>? field = _law is null ? null : _fields[solution];
        density.Clear();
        field?.Clear();
        for (int s = 0; s < _now.Length && _known > 0; s++)
        {
            double now = _now[s];
            if (now == 0)
                continue;
            (double[] x, double[] y) = _solutions[solution].Densities[s];
            OerstedField? own = _solutions[solution].Fields[s];
            for (int c = 0; c < x.Length; c++)
            {
                if (!_body.Geometry.Contains(c))
                    continue;
                density.X[c] += T.CreateTruncating(now * x[c]);
                density.Y[c] += T.CreateTruncating(now * y[c]);
                if (field is not null && own is not null)
                    field[c] += now * new Vector3D(own.X[c], own.Y[c], own.Z[c]);
            }
        }
    }

    // The polynomial through what is known. The weights make one in all, so that the first one's own is what the others leave.
    private void GoTo(double time)
    {
        _time = time;
        int n = Math.Max(1, _known);
        Weigh(_solutions.AsSpan(0, n), time);
        Span<double> weights = stackalloc double[n];
        _weights.AsSpan(0, n).CopyTo(weights);
        weights[0] -= 1;
        FieldArithmetic.Combine(_densities[0], _densities, weights, Density);
        if (_law is not null)
            FieldArithmetic.Combine(_fields[0], _fields, weights, Field);
    }
}

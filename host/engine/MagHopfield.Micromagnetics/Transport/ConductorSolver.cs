using System.Globalization;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Multigrid;
using MagHopfield.Shared;

namespace MagHopfield.Micromagnetics.Transport;

/// <summary>
/// Solves ∇·(S ∇φ) = 0 on a conducting sheet with equipotential electrodes and no current through the edges
/// (Niu et al., PNAS 2024, eq. S3 with ∇·j = 0), and gives the conductance matrix between the electrodes. Bilinear elements on the
/// mesh, conjugate gradients preconditioned by multigrid, started from the last solution; the potentials of up to eight electrodes are
/// solved side by side, and such batches in parallel. The result is the same to the bit for any number of threads.
/// </summary>
public sealed class ConductorSolver
{
    // A preconditioner built for one anisotropic sheet serves all its magnetic states up to this ratio of conductivities.
    private const double RebuildRatio = 1.25;

    private readonly NinePointStencil _stiffness;
    private readonly LaneVector<double>[] _groups;
    private readonly CrossProducts _products;
    private readonly WorkSharing _team;
    private readonly LaneSolver<EightLanes>?[] _eights;
    private readonly LaneSolver<FourLanes>?[] _fours;
    private readonly int[] _iterations;
    private readonly Action<int, int> _solveBatch;
    private readonly Action<int, int> _multiply;
    private readonly double _tolerance;
    private double _builtLowest;
    private double _builtHighest;

    // Of the first solve with the multigrid as it is.
    private int _firstIterations;
    private MultigridHierarchy? _multigrid;

    /// <summary>A solver for one arrangement of electrodes.</summary>
    /// <param name="grid">Mesh, outline and electrodes.</param>
    /// <param name="tolerance">
    /// Error of a potential in the energy norm √(e·Ke) at which its solve ends, relative to √(φ·Kφ); that of G is its square.
    /// </param>
    /// <param name="threads">Largest number of threads; 0 for one a processor.</param>
    public ConductorSolver(ConductorGrid grid, double tolerance = 1e-9, int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        Grid = grid;
        _tolerance = tolerance;
        _stiffness = new NinePointStencil(grid.PointsX, grid.PointsY);
        _groups = new LaneVector<double>[(grid.ElectrodeCount - 2) / StiffnessProduct.Lanes + 1];
        for (int g = 0; g < _groups.Length; g++)
            _groups[g] = new LaneVector<double>(_stiffness.Count, grid.PointsX + 1, StiffnessProduct.Lanes);

        Forget();
        _products = new CrossProducts(_stiffness, _groups, grid);
        _team = new WorkSharing(Math.Min(threads == 0 ? Environment.ProcessorCount : threads, Batches));
        _eights = new LaneSolver<EightLanes>?[_team.Threads];
        _fours = new LaneSolver<FourLanes>?[_team.Threads];
        _iterations = new int[Batches];
        _solveBatch = SolveBatch;
        _multiply = (group, _) => _products.Compute(group);
    }

    /// <summary>Mesh, outline and electrodes.</summary>
    public ConductorGrid Grid { get; }

    /// <summary>Sum over the N − 1 solves of the last <see cref="Solve"/> of their iterations.</summary>
    public int Iterations { get; private set; }

    /// <summary>
    /// Largest |Σ_i I_i| over the driven electrodes of the last <see cref="Solve"/>, relative to the largest current: zero but for the
    /// tolerance of the iteration and rounding, because every row of the stiffness matrix sums to zero.
    /// </summary>
    public double CurrentImbalance { get; private set; }

    /// <summary>
    /// Largest difference between the current of electrode i driven by j and that of j driven by i in the last <see cref="Solve"/>,
    /// relative to G_11: of the order of the tolerance. G itself is the dissipated power, whose error is that of the potentials squared.
    /// </summary>
    public double Asymmetry { get; private set; }

    /// <summary>
    /// Forgets the last solution and what was made for its sheet: the next <see cref="Solve"/> gives what it would give first of all, to
    /// the bit.
    /// </summary>
    public void Forget()
    {
        _multigrid = null;
        for (int p = 0; p < Grid.Owner.Length; p++)
        {
            int owner = Grid.Owner[p];
            for (int k = 0; k < Grid.ElectrodeCount - 1; k++)
                PotentialAt(k, p) = owner == k ? 1 : 0;
        }
    }

    /// <summary>
    /// The conductance matrix of the sheet in siemens: electrode j at 1 V, all others at 0, column j of G are the currents into the
    /// electrodes. N − 1 solves; the last column follows from the fact that equal voltages drive no current.
    /// </summary>
    /// <param name="sheet">Sheet conductance of each cell.</param>
    /// <exception cref="ArgumentException">A cell's tensor is not positive definite, or the conductor falls apart.</exception>
    public ConductanceMatrix Solve(SheetConductance sheet)
    {
        Prepare(sheet);
        _team.Run(Batches, _solveBatch);
        _team.Run(_groups.Length, _multiply);
        Iterations = _iterations.Sum();
        if (_firstIterations == 0)
            _firstIterations = Math.Max(Iterations, Grid.ElectrodeCount);
        return Collect();
    }

    /// <summary>
    /// Potential at the corner points (x fastest) for given electrode voltages, from the last <see cref="Solve"/>, in volts.
    /// </summary>
    /// <param name="voltages">N voltages in volts.</param>
    /// <param name="potential">Receives PointsX × PointsY values; 0 outside the conductor.</param>
    public void Potential(ReadOnlySpan<double> voltages, Span<double> potential)
    {
        if (voltages.Length != Grid.ElectrodeCount || potential.Length != _stiffness.Count)
        {
            throw new ArgumentException(
                $"{Grid.ElectrodeCount} voltages and room for {_stiffness.Count} points are needed, got {voltages.Length} and "
                + $"{potential.Length}.");
        }

        // φ_N = 1 − Σ φ_k on the conductor.
        double ground = voltages[^1];
        for (int p = 0; p < potential.Length; p++)
            potential[p] = Grid.Owner[p] == ConductorGrid.Outside ? 0 : ground;

        const int lanes = StiffnessProduct.Lanes;
        Span<double> weights = stackalloc double[lanes];
        for (int g = 0; g < _groups.Length; g++)
        {
            int first = g * lanes, count = Math.Min(lanes, voltages.Length - 1 - first);
            for (int k = 0; k < count; k++)
                weights[k] = voltages[first + k] - ground;
            ref double lane = ref _groups[g].Origin;
            for (int p = 0; p < potential.Length; p++, lane = ref Unsafe.Add(ref lane, lanes))
            {
                double sum = potential[p];
                for (int k = 0; k < count; k++)
                    sum += weights[k] * Unsafe.Add(ref lane, k);
                potential[p] = sum;
            }
        }
    }

    /// <summary>Sheet current density K = −S ∇φ, mean over each cell (x fastest), in A/m.</summary>
    /// <param name="sheet">The sheet of the last <see cref="Solve"/>.</param>
    /// <param name="voltages">N voltages in volts.</param>
    /// <param name="kx">Receives the x component of each cell.</param>
    /// <param name="ky">Receives the y component of each cell.</param>
    public void CurrentDensity(SheetConductance sheet, ReadOnlySpan<double> voltages, Span<double> kx, Span<double> ky)
    {
        double[] potential = new double[_stiffness.Count];
        Potential(voltages, potential);
        bool hasCuts = Grid.Cuts.Count > 0;
        for (int iy = 0; iy < Grid.CellsY; iy++)
        {
            for (int ix = 0; ix < Grid.CellsX; ix++)
            {
                int c = iy * Grid.CellsX + ix;
                int a = iy * Grid.PointsX + ix;
                double southWest = potential[a];
                double southEast = potential[a + 1];
                double northWest = potential[a + Grid.PointsX];
                double northEast = potential[a + Grid.PointsX + 1];
                double fieldX = -(southEast - southWest + northEast - northWest) / (2 * Grid.CellX);
                double fieldY = -(northWest - southWest + northEast - southEast) / (2 * Grid.CellY);
                if (hasCuts && Grid.Cuts.TryGetValue(c, out CutCell? cut))
                {
                    ((double x0, double y0), (double x1, double y1), (double x2, double y2), (double x3, double y3)) =
                        (cut.Gradient(0), cut.Gradient(1), cut.Gradient(2), cut.Gradient(3));
                    fieldX = -(x0 * southWest + x1 * southEast + x2 * northWest + x3 * northEast);
                    fieldY = -(y0 * southWest + y1 * southEast + y2 * northWest + y3 * northEast);
                }

                fieldX *= Grid.Fraction[c];
                fieldY *= Grid.Fraction[c];
                kx[c] = sheet.XX[c] * fieldX + sheet.XY[c] * fieldY;
                ky[c] = sheet.XY[c] * fieldX + sheet.YY[c] * fieldY;
            }
        }
    }

    // Eight electrodes a batch, the last four of an odd number of groups by themselves.
    private int Batches => (_groups.Length + 1) / 2;

    // Potential of electrode k at 1 V and all others at 0.
    private ref double PotentialAt(int k, int point) =>
        ref Unsafe.Add(ref _groups[k / StiffnessProduct.Lanes].Origin, (nint)point * StiffnessProduct.Lanes + k % StiffnessProduct.Lanes);

    private void SolveBatch(int batch, int thread)
    {
        ReadOnlySpan<LaneVector<double>> groups = _groups.AsSpan(2 * batch, Math.Min(2, _groups.Length - 2 * batch));
        _iterations[batch] = groups.Length == 2
            ? (_eights[thread] ??= new LaneSolver<EightLanes>(_multigrid!)).Solve(_stiffness, groups, _tolerance)
            : (_fours[thread] ??= new LaneSolver<FourLanes>(_multigrid!)).Solve(_stiffness, groups, _tolerance);
    }

    // G is the dissipated power, which is stationary: errors of the potentials count by their square. The currents check it.
    private ConductanceMatrix Collect()
    {
        int n = Grid.ElectrodeCount;
        ConductanceMatrix g = new(n);
        CurrentImbalance = 0;
        Asymmetry = 0;
        for (int j = 0; j < n - 1; j++)
        {
            double total = 0;
            for (int i = 0; i < n; i++)
                total += _products.Current(i, j);

            CurrentImbalance = Math.Max(CurrentImbalance, Math.Abs(total) / _products.Current(j, j));
            for (int i = 0; i <= j; i++)
            {
                Asymmetry = Math.Max(Asymmetry, Math.Abs(_products.Current(i, j) - _products.Current(j, i)) / _products.Current(0, 0));
                g[i, j] = g[j, i] = _products.Power(i, j);
            }
        }

        for (int j = 0; j < n - 1; j++)
        {
            double sum = 0;
            for (int i = 0; i < n - 1; i++)
                sum += g[i, j];

            g[n - 1, j] = g[j, n - 1] = -sum;
            g[n - 1, n - 1] += sum;
        }

        return g;
    }

    // Whether a sheet may have become so different from that which the multigrid was made for that iterations would be many. A sheet whose
    // own conductances differ by more than the ratio, as one of large magnetoresistance, is told by the iterations themselves: its cells
    // may all have turned without it.
    private bool IsFar(double lowest, double highest) => _builtHighest > RebuildRatio * _builtLowest
        ? highest > RebuildRatio * _builtHighest || lowest * RebuildRatio < _builtLowest || Iterations > _firstIterations
        : highest > RebuildRatio * _builtLowest || lowest * RebuildRatio < _builtHighest;

    private void Prepare(SheetConductance sheet)
    {
        ReadOnlySpan<bool> cells = Grid.Cells;
        if (sheet.XX.Length != cells.Length)
            throw new ArgumentException($"The conductor has {cells.Length} cells, the sheet conductance {sheet.XX.Length}.", nameof(sheet));

        double lowest = double.PositiveInfinity;
        double highest = 0;
        for (int c = 0; c < cells.Length; c++)
        {
            if (!cells[c])
                continue;

            double trace = sheet.XX[c] + sheet.YY[c];
            double gap = Math.Sqrt((sheet.XX[c] - sheet.YY[c]) * (sheet.XX[c] - sheet.YY[c]) + 4 * sheet.XY[c] * sheet.XY[c]);
            lowest = Math.Min(lowest, (trace - gap) / 2);
            highest = Math.Max(highest, (trace + gap) / 2);
            if (!(trace - gap > 0) || !double.IsFinite(trace))
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The sheet conductance of cell ({c % Grid.CellsX}, {c / Grid.CellsX}) has the eigenvalue {(trace - gap) / 2:g4} S; "
                    + $"all must be positive."));
            }
        }

        StiffnessAssembly.Assemble(Grid, sheet, _stiffness);
        if (_multigrid is null || IsFar(lowest, highest))
        {
            _firstIterations = 0;
            _multigrid = new MultigridHierarchy(_stiffness, Grid.Owner);
            _builtLowest = lowest;
            _builtHighest = highest;
            Array.Clear(_eights);
            Array.Clear(_fours);
        }
        else if (_builtHighest > RebuildRatio * _builtLowest)
        {
            _multigrid.TakeFinest(_stiffness, Grid.Owner);
        }
        else
        {
            _multigrid.Levels[0].Stencil.Fill(_stiffness);
        }
    }
}

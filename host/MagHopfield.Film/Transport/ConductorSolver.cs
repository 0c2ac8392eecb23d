using System.Globalization;
using MagHopfield.Shared;

namespace MagHopfield.Film.Transport;

/// <summary>
/// Solves ∇·(S ∇φ) = 0 on a conducting sheet with equipotential electrodes and no current through the edges
/// (Niu et al., PNAS 2024, eq. S3 with ∇·j = 0), and gives the conductance matrix between the electrodes. Bilinear elements on the
/// mesh, conjugate gradients preconditioned by multigrid, started from the last solution. Solving allocates nothing.
/// </summary>
public sealed class ConductorSolver
{
    // A preconditioner built for one anisotropic sheet serves all its magnetic states up to this ratio of conductivities.
    private const double RebuildRatio = 1.25;
    private const int IterationLimit = 500;

    private readonly NinePointStencil _stiffness;
    private readonly double[] _free;
    private readonly double[][] _potentials;
    private readonly double[] _residual;
    private readonly double[] _direction;
    private readonly double[] _product;
    private readonly double[] _preconditioned;
    private readonly double _tolerance;
    private double _builtLowest;
    private double _builtHighest;
    private Multigrid? _multigrid;

    /// <summary>A solver for one arrangement of electrodes.</summary>
    /// <param name="grid">Mesh, outline and electrodes.</param>
    /// <param name="tolerance">Error of a potential in the energy norm √(e·Ke) at which its solve ends, relative to √(φ·Kφ); that of G is its square.</param>
    public ConductorSolver(ConductorGrid grid, double tolerance = 1e-9)
    {
        Grid = grid;
        _tolerance = tolerance;
        _stiffness = new NinePointStencil(grid.PointsX, grid.PointsY);
        _free = _stiffness.NewVector();
        _residual = _stiffness.NewVector();
        _direction = _stiffness.NewVector();
        _product = _stiffness.NewVector();
        _preconditioned = _stiffness.NewVector();
        _potentials = new double[grid.ElectrodeCount][];
        for (int k = 0; k < grid.ElectrodeCount; k++)
        {
            _potentials[k] = _stiffness.NewVector();
        }

        for (int p = 0; p < grid.Owner.Length; p++)
        {
            int owner = grid.Owner[p];
            if (owner >= 0)
            {
                _potentials[owner][_stiffness.Margin + p] = 1;
            }
            else if (owner == ConductorGrid.Free)
            {
                _free[_stiffness.Margin + p] = 1;
            }
        }
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

    /// <summary>Largest difference between the current of electrode i driven by j and that of j driven by i in the last <see cref="Solve"/>, relative to
    /// G_11: of the order of the tolerance. G itself is the dissipated power, whose error is that of the potentials squared.</summary>
    public double Asymmetry { get; private set; }

    /// <summary>
    /// The conductance matrix of the sheet in siemens: electrode j at 1 V, all others at 0, column j of G are the currents into the
    /// electrodes. N − 1 solves; the last column follows from the fact that equal voltages drive no current.
    /// </summary>
    /// <param name="sheet">Sheet conductance of each cell.</param>
    /// <exception cref="ArgumentException">A cell's tensor is not positive definite, or the conductor falls apart.</exception>
    public ConductanceMatrix Solve(SheetConductance sheet)
    {
        Prepare(sheet);
        int n = Grid.ElectrodeCount;
        ConductanceMatrix g = new(n);
        double[] last = _potentials[n - 1];
        for (int i = _stiffness.Margin; i < _stiffness.Margin + _stiffness.Count; i++)
        {
            last[i] = Grid.Owner[i - _stiffness.Margin] == ConductorGrid.Outside ? 0 : 1;
        }

        Iterations = 0;
        CurrentImbalance = 0;
        for (int j = 0; j < n - 1; j++)
        {
            Iterations += SolveFor(_potentials[j]);
            PaddedVector.AddScaled(last, -1, _potentials[j]);
            _stiffness.Apply(_potentials[j], _product);
            double total = 0;
            for (int p = 0; p < Grid.Owner.Length; p++)
            {
                int owner = Grid.Owner[p];
                if (owner >= 0)
                {
                    double current = _product[_stiffness.Margin + p];
                    g[owner, j] += current;
                    total += current;
                }
            }

            CurrentImbalance = Math.Max(CurrentImbalance, Math.Abs(total) / g[j, j]);
        }

        double asymmetry = 0;
        for (int i = 0; i < n - 1; i++)
        {
            for (int j = 0; j < i; j++)
            {
                asymmetry = Math.Max(asymmetry, Math.Abs(g[i, j] - g[j, i]) / g[0, 0]);
            }
        }

        Vary(g);
        Asymmetry = asymmetry;
        return g;
    }

    /// <summary>Potential at the corner points (x fastest) for given electrode voltages, from the last <see cref="Solve"/>, in volts.</summary>
    /// <param name="voltages">N voltages in volts.</param>
    /// <param name="potential">Receives PointsX × PointsY values; 0 outside the conductor.</param>
    public void Potential(ReadOnlySpan<double> voltages, Span<double> potential)
    {
        if (voltages.Length != Grid.ElectrodeCount || potential.Length != _stiffness.Count)
        {
            throw new ArgumentException(
                $"{Grid.ElectrodeCount} voltages and room for {_stiffness.Count} points are needed, got {voltages.Length} and {potential.Length}.");
        }

        potential.Clear();
        for (int k = 0; k < voltages.Length; k++)
        {
            for (int p = 0; p < potential.Length; p++)
            {
                potential[p] += voltages[k] * _potentials[k][_stiffness.Margin + p];
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
                if (Grid.Cuts.TryGetValue(c, out CutCell? cut))
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

    // Replaces the currents by the dissipated power φ_i·Kφ_j, which is stationary: errors of the potentials count by their square.
    private void Vary(ConductanceMatrix g)
    {
        int n = Grid.ElectrodeCount;
        g[n - 1, n - 1] = 0;
        for (int j = 0; j < n - 1; j++)
        {
            _stiffness.Apply(_potentials[j], _product);
            for (int i = 0; i <= j; i++)
            {
                g[i, j] = g[j, i] = PaddedVector.Dot(_potentials[i], _product);
            }
        }

        for (int j = 0; j < n - 1; j++)
        {
            double sum = 0;
            for (int i = 0; i < n - 1; i++)
            {
                sum += g[i, j];
            }

            g[n - 1, j] = g[j, n - 1] = -sum;
            g[n - 1, n - 1] += sum;
        }
    }

    private void Prepare(SheetConductance sheet)
    {
        ReadOnlySpan<bool> cells = Grid.Cells;
        if (sheet.XX.Length != cells.Length)
        {
            throw new ArgumentException($"The conductor has {cells.Length} cells, the sheet conductance {sheet.XX.Length}.", nameof(sheet));
        }

        double lowest = double.PositiveInfinity;
        double highest = 0;
        for (int c = 0; c < cells.Length; c++)
        {
            if (!cells[c])
            {
                continue;
            }

            double trace = sheet.XX[c] + sheet.YY[c];
            double gap = Math.Sqrt((sheet.XX[c] - sheet.YY[c]) * (sheet.XX[c] - sheet.YY[c]) + 4 * sheet.XY[c] * sheet.XY[c]);
            lowest = Math.Min(lowest, (trace - gap) / 2);
            highest = Math.Max(highest, (trace + gap) / 2);
            if (!(trace - gap > 0) || !double.IsFinite(trace))
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The sheet conductance of cell ({c % Grid.CellsX}, {c / Grid.CellsX}) has the eigenvalue {(trace - gap) / 2:g4} S; all must be positive."));
            }
        }

        StiffnessAssembly.Assemble(Grid, sheet, _stiffness);
        if (_multigrid is null || highest > RebuildRatio * _builtLowest || lowest * RebuildRatio < _builtHighest)
        {
            _multigrid = new Multigrid(_stiffness, _free);
            _builtLowest = lowest;
            _builtHighest = highest;
        }
    }

    private int SolveFor(double[] potential)
    {
        _stiffness.Apply(potential, _residual);

        // Dissipated power of the potential as it stands; every step lowers it by the energy of its error.
        double power = PaddedVector.Dot(potential, _residual);
        for (int i = 0; i < _residual.Length; i++)
        {
            _residual[i] = -_free[i] * _residual[i];
        }

        double rz = 0;
        for (int iteration = 0; iteration < IterationLimit; iteration++)
        {
            _multigrid!.Apply(_residual, _preconditioned);
            double next = PaddedVector.Dot(_residual, _preconditioned);
            if (next <= _tolerance * _tolerance * power)
            {
                return iteration;
            }

            if (iteration == 0)
            {
                Array.Copy(_preconditioned, _direction, _direction.Length);
            }
            else
            {
                PaddedVector.ScaleAndAdd(_direction, next / rz, _preconditioned);
            }

            rz = next;
            _stiffness.Apply(_direction, _product);
            PaddedVector.Mask(_product, _free);
            double step = rz / PaddedVector.Dot(_direction, _product);
            if (!double.IsFinite(step))
            {
                break;
            }

            PaddedVector.AddScaled(potential, step, _direction);
            PaddedVector.AddScaled(_residual, -step, _product);
            power -= step * rz;
        }

        throw new ArgumentException("The potential cannot be solved: a part of the conductor has no way to any electrode.");
    }
}

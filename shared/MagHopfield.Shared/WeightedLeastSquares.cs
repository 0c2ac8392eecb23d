using System;

namespace MagHopfield.Shared;

/// <summary>
/// Weighted linear least squares A x ≈ b: minimises Σ_r ((A x − b)_r / σ_r)² by the normal equations and a Cholesky factor.
/// Rows are scaled by 1/σ and columns to unit length before, which keeps the normal equations well conditioned for the
/// handful of unknowns of a conductance matrix.
/// </summary>
public sealed class WeightedLeastSquares
{
    // Below this a column is a combination of the others to the last digits of a double.
    private const double SmallestPivot = 1e-13;

    private readonly int _unknowns;
    private readonly double[] _normal;
    private readonly double[] _right;
    private double[] _scale = new double[0];
    private CholeskyFactor? _factor;
    private double _sumOfSquares;
    private int _rows;

    /// <summary>An empty system.</summary>
    /// <param name="unknowns">Number of unknowns, at least 1.</param>
    public WeightedLeastSquares(int unknowns)
    {
        if (unknowns < 1)
            throw new ArgumentOutOfRangeException("unknowns");

        _unknowns = unknowns;
        _normal = new double[unknowns * unknowns];
        _right = new double[unknowns];
        Solution = new double[unknowns];
        StandardErrors = new double[unknowns];
    }

    /// <summary>The solution x, after <see cref="Solve"/>.</summary>
    public double[] Solution { get; }

    /// <summary>
    /// Standard error of each unknown from the given σ: the square root of the diagonal of (Aᵀ W A)⁻¹, after <see cref="Solve"/>.
    /// </summary>
    public double[] StandardErrors { get; }

    /// <summary>χ²/(rows − unknowns): 1 where the residuals agree with the given σ; 0 where no row is spare. After <see
    /// cref="Solve"/>.</summary>
    public double ReducedChiSquare { get; private set; }

    /// <summary>Number of equations added.</summary>
    public int RowCount => _rows;

    /// <summary>Adds the equation Σ_k coefficients_k x_k = value ± sigma.</summary>
    /// <param name="coefficients">One for each unknown.</param>
    /// <param name="value">Right-hand side.</param>
    /// <param name="sigma">Standard deviation of the right-hand side in its unit, positive.</param>
    public void Add(double[] coefficients, double value, double sigma)
    {
        if (coefficients.Length != _unknowns)
        {
            throw new ArgumentException("An equation of " + _unknowns.ToString() + " unknowns got " + coefficients.Length.ToString()
                + " coefficients.");
        }

        if (!(0 < sigma))
            throw new ArgumentOutOfRangeException("sigma");

        double weight = 1 / (sigma * sigma);
        for (int i = 0; i < _unknowns; i++)
        {
            double scaled = weight * coefficients[i];
            _right[i] += scaled * value;
            for (int j = 0; j <= i; j++)
                _normal[i * _unknowns + j] += scaled * coefficients[j];
        }

        _sumOfSquares += weight * value * value;
        _rows++;
    }

    /// <summary>Solves the system.</summary>
    /// <returns>False where the equations do not determine every unknown; the results are then not to be used.</returns>
    public bool Solve()
    {
        int n = _unknowns;
        double[] scale = new double[n];
        for (int i = 0; i < n; i++)
        {
            double diagonal = _normal[i * n + i];
            if (!(0 < diagonal))
                return false;

            scale[i] = 1 / Math.Sqrt(diagonal);
        }

        double[] scaled = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
                scaled[i * n + j] = _normal[i * n + j] * scale[i] * scale[j];
        }

        if (!CholeskyFactor.TryCreate(scaled, n, SmallestPivot, out CholeskyFactor? factor))
            return false;

        double[] column = new double[n];
        for (int i = 0; i < n; i++)
            column[i] = _right[i] * scale[i];

        _scale = scale;
        _factor = factor;
        factor!.Solve(column);
        double explained = 0;
        for (int i = 0; i < n; i++)
        {
            Solution[i] = column[i] * scale[i];
            explained += Solution[i] * _right[i];
        }

        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < n; k++)
                column[k] = k == i ? 1 : 0;

            factor!.Solve(column);
            StandardErrors[i] = Math.Sqrt(column[i]) * scale[i];
        }

        double chiSquare = _sumOfSquares - explained;
        ReducedChiSquare = _rows > n && chiSquare > 0 ? chiSquare / (_rows - n) : 0;
        return true;
    }

    /// <summary>
    /// The solution for other values of the same equations, after <see cref="Solve"/>: (Aᵀ W A)⁻¹ of what <see cref="Project"/> has
    /// gathered.
    /// </summary>
    /// <param name="projection">Aᵀ W b, one for each unknown; the solution on return.</param>
    public void Respond(double[] projection)
    {
        CholeskyFactor factor = _factor ?? throw new InvalidOperationException("Solve the equations first.");
        for (int i = 0; i < _unknowns; i++)
            projection[i] *= _scale[i];

        factor.Solve(projection);
        for (int i = 0; i < _unknowns; i++)
            projection[i] *= _scale[i];
    }

    /// <summary>Adds to Aᵀ W b what an equation with another value gives.</summary>
    /// <param name="coefficients">One for each unknown, as handed to <see cref="Add"/>.</param>
    /// <param name="value">The other right-hand side.</param>
    /// <param name="sigma">Standard deviation of the equation, positive, as handed to <see cref="Add"/>.</param>
    /// <param name="projection">Aᵀ W b, one for each unknown.</param>
    public static void Project(double[] coefficients, double value, double sigma, double[] projection)
    {
        if (!(0 < sigma))
            throw new ArgumentOutOfRangeException("sigma");

        double weighted = value / (sigma * sigma);
        for (int i = 0; i < projection.Length; i++)
            projection[i] += weighted * coefficients[i];
    }
}

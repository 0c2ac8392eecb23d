using System;

namespace MagHopfield.Shared;

/// <summary>
/// The conductance matrix of a conductor with N electrodes from N − 1 injections of one source and one sink each. Current I_j enters
/// at electrode j and leaves at electrode 1, all voltages are against electrode 1: R_kj = V_k/I_j for k, j ≥ 2 is the inverse of G
/// without its row and column 1, and rows of G sum to zero. R is symmetric (reciprocity); with equal noise on all voltages the mean of
/// R_kj and R_jk is the least-squares solution, and their difference is the check.
/// </summary>
public sealed class KelvinInversion
{
    // Below this an electrode is not connected to the others.
    private const double SmallestPivot = 1e-12;

    private readonly int _nodeCount;
    private readonly int _size;
    private readonly double[] _resistance;
    private readonly double[] _relativeSigmaCurrent;
    private readonly double[] _sigmaResistance;
    private readonly bool[] _added;

    /// <summary>An empty system.</summary>
    /// <param name="nodeCount">Number of electrodes N, at least 2.</param>
    public KelvinInversion(int nodeCount)
    {
        if (nodeCount < 2)
            throw new ArgumentOutOfRangeException("nodeCount");

        _nodeCount = nodeCount;
        _size = nodeCount - 1;
        _resistance = new double[_size * _size];
        _relativeSigmaCurrent = new double[_size];
        _sigmaResistance = new double[_size];
        _added = new bool[_size];
    }

    /// <summary>The conductance matrix in siemens after <see cref="Solve"/>, or null before.</summary>
    public ConductanceMatrix? Conductance { get; private set; }

    /// <summary>Standard errors of G_ij, i &lt; j, in siemens, in the order of <see cref="ConductanceMatrix.PairIndex"/>, or null before
    /// <see cref="Solve"/>.</summary>
    public double[]? StandardErrors { get; private set; }

    /// <summary>χ² of R_ij − R_ji per pair: about 1 where the readings scatter as their σ say; 0 for N = 2, where there is no
    /// pair.</summary>
    public double ReducedChiSquare { get; private set; }

    /// <summary>The check of reciprocity: the largest |R_ij − R_ji|/√(R_ii R_jj).</summary>
    public double LargestReciprocityDeviation { get; private set; }

    /// <summary>Takes one injection.</summary>
    /// <param name="source">Zero-based electrode that the current enters, 1 … N − 1; it leaves at electrode 0.</param>
    /// <param name="current">Current in amperes, not 0.</param>
    /// <param name="voltages">N voltages against electrode 0, in volts.</param>
    /// <param name="sigmaCurrent">Standard deviation of the current, in amperes.</param>
    /// <param name="sigmaVoltage">Standard deviation of a voltage, in volts.</param>
    /// <exception cref="ArgumentException">No such electrode, no current, or another number of voltages.</exception>
    public void Add(int source, double current, double[] voltages, double sigmaCurrent, double sigmaVoltage)
    {
        if (source < 1 || source > _size)
        {
            throw new ArgumentOutOfRangeException("source", "A source is electrode 1 to " + _size.ToString()
                + " (zero-based; 0 is the sink), got " + source.ToString() + ".");
        }

        if (current == 0)
            throw new ArgumentException("An injection needs a current; got 0 A into electrode " + (source + 1).ToString() + ".");

        if (voltages.Length != _nodeCount)
        {
            throw new ArgumentException("An injection of " + _nodeCount.ToString() + " electrodes needs as many voltages, got "
                + voltages.Length.ToString() + ".");
        }

        int column = source - 1;
        for (int k = 0; k < _size; k++)
            _resistance[k * _size + column] = voltages[k + 1] / current;

        _relativeSigmaCurrent[column] = Math.Abs(sigmaCurrent / current);
        _sigmaResistance[column] = Math.Abs(sigmaVoltage / current);
        _added[column] = true;
    }

    /// <summary>Solves for G.</summary>
    /// <returns>False where an injection is missing or R is not positive definite: an electrode that is not connected, or a sense lead
    /// that is not.</returns>
    public bool Solve()
    {
        int n = _size;
        for (int j = 0; j < n; j++)
        {
            if (!_added[j])
                return false;
        }

        // Matrix and factor live only in Rows: an ESP32 has no room for them beside what comes after.
        double[][]? rows = Rows();
        if (rows == null)
            return false;

        Conductance = Matrix(rows);
        StandardErrors = Errors(rows);
        CheckReciprocity();
        return true;
    }

    // Rows of G without column 1: row 0 is electrode 1, which takes what the others give. Null where R is not positive definite.
    private double[][]? Rows()
    {
        int n = _size;
        CholeskyFactor? factor = Factor();
        if (factor == null)
            return null;

        double[][] rows = new double[_nodeCount][];
        rows[0] = new double[n];
        for (int i = 0; i < n; i++)
        {
            double[] row = new double[n];
            row[i] = 1;
            factor.Solve(row);
            rows[i + 1] = row;
            for (int k = 0; k < n; k++)
                rows[0][k] -= row[k];
        }

        return rows;
    }

    private CholeskyFactor? Factor() =>
        CholeskyFactor.TryCreate(Symmetric(), _size, SmallestPivot, out CholeskyFactor? factor) ? factor : null;

    private ConductanceMatrix Matrix(double[][] rows)
    {
        double[] pairs = new double[_nodeCount * (_nodeCount - 1) / 2];
        for (int i = 0; i < _nodeCount; i++)
        {
            for (int j = i + 1; j < _nodeCount; j++)
                pairs[ConductanceMatrix.PairIndex(i, j, _nodeCount)] = rows[i][j - 1];
        }

        return ConductanceMatrix.FromPairs(_nodeCount, pairs);
    }

    private double[] Symmetric()
    {
        int n = _size;
        double[] symmetric = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                symmetric[i * n + j] = 0.5 * (_resistance[i * n + j] + _resistance[j * n + i]);
        }

        return symmetric;
    }

    // δG_ij = −g_iᵀ ½(δR + δRᵀ) g_j, g_i row i of G. Independent δR of variance s² give ½ s² (|g_i|²|g_j|² + (g_i·g_j)²). A relative
    // error ε_k of current k is δR_lk = −R_lk ε_k, so it enters with ½(ε_i + ε_j) G_ij, and for electrode 1 with minus the sum of these.
    private double[] Errors(double[][] rows)
    {
        int n = _size;
        double variance = 0;
        for (int k = 0; k < n; k++)
        {
            // Divisor: N is at least 2.
            variance += _sigmaResistance[k] * _sigmaResistance[k] / n;
        }

        double[] squares = new double[_nodeCount];
        for (int i = 0; i < _nodeCount; i++)
            squares[i] = Dot(rows[i], rows[i]);

        double[] errors = new double[_nodeCount * (_nodeCount - 1) / 2];
        for (int i = 0; i < _nodeCount; i++)
        {
            for (int j = i + 1; j < _nodeCount; j++)
            {
                double dot = Dot(rows[i], rows[j]);
                double total = 0.5 * variance * (squares[i] * squares[j] + dot * dot);
                double[] own = rows[j];
                for (int k = 0; k < n; k++)
                {
                    double share = i == 0
                        ? 0.5 * (own[k] - (k == j - 1 ? rows[0][k] : 0))
                        : 0.5 * rows[i][j - 1] * ((k == i - 1 ? 1 : 0) + (k == j - 1 ? 1 : 0));
                    share *= _relativeSigmaCurrent[k];
                    total += share * share;
                }

                errors[ConductanceMatrix.PairIndex(i, j, _nodeCount)] = Math.Sqrt(total);
            }
        }

        return errors;
    }

    private void CheckReciprocity()
    {
        int n = _size;
        double chiSquare = 0;
        LargestReciprocityDeviation = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                double difference = _resistance[i * n + j] - _resistance[j * n + i];
                double variance = Variance(i, j) + Variance(j, i);
                if (variance > 0)
                    chiSquare += difference * difference / variance;

                // Divisor: a positive definite R has a positive diagonal.
                double deviation = Math.Abs(difference) / Math.Sqrt(_resistance[i * n + i] * _resistance[j * n + j]);
                LargestReciprocityDeviation = Math.Max(LargestReciprocityDeviation, deviation);
            }
        }

        ReducedChiSquare = n > 1 ? 2 * chiSquare / (n * (n - 1)) : 0;
    }

    private double Variance(int row, int column)
    {
        double byCurrent = _resistance[row * _size + column] * _relativeSigmaCurrent[column];
        return _sigmaResistance[column] * _sigmaResistance[column] + byCurrent * byCurrent;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += a[i] * b[i];

        return sum;
    }
}

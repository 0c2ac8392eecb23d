using System;

namespace MagHopfield.Shared;

/// <summary>The lower triangular factor L of a symmetric positive definite matrix A = L Lᵀ.</summary>
public sealed class CholeskyFactor
{
    private readonly double[] _lower;

    private CholeskyFactor(double[] lower, int size)
    {
        _lower = lower;
        Size = size;
    }

    /// <summary>Number of rows and columns n.</summary>
    public int Size { get; }

    /// <summary>Factors a matrix.</summary>
    /// <param name="matrix">n × n elements row by row; only the lower triangle is read.</param>
    /// <param name="size">n.</param>
    /// <param name="smallestPivot">Pivot, relative to its diagonal element, up to which the matrix counts as singular, 0 or more.</param>
    /// <param name="factor">The factor, or null.</param>
    /// <returns>False where the matrix is not positive definite.</returns>
    public static bool TryCreate(double[] matrix, int size, double smallestPivot, out CholeskyFactor? factor)
    {
        factor = null;
        double[] l = new double[size * size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i * size + j];
                for (int k = 0; k < j; k++)
                    sum -= l[i * size + k] * l[j * size + k];

                if (i != j)
                {
                    // Divisor: l_jj is the root of a positive pivot, else row j has ended here.
                    l[i * size + j] = sum / l[j * size + j];
                }
                else
                {
                    if (!(0 < sum) || !(smallestPivot * matrix[i * size + i] < sum))
                        return false;

                    l[i * size + i] = Math.Sqrt(sum);
                }
            }
        }

        factor = new CholeskyFactor(l, size);
        return true;
    }

    /// <summary>Replaces x by L⁻¹ x.</summary>
    /// <param name="x">n values.</param>
    public void Forward(double[] x)
    {
        for (int i = 0; i < Size; i++)
        {
            double sum = x[i];
            for (int k = 0; k < i; k++)
                sum -= _lower[i * Size + k] * x[k];

            // Divisor: TryCreate makes no factor with l_ii = 0.
            x[i] = sum / _lower[i * Size + i];
        }
    }

    /// <summary>Replaces x by A⁻¹ x.</summary>
    /// <param name="x">n values.</param>
    public void Solve(double[] x)
    {
        Forward(x);
        for (int i = Size - 1; i >= 0; i--)
        {
            double sum = x[i];
            for (int k = i + 1; k < Size; k++)
                sum -= _lower[k * Size + i] * x[k];

            // Divisor: TryCreate makes no factor with l_ii = 0.
            x[i] = sum / _lower[i * Size + i];
        }
    }
}

using MagHopfield.Micromagnetics.Transport.Conductor;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>The inverse of a small matrix, for the coarsest grid: by Cholesky, in double precision, kept in single.</summary>
internal sealed class DenseInverse
{
    private readonly float[] _elements;

    /// <summary>Inverts A.</summary>
    /// <param name="stencil">A, symmetric and positive definite but for points with zero diagonal, which have no unknown.</param>
    /// <param name="scaledSolution">Whether the result is R A⁻¹ R instead of A⁻¹ R, with R = √diag A.</param>
    public DenseInverse(NinePointStencil stencil, bool scaledSolution)
    {
        int n = Count = stencil.Count;
        double[] factor = Factor(stencil);
        _elements = new float[n * n];
        double[] column = new double[n];
        for (int j = 0; j < n; j++)
        {
            double scale = Root(stencil, j);
            if (scale == 0)
                continue;

            Array.Clear(column);
            column[j] = scale;
            Solve(factor, column);
            for (int i = 0; i < n; i++)
                _elements[i * n + j] = (float)(scaledSolution ? Root(stencil, i) * column[i] : column[i]);
        }
    }

    /// <summary>Number of rows.</summary>
    public int Count { get; }

    /// <summary>Elements row by row.</summary>
    public ReadOnlySpan<float> Elements => _elements;

    private static double Root(NinePointStencil stencil, int i) => Math.Sqrt(stencil.Diagonal[stencil.Margin + i]);

    private static double[] Factor(NinePointStencil stencil)
    {
        int n = stencil.Count;
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            int k = stencil.Margin + i;

            // A point without unknown gets the identity.
            a[i * n + i] = stencil.Diagonal[k] > 0 ? stencil.Diagonal[k] : 1;
            Couple(i, i + 1, stencil.East[k]);
            Couple(i, i + stencil.PointsX, stencil.North[k]);
            Couple(i, i + stencil.PointsX + 1, stencil.NorthEast[k]);
            Couple(i, i + stencil.PointsX - 1, stencil.NorthWest[k]);
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++)
                    sum -= a[i * n + k] * a[j * n + k];

                a[i * n + j] = i == j ? Math.Sqrt(sum) : sum / a[j * n + j];
            }
        }

        return a;

        void Couple(int i, int j, double value)
        {
            if (value != 0)
                a[j * n + i] += value;
        }
    }

    private static void Solve(double[] factor, double[] x)
    {
        int n = x.Length;
        for (int i = 0; i < n; i++)
        {
            double sum = x[i];
            for (int k = 0; k < i; k++)
                sum -= factor[i * n + k] * x[k];

            x[i] = sum / factor[i * n + i];
        }

        for (int i = n - 1; i >= 0; i--)
        {
            double sum = x[i];
            for (int k = i + 1; k < n; k++)
                sum -= factor[k * n + i] * x[k];

            x[i] = sum / factor[i * n + i];
        }
    }
}

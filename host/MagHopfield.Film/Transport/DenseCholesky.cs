namespace MagHopfield.Film.Transport;

/// <summary>Direct solution on the coarsest grid of the V-cycle.</summary>
internal sealed class DenseCholesky
{
    private readonly int _count;
    private readonly int _margin;
    private readonly double[] _factor;
    private readonly double[] _work;

    public DenseCholesky(NinePointStencil stencil)
    {
        _count = stencil.Count;
        _margin = stencil.Margin;
        _factor = new double[_count * _count];
        _work = new double[_count];
        int row = stencil.PointsX;
        for (int i = 0; i < _count; i++)
        {
            int k = _margin + i;

            // A point without unknown gets the identity.
            this[i, i] = stencil.Diagonal[k] > 0 ? stencil.Diagonal[k] : 1;
            Couple(i, i + 1, stencil.East[k]);
            Couple(i, i + row, stencil.North[k]);
            Couple(i, i + row + 1, stencil.NorthEast[k]);
            Couple(i, i + row - 1, stencil.NorthWest[k]);
        }

        Factorise();
    }

    private double this[int i, int j]
    {
        get => _factor[i * _count + j];
        set => _factor[i * _count + j] = value;
    }

    public void Solve(double[] right, double[] solution)
    {
        for (int i = 0; i < _count; i++)
        {
            double sum = right[_margin + i];
            for (int k = 0; k < i; k++)
            {
                sum -= this[i, k] * _work[k];
            }

            _work[i] = sum / this[i, i];
        }

        for (int i = _count - 1; i >= 0; i--)
        {
            double sum = _work[i];
            for (int k = i + 1; k < _count; k++)
            {
                sum -= this[k, i] * _work[k];
            }

            _work[i] = sum / this[i, i];
            solution[_margin + i] = _work[i];
        }
    }

    private void Couple(int i, int j, double value)
    {
        if (value != 0)
        {
            this[j, i] += value;
        }
    }

    private void Factorise()
    {
        for (int i = 0; i < _count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = this[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= this[i, k] * this[j, k];
                }

                this[i, j] = i == j ? Math.Sqrt(sum) : sum / this[j, j];
            }
        }
    }
}

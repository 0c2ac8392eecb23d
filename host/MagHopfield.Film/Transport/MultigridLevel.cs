namespace MagHopfield.Film.Transport;

/// <summary>A grid of the V-cycle with its vectors and its smoother.</summary>
internal sealed class MultigridLevel
{
    // The smoother damps the upper three quarters of the spectrum; the coarser grid takes the rest.
    private const double SmoothedFraction = 0.25;
    private const int PowerIterations = 15;

    private readonly double[] _inverseDiagonal;
    private readonly double[] _direction;
    private readonly double[] _product;
    private readonly double _theta;
    private readonly double _delta;

    public MultigridLevel(NinePointStencil stencil)
    {
        Stencil = stencil;
        Free = stencil.NewVector();
        Right = stencil.NewVector();
        Solution = stencil.NewVector();
        Residual = stencil.NewVector();
        _inverseDiagonal = stencil.NewVector();
        _direction = stencil.NewVector();
        _product = stencil.NewVector();
        for (int i = 0; i < Free.Length; i++)
        {
            if (stencil.Diagonal[i] > 0)
            {
                Free[i] = 1;
                _inverseDiagonal[i] = 1 / stencil.Diagonal[i];
            }
        }

        double largest = 1.1 * LargestEigenvalue();
        double smallest = SmoothedFraction * largest;
        _theta = (largest + smallest) / 2;
        _delta = (largest - smallest) / 2;
    }

    public NinePointStencil Stencil { get; }

    /// <summary>1 at unknowns, 0 elsewhere.</summary>
    public double[] Free { get; }

    public double[] Right { get; }

    public double[] Solution { get; }

    /// <summary>Right − A·Solution after <see cref="SmoothFromZero"/>.</summary>
    public double[] Residual { get; }

    public void SmoothFromZero()
    {
        Array.Copy(Right, Residual, Right.Length);
        Array.Clear(Solution);
        ChebyshevSteps();
        Stencil.Apply(_direction, _product);
        PaddedVector.AddScaled(Residual, -1, _product);
    }

    public void Smooth()
    {
        Stencil.Apply(Solution, _product);
        Array.Copy(Right, Residual, Right.Length);
        PaddedVector.AddScaled(Residual, -1, _product);
        ChebyshevSteps();
    }

    // Two steps of the Chebyshev iteration (Saad, Iterative Methods for Sparse Linear Systems, algorithm 12.1); the residual is left
    // without the last step's update.
    private void ChebyshevSteps()
    {
        double sigma = _theta / _delta;
        double rho = 1 / sigma;
        PaddedVector.Combine(_direction, 0, 1 / _theta, _inverseDiagonal, Residual);
        PaddedVector.AddScaled(Solution, 1, _direction);
        Stencil.Apply(_direction, _product);
        PaddedVector.AddScaled(Residual, -1, _product);
        double next = 1 / (2 * sigma - rho);
        PaddedVector.Combine(_direction, next * rho, 2 * next / _delta, _inverseDiagonal, Residual);
        PaddedVector.AddScaled(Solution, 1, _direction);
    }

    private double LargestEigenvalue()
    {
        Random random = new(1);
        for (int i = 0; i < _direction.Length; i++)
        {
            _direction[i] = Free[i] * (random.NextDouble() - 0.5);
        }

        double eigenvalue = 1;
        for (int k = 0; k < PowerIterations; k++)
        {
            double norm = Math.Sqrt(PaddedVector.Dot(_direction, _direction));
            if (!(norm > 0))
            {
                return 1;
            }

            Stencil.Apply(_direction, _product);
            PaddedVector.Combine(_direction, 0, 1 / norm, _inverseDiagonal, _product);
            eigenvalue = Math.Sqrt(PaddedVector.Dot(_direction, _direction));
        }

        return eigenvalue;
    }
}

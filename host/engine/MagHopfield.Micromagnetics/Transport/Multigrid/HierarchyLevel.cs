using MagHopfield.Micromagnetics.Transport.Conductor;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>A grid of the V-cycle: its matrix, and the smoother x = αb + βÂb.</summary>
/// <param name="stencil">Scaled matrix Â.</param>
internal sealed class HierarchyLevel(ScaledStencil stencil)
{
    /// <summary>Scaled matrix Â.</summary>
    public ScaledStencil Stencil { get; } = stencil;

    /// <summary>α, no unit.</summary>
    public float First { get; private set; }

    /// <summary>β, no unit.</summary>
    public float Second { get; private set; }

    // The smoother damps the upper three quarters of the spectrum; the coarser grid takes the rest.
    private const double SmoothedFraction = 0.25;
    private const int PowerIterations = 15;

    /// <summary>
    /// Two steps of the Chebyshev iteration from zero (Saad, Iterative Methods for Sparse Linear Systems, algorithm 12.1) over the upper
    /// spectrum of Â, written as a polynomial. The same polynomial before and after the coarser grid keeps the cycle symmetric.
    /// </summary>
    public static HierarchyLevel Of(NinePointStencil a)
    {
        HierarchyLevel level = new(new ScaledStencil(a));
        level.SmoothFor(a);
        return level;
    }

    /// <summary>Takes another matrix with the same points, however far from the one before.</summary>
    public void Take(NinePointStencil a)
    {
        Stencil.Take(a);
        SmoothFor(a);
    }

    private void SmoothFor(NinePointStencil a)
    {
        double largest = 1.1 * LargestEigenvalue(a);
        double smallest = SmoothedFraction * largest;
        double theta = (largest + smallest) / 2;
        double delta = (largest - smallest) / 2;
        double sigma = theta / delta;
        double rho = 1 / sigma;
        double next = 1 / (2 * sigma - rho);
        (First, Second) = ((float)((1 + rho * next) / theta + 2 * next / delta), (float)(-2 * next / (delta * theta)));
    }

    // Of D⁻¹A, which has the spectrum of Â.
    private static double LargestEigenvalue(NinePointStencil a)
    {
        Random random = new(1);
        double[] x = a.NewVector();
        double[] product = a.NewVector();
        double[] inverse = a.NewVector();
        for (int i = 0; i < x.Length; i++)
        {
            bool unknown = a.Diagonal[i] > 0;
            inverse[i] = unknown ? 1 / a.Diagonal[i] : 0;
            x[i] = unknown ? random.NextDouble() - 0.5 : 0;
        }

        double eigenvalue = 1;
        for (int k = 0; k < PowerIterations; k++)
        {
            double norm = Math.Sqrt(PaddedVector.Dot(x, x));
            if (!(norm > 0))
                return 1;

            a.Apply(x, product);
            PaddedVector.Scale(x, 1 / norm, inverse, product);
            eigenvalue = Math.Sqrt(PaddedVector.Dot(x, x));
        }

        return eigenvalue;
    }
}

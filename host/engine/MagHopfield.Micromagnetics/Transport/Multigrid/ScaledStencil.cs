using MagHopfield.Micromagnetics.Transport.Conductor;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>
/// A nine-point matrix in single precision, scaled to a diagonal of ones: Â = R⁻¹ A R⁻¹ with R = √diag A. Points whose diagonal is zero
/// (known potentials, outside) have zero coefficients and 1/R = 0, so they drop out of every product by themselves.
/// </summary>
internal sealed class ScaledStencil
{
    public ScaledStencil(NinePointStencil a)
    {
        PointsX = a.PointsX;
        PointsY = a.PointsY;
        Margin = a.Margin;
        Diagonal = new float[a.Diagonal.Length];
        East = new float[a.Diagonal.Length];
        North = new float[a.Diagonal.Length];
        NorthEast = new float[a.Diagonal.Length];
        NorthWest = new float[a.Diagonal.Length];
        Root = new float[a.Diagonal.Length];
        InverseRoot = new float[a.Diagonal.Length];
        Scale(a);
        Fill(a);
    }

    public int PointsX { get; }

    public int PointsY { get; }

    public int Count => PointsX * PointsY;

    /// <summary>Position of point 0 in every array.</summary>
    public int Margin { get; }

    public float[] Diagonal { get; }

    public float[] East { get; }

    public float[] North { get; }

    public float[] NorthEast { get; }

    public float[] NorthWest { get; }

    /// <summary>R at every point, 0 at points of known potential.</summary>
    public float[] Root { get; }

    /// <summary>1/R at every point, 0 at points of known potential.</summary>
    public float[] InverseRoot { get; }

    /// <summary>Takes the coefficients of another matrix with the same points, and its scale.</summary>
    public void Take(NinePointStencil a)
    {
        Scale(a);
        Fill(a);
    }

    /// <summary>Takes the coefficients of a matrix near the first one; the scale stays, the diagonal is near one then.</summary>
    public void Fill(NinePointStencil a)
    {
        int row = PointsX;
        float[] s = InverseRoot;
        for (int i = Margin; i < Margin + Count; i++)
        {
            Diagonal[i] = (float)a.Diagonal[i] * s[i] * s[i];
            East[i] = (float)a.East[i] * s[i] * s[i + 1];
            North[i] = (float)a.North[i] * s[i] * s[i + row];
            NorthEast[i] = (float)a.NorthEast[i] * s[i] * s[i + row + 1];
            NorthWest[i] = (float)a.NorthWest[i] * s[i] * s[i + row - 1];
        }
    }

    private void Scale(NinePointStencil a)
    {
        for (int i = Margin; i < Margin + Count; i++)
        {
            if (a.Diagonal[i] > 0)
            {
                Root[i] = (float)Math.Sqrt(a.Diagonal[i]);
                InverseRoot[i] = 1 / Root[i];
            }
        }
    }
}

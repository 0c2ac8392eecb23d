namespace MagHopfield.Micromagnetics.Oersted;

/// <summary>Field of the gold layer's current at the centres of the film's cells, mid-plane of the film, x fastest.</summary>
/// <param name="cellCount">Number of cells.</param>
public sealed class OerstedField(int cellCount)
{
    /// <summary>H_x of each cell in A/m.</summary>
    public double[] X { get; } = new double[cellCount];

    /// <summary>H_y of each cell in A/m.</summary>
    public double[] Y { get; } = new double[cellCount];

    /// <summary>H_z of each cell in A/m.</summary>
    public double[] Z { get; } = new double[cellCount];

    /// <summary>Adds a multiple of another field on the same cells.</summary>
    /// <param name="scale">Factor, no unit.</param>
    /// <param name="other">The field to add.</param>
    public void Add(double scale, OerstedField other)
    {
        for (int c = 0; c < X.Length; c++)
        {
            X[c] += scale * other.X[c];
            Y[c] += scale * other.Y[c];
            Z[c] += scale * other.Z[c];
        }
    }
}

using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.FourNodes;

/// <summary>Size of weights.</summary>
internal static class WeightSize
{
    /// <summary>Largest |w_ij| in siemens.</summary>
    public static double Largest(this WeightMatrix w)
    {
        double largest = 0;
        for (int i = 0; i < w.NodeCount; i++)
        {
            for (int j = 0; j < w.NodeCount; j++)
                largest = Math.Max(largest, Math.Abs(w[i, j]));
        }

        return largest;
    }
}

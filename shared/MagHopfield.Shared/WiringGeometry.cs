using System;

namespace MagHopfield.Shared;

/// <summary>
/// The wiring geometries of Niu et al., PNAS 2024 (SI Fig. S12): every way to split N electrodes into a group tied to the
/// current source (+) and a group tied to ground (−), up to the sign: 2^(N−1) − 1 of them, seven for N = 4.
/// </summary>
public static class WiringGeometry
{
    /// <summary>Number of geometries, 2^(N−1) − 1.</summary>
    /// <param name="nodeCount">N, 2 … 16.</param>
    public static int Count(int nodeCount)
    {
        if (nodeCount < 2 || nodeCount > 16)
            throw new ArgumentOutOfRangeException("nodeCount");

        return (1 << (nodeCount - 1)) - 1;
    }

    /// <summary>
    /// All geometries as patterns with node 1 always +. They are also the patterns that a film of N nodes can learn
    /// ("Number of independent configurations"): a pattern and its negative are one, "+ + … +" drives no current.
    /// </summary>
    public static Pattern[] All(int nodeCount)
    {
        Pattern[] geometries = new Pattern[Count(nodeCount)];
        for (int i = 0; i < geometries.Length; i++)
            geometries[i] = Of(i, nodeCount);

        return geometries;
    }

    /// <summary>One of <see cref="All"/>, which for many nodes are too many to be held at once: 32767 for 16.</summary>
    /// <param name="index">0 … <see cref="Count"/> − 1.</param>
    /// <param name="nodeCount">N, 2 … 16.</param>
    public static Pattern Of(int index, int nodeCount) => Pattern.FromState(index + 1, nodeCount);
}

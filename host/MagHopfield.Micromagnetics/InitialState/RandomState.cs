using System.Numerics;

namespace MagHopfield.Micromagnetics.InitialState;

/// <summary>Every cell along a direction drawn uniformly from the unit sphere; the same seed gives the same state.</summary>
public static class RandomState
{
    /// <summary>Makes the state.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="geometry">Cells to fill; those outside are zero.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    public static VectorField<T> Create<T>(Geometry geometry, int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Random random = new(seed);
        return InitialField.Create<T>(geometry, (_, _, _) =>
        {
            // Archimedes: height and azimuth of a uniform point on the sphere are independent and uniform.
            double z = (2 * random.NextDouble()) - 1, r = Math.Sqrt(1 - (z * z));
            (double s, double c) = Math.SinCos(2 * Math.PI * random.NextDouble());
            return new Vector3D(r * c, r * s, z);
        });
    }
}

using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

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

    /// <summary>An independent direction in the xy plane in every cell of the body.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="geometry">The body.</param>
    /// <param name="seed">Seed; the same one gives the same state.</param>
    public static VectorField<T> CreateInPlane<T>(Geometry geometry, int seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(geometry);
        Random random = new(seed);
        VectorField<T> m = new(geometry.Mesh);
        for (int i = 0; i < geometry.Mesh.CellCount; i++)
        {
            if (!geometry.Contains(i))
                continue;
            (double sin, double cos) = Math.SinCos(2 * Math.PI * random.NextDouble());
            m[i] = new(cos, sin, 0);
        }

        return m;
    }
}

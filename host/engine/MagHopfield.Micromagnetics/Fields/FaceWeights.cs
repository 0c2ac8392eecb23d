using System.Numerics;

namespace MagHopfield.Micromagnetics.Fields;

/// <summary>
/// One number for the face between each cell and its next neighbour along an axis; zero where either side is outside the body.
/// </summary>
internal static class FaceWeights
{
    /// <summary>Makes the weights of one axis.</summary>
    /// <param name="geometry">The geometry.</param>
    /// <param name="axis">0, 1, 2 for x, y, z.</param>
    /// <param name="weight">Weight of a face between two regions.</param>
    public static T[] Of<T>(Geometry geometry, int axis, Func<int, int, double> weight)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Mesh mesh = geometry.Mesh;
        ReadOnlySpan<int> region = geometry.Region;
        T[] weights = new T[mesh.CellCount];
        for (int z = 0, i = 0; z < mesh.Nz; z++)
        {
            for (int y = 0; y < mesh.Ny; y++)
            {
                for (int x = 0; x < mesh.Nx; x++, i++)
                {
                    if (Next(mesh, axis, x, y, z) is int j && region[i] != 0 && region[j] != 0)
                        weights[i] = T.CreateChecked(weight(region[i], region[j]));
                }
            }
        }
        return weights;
    }

    private static int? Next(Mesh mesh, int axis, int x, int y, int z)
    {
        (int position, int count, bool periodic) = axis switch
        {
            0 => (x, mesh.Nx, mesh.PeriodicX),
            1 => (y, mesh.Ny, mesh.PeriodicY),
            _ => (z, mesh.Nz, mesh.PeriodicZ),
        };
        if (count == 1 || (position == count - 1 && !periodic))
            return null;
        int next = (position + 1) % count;
        return axis switch { 0 => mesh.Index(next, y, z), 1 => mesh.Index(x, next, z), _ => mesh.Index(x, y, next) };
    }
}

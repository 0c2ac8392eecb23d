using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.InitialState;

/// <summary>A magnetisation from a function of position.</summary>
public static class InitialField
{
    /// <summary>Makes the state; the function's values are set to length 1.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="geometry">Cells to fill; those outside are zero.</param>
    /// <param name="direction">Direction at (x, y, z) in metres from the centre of the mesh.</param>
    public static VectorField<T> Create<T>(Geometry geometry, Func<double, double, double, Vector3D> direction)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(geometry);
        ArgumentNullException.ThrowIfNull(direction);
        Mesh mesh = geometry.Mesh;
        VectorField<T> m = new(mesh);
        for (int z = 0, i = 0; z < mesh.Nz; z++)
        {
            for (int y = 0; y < mesh.Ny; y++)
            {
                for (int x = 0; x < mesh.Nx; x++, i++)
                {
                    if (!geometry.Contains(i))
                        continue;
                    Vector3D c = mesh.Centre(x, y, z);
                    m[i] = direction(c.X, c.Y, c.Z).Normalised();
                }
            }
        }
        return m;
    }
}

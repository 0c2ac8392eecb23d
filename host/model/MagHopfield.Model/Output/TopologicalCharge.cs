using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Model.Output;

/// <summary>
/// Topological charge Q = (1/4π) ∫ m·(∂m/∂x × ∂m/∂y) dx dy as the sum of the solid angles of the two triangles of each plaquette of cells
/// (B. Berg and M. Lüscher, Nucl. Phys. B 190, 412 (1981)): a whole number for a texture that is uniform at its edge, and for any texture
/// on a mesh that is periodic along x and y. The plaquettes between the last row and the first count where the mesh repeats.
/// </summary>
internal static class TopologicalCharge
{
    /// <summary>The charge of one layer; −1 for a skyrmion with its core down in a film that is up.</summary>
    /// <param name="m">Magnetisation, of any length; plaquettes with a corner outside the body do not count.</param>
    /// <param name="z">Layer.</param>
    public static double Of<T>(VectorField<T> m, int z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Mesh mesh = m.Mesh;
        int columns = mesh.PeriodicX ? mesh.Nx : mesh.Nx - 1, rows = mesh.PeriodicY ? mesh.Ny : mesh.Ny - 1;

        // Lengths of single precision are 1 to 1e-7 only; with directions the sum is a whole number all the same.
        Vector3D At(int x, int y) => m[mesh.Index(x % mesh.Nx, y % mesh.Ny, z)] is { Length: > 0 } v ? v.Normalised() : default;

        double sum = 0;
        for (int y = 0; y < rows; y++)
        {
            for (int x = 0; x < columns; x++)
            {
                Vector3D a = At(x, y), b = At(x + 1, y), c = At(x + 1, y + 1), d = At(x, y + 1);
                if (a == default || b == default || c == default || d == default)
                    continue;
                sum += SolidAngle(a, b, c) + SolidAngle(a, c, d);
            }
        }

        return sum / (4 * Math.PI);
    }

    // A. van Oosterom and J. Strackee, IEEE Trans. Biomed. Eng. 30, 125 (1983).
    private static double SolidAngle(Vector3D a, Vector3D b, Vector3D c) => 2 * Math.Atan2(
        Vector3D.Dot(a, Vector3D.Cross(b, c)), 1 + Vector3D.Dot(a, b) + Vector3D.Dot(b, c) + Vector3D.Dot(c, a));
}

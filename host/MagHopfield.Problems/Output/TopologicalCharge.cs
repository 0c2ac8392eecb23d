using System.Numerics;
using MagHopfield.Micromagnetics;

namespace MagHopfield.Problems.Output;

/// <summary>
/// Topological charge Q = (1/4π) ∫ m·(∂m/∂x × ∂m/∂y) dx dy as the sum of the solid angles of the two triangles of each plaquette of cells
/// (B. Berg and M. Lüscher, Nucl. Phys. B 190, 412 (1981)): a whole number for a texture that is uniform at its edge.
/// </summary>
internal static class TopologicalCharge
{
    /// <summary>The charge of one layer; −1 for a skyrmion with its core down in a film that is up.</summary>
    /// <param name="m">Unit magnetisation; plaquettes with a corner outside the body do not count.</param>
    /// <param name="z">Layer.</param>
    public static double Of<T>(VectorField<T> m, int z)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Mesh mesh = m.Mesh;
        double sum = 0;
        for (int y = 0; y < mesh.Ny - 1; y++)
        {
            for (int x = 0; x < mesh.Nx - 1; x++)
            {
                Vector3D a = m[mesh.Index(x, y, z)], b = m[mesh.Index(x + 1, y, z)];
                Vector3D c = m[mesh.Index(x + 1, y + 1, z)], d = m[mesh.Index(x, y + 1, z)];
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

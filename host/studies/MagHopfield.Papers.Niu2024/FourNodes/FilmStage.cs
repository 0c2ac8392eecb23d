using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.FourNodes;

/// <summary>A film at an instant.</summary>
/// <param name="Time">Time at zero field since the pulse, in seconds.</param>
/// <param name="Conductance">G in siemens.</param>
/// <param name="Texture">Unit magnetisation: x, y, z of each cell.</param>
public sealed record FilmStage(double Time, ConductanceMatrix Conductance, double[][] Texture)
{
    /// <summary>
    /// Largest angle in radians between the moments of neighbouring cells: above some 30° a texture is not resolved by its mesh, and its
    /// vortices are held by the mesh.
    /// </summary>
    /// <param name="cellsX">Cells along x.</param>
    public double LargestTurn(int cellsX)
    {
        double[] x = Texture[0], y = Texture[1], z = Texture[2];
        double least = 1;
        void Compare(int a, int b)
        {
            bool bothInside = x[a] != 0 || y[a] != 0 || z[a] != 0;
            bothInside &= x[b] != 0 || y[b] != 0 || z[b] != 0;
            least = bothInside ? Math.Min(least, x[a] * x[b] + y[a] * y[b] + z[a] * z[b]) : least;
        }

        for (int c = 0; c < x.Length; c++)
        {
            if ((c + 1) % cellsX != 0)
                Compare(c, c + 1);

            if (c + cellsX < x.Length)
                Compare(c, c + cellsX);
        }

        return Math.Acos(Math.Clamp(least, -1, 1));
    }
}

using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics;

namespace MagHopfield.Film.Learning;

/// <summary>The magnetic state before the first pulse.</summary>
internal static class StartingTexture
{
    public static VectorField<float> Create(Geometry geometry, InitialState state, int seed)
    {
        Random random = new(seed);
        VectorField<float> m = new(geometry.Mesh);
        for (int c = 0; c < geometry.Mesh.CellCount; c++)
        {
            if (!geometry.Contains(c))
            {
                continue;
            }

            (double sin, double cos) = state == InitialState.Random ? Math.SinCos(2 * Math.PI * random.NextDouble()) : (0, 1);
            m[c] = state switch
            {
                InitialState.AlongY => new Vector3D(0, 1, 0),
                InitialState.OutOfPlane => new Vector3D(0, 0, 1),
                _ => new Vector3D(cos, sin, 0),
            };
        }

        return m;
    }
}

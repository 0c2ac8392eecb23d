using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Film.Parameters;

/// <summary>
/// Turns every moment by a small random angle about a random axis across it, as thermal noise has done at any instant of a real film:
/// a moment exactly antiparallel to its field would feel no torque.
/// </summary>
internal static class ThermalTilt
{
    public static void Apply(VectorField<float> m, Geometry geometry, double standardDeviation, int seed)
    {
        Random random = new(seed);
        for (int c = 0; c < m.X.Length; c++)
        {
            if (geometry.Contains(c))
                m[c] = (m[c] + standardDeviation * Gaussian(random)).Normalised();
        }
    }

    // Box and Muller; of three components two lie across m.
    private static Vector3D Gaussian(Random random)
    {
        double r = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
        (double sin, double cos) = Math.SinCos(2 * Math.PI * random.NextDouble());
        double third = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return new Vector3D(r * cos, r * sin, third);
    }
}

using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.InitialState;

/// <summary>
/// A maze of up and down stripes from noise: a random function all of whose waves have one length gives m_z, and its gradient the direction
/// of m in the walls. The same seed gives the same maze. Along a periodic axis each wave is the nearest that repeats with the mesh.
/// </summary>
public static class MazeState
{
    private const int Waves = 60;

    /// <summary>Makes the state.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="geometry">Cells to fill; those outside are zero.</param>
    /// <param name="seed">Seed of the random numbers.</param>
    /// <param name="period">Period of the stripes in metres, such as 4πA/D.</param>
    public static VectorField<T> Create<T>(Geometry geometry, int seed, double period)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!(period > 0) || !double.IsFinite(period))
            throw new ArgumentOutOfRangeException(nameof(period), $"Maze period = {period} m; give a positive length.");
        ArgumentNullException.ThrowIfNull(geometry);
        Random random = new(seed);
        (double Kx, double Ky, double Phase)[] waves = new (double, double, double)[Waves];
        for (int i = 0; i < Waves; i++)
        {
            (double s, double c) = Math.SinCos(2 * Math.PI * random.NextDouble());
            waves[i] = (
                Repeating(2 * Math.PI * c / period, geometry.Mesh.PeriodicX, geometry.Mesh.Nx * geometry.Mesh.Dx),
                Repeating(2 * Math.PI * s / period, geometry.Mesh.PeriodicY, geometry.Mesh.Ny * geometry.Mesh.Dy),
                2 * Math.PI * random.NextDouble());
        }
        return InitialField.Create<T>(geometry, (x, y, _) =>
        {
            double f = 0, gx = 0, gy = 0;
            foreach ((double kx, double ky, double phase) in waves)
            {
                (double s, double c) = Math.SinCos((kx * x) + (ky * y) + phase);
                f += c;
                gx -= kx * s;
                gy -= ky * s;
            }
            // A Gaussian function of variance Waves/2; three of its deviations saturate m_z. The walls lie along their own gradient.
            double mz = Math.Tanh(3 * f / Math.Sqrt(0.5 * Waves)), slope = Math.Sqrt((gx * gx) + (gy * gy));
            double inPlane = slope > 0 ? Math.Sqrt(1 - (mz * mz)) / slope : 0;
            return (inPlane * gx, inPlane * gy, mz);
        });
    }

    private static double Repeating(double wave, bool periodic, double length) =>
        periodic ? 2 * Math.PI / length * Math.Round(wave * length / (2 * Math.PI)) : wave;
}

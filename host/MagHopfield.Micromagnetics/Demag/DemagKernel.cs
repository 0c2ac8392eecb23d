using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// Fourier transform of −N, real by symmetry, in the order in which the convolution reads it: blocks of as many x frequencies as a SIMD
/// vector has lanes; in a block y frequencies 0 … P/2, then z frequencies 0 … P/2, then the components xx, yy, zz, xy (and xz, yz if there
/// is more than one layer). Negative y and z frequencies follow from the parity of the components.
/// </summary>
internal sealed unsafe class DemagKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _values;

    public DemagKernel(Mesh mesh, PaddedAxis<T> x, PaddedAxis<T> y, PaddedAxis<T> z, double scale, int images)
    {
        int hx = HalfCount(x), hy = HalfCount(y), hz = HalfCount(z), lanes = Vector<T>.Count;
        Components = mesh.Nz == 1 && !mesh.PeriodicZ ? 4 : 6;
        YCount = hy;
        ZCount = hz;
        Blocks = (hx + lanes - 1) / lanes;
        _values = GC.AllocateArray<T>(Blocks * hy * hz * Components * lanes, pinned: true);
        double[][] n = Sample(mesh, hx, hy, hz, images);
        for (int c = 0; c < Components; c++)
        {
            bool oddX = c is 3 or 4, oddY = c is 3 or 5, oddZ = c is 4 or 5;
            HalfSpectrum.Along(n[c], x.Padded, 1, oddX);
            HalfSpectrum.Along(n[c], y.Padded, hx, oddY);
            HalfSpectrum.Along(n[c], z.Padded, hx * hy, oddZ);
            // Two odd axes: (−i)² = −1.
            double factor = c < 3 ? -scale : scale;
            for (int kz = 0, i = 0; kz < hz; kz++)
            {
                for (int ky = 0; ky < hy; ky++)
                {
                    for (int kx = 0; kx < hx; kx++, i++)
                    {
                        int at = (((((kx / lanes * hy) + ky) * hz) + kz) * Components) + c;
                        _values[(at * lanes) + (kx % lanes)] = T.CreateChecked(factor * n[c][i]);
                    }
                }
            }
            n[c] = [];
        }
    }

    /// <summary>Number of blocks of x frequencies.</summary>
    public int Blocks { get; }

    /// <summary>Components stored: 4 for one layer, else 6.</summary>
    public int Components { get; }

    /// <summary>Number of y frequencies stored.</summary>
    public int YCount { get; }

    /// <summary>Number of z frequencies stored.</summary>
    public int ZCount { get; }

    /// <summary>First component of a block at y and z frequencies 0 … P/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* At(int block, int ky, int kz) =>
        (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_values))
            + (((((nint)block * YCount) + ky) * ZCount) + kz) * Components * Vector<T>.Count;

    private static int HalfCount(PaddedAxis<T> axis) => (axis.Padded / 2) + 1;

    private static double[][] Sample(Mesh mesh, int hx, int hy, int hz, int images)
    {
        DemagTensor tensor = new((mesh.Dx, mesh.Dy, mesh.Dz));
        double[][] n = new double[6][];
        for (int c = 0; c < 6; c++)
            n[c] = new double[hx * hy * hz];
        Span<double> one = stackalloc double[6];
        for (int k = 0; k < mesh.Nz; k++)
        {
            (int At, double Weight)[] alongZ = Images(k, mesh.Nz, mesh.PeriodicZ, images);
            for (int j = 0; j < mesh.Ny; j++)
            {
                (int At, double Weight)[] alongY = Images(j, mesh.Ny, mesh.PeriodicY, images);
                for (int i = 0; i < mesh.Nx; i++)
                {
                    int at = i + (hx * (j + (hy * k)));
                    (int At, double Weight)[] alongX = Images(i, mesh.Nx, mesh.PeriodicX, images);
                    foreach ((int z, double wz) in alongZ)
                    {
                        foreach ((int y, double wy) in alongY)
                        {
                            foreach ((int x, double wx) in alongX)
                            {
                                tensor.At(x, y, z, one);
                                for (int t = 0; t < 6; t++)
                                    n[t][at] += wx * wy * wz * one[t];
                            }
                        }
                    }
                }
            }
        }
        return n;
    }

    // Displacements that a periodic axis adds up: all within (images + ½) periods of the cell itself, those just at the limit by half, so
    // that every cell has the same surroundings and a shift of the magnetisation shifts the field.
    private static (int At, double Weight)[] Images(int displacement, int count, bool periodic, int images)
    {
        if (!periodic)
            return [(displacement, 1)];
        List<(int, double)> all = [];
        int limit = ((2 * images) + 1) * count;
        for (int a = -images - 1; a <= images; a++)
        {
            int at = displacement + (a * count);
            if (2 * Math.Abs(at) <= limit)
                all.Add((at, 2 * Math.Abs(at) == limit ? 0.5 : 1));
        }
        return [.. all];
    }
}

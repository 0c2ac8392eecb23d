using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// Fourier transform of −N, real by symmetry, in the order in which the convolution reads it: blocks of as many x frequencies as a SIMD
/// vector has lanes; in a block, of a body, y frequencies 0 … P/2; then the elements of the slots 0 … r of the last axis (y of a film, z of a
/// body; see <see cref="PaddedAxis{T}"/>), then the components xx, yy, zz, xy (and xz, yz of a body). Slot 2r − q holds the negatives of the
/// frequencies of slot q in backward order, and negative frequencies follow from the parity of the components.
/// </summary>
internal sealed unsafe class DemagKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly AlignedBuffer<T> _values;
    private readonly int _outer;

    public DemagKernel(Mesh mesh, PaddedAxis<T> x, PaddedAxis<T> y, PaddedAxis<T> z, double scale, int images)
    {
        int hx = HalfCount(x), hy = HalfCount(y), hz = HalfCount(z), lanes = Vector<T>.Count;
        bool film = mesh.Nz == 1;
        PaddedAxis<T> last = film ? y : z;
        Components = film ? 4 : 6;
        Blocks = (hx + lanes - 1) / lanes;
        SlotLength = last.SlotLength;
        int slots = (last.Slots / 2) + 1;
        Outer = film ? 1 : hy;
        _outer = slots * SlotLength;
        _values = new AlignedBuffer<T>((nint)Blocks * Outer * _outer * Components * lanes);
        double[][] n = Sample(mesh, hx, hy, hz, images);
        for (int c = 0; c < Components; c++)
        {
            bool oddX = c is 3 or 4, oddY = c is 3 or 5, oddZ = c is 4 or 5;
            HalfSpectrum.Along(n[c], x.Padded, 1, oddX);
            HalfSpectrum.Along(n[c], y.Padded, hx, oddY);
            HalfSpectrum.Along(n[c], z.Padded, hx * hy, oddZ);
            // Two odd axes: (−i)² = −1.
            double factor = c < 3 ? -scale : scale;
            bool odd = film ? oddY : oddZ;
            for (int q = 0; q < slots && q < last.Slots; q++)
            {
                int[] frequencies = last.FrequenciesOf(q);
                for (int i = 0; i < SlotLength; i++)
                {
                    int f = frequencies[i], folded = Math.Min(f, last.Padded - f);
                    double signed = odd && f > last.Padded / 2 ? -factor : factor;
                    for (int o = 0; o < Outer; o++)
                    {
                        int row = film ? hx * folded : hx * (o + (hy * folded));
                        for (int kx = 0; kx < hx; kx++)
                            At(kx / lanes, o, q, i)[(c * lanes) + (kx % lanes)] = T.CreateChecked(signed * n[c][row + kx]);
                    }
                }
            }
            n[c] = [];
        }
    }

    /// <summary>Number of values of T.</summary>
    public nint Length => _values.Length;

    /// <summary>Number of blocks of x frequencies.</summary>
    public int Blocks { get; }

    /// <summary>Components stored: 4 for a film, 6 for a body.</summary>
    public int Components { get; }

    /// <summary>y frequencies of a body, 1 of a film.</summary>
    public int Outer { get; }

    /// <summary>Elements of a slot.</summary>
    public int SlotLength { get; }

    /// <summary>First component of element i of a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T* At(int block, int ky, int slot, int i) =>
        _values.Pointer + (((((nint)block * Outer) + ky) * _outer) + ((nint)slot * SlotLength) + i) * Components * Vector<T>.Count;

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

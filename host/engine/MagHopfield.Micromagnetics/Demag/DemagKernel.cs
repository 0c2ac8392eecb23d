using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// Fourier transform of −N, real by symmetry, in the order in which the convolution reads it: blocks of as many x frequencies as a SIMD
/// vector has lanes; in a block, of a body, y frequencies 0 … P/2; then the elements of the slots 0 … r of the last axis (y of a film, z of
/// a body; see <see cref="PaddedAxis{T}"/>), then the components xx, yy, zz, xy (and xz, yz of a body). Slot 2r − q holds the negatives of
/// the frequencies of slot q in backward order, and negative frequencies follow from the parity of the components.
/// </summary>
internal sealed unsafe class DemagKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // To be raised with every change of the numbers or of their order, so that kernels kept by older programs are not taken.
    private const int Version = 1;

    // Tensors below which computing is as fast as reading.
    private const long WorthKeeping = 4096;

    private readonly Mesh _mesh;
    private readonly PaddedAxis<T> _x, _y, _z;
    private readonly AlignedBuffer<T> _values;
    private readonly int _outer;

    /// <summary>Computes the kernel, or takes it from a cache.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="x">Padded x axis.</param>
    /// <param name="y">Padded y axis.</param>
    /// <param name="z">Padded z axis.</param>
    /// <param name="images">Copies of the mesh on each side of a periodic axis.</param>
    /// <param name="team">Threads to share the work among.</param>
    /// <param name="cache">Where kernels are kept, or null.</param>
    public DemagKernel(Mesh mesh, PaddedAxis<T> x, PaddedAxis<T> y, PaddedAxis<T> z, int images, ThreadTeam team, KernelCache? cache)
    {
        (_mesh, _x, _y, _z) = (mesh, x, y, z);
        Components = IsFilm ? 4 : 6;
        Blocks = (HalfCount(x) + Vector<T>.Count - 1) / Vector<T>.Count;
        SlotLength = Last.SlotLength;
        Outer = IsFilm ? 1 : HalfCount(y);
        _outer = ((Last.Slots / 2) + 1) * SlotLength;
        _values = new AlignedBuffer<T>((nint)Blocks * Outer * _outer * Components * Vector<T>.Count);
        if (Tensors(images) < WorthKeeping)
            cache = null;
        string description = Describe(images);
        if (cache is not null && cache.TryRead(description, _values))
            return;
        // A damaged file may have left numbers, even NaN, in the lanes beyond the last frequency, which are not computed.
        _values.Clear();
        Compute(images, team);
        cache?.Write(description, _values);
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

    private bool IsFilm => _mesh.Nz == 1;

    private PaddedAxis<T> Last => IsFilm ? _y : _z;

    private static int HalfCount(PaddedAxis<T> axis) => (axis.Padded / 2) + 1;

    private long Tensors(int images)
    {
        long copies = (2 * images) + 1;
        return _mesh.CellCount * (_mesh.PeriodicX ? copies : 1) * (_mesh.PeriodicY ? copies : 1) * (_mesh.PeriodicZ ? copies : 1);
    }

    // All that the numbers depend on. Lengths enter as ratios only, and in full precision; sines and the order of sums are the platform's.
    private string Describe(int images)
    {
        double size = Math.Max(_mesh.Dx, Math.Max(_mesh.Dy, _mesh.Dz));
        string Period(bool periodic) => periodic ? images.ToString(CultureInfo.InvariantCulture) : "no";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            version {Version}
            platform {RuntimeInformation.RuntimeIdentifier}
            precision {typeof(T).Name}
            lanes {Vector<T>.Count}
            cells {_mesh.Nx} {_mesh.Ny} {_mesh.Nz}
            padded {_x.Padded} {_y.Padded} {_z.Padded}
            edges {_mesh.Dx / size:R} {_mesh.Dy / size:R} {_mesh.Dz / size:R}
            copies {Period(_mesh.PeriodicX)} {Period(_mesh.PeriodicY)} {Period(_mesh.PeriodicZ)}
            order {(IsFilm ? "film" : "body")} {Last.Slots} × {SlotLength}
            """);
    }

    private void Compute(int images, ThreadTeam team)
    {
        // The unpacking of two rows leaves out its ½, and the inverse transforms their 1/P.
        double norm = 0.5 / ((double)_x.Padded * _y.Padded * _z.Padded);
        int hx = HalfCount(_x), hy = HalfCount(_y), hz = HalfCount(_z);
        double[][] n = DemagSamples.Of(_mesh, hx, hy, hz, images, team);
        for (int c = 0; c < Components; c++)
        {
            bool oddX = c is 3 or 4, oddY = c is 3 or 5, oddZ = c is 4 or 5;
            HalfSpectrum.Along(n[c], _x.Padded, 1, oddX, team);
            HalfSpectrum.Along(n[c], _y.Padded, hx, oddY, team);
            HalfSpectrum.Along(n[c], _z.Padded, hx * hy, oddZ, team);
            // Two odd axes: (−i)² = −1.
            Store(n[c], c, c < 3 ? -norm : norm, IsFilm ? oddY : oddZ, team);
            n[c] = [];
        }
    }

    // Brings component c into the order of the convolution, slot by slot.
    private void Store(double[] n, int c, double factor, bool odd, ThreadTeam team)
    {
        int hx = HalfCount(_x), hy = HalfCount(_y), lanes = Vector<T>.Count;
        team.For(Math.Min(Last.Slots, (Last.Slots / 2) + 1), (q, _) =>
        {
            int[] frequencies = Last.FrequenciesOf(q);
            for (int i = 0; i < SlotLength; i++)
            {
                int f = frequencies[i], folded = Math.Min(f, Last.Padded - f);
                double signed = odd && f > Last.Padded / 2 ? -factor : factor;
                for (int o = 0; o < Outer; o++)
                {
                    int row = IsFilm ? hx * folded : hx * (o + (hy * folded));
                    for (int kx = 0; kx < hx; kx++)
                        At(kx / lanes, o, q, i)[(c * lanes) + (kx % lanes)] = T.CreateChecked(signed * n[row + kx]);
                }
            }
        });
    }
}

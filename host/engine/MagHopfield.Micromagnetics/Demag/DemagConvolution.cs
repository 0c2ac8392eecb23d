using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// Convolution of three real components with the demagnetising kernel, in three passes: rows to x frequencies, with two rows packed as one
/// complex signal; columns (y and z) of each block of x frequencies forward, times the kernel, and back, all in cache; x frequencies to
/// rows.
/// </summary>
internal sealed unsafe class DemagConvolution<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int Lanes = Vector<T>.Count;
    private static readonly int Element = 2 * Vector<T>.Count;

    private readonly PaddedAxis<T> _x, _y, _z;
    private readonly DemagKernel<T> _kernel;
    private readonly Vector<T> _scale;
    private readonly int _nx, _rows, _groups, _rowSlots;
    private readonly AlignedBuffer<T> _spectrum;
    private readonly AlignedBuffer<T>[] _rowWork, _columnWork, _layerWork;
    private readonly ThreadTeam _team;
    private readonly Action<int, int> _forward, _columns, _inverse;
    private VectorField<T>? _m, _h;
    private readonly int[] _positive, _negative;
    // y frequencies of a body: element, index in the kernel, sign; both signs of a frequency follow each other, as they share the kernel.
    private readonly (int Element, int Index, T Sign)[] _yOrder;
    private readonly int _layerStride;

    /// <summary>Makes the convolution for a mesh.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="scale">Factor on the field, such as Ms in A/m.</param>
    /// <param name="images">Copies of the mesh on each side of a periodic axis.</param>
    /// <param name="team">Threads to share the work among.</param>
    /// <param name="cache">Where kernels are kept, or null.</param>
    public DemagConvolution(Mesh mesh, double scale, int images, ThreadTeam team, KernelCache? cache)
    {
        _team = team;
        _scale = new Vector<T>(T.CreateChecked(scale));
        _x = new PaddedAxis<T>(mesh.Nx);
        _y = new PaddedAxis<T>(mesh.Ny);
        _z = new PaddedAxis<T>(mesh.Nz);
        _kernel = new DemagKernel<T>(mesh, _x, _y, _z, images, team, cache);
        _nx = mesh.Nx;
        _rows = mesh.Ny * mesh.Nz;
        _groups = (_rows + Element - 1) / Element;
        // One element more than needed: a power of two between blocks would put them all into the same few sets of the caches.
        _rowSlots = (_groups * Element) + 1;
        _spectrum = new AlignedBuffer<T>((nint)3 * _kernel.Blocks * _rowSlots * Element);
        // As between blocks, layers lie an odd number of elements apart.
        _layerStride = _y.Span | 1;
        _rowWork = Work((_x.Span + _x.Count + Lanes) * Element);
        _columnWork = Work(3 * (_z.Count == 1 ? _y : _z).Span * Element);
        _layerWork = Work(_z.Count == 1 ? 0 : 3 * _z.Count * _layerStride * Element);
        _forward = (group, thread) =>
        {
            RowsForward(_m!.PointerX, 0, group, thread);
            RowsForward(_m.PointerY, 1, group, thread);
            RowsForward(_m.PointerZ, 2, group, thread);
        };
        _columns = _z.Count == 1 ? FilmColumns : BodyColumns;
        _inverse = (group, thread) =>
        {
            RowsInverse(_h!.PointerX, 0, group, thread);
            RowsInverse(_h.PointerY, 1, group, thread);
            RowsInverse(_h.PointerZ, 2, group, thread);
        };
        int slots = _kernel.Blocks * Lanes;
        _positive = new int[slots];
        _negative = new int[slots];
        for (int f = 0; f < slots; f++)
        {
            // Lanes beyond the last frequency repeat it; the kernel is zero there.
            int real = Math.Min(f, _x.Padded / 2);
            _positive[f] = _x.Position[real];
            _negative[f] = _x.Position[(_x.Padded - real) % _x.Padded];
        }
        List<(int, int, T)> order = [];
        for (int f = 0; f <= _y.Padded / 2; f++)
        {
            order.Add((_y.Position[f], f, T.One));
            if (f > 0 && f < _y.Padded - f)
                order.Add((_y.Position[_y.Padded - f], f, -T.One));
        }
        _yOrder = [.. order];
    }

    /// <summary>Memory of kernel, spectrum and work space in bytes.</summary>
    public long UnmanagedBytes =>
        sizeof(T) * (_kernel.Length + _spectrum.Length + _rowWork.Concat(_columnWork).Concat(_layerWork).Sum(w => (long)w.Length));

    /// <summary>Adds the field of the magnetisation M = m·scale to h.</summary>
    public void AddField(VectorField<T> m, VectorField<T> h)
    {
        (_m, _h) = (m, h);
        _team.For(_groups, _forward);
        _team.For(_kernel.Blocks, _columns);
        _team.For(_groups, _inverse);
        (_m, _h) = (null, null);
    }

    // A buffer for each thread.
    private AlignedBuffer<T>[] Work(int length)
    {
        AlignedBuffer<T>[] work = new AlignedBuffer<T>[_team.Count];
        for (int i = 0; i < work.Length; i++)
            work[i] = new AlignedBuffer<T>(length);
        return work;
    }

    private static T* Pointer(AlignedBuffer<T> buffer) => buffer.Pointer;

    // Where component c of block b begins: one element for each row.
    private T* Spectrum(int c, int b) => Pointer(_spectrum) + ((((nint)c * _kernel.Blocks) + b) * _rowSlots * Element);

    // 2·lanes rows as `lanes` complex signals: row r in the real part and row r + lanes in the imaginary part.
    private void RowsForward(T* field, int c, int group, int thread)
    {
        T* work = Pointer(_rowWork[thread]), rows = work + (_x.Span * Element);
        int row = group * Element;
        GatherRows(field, row, rows);
        GatherRows(field, row + Lanes, rows + Lanes);
        _x.Forward(rows, Element, work);
        int tile = Lanes * Lanes;
        T* t = stackalloc T[4 * tile];
        for (int b = 0; b < _kernel.Blocks; b++)
        {
            for (int j = 0; j < Lanes; j++)
            {
                LaneComplex<T> p = LaneComplex<T>.Load(work + (_positive[(b * Lanes) + j] * Element));
                LaneComplex<T> n = LaneComplex<T>.Load(work + (_negative[(b * Lanes) + j] * Element));
                // a = Z(k) + Z*(−k), b = (Z(k) − Z*(−k))/i.
                (p.Re + n.Re).Store(t + (j * Lanes));
                (p.Im - n.Im).Store(t + tile + (j * Lanes));
                (p.Im + n.Im).Store(t + (2 * tile) + (j * Lanes));
                (n.Re - p.Re).Store(t + (3 * tile) + (j * Lanes));
            }
            T* target = Spectrum(c, b) + (row * Element);
            LaneTranspose.Tile(t, Lanes, target, Element);
            LaneTranspose.Tile(t + tile, Lanes, target + Lanes, Element);
            LaneTranspose.Tile(t + (2 * tile), Lanes, target + (Lanes * Element), Element);
            LaneTranspose.Tile(t + (3 * tile), Lanes, target + (Lanes * Element) + Lanes, Element);
        }
    }

    private void RowsInverse(T* field, int c, int group, int thread)
    {
        T* work = Pointer(_rowWork[thread]), rows = work + (_x.Span * Element);
        int row = group * Element, tile = Lanes * Lanes;
        T* t = stackalloc T[4 * tile];
        for (int b = _kernel.Blocks - 1; b >= 0; b--)
        {
            T* source = Spectrum(c, b) + (row * Element);
            LaneTranspose.Tile(source, Element, t, Lanes);
            LaneTranspose.Tile(source + Lanes, Element, t + tile, Lanes);
            LaneTranspose.Tile(source + (Lanes * Element), Element, t + (2 * tile), Lanes);
            LaneTranspose.Tile(source + (Lanes * Element) + Lanes, Element, t + (3 * tile), Lanes);
            for (int j = Lanes - 1; j >= 0; j--)
            {
                Vector<T> aRe = Vector.Load(t + (j * Lanes)), aIm = Vector.Load(t + tile + (j * Lanes));
                Vector<T> bRe = Vector.Load(t + (2 * tile) + (j * Lanes)), bIm = Vector.Load(t + (3 * tile) + (j * Lanes));
                // Z(k) = a + ib, Z(−k) = a* + ib*. Going down, the true last frequency overwrites the lanes that repeat it.
                new LaneComplex<T>(aRe + bIm, bRe - aIm).Store(work + (_negative[(b * Lanes) + j] * Element));
                new LaneComplex<T>(aRe - bIm, aIm + bRe).Store(work + (_positive[(b * Lanes) + j] * Element));
            }
        }
        _x.Inverse(work, rows, Element);
        AddRows(rows, field, row);
        AddRows(rows + Lanes, field, row + Lanes);
    }

    private void GatherRows(T* field, int row, T* work)
    {
        int count = Math.Clamp(_rows - row, 0, Lanes);
        T* source = field + ((nint)row * _nx);
        for (int x = 0; x < _nx; x += Lanes)
        {
            // A tile may run over the end of a row into the next one (the padding overwrites that), but not out of the array.
            if (count == Lanes && ((long)(row + Lanes - 1) * _nx) + x + Lanes <= (long)_rows * _nx)
            {
                LaneTranspose.Tile(source + x, _nx, work + (x * Element), Element);
                continue;
            }
            for (int i = x; i < Math.Min(x + Lanes, _nx); i++)
            {
                for (int r = 0; r < Lanes; r++)
                    work[(i * Element) + r] = r < count ? source[((nint)r * _nx) + i] : T.Zero;
            }
        }
    }

    private void AddRows(T* work, T* field, int row)
    {
        int count = Math.Clamp(_rows - row, 0, Lanes);
        T* t = stackalloc T[Lanes * Lanes];
        for (int x = 0; x < _nx; x += Lanes)
        {
            LaneTranspose.Tile(work + (x * Element), Element, t, Lanes);
            for (int r = 0; r < count; r++)
            {
                T* target = field + ((nint)(row + r) * _nx) + x;
                if (x + Lanes <= _nx)
                {
                    Numerics.Lanes.Fma(_scale, Vector.Load(t + (r * Lanes)), Vector.Load(target)).Store(target);
                    continue;
                }
                for (int i = 0; i < _nx - x; i++)
                    target[i] = T.FusedMultiplyAdd(_scale[0], t[(r * Lanes) + i], target[i]);
            }
        }
    }

    private void FilmColumns(int block, int thread)
    {
        nint span = _y.Span * Element;
        T* work = Pointer(_columnWork[thread]);
        for (int c = 0; c < 3; c++)
            _y.Expand(Spectrum(c, block), Element, work + (c * span));
        int half = _y.Slots / 2;
        nint step = FilmProduct.Components * Lanes;
        for (int q = 0; q <= half && q < _y.Slots; q++)
        {
            FilmSlot(work + (q * _y.SlotStride * Element), span, _kernel.At(block, 0, q, 0), step, T.One);
            if (q > 0 && q < half)
                FilmSlot(
                    work + ((_y.Slots - q) * _y.SlotStride * Element), span, _kernel.At(block, 0, q, _y.SlotLength - 1), -step, -T.One);
        }
        for (int c = 0; c < 3; c++)
            _y.Contract(work + (c * span), Spectrum(c, block), Element);
    }

    // A slot of the three components, `span` apart: forward, times the kernel, and back.
    private void FilmSlot(T* x, nint span, T* kernel, nint step, T sign)
    {
        LaneFft<T> fft = _y.Slot;
        T* y = x + span, z = y + span;
        if (fft.EndsInFours)
        {
            fft.ForwardToFours(x);
            fft.ForwardToFours(y);
            fft.ForwardToFours(z);
            FilmProduct.Fours(x, y, z, kernel, step, sign, _y.SlotLength);
            fft.InverseFromFours(x);
            fft.InverseFromFours(y);
            fft.InverseFromFours(z);
        }
        else
        {
            fft.Forward(x);
            fft.Forward(y);
            fft.Forward(z);
            FilmProduct.Ones(x, y, z, kernel, step, sign, _y.SlotLength);
            fft.Inverse(x);
            fft.Inverse(y);
            fft.Inverse(z);
        }
    }

    private void BodyColumns(int block, int thread)
    {
        int layers = _z.Count;
        nint layer = _layerStride * Element, component = layers * layer;
        T* planes = Pointer(_layerWork[thread]), work = Pointer(_columnWork[thread]);
        for (int c = 0; c < 3; c++)
        {
            for (int l = 0; l < layers; l++)
                _y.Forward(Spectrum(c, block) + ((nint)l * _y.Count * Element), Element, planes + (c * component) + (l * layer));
        }
        foreach ((int element, int index, T sign) in _yOrder)
            Column(block, index, sign, planes + (element * Element), layer, component, work);
        for (int c = 0; c < 3; c++)
        {
            for (int l = 0; l < layers; l++)
                _y.Inverse(planes + (c * component) + (l * layer), Spectrum(c, block) + ((nint)l * _y.Count * Element), Element);
        }
    }

    // The z direction at one y frequency.
    private void Column(int block, int ky, T signY, T* planes, nint layer, nint component, T* work)
    {
        nint span = _z.Span * Element;
        for (int c = 0; c < 3; c++)
            _z.Expand(planes + (c * component), layer, work + (c * span));
        int half = _z.Slots / 2;
        nint step = BodyProduct.Components * Lanes;
        for (int q = 0; q <= half && q < _z.Slots; q++)
        {
            BodySlot(work + (q * _z.SlotStride * Element), span, _kernel.At(block, ky, q, 0), step, signY, T.One);
            if (q > 0 && q < half)
                BodySlot(
                    work + ((_z.Slots - q) * _z.SlotStride * Element),
                    span,
                    _kernel.At(block, ky, q, _z.SlotLength - 1),
                    -step,
                    signY,
                    -T.One);
        }
        for (int c = 0; c < 3; c++)
            _z.Contract(work + (c * span), planes + (c * component), layer);
    }

    private void BodySlot(T* x, nint span, T* kernel, nint step, T signY, T signZ)
    {
        LaneFft<T> fft = _z.Slot;
        T* y = x + span, z = y + span;
        if (fft.EndsInFours)
        {
            fft.ForwardToFours(x);
            fft.ForwardToFours(y);
            fft.ForwardToFours(z);
            BodyProduct.Fours(x, y, z, kernel, step, signY, signZ, _z.SlotLength);
            fft.InverseFromFours(x);
            fft.InverseFromFours(y);
            fft.InverseFromFours(z);
        }
        else
        {
            fft.Forward(x);
            fft.Forward(y);
            fft.Forward(z);
            BodyProduct.Ones(x, y, z, kernel, step, signY, signZ, _z.SlotLength);
            fft.Inverse(x);
            fft.Inverse(y);
            fft.Inverse(z);
        }
    }
}

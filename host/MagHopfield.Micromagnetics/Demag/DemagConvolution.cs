using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// Convolution of three real components with the demagnetising kernel, in three passes: rows to x frequencies, with two rows packed as one
/// complex signal; columns (y and z) of each block of x frequencies forward, times the kernel, and back, all in cache; x frequencies to rows.
/// </summary>
internal sealed unsafe class DemagConvolution<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int Lanes = Vector<T>.Count;
    private static readonly int Element = 2 * Vector<T>.Count;

    private readonly PaddedAxis<T> _x, _y, _z;
    private readonly DemagKernel<T> _kernel;
    private readonly int _nx, _rows, _groups, _rowSlots;
    private readonly T[] _spectrum;
    private readonly T[][] _rowWork, _columnWork, _layerWork;
    private readonly ThreadTeam _team;
    private readonly Action<int, int> _forward, _columns, _inverse;
    private VectorField<T>? _m, _h;
    private readonly int[] _positive, _negative, _yIndex, _zIndex;
    private readonly T[] _ySign, _zSign;

    /// <summary>Makes the convolution for a mesh.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="scale">Factor on the field, such as Ms in A/m.</param>
    /// <param name="images">Copies of the mesh on each side of a periodic axis.</param>
    /// <param name="team">Threads to share the work among.</param>
    public DemagConvolution(Mesh mesh, double scale, int images, ThreadTeam team)
    {
        _team = team;
        _x = new PaddedAxis<T>(mesh.Nx);
        _y = new PaddedAxis<T>(mesh.Ny);
        _z = new PaddedAxis<T>(mesh.Nz);
        // The unpacking of two rows leaves out its ½, and the inverse transforms their 1/P.
        double norm = 0.5 / ((double)_x.Padded * _y.Padded * _z.Padded);
        _kernel = new DemagKernel<T>(mesh, _x, _y, _z, scale * norm, images);
        _nx = mesh.Nx;
        _rows = mesh.Ny * mesh.Nz;
        _groups = (_rows + Element - 1) / Element;
        // One element more than needed: a power of two between blocks would put them all into the same few sets of the caches.
        _rowSlots = (_groups * Element) + 1;
        _spectrum = GC.AllocateArray<T>(3 * _kernel.Blocks * _rowSlots * Element, pinned: true);
        int column = 3 * (_z.Count == 1 ? _y.Padded : _z.Padded) * Element;
        _rowWork = Work((_x.Padded + Lanes) * Element);
        _columnWork = Work(column);
        _layerWork = Work(_z.Count == 1 ? 0 : 3 * _z.Count * (_y.Padded + 1) * Element);
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
        (_yIndex, _ySign) = Fold(_y);
        (_zIndex, _zSign) = Fold(_z);
    }

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
    private T[][] Work(int length)
    {
        T[][] work = new T[_team.Count][];
        for (int i = 0; i < work.Length; i++)
            work[i] = GC.AllocateArray<T>(length, pinned: true);
        return work;
    }

    private static (int[] Index, T[] Sign) Fold(PaddedAxis<T> axis)
    {
        int[] index = new int[axis.Padded];
        T[] sign = new T[axis.Padded];
        for (int p = 0; p < axis.Padded; p++)
        {
            int f = axis.Frequency[p];
            index[p] = Math.Min(f, axis.Padded - f);
            sign[p] = f <= axis.Padded / 2 ? T.One : -T.One;
        }
        return (index, sign);
    }

    private static T* Pointer(T[] array) => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));

    // Where component c of block b begins: one element for each row.
    private T* Spectrum(int c, int b) => Pointer(_spectrum) + ((((nint)c * _kernel.Blocks) + b) * _rowSlots * Element);

    // 2·lanes rows as `lanes` complex signals: row r in the real part and row r + lanes in the imaginary part.
    private void RowsForward(T* field, int c, int group, int thread)
    {
        T* work = Pointer(_rowWork[thread]);
        int row = group * Element;
        GatherRows(field, row, work);
        GatherRows(field, row + Lanes, work + Lanes);
        _x.Forward(work, Element);
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
        T* work = Pointer(_rowWork[thread]);
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
        _x.Inverse(work, Element);
        AddRows(work, field, row);
        AddRows(work + Lanes, field, row + Lanes);
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
                    (Vector.Load(target) + Vector.Load(t + (r * Lanes))).Store(target);
                    continue;
                }
                for (int i = 0; i < _nx - x; i++)
                    target[i] += t[(r * Lanes) + i];
            }
        }
    }

    private void FilmColumns(int block, int thread)
    {
        T* x = Pointer(_columnWork[thread]), y = x + (_y.Padded * Element), z = y + (_y.Padded * Element);
        nuint bytes = (nuint)(_y.Count * Element * sizeof(T));
        for (int c = 0; c < 3; c++)
        {
            T* column = x + (c * _y.Padded * Element);
            NativeMemory.Copy(Spectrum(c, block), column, bytes);
            _y.Forward(column, Element);
        }
        for (int p = 0; p < _y.Padded; p++)
        {
            T* k = _kernel.At(block, _yIndex[p], 0);
            Vector<T> xx = Vector.Load(k), yy = Vector.Load(k + Lanes), zz = Vector.Load(k + (2 * Lanes));
            Vector<T> xy = Vector.Load(k + (3 * Lanes)) * new Vector<T>(_ySign[p]);
            nint at = (nint)p * Element;
            LaneComplex<T> mx = LaneComplex<T>.Load(x + at), my = LaneComplex<T>.Load(y + at);
            (mx.Scaled(xx) + my.Scaled(xy)).Store(x + at);
            (mx.Scaled(xy) + my.Scaled(yy)).Store(y + at);
            LaneComplex<T>.Load(z + at).Scaled(zz).Store(z + at);
        }
        for (int c = 0; c < 3; c++)
        {
            T* column = x + (c * _y.Padded * Element);
            _y.Inverse(column, Element);
            NativeMemory.Copy(column, Spectrum(c, block), bytes);
        }
    }

    private void BodyColumns(int block, int thread)
    {
        // As between blocks, layers lie an odd number of elements apart.
        int layers = _z.Count, layer = (_y.Padded + 1) * Element, component = layers * layer;
        nuint bytes = (nuint)(_y.Count * Element * sizeof(T));
        T* planes = Pointer(_layerWork[thread]), work = Pointer(_columnWork[thread]);
        for (int c = 0; c < 3; c++)
        {
            for (int l = 0; l < layers; l++)
            {
                T* column = planes + (c * component) + (l * layer);
                NativeMemory.Copy(Spectrum(c, block) + ((nint)l * _y.Count * Element), column, bytes);
                _y.Forward(column, Element);
            }
        }
        for (int p = 0; p < _y.Padded; p++)
            Column(block, p, planes + (p * Element), layer, component, work);
        for (int c = 0; c < 3; c++)
        {
            for (int l = 0; l < layers; l++)
            {
                T* column = planes + (c * component) + (l * layer);
                _y.Inverse(column, Element);
                NativeMemory.Copy(column, Spectrum(c, block) + ((nint)l * _y.Count * Element), bytes);
            }
        }
    }

    // The z direction at one y frequency.
    private void Column(int block, int p, T* planes, int layer, int component, T* x)
    {
        T* y = x + (_z.Padded * Element), z = y + (_z.Padded * Element);
        for (int c = 0; c < 3; c++)
        {
            T* column = x + (c * _z.Padded * Element);
            for (int l = 0; l < _z.Count; l++)
                LaneComplex<T>.Load(planes + (c * component) + (l * layer)).Store(column + (l * Element));
            _z.Forward(column, Element);
        }
        Vector<T> signY = new(_ySign[p]);
        for (int q = 0; q < _z.Padded; q++)
        {
            T* k = _kernel.At(block, _yIndex[p], _zIndex[q]);
            Vector<T> signZ = new(_zSign[q]);
            Vector<T> xx = Vector.Load(k), yy = Vector.Load(k + Lanes), zz = Vector.Load(k + (2 * Lanes));
            Vector<T> xy = Vector.Load(k + (3 * Lanes)) * signY, xz = Vector.Load(k + (4 * Lanes)) * signZ;
            Vector<T> yz = Vector.Load(k + (5 * Lanes)) * signY * signZ;
            nint at = (nint)q * Element;
            LaneComplex<T> mx = LaneComplex<T>.Load(x + at), my = LaneComplex<T>.Load(y + at), mz = LaneComplex<T>.Load(z + at);
            (mx.Scaled(xx) + my.Scaled(xy) + mz.Scaled(xz)).Store(x + at);
            (mx.Scaled(xy) + my.Scaled(yy) + mz.Scaled(yz)).Store(y + at);
            (mx.Scaled(xz) + my.Scaled(yz) + mz.Scaled(zz)).Store(z + at);
        }
        for (int c = 0; c < 3; c++)
        {
            T* column = x + (c * _z.Padded * Element);
            _z.Inverse(column, Element);
            for (int l = 0; l < _z.Count; l++)
                LaneComplex<T>.Load(column + (l * Element)).Store(planes + (c * component) + (l * layer));
        }
    }
}

using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Bench;

/// <summary>
/// The peer: the demagnetising field by FFTW 3, arranged as well as we know how. Zero rows are never transformed; the last axis is done in
/// blocks of columns that stay in cache, forward, times the kernel (vectorised), and back; plans are measured. Its kernel is
/// read off the engine's answer to three single cells, so both convolve with the same numbers.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed unsafe class FftwDemagnetisation<T> : IDisposable
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _nx, _ny, _nz, _px, _py, _pz, _kx, _last, _stored, _rows, _block;
    private readonly T*[] _rowSpace = new T*[3];
    private readonly T*[] _spectrum = new T*[3];
    private readonly T*[] _column = new T*[3];
    private readonly T*[] _kernel;
    private readonly int _kernelStride;
    private readonly nint _rowsForward, _rowsBack, _columnForward, _columnBack, _planeForward, _planeBack;

    /// <summary>Plans the transforms.</summary>
    /// <param name="field">The engine's case; its mesh and its demagnetising field give the kernel.</param>
    /// <param name="mesh">Mesh, not periodic.</param>
    /// <param name="block">Columns transformed together, a multiple of 4.</param>
    public FftwDemagnetisation(Action<VectorField<T>, VectorField<T>> field, Mesh mesh, int block)
    {
        (_nx, _ny, _nz) = (mesh.Nx, mesh.Ny, mesh.Nz);
        (_px, _py, _pz) = (2 * _nx, 2 * _ny, _nz == 1 ? 1 : 2 * _nz);
        _block = block;

        // Columns in whole blocks; those past the Nyquist column hold zeros.
        _kx = (_nx + 1 + block - 1) / block * block;
        _last = _nz == 1 ? _py : _pz;
        _stored = _nz == 1 ? _ny : _nz;
        _rows = _nz == 1 ? 1 : _py;
        for (int c = 0; c < 3; c++)
        {
            _rowSpace[c] = Allocate((long)_ny * _nz * _px);
            _spectrum[c] = Allocate(2L * _kx * _stored * _rows);
            _column[c] = Allocate(2L * _last * block);
        }

        _rowsForward = PlanRows(forward: true);
        _rowsBack = PlanRows(forward: false);
        _columnForward = PlanColumns(_column[0], _last, block, block, Fftw.Forward);
        _columnBack = PlanColumns(_column[0], _last, block, block, Fftw.Backward);
        if (_nz > 1)
        {
            _planeForward = PlanColumns(_spectrum[0], _py, _kx, _kx, Fftw.Forward);
            _planeBack = PlanColumns(_spectrum[0], _py, _kx, _kx, Fftw.Backward);
        }

        // Planning overwrites its arrays.
        for (int c = 0; c < 3; c++)
        {
            Clear(_rowSpace[c], (long)_ny * _nz * _px);
            Clear(_spectrum[c], 2L * _kx * _stored * _rows);
        }

        _kernelStride = 2 * _last * block;
        _kernel = new T*[6];
        BuildKernel(field, mesh);
    }

    /// <summary>Adds the demagnetising field of m to h, in A/m.</summary>
    public void AddField(VectorField<T> m, VectorField<T> h)
    {
        T[][] source = [m.X, m.Y, m.Z];
        T[][] target = [h.X, h.Y, h.Z];
        for (int c = 0; c < 3; c++)
            RowsForward(source[c], c);

        for (int row = 0; row < _rows; row++)
        {
            for (int k = 0; k < _kx; k += _block)
                Column(row, k);
        }

        for (int c = 0; c < 3; c++)
            RowsBack(target[c], c);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (nint plan in (nint[])[_rowsForward, _rowsBack, _columnForward, _columnBack, _planeForward, _planeBack])
        {
            if (plan != 0)
            {
                if (typeof(T) == typeof(float))
                    Fftw.DestroySingle(plan);
                else
                    Fftw.DestroyDouble(plan);
            }
        }

        foreach (T*[] set in (T*[][])[_rowSpace, _spectrum, _column, _kernel])
        {
            foreach (T* memory in set)
                Fftw.Free(memory);
        }
    }

    private void RowsForward(T[] source, int c)
    {
        fixed (T* from = source)
        {
            for (int row = 0; row < _ny * _nz; row++)
                new ReadOnlySpan<T>(from + ((long)row * _nx), _nx).CopyTo(new Span<T>(_rowSpace[c] + ((long)row * _px), _nx));
        }

        for (int z = 0; z < _nz; z++)
        {
            T* plane = _spectrum[c] + (2L * _kx * z * (_nz == 1 ? 0 : _py));
            T* rows = _rowSpace[c] + ((long)z * _ny * _px);
            if (typeof(T) == typeof(float))
                Fftw.ExecuteRealToComplex(_rowsForward, (float*)rows, (float*)plane);
            else
                Fftw.ExecuteRealToComplex(_rowsForward, (double*)rows, (double*)plane);

            if (_nz > 1)
            {
                Clear(plane + (2L * _kx * _ny), 2L * _kx * (_py - _ny));
                Execute(_planeForward, plane);
            }
        }
    }

    private void RowsBack(T[] target, int c)
    {
        for (int z = 0; z < _nz; z++)
        {
            T* plane = _spectrum[c] + (2L * _kx * z * (_nz == 1 ? 0 : _py));
            T* rows = _rowSpace[c] + ((long)z * _ny * _px);
            if (_nz > 1)
                Execute(_planeBack, plane);

            if (typeof(T) == typeof(float))
                Fftw.ExecuteComplexToReal(_rowsBack, (float*)plane, (float*)rows);
            else
                Fftw.ExecuteComplexToReal(_rowsBack, (double*)plane, (double*)rows);
        }

        fixed (T* to = target)
        {
            for (int row = 0; row < _ny * _nz; row++)
            {
                T* from = _rowSpace[c] + ((long)row * _px);
                T* line = to + ((long)row * _nx);
                int x = 0;
                for (; x + Vector<T>.Count <= _nx; x += Vector<T>.Count)
                    (Vector.Load(line + x) + Vector.Load(from + x)).Store(line + x);

                for (; x < _nx; x++)
                    line[x] += from[x];

                // The transform back has filled the padding, which must be zero again for the next way forward.
                Clear(from + _nx, _px - _nx);
            }
        }
    }

    private void Column(int row, int k)
    {
        long pitch = 2L * _kx * _rows;
        for (int c = 0; c < 3; c++)
        {
            T* from = _spectrum[c] + (2L * ((long)row * _kx + k));
            for (int i = 0; i < _stored; i++)
                new ReadOnlySpan<T>(from + (i * pitch), 2 * _block).CopyTo(new Span<T>(_column[c] + (2L * i * _block), 2 * _block));

            Clear(_column[c] + (2L * _stored * _block), 2L * (_last - _stored) * _block);
            Execute(_columnForward, _column[c]);
        }

        Multiply(((long)row * (_kx / _block) + (k / _block)) * _kernelStride);
        for (int c = 0; c < 3; c++)
        {
            Execute(_columnBack, _column[c]);
            T* to = _spectrum[c] + (2L * ((long)row * _kx + k));
            for (int i = 0; i < _stored; i++)
                new ReadOnlySpan<T>(_column[c] + (2L * i * _block), 2 * _block).CopyTo(new Span<T>(to + (i * pitch), 2 * _block));
        }
    }

    private void Multiply(long offset)
    {
        T* x = _column[0];
        T* y = _column[1];
        T* z = _column[2];
        T* xx = _kernel[0] + offset;
        T* yy = _kernel[1] + offset;
        T* zz = _kernel[2] + offset;
        T* xy = _kernel[3] + offset;
        if (_nz == 1)
        {
            for (int i = 0; i < _kernelStride; i += Vector<T>.Count)
            {
                Vector<T> mx = Vector.Load(x + i);
                Vector<T> my = Vector.Load(y + i);
                Vector<T> cross = Vector.Load(xy + i);
                ((Vector.Load(xx + i) * mx) + (cross * my)).Store(x + i);
                ((cross * mx) + (Vector.Load(yy + i) * my)).Store(y + i);
                (Vector.Load(zz + i) * Vector.Load(z + i)).Store(z + i);
            }

            return;
        }

        T* xz = _kernel[4] + offset;
        T* yz = _kernel[5] + offset;
        for (int i = 0; i < _kernelStride; i += Vector<T>.Count)
        {
            Vector<T> mx = Vector.Load(x + i);
            Vector<T> my = Vector.Load(y + i);
            Vector<T> mz = Vector.Load(z + i);
            Vector<T> kxy = Vector.Load(xy + i);
            Vector<T> kxz = Vector.Load(xz + i);
            Vector<T> kyz = Vector.Load(yz + i);
            ((Vector.Load(xx + i) * mx) + (kxy * my) + (kxz * mz)).Store(x + i);
            ((kxy * mx) + (Vector.Load(yy + i) * my) + (kyz * mz)).Store(y + i);
            ((kxz * mx) + (kyz * my) + (Vector.Load(zz + i) * mz)).Store(z + i);
        }
    }

    private void BuildKernel(Action<VectorField<T>, VectorField<T>> field, Mesh mesh)
    {
        VectorField<T>[] answers = new VectorField<T>[3];
        for (int c = 0; c < 3; c++)
        {
            VectorField<T> m = new(mesh);
            answers[c] = new VectorField<T>(mesh);
            (c == 0 ? m.X : c == 1 ? m.Y : m.Z)[0] = T.One;
            field(m, answers[c]);
        }

        // Parity of each element along x, y, z: N_xy is odd in x and in y, and so on.
        Fill(0, answers[0].X, 1, 1, 1);
        Fill(1, answers[1].Y, 1, 1, 1);
        Fill(2, answers[2].Z, 1, 1, 1);
        Fill(3, answers[0].Y, -1, -1, 1);
        if (_nz > 1)
        {
            Fill(4, answers[0].Z, -1, 1, -1);
            Fill(5, answers[1].Z, 1, -1, -1);
        }
    }

    private void Fill(int element, T[] values, int parityX, int parityY, int parityZ)
    {
        T* space = Allocate((long)_px * _py * _pz);
        long complexRow = _nx + 1;
        T* transform = Allocate(2 * complexRow * _py * _pz);
        int* n = stackalloc int[] { _pz, _py, _px };
        nint plan = typeof(T) == typeof(float)
            ? Fftw.PlanRealToComplex(3, n, 1, (float*)space, null, 1, 0, (float*)transform, null, 1, 0, 1u << 6)
            : Fftw.PlanRealToComplex(3, n, 1, (double*)space, null, 1, 0, (double*)transform, null, 1, 0, 1u << 6);
        Clear(space, (long)_px * _py * _pz);
        for (int z = 0; z < _nz; z++)
        {
            for (int y = 0; y < _ny; y++)
            {
                for (int x = 0; x < _nx; x++)
                {
                    T value = values[(((long)z * _ny) + y) * _nx + x];
                    for (int mirror = 0; mirror < 8; mirror++)
                    {
                        (bool mx, bool my, bool mz) = ((mirror & 1) != 0, (mirror & 2) != 0, (mirror & 4) != 0);
                        if ((mx && x == 0) || (my && y == 0) || (mz && z == 0))
                            continue;

                        int sign = (mx ? parityX : 1) * (my ? parityY : 1) * (mz ? parityZ : 1);
                        long slot = ((long)(mz ? _pz - z : z) * _py + (my ? _py - y : y)) * _px + (mx ? _px - x : x);
                        space[slot] = sign > 0 ? value : -value;
                    }
                }
            }
        }

        if (typeof(T) == typeof(float))
            Fftw.ExecuteRealToComplex(plan, (float*)space, (float*)transform);
        else
            Fftw.ExecuteRealToComplex(plan, (double*)space, (double*)transform);

        T scale = T.One / T.CreateChecked((double)_px * _py * _pz);
        _kernel[element] = Allocate((long)_kernelStride * _rows * (_kx / _block));
        for (int row = 0; row < _rows; row++)
        {
            for (int k = 0; k < _kx; k++)
            {
                for (int i = 0; i < _last; i++)
                {
                    (int ky, int kz) = _nz == 1 ? (i, 0) : (row, i);
                    T value = k <= _nx ? scale * transform[2 * ((((long)kz * _py) + ky) * complexRow + k)] : T.Zero;
                    long at = ((long)row * (_kx / _block) + (k / _block)) * _kernelStride + 2L * (((long)i * _block) + (k % _block));
                    _kernel[element][at] = value;
                    _kernel[element][at + 1] = value;
                }
            }
        }

        Fftw.Free(space);
        Fftw.Free(transform);
    }

    private nint PlanRows(bool forward)
    {
        int* n = stackalloc int[] { _px };
        if (typeof(T) == typeof(float))
        {
            float* real = (float*)_rowSpace[0];
            float* complex = (float*)_spectrum[0];
            return forward
                ? Fftw.PlanRealToComplex(1, n, _ny, real, null, 1, _px, complex, null, 1, _kx, Fftw.Measure)
                : Fftw.PlanComplexToReal(1, n, _ny, complex, null, 1, _kx, real, null, 1, _px, Fftw.Measure);
        }

        double* realDouble = (double*)_rowSpace[0];
        double* complexDouble = (double*)_spectrum[0];
        return forward
            ? Fftw.PlanRealToComplex(1, n, _ny, realDouble, null, 1, _px, complexDouble, null, 1, _kx, Fftw.Measure)
            : Fftw.PlanComplexToReal(1, n, _ny, complexDouble, null, 1, _kx, realDouble, null, 1, _px, Fftw.Measure);
    }

    private static nint PlanColumns(T* data, int length, int howMany, int stride, int sign)
    {
        int* n = stackalloc int[] { length };
        return typeof(T) == typeof(float)
            ? Fftw.PlanComplex(1, n, howMany, (float*)data, null, stride, 1, (float*)data, null, stride, 1, sign, Fftw.Measure)
            : Fftw.PlanComplex(1, n, howMany, (double*)data, null, stride, 1, (double*)data, null, stride, 1, sign, Fftw.Measure);
    }

    private static void Execute(nint plan, T* data)
    {
        if (typeof(T) == typeof(float))
            Fftw.ExecuteComplex(plan, (float*)data, (float*)data);
        else
            Fftw.ExecuteComplex(plan, (double*)data, (double*)data);
    }

    private static T* Allocate(long count)
    {
        T* memory = (T*)Fftw.Allocate((nuint)(count * sizeof(T)));
        Clear(memory, count);
        return memory;
    }

    private static void Clear(T* memory, long count)
    {
        for (long begin = 0; begin < count; begin += int.MaxValue / 2)
            new Span<T>(memory + begin, (int)Math.Min(int.MaxValue / 2, count - begin)).Clear();
    }
}

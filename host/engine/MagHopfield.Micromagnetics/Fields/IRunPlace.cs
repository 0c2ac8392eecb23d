using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Fields;

/// <summary>How a kernel reads a SIMD vector of cells of a run and their neighbours along x, by where in the run it lies.</summary>
internal unsafe interface IRunPlace
{
    /// <summary>The cells i … end − 1.</summary>
    static abstract Vector<T> At<T>(T* p, int i, int end)
        where T : unmanaged;

    /// <summary>Their western neighbours.</summary>
    static abstract Vector<T> Western<T>(T* p, in CellRun run, int i, int end)
        where T : unmanaged, INumber<T>;

    /// <summary>Their eastern neighbours.</summary>
    static abstract Vector<T> Eastern<T>(T* p, in CellRun run, int i, int end)
        where T : unmanaged, INumber<T>;

    /// <summary>The weights of their western faces, from those of the eastern ones; 0 for a face that does not exist.</summary>
    static abstract Vector<T> WesternFaces<T>(T* weights, in CellRun run, int i, int end)
        where T : unmanaged, INumber<T>;

    /// <summary>Writes the cells, but for the first <paramref name="done"/>, which stay.</summary>
    static abstract void Store<T>(Vector<T> v, T* p, int i, int end, int done)
        where T : unmanaged, INumber<T>;
}

/// <summary>A whole vector with all its neighbours in the run.</summary>
internal readonly unsafe struct InsideRun : IRunPlace
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> At<T>(T* p, int i, int end)
        where T : unmanaged => Vector.Load(p + i);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Western<T>(T* p, in CellRun run, int i, int end)
        where T : unmanaged, INumber<T> => Vector.Load(p + i - 1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Eastern<T>(T* p, in CellRun run, int i, int end)
        where T : unmanaged, INumber<T> => Vector.Load(p + i + 1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> WesternFaces<T>(T* weights, in CellRun run, int i, int end)
        where T : unmanaged, INumber<T> => Vector.Load(weights + i - 1);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<T>(Vector<T> v, T* p, int i, int end, int done)
        where T : unmanaged, INumber<T> => v.Store(p + i);
}

/// <summary>
/// A vector at the ends of a row of a periodic axis, of the mesh or of a range of cells, where it may be cut off: a neighbour beyond is
/// that of the periodic axis or the cell itself.
/// </summary>
internal readonly unsafe struct RunEnd : IRunPlace
{
    /// <inheritdoc/>
    public static Vector<T> At<T>(T* p, int i, int end)
        where T : unmanaged => Lanes.Load(p, i, end);

    /// <inheritdoc/>
    public static Vector<T> Western<T>(T* p, in CellRun run, int i, int end)
        where T : unmanaged, INumber<T> => Western(p, run, i, end, p[run.First + run.West]);

    /// <inheritdoc/>
    public static Vector<T> Eastern<T>(T* p, in CellRun run, int i, int end)
        where T : unmanaged, INumber<T>
    {
        T beyond = p[run.Last + run.East];
        bool last = end == run.Last + 1;
        if (end - i < Vector<T>.Count || end == run.Cells)
            return Gather(p + i + 1, end - i, last ? end - i - 1 : -1, beyond);
        Vector<T> next = Vector.Load(p + i + 1);
        return last ? Vector.ConditionalSelect(Lanes.From<T>(Vector<T>.Count - 1), new Vector<T>(beyond), next) : next;
    }

    /// <inheritdoc/>
    public static Vector<T> WesternFaces<T>(T* weights, in CellRun run, int i, int end)
        where T : unmanaged, INumber<T> => Western(weights, run, i, end, run.West == 0 ? T.Zero : weights[run.First + run.West]);

    /// <inheritdoc/>
    public static void Store<T>(Vector<T> v, T* p, int i, int end, int done)
        where T : unmanaged, INumber<T>
    {
        if (done > 0)
            v = Vector.ConditionalSelect(Lanes.From<T>(done), v, Vector.Load(p + i));
        Lanes.Store(v, p, i, end);
    }

    private static Vector<T> Western<T>(T* p, in CellRun run, int i, int end, T beyond)
        where T : unmanaged, INumber<T>
    {
        if (end - i < Vector<T>.Count || i == 0)
            return Gather(p + i - 1, end - i, i == run.First ? 0 : -1, beyond);
        Vector<T> previous = Vector.Load(p + i - 1);
        return i == run.First ? Vector.ConditionalSelect(Lanes.From<T>(1), previous, new Vector<T>(beyond)) : previous;
    }

    // The first lanes from memory, one of them from elsewhere.
    private static Vector<T> Gather<T>(T* p, int count, int other, T value)
        where T : unmanaged
    {
        T* part = stackalloc T[Vector<T>.Count];
        for (int k = 0; k < Vector<T>.Count; k++)
            part[k] = k == other ? value : k < count ? p[k] : default;
        return Vector.Load(part);
    }
}

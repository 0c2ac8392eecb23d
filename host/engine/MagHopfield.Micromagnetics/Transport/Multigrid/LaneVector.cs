using System.Runtime.CompilerServices;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>
/// Numbers at the points of a grid, several right-hand sides side by side, x fastest over the points; a margin of zeros before and behind
/// stands for the points beyond the grid. Aligned to cache lines.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class LaneVector<T>
    where T : unmanaged
{
    private const int Line = 64;

    private readonly T[] _values;
    private readonly int _origin;

    /// <summary>A vector of zeros.</summary>
    /// <param name="points">Number of points.</param>
    /// <param name="margin">Number of points in each margin.</param>
    /// <param name="lanes">Number of right-hand sides.</param>
    public LaneVector(int points, int margin, int lanes)
    {
        int size = Unsafe.SizeOf<T>();
        int slack = Line / size;
        _values = GC.AllocateArray<T>(checked((points + 2 * margin) * lanes + slack), pinned: true);
        unsafe
        {
            nint address = (nint)Unsafe.AsPointer(ref _values[margin * lanes]);
            _origin = margin * lanes + (int)((Line - address % Line) % Line) / size;
        }
    }

    /// <summary>Lane 0 of point 0.</summary>
    public ref T Origin => ref _values[_origin];

    public void Clear() => Array.Clear(_values);
}

using System.Runtime.CompilerServices;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>
/// A grid of the V-cycle with its vectors. Both sweeps work row by row, each row's smoothing, residual and transfer one after another
/// while the rows are in the cache, so that a sweep reads and writes its vectors once.
/// </summary>
/// <typeparam name="T">Register of right-hand sides.</typeparam>
internal sealed class LaneLevel<T>
    where T : struct, ILanes<T>
{
    // Rows of the residual that are needed at the same time, as a power of two.
    private const int Ring = 4;

    private readonly HierarchyLevel _level;
    private readonly ScaledStencil _a;
    private readonly LaneVector<float> _ring;
    private readonly LaneVector<float> _across;
    private readonly int _ringRow;
    private readonly int _row;

    public LaneLevel(HierarchyLevel level)
    {
        _level = level;
        _a = level.Stencil;
        _row = _a.PointsX * T.Count;
        _ringRow = (_a.PointsX + 2) * T.Count;

        // One row more, which stays zero, stands for the rows beyond the grid.
        _ring = new LaneVector<float>((Ring + 1) * (_a.PointsX + 2), 1, T.Count);
        _across = new LaneVector<float>(_a.PointsX, 1, T.Count);
        Right = new LaneVector<float>(_a.Count, _a.PointsX + 1, T.Count);
        Solution = new LaneVector<float>(_a.Count, _a.PointsX + 1, T.Count);
    }

    public ScaledStencil Stencil => _a;

    /// <summary>Right-hand side R⁻¹b of the scaled matrix.</summary>
    public LaneVector<float> Right { get; }

    /// <summary>Solution: Rx on the finest grid, x on the others.</summary>
    public LaneVector<float> Solution { get; }

    /// <summary>Smooths from zero and leaves the restricted residual as the right-hand side of the coarser grid.</summary>
    public void Down(LaneLevel<T> coarse)
    {
        int rows = _a.PointsY;
        for (int y = 0; y <= rows; y++)
        {
            if (y < rows)
                Smooth(y);

            if (y > 0)
            {
                Residual(y - 1, scaleBack: true);
                if ((y - 1) % 2 == 1)
                    Restrict((y - 2) / 2, coarse);
            }
        }

        Restrict(coarse._a.PointsY - 1, coarse);
    }

    /// <summary>Adds the correction of the coarser grid and smooths.</summary>
    /// <param name="coarse">The coarser grid with its solution.</param>
    /// <param name="dots">Where the grid is the finest: receives right-hand side · solution of each lane; otherwise empty.</param>
    public void Up(LaneLevel<T> coarse, Span<double> dots)
    {
        dots.Clear();
        int rows = _a.PointsY;
        for (int y = 0; y < rows + 2; y++)
        {
            if (y < rows)
                Interpolate(y, coarse);

            if (y > 0 && y <= rows)
                Residual(y - 1, scaleBack: false);

            if (y > 1)
                Correct(y - 2, dots);
        }
    }

    /// <summary>Solves on the coarsest grid.</summary>
    public void SolveDirectly(DenseInverse inverse)
    {
        ReadOnlySpan<float> rows = inverse.Elements;
        int n = inverse.Count;
        ref float b = ref Right.Origin;
        ref float x = ref Solution.Origin;
        for (int i = 0; i < n; i++)
        {
            T even = T.All(0);
            T odd = even;
            int at = i * n;
            int j = 0;
            for (; j + 1 < n; j += 2)
            {
                even = T.Fused(T.All(rows[at + j]), T.Load(ref Unsafe.Add(ref b, j * T.Count)), even);
                odd = T.Fused(T.All(rows[at + j + 1]), T.Load(ref Unsafe.Add(ref b, (j + 1) * T.Count)), odd);
            }

            if (j < n)
                even = T.Fused(T.All(rows[at + j]), T.Load(ref Unsafe.Add(ref b, j * T.Count)), even);

            (even + odd).Store(ref Unsafe.Add(ref x, i * T.Count));
        }
    }

    private ref float RowOf(LaneVector<float> v, int y) => ref Unsafe.Add(ref v.Origin, (nint)y * _row);

    private ref float RingRow(int y)
    {
        int slot = y < 0 || y >= _a.PointsY ? Ring : y % Ring;
        return ref Unsafe.Add(ref _ring.Origin, (nint)slot * _ringRow + T.Count);
    }

    // x = αb + βÂb: two steps of the Chebyshev iteration from zero.
    private void Smooth(int y)
    {
        Smoothing end = new() { X = ref RowOf(Solution, y), First = T.All(_level.First), Second = T.All(_level.Second) };
        StencilRow.Apply<T, Smoothing>(_a, y, ref RowOf(Right, y - 1), ref RowOf(Right, y), ref RowOf(Right, y + 1), ref end);
    }

    private void Residual(int y, bool scaleBack)
    {
        ref float x = ref RowOf(Solution, y);
        ref float south = ref RowOf(Solution, y - 1);
        ref float north = ref RowOf(Solution, y + 1);
        if (scaleBack)
        {
            ScaledResidual scaled = new() { B = ref RowOf(Right, y), R = ref RingRow(y), Root = ref _a.Root[_a.Margin + y * _a.PointsX] };
            StencilRow.Apply<T, ScaledResidual>(_a, y, ref south, ref x, ref north, ref scaled);
        }
        else
        {
            PlainResidual plain = new() { B = ref RowOf(Right, y), R = ref RingRow(y) };
            StencilRow.Apply<T, PlainResidual>(_a, y, ref south, ref x, ref north, ref plain);
        }
    }

    // x += αr + βÂr.
    private void Correct(int y, Span<double> dots)
    {
        ref float r = ref RingRow(y);
        ref float south = ref RingRow(y - 1);
        ref float north = ref RingRow(y + 1);
        if (dots.IsEmpty)
        {
            Correction end = new()
            {
                X = ref RowOf(Solution, y),
                First = T.All(_level.First),
                Second = T.All(_level.Second),
                InverseRoot = ref _a.InverseRoot[_a.Margin + y * _a.PointsX],
            };
            StencilRow.Apply<T, Correction>(_a, y, ref south, ref r, ref north, ref end);
        }
        else
        {
            LastCorrection end = new()
            {
                X = ref RowOf(Solution, y),
                B = ref RowOf(Right, y),
                First = T.All(_level.First),
                Second = T.All(_level.Second),
                Dot = T.All(0),
            };
            StencilRow.Apply<T, LastCorrection>(_a, y, ref south, ref r, ref north, ref end);
            end.Dot.AddTo(ref dots[0]);
        }
    }

    // Row of the coarser grid's right-hand side: R⁻¹ Pᵀ of the residual, first from row to row, then along the row.
    private void Restrict(int j, LaneLevel<T> coarse)
    {
        (int y, double below, double above) = GalerkinCoarsening.Restriction(j, _a.PointsY);
        (T south, T north, T half) = (T.All((float)below), T.All((float)above), T.All(0.5f));
        ref float r = ref RingRow(y);
        ref float rs = ref RingRow(below == 0 ? -1 : y - 1);
        ref float rn = ref RingRow(above == 0 ? -1 : y + 1);
        ref float t = ref _across.Origin;
        for (nint i = 0; i < _row; i += T.Count)
        {
            T sum = T.Fused(south, T.Load(ref Unsafe.Add(ref rs, i)), T.Load(ref Unsafe.Add(ref r, i)));
            T.Fused(north, T.Load(ref Unsafe.Add(ref rn, i)), sum).Store(ref Unsafe.Add(ref t, i));
        }

        ref float b = ref coarse.RowOf(coarse.Right, j);
        ReadOnlySpan<float> inverse = coarse._a.InverseRoot.AsSpan(coarse._a.Margin + j * coarse._a.PointsX, coarse._a.PointsX);
        for (int c = 0; c < inverse.Length; c++)
        {
            (int x, double west, double east) = GalerkinCoarsening.Restriction(c, _a.PointsX);
            ref float at = ref Unsafe.Add(ref t, (nint)x * T.Count);
            T sum = T.Load(ref at);
            if (west != 0)
                sum = T.Fused(half, T.Load(ref Unsafe.Add(ref at, -T.Count)), sum);

            if (east != 0)
                sum = T.Fused(half, T.Load(ref Unsafe.Add(ref at, T.Count)), sum);

            (T.All(inverse[c]) * sum).Store(ref Unsafe.Add(ref b, (nint)c * T.Count));
        }
    }

    // x += R P e.
    private void Interpolate(int y, LaneLevel<T> coarse)
    {
        (int y0, int y1) = GalerkinCoarsening.Interpolation(y, _a.PointsY);
        ref float e0 = ref coarse.RowOf(coarse.Solution, y0);
        ref float e1 = ref coarse.RowOf(coarse.Solution, y1);
        T half = T.All(0.5f);
        ref float x = ref RowOf(Solution, y);
        ReadOnlySpan<float> root = _a.Root.AsSpan(_a.Margin + y * _a.PointsX, _a.PointsX);
        int last = root.Length - 1;
        T here = half * (T.Load(ref e0) + T.Load(ref e1));
        for (int c = 0; c <= last; c += 2)
        {
            Add(ref x, c, root[c], here);
            if (c == last)
                break;

            nint next = (nint)(c / 2 + 1) * T.Count;
            T there = half * (T.Load(ref Unsafe.Add(ref e0, next)) + T.Load(ref Unsafe.Add(ref e1, next)));
            Add(ref x, c + 1, root[c + 1], c + 1 == last ? there : half * (here + there));
            here = there;
        }

        static void Add(ref float x, int c, float root, T value)
        {
            ref float at = ref Unsafe.Add(ref x, (nint)c * T.Count);
            T.Fused(T.All(root), value, T.Load(ref at)).Store(ref at);
        }
    }

    private ref struct Smoothing : IRowEnd<T>
    {
        public ref float X;
        public T First;
        public T Second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Take(nint at, T x, T product) => T.Fused(First, x, Second * product).Store(ref Unsafe.Add(ref X, at));
    }

    private ref struct PlainResidual : IRowEnd<T>
    {
        public ref float B;
        public ref float R;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Take(nint at, T x, T product) =>
            T.Fused(T.All(-1), product, T.Load(ref Unsafe.Add(ref B, at))).Store(ref Unsafe.Add(ref R, at));
    }

    private ref struct ScaledResidual : IRowEnd<T>
    {
        public ref float B;
        public ref float R;
        public ref float Root;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Take(nint at, T x, T product)
        {
            T residual = T.Fused(T.All(-1), product, T.Load(ref Unsafe.Add(ref B, at)));
            (T.All(Unsafe.Add(ref Root, at / T.Count)) * residual).Store(ref Unsafe.Add(ref R, at));
        }
    }

    private ref struct Correction : IRowEnd<T>
    {
        public ref float X;
        public ref float InverseRoot;
        public T First;
        public T Second;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public readonly void Take(nint at, T x, T product)
        {
            ref float to = ref Unsafe.Add(ref X, at);
            T sum = T.Load(ref to) + T.Fused(First, x, Second * product);
            (T.All(Unsafe.Add(ref InverseRoot, at / T.Count)) * sum).Store(ref to);
        }
    }

    private ref struct LastCorrection : IRowEnd<T>
    {
        public ref float X;
        public ref float B;
        public T First;
        public T Second;
        public T Dot;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Take(nint at, T x, T product)
        {
            ref float to = ref Unsafe.Add(ref X, at);
            T sum = T.Load(ref to) + T.Fused(First, x, Second * product);
            sum.Store(ref to);
            Dot = T.Fused(sum, T.Load(ref Unsafe.Add(ref B, at)), Dot);
        }
    }
}

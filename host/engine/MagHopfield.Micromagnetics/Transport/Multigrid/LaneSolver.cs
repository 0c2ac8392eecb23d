using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Transport.Conductor;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>
/// Preconditioned conjugate gradients for several right-hand sides at once. Corrections are found in single precision from residuals in
/// double precision, as often as the tolerance needs (iterative refinement); each right-hand side has its own step lengths.
/// </summary>
/// <typeparam name="T">Register of right-hand sides.</typeparam>
internal sealed class LaneSolver<T>
    where T : struct, ILanes<T>
{
    private const int IterationLimit = 500;
    private const int CorrectionLimit = 30;

    // One correction in single precision lowers the energy of the error to this part of it at most; what lowered it to no less than the
    // second number is trusted without a new residual.
    private const double LeastReduction = 1e-8;
    private const double TrustedReduction = 1e-6;

    private readonly LaneMultigrid<T> _multigrid;
    private readonly LaneVector<float> _direction;
    private readonly LaneVector<float> _product;
    private readonly LaneVector<float> _correction;
    private readonly double[] _row;
    private readonly double[] _power = new double[T.Count];
    private readonly double[] _start = new double[T.Count];
    private readonly double[] _dots = new double[T.Count];
    private readonly double[] _last = new double[T.Count];
    private readonly double[] _curvature = new double[T.Count];
    private readonly float[] _scale = new float[T.Count];

    public LaneSolver(MultigridHierarchy hierarchy)
    {
        _multigrid = new LaneMultigrid<T>(hierarchy);
        ScaledStencil a = _multigrid.Finest.Stencil;
        _direction = new LaneVector<float>(a.Count, a.PointsX + 1, T.Count);
        _product = new LaneVector<float>(a.Count, a.PointsX + 1, T.Count);
        _correction = new LaneVector<float>(a.Count, a.PointsX + 1, T.Count);
        _row = new double[a.PointsX * StiffnessProduct.Lanes];
    }

    /// <summary>Solves Kφ = 0 at the free points, from the potentials as they stand.</summary>
    /// <param name="stiffness">K with all its points.</param>
    /// <param name="groups">T.Count/4 groups of potentials.</param>
    /// <param name="tolerance">Error in the energy norm relative to √(φ·Kφ).</param>
    /// <returns>Sum of the iterations of the lanes until each was solved.</returns>
    /// <exception cref="ArgumentException">A part of the conductor has no way to an electrode.</exception>
    public int Solve(NinePointStencil stiffness, ReadOnlySpan<LaneVector<double>> groups, double tolerance)
    {
        double goal = tolerance * tolerance;
        int iterations = 0;
        for (int all = 0; all < IterationLimit;)
        {
            Residual(stiffness, groups);
            for (int k = 0; ; k++, all++)
            {
                _multigrid.Apply(_dots);
                CheckFinite();
                int unsolved = Unsolved(k == 0 ? goal : 0.1 * goal);
                if (k == 0)
                {
                    if (unsolved == 0)
                        return iterations;

                    Begin(goal);
                }
                else if (unsolved == 0 || k >= CorrectionLimit || Reduction().Largest < LeastReduction)
                {
                    Correct(groups);
                    if (unsolved == 0 && Reduction().Smallest >= TrustedReduction)
                        return iterations;

                    break;
                }

                iterations += unsolved;
                Step(first: k == 0);
            }
        }

        throw new ArgumentException("The potential cannot be solved: a part of the conductor has no way to any electrode.");
    }

    private int Unsolved(double goal)
    {
        int count = 0;
        for (int l = 0; l < T.Count; l++)
            count += _dots[l] <= goal * _power[l] ? 0 : 1;

        return count;
    }

    // Lanes that were solved before do not count for the reduction.
    private void Begin(double goal)
    {
        for (int l = 0; l < T.Count; l++)
            _start[l] = _dots[l] <= goal * _power[l] ? 0 : _dots[l];
    }

    // The smallest and the largest part of the energy of the error that is left of a lane.
    private (double Smallest, double Largest) Reduction()
    {
        (double smallest, double largest) = (1, 0);
        for (int l = 0; l < T.Count; l++)
        {
            if (_start[l] > 0)
            {
                double left = _dots[l] / _start[l];
                (smallest, largest) = (Math.Min(smallest, left), Math.Max(largest, left));
            }
        }

        return (smallest, largest);
    }

    private void CheckFinite()
    {
        foreach (double dot in _dots)
        {
            if (!double.IsFinite(dot))
                throw new ArgumentException("The potential cannot be solved: a part of the conductor has no way to any electrode.");
        }
    }

    // One step of conjugate gradients from the preconditioned residual.
    private void Step(bool first)
    {
        for (int l = 0; l < T.Count; l++)
            _scale[l] = first || !(_last[l] > 0) ? 0 : (float)(_dots[l] / _last[l]);

        _dots.CopyTo(_last, 0);
        Direct(T.Load(ref _scale[0]));
        for (int l = 0; l < T.Count; l++)
        {
            double step = _dots[l] > 0 && _curvature[l] > 0 ? _dots[l] / _curvature[l] : 0;
            _scale[l] = (float)step;

            // The dissipated power falls by the energy of the error that the step takes away.
            _power[l] -= step * _dots[l];
        }

        Move(T.Load(ref _scale[0]), T.All(first ? 0 : 1));
    }

    // p = z + βp and q = Âp, a row of q as soon as its rows of p are there.
    private void Direct(T beta)
    {
        ScaledStencil a = _multigrid.Finest.Stencil;
        nint row = (nint)a.PointsX * T.Count;
        ref float z = ref _multigrid.Finest.Solution.Origin;
        ref float p = ref _direction.Origin;
        ref float q = ref _product.Origin;
        Array.Clear(_curvature);
        for (int y = 0; y <= a.PointsY; y++)
        {
            if (y < a.PointsY)
            {
                for (nint i = y * row; i < (y + 1) * row; i += T.Count)
                    T.Fused(beta, T.Load(ref Unsafe.Add(ref p, i)), T.Load(ref Unsafe.Add(ref z, i))).Store(ref Unsafe.Add(ref p, i));
            }

            if (y > 0)
            {
                ref float middle = ref Unsafe.Add(ref p, (y - 1) * row);
                Product end = new() { Q = ref Unsafe.Add(ref q, (y - 1) * row), Dot = T.All(0) };
                StencilRow.Apply<T, Product>(
                    a, y - 1, ref Unsafe.Add(ref middle, -row), ref middle, ref Unsafe.Add(ref middle, row), ref end);
                end.Dot.AddTo(ref _curvature[0]);
            }
        }
    }

    // e = e + αp, or αp at first; r = r − αq.
    private void Move(T step, T keep)
    {
        ScaledStencil a = _multigrid.Finest.Stencil;
        ref float r = ref _multigrid.Finest.Right.Origin;
        ref float p = ref _direction.Origin;
        ref float q = ref _product.Origin;
        ref float e = ref _correction.Origin;
        T back = T.All(-1) * step;
        nint end = (nint)a.Count * T.Count;
        for (nint i = 0; i < end; i += T.Count)
        {
            ref float at = ref Unsafe.Add(ref e, i);
            T.Fused(step, T.Load(ref Unsafe.Add(ref p, i)), keep * T.Load(ref at)).Store(ref at);
            ref float to = ref Unsafe.Add(ref r, i);
            T.Fused(back, T.Load(ref Unsafe.Add(ref q, i)), T.Load(ref to)).Store(ref to);
        }
    }

    // r = −R⁻¹Kφ at the free points, and the dissipated power φ·Kφ.
    private void Residual(NinePointStencil stiffness, ReadOnlySpan<LaneVector<double>> groups)
    {
        ScaledStencil a = _multigrid.Finest.Stencil;
        for (int g = 0; g < groups.Length; g++)
        {
            Vector256<double> power = Vector256<double>.Zero;
            for (int y = 0; y < a.PointsY; y++)
            {
                StiffnessProduct.Row(stiffness, y, groups[g], _row);
                ref double phi = ref Unsafe.Add(ref groups[g].Origin, (nint)y * _row.Length);
                ref float r = ref Unsafe.Add(
                    ref _multigrid.Finest.Right.Origin, (nint)y * a.PointsX * T.Count + g * StiffnessProduct.Lanes);
                ReadOnlySpan<float> inverse = a.InverseRoot.AsSpan(a.Margin + y * a.PointsX, a.PointsX);
                for (int c = 0; c < inverse.Length; c++)
                {
                    Vector256<double> current = Vector256.LoadUnsafe(ref _row[0], (nuint)(c * StiffnessProduct.Lanes));
                    power += current * Vector256.LoadUnsafe(ref phi, (nuint)(c * StiffnessProduct.Lanes));
                    Vector256<double> residual = -(double)inverse[c] * current;
                    Vector128.Narrow(residual.GetLower(), residual.GetUpper()).StoreUnsafe(ref Unsafe.Add(ref r, (nint)c * T.Count));
                }
            }

            power.StoreUnsafe(ref _power[g * StiffnessProduct.Lanes]);
        }
    }

    // φ += R⁻¹e.
    private void Correct(ReadOnlySpan<LaneVector<double>> groups)
    {
        ScaledStencil a = _multigrid.Finest.Stencil;
        ReadOnlySpan<float> inverse = a.InverseRoot.AsSpan(a.Margin, a.Count);
        for (int g = 0; g < groups.Length; g++)
        {
            ref double phi = ref groups[g].Origin;
            ref float e = ref Unsafe.Add(ref _correction.Origin, g * StiffnessProduct.Lanes);
            for (int i = 0; i < inverse.Length; i++)
            {
                FourLanes change = FourLanes.All(inverse[i]) * FourLanes.Load(ref Unsafe.Add(ref e, (nint)i * T.Count));
                change.AddTo(ref Unsafe.Add(ref phi, (nint)i * StiffnessProduct.Lanes));
            }
        }
    }

    private ref struct Product : IRowEnd<T>
    {
        public ref float Q;
        public T Dot;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Take(nint at, T x, T product)
        {
            product.Store(ref Unsafe.Add(ref Q, at));
            Dot = T.Fused(x, product, Dot);
        }
    }
}

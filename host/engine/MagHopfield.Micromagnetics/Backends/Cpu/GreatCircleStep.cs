using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Backends.Cpu;

/// <summary>
/// The passes over the cells that a step along great circles makes, vectorised and shared among threads. Sums are taken share by share and
/// then in order, so that they do not depend on the number of threads.
/// </summary>
internal sealed unsafe class GreatCircleStep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ThreadTeam _team;
    private readonly T[]? _moment;
    private readonly CircleSums[] _sums;
    private readonly Action<int, int> _gradientShare, _turnShare, _lookShare, _acceptShare;

    // What the threads of one pass share.
    private VectorField<T>? _m, _h, _d, _to, _toField, _g, _s, _y;
    private double _step;

    public GreatCircleStep(Mesh mesh, MomentShare<T> moment, ThreadTeam team)
    {
        (_team, _moment) = (team, moment.Cells);
        int cells = mesh.CellCount;
        _sums = new CircleSums[FieldShares.Count(cells)];
        _gradientShare = (i, _) => _sums[i] = Gradient(FieldShares.Begin(i), Math.Min(FieldShares.Begin(i + 1), cells));
        _turnShare = (i, _) => Turn(FieldShares.Begin(i), Math.Min(FieldShares.Begin(i + 1), cells));
        _lookShare = (i, _) => _sums[i] = Look(FieldShares.Begin(i), Math.Min(FieldShares.Begin(i + 1), cells));
        _acceptShare = (i, _) => Accept(FieldShares.Begin(i), Math.Min(FieldShares.Begin(i + 1), cells));
    }

    /// <summary>The gradient g = −Ms/Ms_max [H − (m·H) m] in A/m.</summary>
    /// <returns>Largest |m×H| in A/m.</returns>
    public double Gradient(VectorField<T> m, VectorField<T> h, VectorField<T> g)
    {
        (_m, _h, _g) = (m, h, g);
        _team.For(_sums.Length, _gradientShare);
        return Total().Torque;
    }

    /// <summary>
    /// Turns every cell along its direction by a Cayley transform, m' = [(4 − τ²d²) m + 4τ d]/(4 + τ²d²), an angle of 2 arctan(τ|d|/2)
    /// (L. Exl et al., J. Appl. Phys. 115, 17D118 (2014), eq. 6), and takes rounding off |m'|.
    /// </summary>
    public void Turn(VectorField<T> m, VectorField<T> d, double step, VectorField<T> to)
    {
        (_m, _d, _step, _to) = (m, d, step, to);
        _team.For(_sums.Length, _turnShare);
    }

    /// <summary>What a trial step led to.</summary>
    public CircleSums Look(VectorField<T> m, VectorField<T> h, VectorField<T> d, double step, VectorField<T> to, VectorField<T> toField)
    {
        (_m, _h, _d, _step, _to, _toField) = (m, h, d, step, to, toField);
        _team.For(_sums.Length, _lookShare);
        return Total();
    }

    /// <summary>
    /// Overwrites the gradient by that at the end of a step, and gives the step s and the change y of the gradient, both in the tangent
    /// planes of the end, to which they and the old gradient are carried along the great circles.
    /// </summary>
    public void Accept(
        VectorField<T> m,
        VectorField<T> g,
        VectorField<T> d,
        double step,
        VectorField<T> to,
        VectorField<T> toField,
        VectorField<T> s,
        VectorField<T> y)
    {
        (_m, _g, _d, _step, _to, _toField, _s, _y) = (m, g, d, step, to, toField, s, y);
        _team.For(_sums.Length, _acceptShare);
    }

    private CircleSums Total()
    {
        double slope = 0, energy = 0, torque = 0;
        foreach (CircleSums s in _sums)
        {
            slope += s.Slope;
            energy += s.Energy;
            // NaN wins, so that the caller meets it.
            torque = s.Torque <= torque ? torque : s.Torque;
        }
        return new CircleSums(slope, energy, torque);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private CircleSums Gradient(int begin, int end)
    {
        VectorField<T> m = _m!, h = _h!, g = _g!;
        Vector<T> largest = Vector<T>.Zero;
        fixed (T* moment = _moment)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                Vector<T> w = moment is null ? Vector<T>.One : Lanes.Load(moment, i, end);
                (Vector<T> x, Vector<T> y, Vector<T> z) = Across(m, h, i, end, out Vector<T> square);
                largest = Lanes.Larger(largest, square);
                Lanes.Store(-w * x, g.PointerX, i, end);
                Lanes.Store(-w * y, g.PointerY, i, end);
                Lanes.Store(-w * z, g.PointerZ, i, end);
            }
        }
        Keep(m, h, g);
        return new CircleSums(0, 0, Root(largest));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Turn(int begin, int end)
    {
        VectorField<T> m = _m!, d = _d!, to = _to!;
        Vector<T> four = new(T.CreateChecked(4)), step = new(
            T.CreateTruncating(_step)), half = new(T.CreateChecked(0.5)), three = new(T.CreateChecked(3));
        for (int i = begin; i < end; i += Vector<T>.Count)
        {
            Vector<T> x =
                step * Lanes.Load(d.PointerX, i, end), y = step * Lanes.Load(d.PointerY, i, end), z = step * Lanes.Load(d.PointerZ, i, end);
            Vector<T> square = (x * x) + (y * y) + (z * z), divisor = Vector<T>.One / (four + square);
            Vector<T> a = (four - square) * divisor, b = four * divisor;
            x = (a * Lanes.Load(m.PointerX, i, end)) + (b * x);
            y = (a * Lanes.Load(m.PointerY, i, end)) + (b * y);
            z = (a * Lanes.Load(m.PointerZ, i, end)) + (b * z);
            // One step of Newton's iteration for 1/|m|, which is near 1.
            Vector<T> scale = half * (three - ((x * x) + (y * y) + (z * z)));
            Lanes.Store(scale * x, to.PointerX, i, end);
            Lanes.Store(scale * y, to.PointerY, i, end);
            Lanes.Store(scale * z, to.PointerZ, i, end);
        }
        Keep(m, d, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private CircleSums Look(int begin, int end)
    {
        VectorField<T> m = _m!, h = _h!, d = _d!, to = _to!, toField = _toField!;
        Vector<T> four = new(T.CreateChecked(4)), step = new(T.CreateTruncating(_step));
        Vector<T> slope = Vector<T>.Zero, energy = slope, largest = slope;
        fixed (T* moment = _moment)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                Vector<T> w = moment is null ? Vector<T>.One : Lanes.Load(moment, i, end);
                Vector<T> mx = Lanes.Load(m.PointerX, i, end), my = Lanes.Load(m.PointerY, i, end), mz = Lanes.Load(m.PointerZ, i, end);
                Vector<T> dx = Lanes.Load(d.PointerX, i, end), dy = Lanes.Load(d.PointerY, i, end), dz = Lanes.Load(d.PointerZ, i, end);
                Vector<T> x = step * dx, y = step * dy, z = step * dz, square = (x * x) + (y * y)
                    + (z * z), divisor = Vector<T>.One / (four + square);
                // d carried to the end of the circle: cos θ d − (sin θ |d|) m; dθ/d(step) = |d|/(1 + τ²d²/4).
                Vector<T> cosine = (four - square) * divisor, radial = four * step * (
                    (dx * dx) + (dy * dy) + (dz * dz)) * divisor, rate = four * divisor;
                (Vector<T> gx, Vector<T> gy, Vector<T> gz) = Across(to, toField, i, end, out Vector<T> torque);
                largest = Lanes.Larger(largest, torque);
                Vector<T> along = (gx * ((cosine * dx) - (radial * mx))) + (gy * ((cosine * dy) - (radial * my)))
                    + (gz * ((cosine * dz) - (radial * mz)));
                slope -= w * rate * along;
                Vector<T> sx =
                    Lanes.Load(to.PointerX, i, end) - mx, sy =
                        Lanes.Load(to.PointerY, i, end) - my, sz = Lanes.Load(to.PointerZ, i, end) - mz;
                Vector<T> fx = Lanes.Load(h.PointerX, i, end) + Lanes.Load(toField.PointerX, i, end);
                Vector<T> fy = Lanes.Load(h.PointerY, i, end) + Lanes.Load(toField.PointerY, i, end);
                Vector<T> fz = Lanes.Load(h.PointerZ, i, end) + Lanes.Load(toField.PointerZ, i, end);
                energy += w * ((sx * fx) + (sy * fy) + (sz * fz));
            }
        }
        Keep(m, h, d);
        Keep(to, toField, d);
        return new CircleSums(Lanes.Sum(slope), -0.5 * Lanes.Sum(energy), Root(largest));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Accept(int begin, int end)
    {
        VectorField<T> m = _m!, g = _g!, d = _d!, to = _to!, toField = _toField!, s = _s!, y = _y!;
        Vector<T> four = new(T.CreateChecked(4)), step = new(T.CreateTruncating(_step));
        fixed (T* moment = _moment)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                Vector<T> w = moment is null ? Vector<T>.One : Lanes.Load(moment, i, end);
                Vector<T> mx = Lanes.Load(m.PointerX, i, end), my = Lanes.Load(m.PointerY, i, end), mz = Lanes.Load(m.PointerZ, i, end);
                Vector<T> ax =
                    step * Lanes.Load(d.PointerX, i, end), ay =
                        step * Lanes.Load(d.PointerY, i, end), az = step * Lanes.Load(d.PointerZ, i, end);
                Vector<T> square = (ax * ax) + (ay * ay) + (az * az), divisor = Vector<T>.One / (four + square);
                Vector<T> cosine = (four - square) * divisor, radial = four * square * divisor;
                Vector<T> bx = (cosine * ax) - (radial * mx), by = (cosine * ay) - (radial * my), bz = (cosine * az) - (radial * mz);
                Vector<T> gx = Lanes.Load(g.PointerX, i, end), gy = Lanes.Load(g.PointerY, i, end), gz = Lanes.Load(g.PointerZ, i, end);
                // The part of g along the circle turns with it, the rest stays.
                Vector<T> part = (gx * ax) + (gy * ay) + (gz * az);
                part = Vector.ConditionalSelect(Vector.GreaterThan(square, Vector<T>.Zero), part / square, Vector<T>.Zero);
                (Vector<T> ex, Vector<T> ey, Vector<T> ez) = Across(to, toField, i, end, out _);
                (ex, ey, ez) = (-w * ex, -w * ey, -w * ez);
                Lanes.Store(bx, s.PointerX, i, end);
                Lanes.Store(by, s.PointerY, i, end);
                Lanes.Store(bz, s.PointerZ, i, end);
                Lanes.Store(ex - gx - (part * (bx - ax)), y.PointerX, i, end);
                Lanes.Store(ey - gy - (part * (by - ay)), y.PointerY, i, end);
                Lanes.Store(ez - gz - (part * (bz - az)), y.PointerZ, i, end);
                Lanes.Store(ex, g.PointerX, i, end);
                Lanes.Store(ey, g.PointerY, i, end);
                Lanes.Store(ez, g.PointerZ, i, end);
            }
        }
        Keep(m, g, d);
        Keep(to, toField, s);
        GC.KeepAlive(y);
    }

    // H − (m·H) m, and its square, which is |m×H|².
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector<T> X, Vector<T> Y, Vector<T> Z) Across(VectorField<T> m, VectorField<T> h, int i, int end, out Vector<T> square)
    {
        Vector<T> mx = Lanes.Load(m.PointerX, i, end), my = Lanes.Load(m.PointerY, i, end), mz = Lanes.Load(m.PointerZ, i, end);
        Vector<T> hx = Lanes.Load(h.PointerX, i, end), hy = Lanes.Load(h.PointerY, i, end), hz = Lanes.Load(h.PointerZ, i, end);
        // m×(H×m), which keeps more digits than the difference where H is nearly along m; zero outside the body, where m is.
        Vector<T> cx = (hy * mz) - (hz * my), cy = (hz * mx) - (hx * mz), cz = (hx * my) - (hy * mx);
        Vector<T> x = (my * cz) - (mz * cy), y = (mz * cx) - (mx * cz), z = (mx * cy) - (my * cx);
        square = (x * x) + (y * y) + (z * z);
        return (x, y, z);
    }

    private static double Root(Vector<T> square) => Math.Sqrt(double.CreateTruncating(Lanes.Largest(square)));

    private static void Keep(VectorField<T> a, VectorField<T> b, VectorField<T> c)
    {
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(c);
    }
}

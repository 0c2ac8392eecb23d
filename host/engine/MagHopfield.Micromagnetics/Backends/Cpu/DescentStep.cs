using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Backends.Cpu;

/// <summary>
/// The two passes over the cells that a step of steepest descent makes, vectorised and shared among threads. Sums are taken share by share
/// and then in order, so that they do not depend on the number of threads.
/// </summary>
internal sealed unsafe class DescentStep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Cells that a thread takes at a time: some microseconds of work.
    private const int Share = 4096;

    private readonly ThreadTeam _team;
    private readonly DescentSums[] _sums;
    private readonly Action<int, int> _turnShare, _sumShare;
    // Ms of each cell as a share of the largest, where it differs among cells.
    private readonly T[]? _moment;
    private readonly int _cells;
    private VectorField<T>? _m0, _r0, _m, _r;
    private double _step;

    public DescentStep(Ferromagnet body, MomentShare<T> moment, ThreadTeam team)
    {
        _team = team;
        _cells = body.Mesh.CellCount;
        _sums = new DescentSums[(_cells + Share - 1) / Share];
        _turnShare = (i, _) => Turn(i * Share, Math.Min((i + 1) * Share, _cells));
        _sumShare = (i, _) => _sums[i] = Sum(i * Share, Math.Min((i + 1) * Share, _cells));
        _moment = moment.Cells;
    }

    /// <summary>
    /// Turns every cell along its rate by a Cayley transform, which keeps |m| = 1: m' = [(4 − τ²r²) m + 4τ r]/(4 + τ²r²), an angle of
    /// 2 arctan(τ|r|/2) (Exl et al. 2014, eq. 6). The transform keeps the length only as far as r is at right angles to m; where the field
    /// is large against the torque rounding leaves a part of r along m, so the result is set to length 1 again.
    /// </summary>
    public void Turn(VectorField<T> from, VectorField<T> rate, double step, VectorField<T> to)
    {
        (_m0, _r0, _m, _step) = (from, rate, to, step);
        _team.For(_sums.Length, _turnShare);
    }

    /// <summary>The sums between the beginning and the end of a step.</summary>
    public DescentSums Sum(VectorField<T> from, VectorField<T> rateFrom, VectorField<T> to, VectorField<T> rateTo)
    {
        (_m0, _r0, _m, _r) = (from, rateFrom, to, rateTo);
        _team.For(_sums.Length, _sumShare);
        return Total();
    }

    private DescentSums Total()
    {
        double ss = 0, sy = 0, yy = 0, energy = 0, fastest = 0;
        foreach (DescentSums s in _sums)
        {
            ss += s.SS;
            sy += s.SY;
            yy += s.YY;
            energy += s.Energy;
            // NaN wins, so that the caller meets it.
            fastest = s.Fastest <= fastest ? fastest : s.Fastest;
        }
        return new DescentSums(ss, sy, yy, energy, fastest);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Turn(int begin, int end)
    {
        VectorField<T> from = _m0!, rate = _r0!, to = _m!;
        T* mx = from.PointerX, my = from.PointerY, mz = from.PointerZ, rx = rate.PointerX, ry = rate.PointerY, rz = rate.PointerZ;
        T* tx = to.PointerX, ty = to.PointerY, tz = to.PointerZ;
        Vector<T> four = new(T.CreateChecked(4)), step = new(T.CreateTruncating(_step));
        for (int i = begin; i < end; i += Vector<T>.Count)
        {
            Vector<T> x = step * Lanes.Load(rx, i, end), y = step * Lanes.Load(ry, i, end), z = step * Lanes.Load(rz, i, end);
            Vector<T> square = (x * x) + (y * y) + (z * z), divisor = Vector<T>.One / (four + square);
            Vector<T> a = (four - square) * divisor, b = four * divisor;
            x = (a * Lanes.Load(mx, i, end)) + (b * x);
            y = (a * Lanes.Load(my, i, end)) + (b * y);
            z = (a * Lanes.Load(mz, i, end)) + (b * z);
            Vector<T> scale = FieldArithmetic.InverseLength(x, y, z);
            Lanes.Store(scale * x, tx, i, end);
            Lanes.Store(scale * y, ty, i, end);
            Lanes.Store(scale * z, tz, i, end);
        }
        GC.KeepAlive(from);
        GC.KeepAlive(rate);
        GC.KeepAlive(to);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private DescentSums Sum(int begin, int end)
    {
        VectorField<T> from = _m0!, rateFrom = _r0!, to = _m!, rateTo = _r!;
        Vector<T> ss = Vector<T>.Zero, sy = ss, yy = ss, energy = ss, fastest = ss;
        fixed (T* moment = _moment)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                Vector<T> su = Lanes.Load(to.PointerX, i, end) - Lanes.Load(from.PointerX, i, end);
                Vector<T> sv = Lanes.Load(to.PointerY, i, end) - Lanes.Load(from.PointerY, i, end);
                Vector<T> sw = Lanes.Load(to.PointerZ, i, end) - Lanes.Load(from.PointerZ, i, end);
                Vector<T> ax = Lanes.Load(rateFrom.PointerX, i, end), ay = Lanes.Load(rateFrom.PointerY, i, end);
                Vector<T> az = Lanes.Load(rateFrom.PointerZ, i, end);
                Vector<T> bx = Lanes.Load(rateTo.PointerX, i, end), by = Lanes.Load(rateTo.PointerY, i, end);
                Vector<T> bz = Lanes.Load(rateTo.PointerZ, i, end);
                Vector<T> yu = ax - bx, yv = ay - by, yw = az - bz;
                ss += (su * su) + (sv * sv) + (sw * sw);
                sy += (su * yu) + (sv * yv) + (sw * yw);
                yy += (yu * yu) + (yv * yv) + (yw * yw);
                Vector<T> work = (su * (ax + bx)) + (sv * (ay + by)) + (sw * (az + bz));
                energy += moment is null ? work : work * Lanes.Load(moment, i, end);
                Vector<T> square = (bx * bx) + (by * by) + (bz * bz);
                fastest = Lanes.Larger(fastest, square);
            }
        }
        GC.KeepAlive(from);
        GC.KeepAlive(rateFrom);
        GC.KeepAlive(to);
        GC.KeepAlive(rateTo);
        return new DescentSums(
            Lanes.Sum(ss),
            Lanes.Sum(sy),
            Lanes.Sum(yy),
            -0.5 * Lanes.Sum(energy),
            Math.Sqrt(double.CreateTruncating(Lanes.Largest(fastest))));
    }
}

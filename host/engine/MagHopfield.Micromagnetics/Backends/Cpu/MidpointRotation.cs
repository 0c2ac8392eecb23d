using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Backends.Cpu;

/// <summary>The rotation of cells that the midpoint rule makes, vectorised.</summary>
internal static class MidpointRotation
{
    /// <summary>The rate f at the state s gives a = f×s/s². The result is the rotated m, or its mean with m.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static unsafe void Rotate<T>(
        VectorField<T> m, VectorField<T> at, VectorField<T> rate, T step, VectorField<T> target, bool mean, int begin, int end)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, px = at.PointerX, py = at.PointerY, pz = at.PointerZ;
        T* qx = rate.PointerX, qy = rate.PointerY, qz = rate.PointerZ, tx = target.PointerX, ty = target.PointerY, tz = target.PointerZ;
        Vector<T> dt = new(step), half = new(T.CreateChecked(0.5)), quarter = new(T.CreateChecked(0.25)), one = Vector<T>.One;
        for (int i = begin; i < end; i += Vector<T>.Count)
        {
            Vector<T> sx = Lanes.Load(px, i, end), sy = Lanes.Load(py, i, end), sz = Lanes.Load(pz, i, end);
            Vector<T> square = (sx * sx) + (sy * sy) + (sz * sz), inside = Vector.GreaterThan(square, Vector<T>.Zero);
            Vector<T> c = dt / Vector.ConditionalSelect(inside, square, one);
            Vector<T> fx = Lanes.Load(qx, i, end), fy = Lanes.Load(qy, i, end), fz = Lanes.Load(qz, i, end);
            Vector<T> ax = c * ((fy * sz) - (fz * sy)), ay = c * ((fz * sx) - (fx * sz)), az = c * ((fx * sy) - (fy * sx));
            Vector<T> x = Lanes.Load(mx, i, end), y = Lanes.Load(my, i, end), z = Lanes.Load(mz, i, end);
            Vector<T> aa = quarter * ((ax * ax) + (ay * ay) + (az * az)), dot = half * ((x * ax) + (y * ay) + (z * az));
            Vector<T> scale = one / (one + aa), keep = one - aa;
            Vector<T> rx = scale * ((keep * x) + (y * az) - (z * ay) + (dot * ax));
            Vector<T> ry = scale * ((keep * y) + (z * ax) - (x * az) + (dot * ay));
            Vector<T> rz = scale * ((keep * z) + (x * ay) - (y * ax) + (dot * az));
            if (mean)
            {
                (rx, ry, rz) = (half * (x + rx), half * (y + ry), half * (z + rz));
            }
            else
            {
                // A rotation keeps the length but for rounding, which adds up over many steps.
                Vector<T> unit = FieldArithmetic.InverseLength(rx, ry, rz);
                (rx, ry, rz) = (unit * rx, unit * ry, unit * rz);
            }
            Lanes.Store(rx, tx, i, end);
            Lanes.Store(ry, ty, i, end);
            Lanes.Store(rz, tz, i, end);
        }
        GC.KeepAlive(m);
        GC.KeepAlive(rate);
        GC.KeepAlive(target);
    }
}

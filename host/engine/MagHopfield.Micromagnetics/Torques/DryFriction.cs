using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Torques;

/// <summary>
/// Coercivity as dry friction (Baltensperger and Helman, J. Appl. Phys. 73, 6516 (1993)): beside the viscous field −(α/γ) ∂m/∂t of
/// Gilbert a field of constant size Hc against the motion, −Hc ∂m/∂t/|∂m/∂t|. A moment moves only where |m × H_eff| exceeds Hc; its
/// speed s = |∂m/∂t|/γ solves s² + (α s + Hc)² = |m × H_eff|², and it moves as with the damping α + Hc/s. The equation must have its
/// precession.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class DryFriction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Makes the friction.</summary>
    /// <param name="coerciveField">Coercive field Hc in A/m, ≥ 0.</param>
    public DryFriction(double coerciveField) => CoerciveField = coerciveField >= 0 && double.IsFinite(coerciveField)
        ? coerciveField
        : throw new ArgumentOutOfRangeException(nameof(coerciveField), $"Coercive field = {coerciveField} A/m; give a finite value ≥ 0.");

    /// <summary>Coercive field Hc in A/m.</summary>
    public double CoerciveField { get; }

    /// <summary>Turns dm/dt without friction into that with it, in the cells begin … end − 1.</summary>
    /// <param name="motion">γ and α of the equation of motion.</param>
    /// <param name="cells">α of each cell, or null where it is the same in all.</param>
    /// <param name="m">Unit magnetisation.</param>
    /// <param name="rate">dm/dt in 1/s, overwritten.</param>
    /// <param name="begin">First cell.</param>
    /// <param name="end">Cell after the last.</param>
    internal unsafe void Brake(GilbertParameters motion, T[]? cells, VectorField<T> m, VectorField<T> rate, int begin, int end)
    {
        T gamma = T.CreateChecked(motion.GyromagneticRatio);
        Vector<T> hc = new(T.CreateChecked(CoerciveField)), alpha = new(T.CreateChecked(motion.Damping[1]));
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, tx = rate.PointerX, ty = rate.PointerY, tz = rate.PointerZ;
        fixed (T* damping = cells)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                if (damping != null)
                    alpha = Lanes.Load(damping, i, end);
                Vector<T> rx = Lanes.Load(tx, i, end), ry = Lanes.Load(ty, i, end), rz = Lanes.Load(tz, i, end);
                Brake(gamma, alpha, hc, Lanes.Load(mx, i, end), Lanes.Load(my, i, end), Lanes.Load(mz, i, end), ref rx, ref ry, ref rz);
                Lanes.Store(rx, tx, i, end);
                Lanes.Store(ry, ty, i, end);
                Lanes.Store(rz, tz, i, end);
            }
        }
        GC.KeepAlive(m);
        GC.KeepAlive(rate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Brake(
        T gamma,
        Vector<T> alpha,
        Vector<T> hc,
        Vector<T> x,
        Vector<T> y,
        Vector<T> z,
        ref Vector<T> rx,
        ref Vector<T> ry,
        ref Vector<T> rz)
    {
        // The torque τ = m×H of the frictionless rate r = −γ/(1+α²)(τ + α m×τ) is −(r − α m×r)/γ.
        Vector<T> scale = new(-T.One / gamma), viscous = Vector<T>.One + (alpha * alpha);
        Vector<T> tx = scale * (rx - (alpha * ((y * rz) - (z * ry))));
        Vector<T> ty = scale * (ry - (alpha * ((z * rx) - (x * rz))));
        Vector<T> tz = scale * (rz - (alpha * ((x * ry) - (y * rx))));
        Vector<T> h2 = (tx * tx) + (ty * ty) + (tz * tz);
        Vector<T> excess = Vector.Max(h2 - (hc * hc), Vector<T>.Zero);

        // The positive root of (1+α²)s² + 2αHc s = h² − Hc², without the difference of near-equal numbers.
        Vector<T> root = Vector.SquareRoot((alpha * alpha * hc * hc) + (viscous * excess));
        Vector<T> s = excess / ((alpha * hc) + root + new Vector<T>(T.Epsilon));
        Vector<T> along = new Vector<T>(-gamma) * s / Vector.Max(h2, new Vector<T>(T.CreateChecked(1e-30)));
        Vector<T> across = (alpha * s) + hc;
        rx = along * ((s * tx) + (across * ((y * tz) - (z * ty))));
        ry = along * ((s * ty) + (across * ((z * tx) - (x * tz))));
        rz = along * ((s * tz) + (across * ((x * ty) - (y * tx))));
    }
}

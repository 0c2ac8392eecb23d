using System.Numerics;
using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Integrators;

namespace MagHopfield.Film.Learning;

/// <summary>
/// Coercivity as dry friction (Baltensperger and Helman, J. Appl. Phys. 73, 6516 (1993)): beside the viscous field −(α/γ) ∂m/∂t of
/// Gilbert a field of constant size Hc against the motion, −Hc ∂m/∂t/|∂m/∂t|. A moment moves only where |m × H_eff| exceeds Hc; its
/// speed s = |∂m/∂t|/γ solves s² + (α s + Hc)² = |m × H_eff|², and it moves as with the damping α + Hc/s.
/// </summary>
/// <param name="coerciveField">Hc in A/m, not negative.</param>
/// <param name="damping">Gilbert damping α of the equation without friction.</param>
/// <param name="gyromagneticRatio">γ in m/(A·s) of that equation.</param>
/// <param name="inner">Integrator that takes the steps.</param>
internal sealed class DryFriction(double coerciveField, double damping, double gyromagneticRatio, IIntegrator<float> inner) : IIntegrator<float>
{
    private readonly Equation _equation = new((float)coerciveField, (float)damping, (float)gyromagneticRatio);

    /// <inheritdoc/>
    public double NextStep
    {
        get => inner.NextStep;
        set => inner.NextStep = value;
    }

    /// <inheritdoc/>
    public VectorField<float>? LastDerivative => inner.LastDerivative;

    /// <inheritdoc/>
    public double Step(IEquationOfMotion<float> equation, double time, VectorField<float> m, double limit)
    {
        _equation.Frictionless = equation;
        return inner.Step(_equation, time, m, limit);
    }

    /// <inheritdoc/>
    public void Forget() => inner.Forget();

    private sealed class Equation(float coerciveField, float damping, float gyromagneticRatio) : IEquationOfMotion<float>
    {
        public IEquationOfMotion<float>? Frictionless { get; set; }

        public bool BeginStep(double time, double step) => Frictionless!.BeginStep(time, step);

        public void Derivative(double time, VectorField<float> m, VectorField<float> rate)
        {
            Frictionless!.Derivative(time, m, rate);
            int lanes = Vector<float>.Count;
            int whole = m.X.Length - m.X.Length % lanes;
            for (int i = 0; i < whole; i += lanes)
            {
                Vector<float> rx = new(rate.X, i), ry = new(rate.Y, i), rz = new(rate.Z, i);
                Brake(new(m.X, i), new(m.Y, i), new(m.Z, i), ref rx, ref ry, ref rz);
                rx.CopyTo(rate.X, i);
                ry.CopyTo(rate.Y, i);
                rz.CopyTo(rate.Z, i);
            }

            for (int i = whole; i < m.X.Length; i++)
            {
                Vector<float> rx = new(rate.X[i]), ry = new(rate.Y[i]), rz = new(rate.Z[i]);
                Brake(new(m.X[i]), new(m.Y[i]), new(m.Z[i]), ref rx, ref ry, ref rz);
                (rate.X[i], rate.Y[i], rate.Z[i]) = (rx[0], ry[0], rz[0]);
            }
        }

        private void Brake(Vector<float> x, Vector<float> y, Vector<float> z, ref Vector<float> rx, ref Vector<float> ry, ref Vector<float> rz)
        {
            // The torque τ = m×H of the frictionless rate r = −γ/(1+α²)(τ + α m×τ) is −(r − α m×r)/γ.
            Vector<float> scale = new(-1 / gyromagneticRatio), alpha = new(damping), hc = new(coerciveField);
            Vector<float> tx = scale * (rx - alpha * (y * rz - z * ry));
            Vector<float> ty = scale * (ry - alpha * (z * rx - x * rz));
            Vector<float> tz = scale * (rz - alpha * (x * ry - y * rx));
            Vector<float> h2 = tx * tx + ty * ty + tz * tz;
            Vector<float> viscous = new(1 + damping * damping);
            Vector<float> excess = Vector.Max(h2 - hc * hc, Vector<float>.Zero);

            // The positive root of (1+α²)s² + 2αHc s = h² − Hc², without the difference of near-equal numbers.
            Vector<float> s = excess / (alpha * hc + Vector.SquareRoot(alpha * alpha * hc * hc + viscous * excess) + new Vector<float>(float.Epsilon));
            Vector<float> along = new Vector<float>(-gyromagneticRatio) * s / Vector.Max(h2, new Vector<float>(1e-30f));
            Vector<float> across = alpha * s + hc;
            rx = along * (s * tx + across * (y * tz - z * ty));
            ry = along * (s * ty + across * (z * tx - x * tz));
            rz = along * (s * tz + across * (x * ty - y * tx));
        }
    }
}

using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;

namespace MagHopfield.Micromagnetics.Minimisation;

/// <summary>
/// Steepest descent of the energy with Barzilai-Borwein steps on the unit sphere: L. Exl et al., J. Appl. Phys. 115, 17D118 (2014). It goes
/// to the next minimum far faster than the dynamics but, not being monotone, not always to the same one.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class BarzilaiBorwein<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LandauLifshitzGilbert<T> _equation;
    private readonly VectorField<T> _difference;
    private VectorField<T> _gradient, _before;

    /// <summary>Makes a minimiser of the energy of an equation of motion; its damping, precession and further torques play no part.</summary>
    /// <param name="equation">The equation of motion, for its body and energy terms.</param>
    public BarzilaiBorwein(LandauLifshitzGilbert<T> equation)
    {
        ArgumentNullException.ThrowIfNull(equation);
        _equation = equation;
        _gradient = new VectorField<T>(equation.Body.Mesh);
        _before = new VectorField<T>(equation.Body.Mesh);
        _difference = new VectorField<T>(equation.Body.Mesh);
    }

    /// <summary>Number of steps of the last run.</summary>
    public int Steps { get; private set; }

    /// <summary>Largest |m×H| in A/m where the last run ended.</summary>
    public double MaxTorque { get; private set; }

    /// <summary>Moves m to a minimum.</summary>
    /// <param name="m">Unit magnetisation, overwritten.</param>
    /// <param name="maxTorque">Ends where the largest |m×H| in A/m is no larger.</param>
    /// <param name="maxSteps">Largest number of steps.</param>
    /// <param name="cancellation">Ends the search early.</param>
    /// <returns>Whether the limit was reached.</returns>
    public bool Minimise(VectorField<T> m, double maxTorque, int maxSteps = 100_000, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(m);
        if (!(maxTorque > 0))
            throw new ArgumentOutOfRangeException(nameof(maxTorque), $"Torque limit = {maxTorque} A/m; give a positive value.");
        Gradient(m);
        // The first step turns the fastest cell by a hundredth of a radian.
        double step = MaxTorque > 0 ? 0.01 / MaxTorque : 0;
        for (Steps = 0; MaxTorque > maxTorque && Steps < maxSteps; Steps++)
        {
            cancellation.ThrowIfCancellationRequested();
            (_before, _gradient) = (_gradient, _before);
            Turn(m, T.CreateTruncating(step));
            Gradient(m);
            step = NextStep(step);
        }
        return MaxTorque <= maxTorque;
    }

    // g = m×(m×H), the gradient of the energy on the sphere in A/m (without µ0 Ms).
    private void Gradient(VectorField<T> m)
    {
        _equation.EffectiveField(m, _gradient);
        VectorField<T> h = _gradient;
        double largest = 0;
        for (int i = 0; i < m.X.Length; i++)
        {
            T x = m.X[i], y = m.Y[i], z = m.Z[i];
            T px = (y * h.Z[i]) - (z * h.Y[i]), py = (z * h.X[i]) - (x * h.Z[i]), pz = (x * h.Y[i]) - (y * h.X[i]);
            (h.X[i], h.Y[i], h.Z[i]) = ((y * pz) - (z * py), (z * px) - (x * pz), (x * py) - (y * px));
            largest = Math.Max(largest, double.CreateTruncating((px * px) + (py * py) + (pz * pz)));
        }
        MaxTorque = Math.Sqrt(largest);
    }

    // The Cayley transform of the rotation against the gradient keeps |m| = 1: m' = [(4 − τ²g²) m − 4τ g]/(4 + τ²g²).
    private void Turn(VectorField<T> m, T step)
    {
        T four = T.CreateChecked(4);
        VectorField<T> g = _before, s = _difference;
        for (int i = 0; i < m.X.Length; i++)
        {
            T gx = g.X[i], gy = g.Y[i], gz = g.Z[i], gg = step * step * ((gx * gx) + (gy * gy) + (gz * gz)), divisor = four + gg;
            T a = (four - gg) / divisor, b = -four * step / divisor;
            T x = (a * m.X[i]) + (b * gx), y = (a * m.Y[i]) + (b * gy), z = (a * m.Z[i]) + (b * gz);
            (s.X[i], s.Y[i], s.Z[i]) = (x - m.X[i], y - m.Y[i], z - m.Z[i]);
            (m.X[i], m.Y[i], m.Z[i]) = (x, y, z);
        }
    }

    private double NextStep(double step)
    {
        double ss = 0, sy = 0, yy = 0;
        for (int i = 0; i < _gradient.X.Length; i++)
        {
            Vector3D s = _difference[i], y = _gradient[i] - _before[i];
            ss += Vector3D.Dot(s, s);
            sy += Vector3D.Dot(s, y);
            yy += Vector3D.Dot(y, y);
        }
        // The two Barzilai-Borwein steps in turn; across a region of negative curvature the old one is kept.
        double next = Steps % 2 == 0 ? ss / sy : sy / yy;
        return sy > 0 && double.IsFinite(next) ? next : step;
    }
}

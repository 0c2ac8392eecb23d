using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Backends;

/// <summary>
/// The passes over the cells that descents on the unit sphere make. Cells weigh by Ms as a share w of the largest, as in the energy;
/// without it a cell of small Ms and large field would decide the length of every step.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IDescentPasses<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The gradient g = −w [H − (m·H) m] in A/m.</summary>
    /// <param name="m">Unit magnetisation.</param>
    /// <param name="h">Field H in A/m.</param>
    /// <param name="g">Receives the gradient.</param>
    /// <returns>Largest |m×H| in A/m.</returns>
    double Gradient(IBackendField<T> m, IBackendField<T> h, IBackendField<T> g);

    /// <summary>
    /// Turns every cell along its direction by a Cayley transform, m' = [(4 − τ²d²) m + 4τ d]/(4 + τ²d²), an angle of 2 arctan(τ|d|/2)
    /// (L. Exl et al., J. Appl. Phys. 115, 17D118 (2014), eq. 6), and sets |m'| to 1.
    /// </summary>
    /// <param name="m">Unit magnetisation.</param>
    /// <param name="d">Direction d.</param>
    /// <param name="step">τ, in 1 over the unit of d.</param>
    /// <param name="across">
    /// Whether d is at right angles to m but for the rounding of d, so that |m'| is near 1 already; the rounding of a large field leaves
    /// more.
    /// </param>
    /// <param name="to">Receives m'.</param>
    void Turn(IBackendField<T> m, IBackendField<T> d, double step, bool across, IBackendField<T> to);

    /// <summary>What a trial step along great circles led to.</summary>
    /// <param name="m">Unit magnetisation where it began.</param>
    /// <param name="h">Field in A/m there.</param>
    /// <param name="d">Direction.</param>
    /// <param name="step">Its length τ.</param>
    /// <param name="to">Unit magnetisation where it ended.</param>
    /// <param name="toField">Field in A/m there.</param>
    CircleSums Look(
        IBackendField<T> m, IBackendField<T> h, IBackendField<T> d, double step, IBackendField<T> to, IBackendField<T> toField);

    /// <summary>
    /// Overwrites the gradient by that at the end of a step, and gives the step s and the change y of the gradient, both in the tangent
    /// planes of the end, to which they and the old gradient are carried along the great circles.
    /// </summary>
    /// <param name="m">Unit magnetisation where the step began.</param>
    /// <param name="g">Gradient in A/m, overwritten.</param>
    /// <param name="d">Direction.</param>
    /// <param name="step">Its length τ.</param>
    /// <param name="to">Unit magnetisation where it ended.</param>
    /// <param name="toField">Field in A/m there.</param>
    /// <param name="s">Receives the step.</param>
    /// <param name="y">Receives the change of the gradient.</param>
    void Accept(
        IBackendField<T> m,
        IBackendField<T> g,
        IBackendField<T> d,
        double step,
        IBackendField<T> to,
        IBackendField<T> toField,
        IBackendField<T> s,
        IBackendField<T> y);

    /// <summary>Scalar products over all cells of remembered fields.</summary>
    /// <param name="fields">The fields; null where there is none yet, with products of 0.</param>
    /// <param name="newest">
    /// The newest step and change of the gradient, or null where their products are known; those are then not written.
    /// </param>
    /// <param name="g">The gradient.</param>
    /// <param name="products">Receives three products a field: with the newest step, the newest change, and the gradient.</param>
    void Products(
        ReadOnlySpan<IBackendField<T>?> fields,
        (IBackendField<T> Step, IBackendField<T> Yield)? newest,
        IBackendField<T> g,
        Span<double> products);

    /// <summary>d = Σ w_j f_j + w_g g, less its part along m.</summary>
    /// <param name="m">Unit magnetisation.</param>
    /// <param name="g">Gradient, across m.</param>
    /// <param name="fields">The fields; those of weight 0 are not read.</param>
    /// <param name="weights">Their weights and, last, that of the gradient.</param>
    /// <param name="d">Receives the direction.</param>
    Descent Direction(
        IBackendField<T> m,
        IBackendField<T> g,
        ReadOnlySpan<IBackendField<T>> fields,
        ReadOnlySpan<double> weights,
        IBackendField<T> d);

    /// <summary>The sums between the beginning and the end of a step.</summary>
    /// <param name="from">Unit magnetisation at the beginning.</param>
    /// <param name="rateFrom">Rate r there in 1/s.</param>
    /// <param name="to">Unit magnetisation at the end.</param>
    /// <param name="rateTo">Rate r' there in 1/s.</param>
    DescentSums Sum(IBackendField<T> from, IBackendField<T> rateFrom, IBackendField<T> to, IBackendField<T> rateTo);
}

/// <summary>A direction to descend along.</summary>
/// <param name="Slope">
/// Σ g·d over all cells, the change of the energy for a step of length 1, in A/m times radians; negative downhill.
/// </param>
/// <param name="Fastest">Largest |d|: the turn of the fastest cell for a step of length 1, in radians.</param>
public readonly record struct Descent(double Slope, double Fastest);

/// <summary>Sums over all cells at the end of a trial step.</summary>
/// <param name="Slope">dE/d(step) there, along the great circles, in the unit of Ms/Ms_max H, A/m.</param>
/// <param name="Energy">−½ Σ Ms/Ms_max (H + H')·(m' − m) in A/m: the change of an energy that is quadratic in m.</param>
/// <param name="Torque">Largest |m'×H'| in A/m.</param>
public readonly record struct CircleSums(double Slope, double Energy, double Torque);

/// <summary>Sums over all cells between the beginning and the end of a step, with s = m' − m and y = r − r'.</summary>
/// <param name="SS">Σ s·s.</param>
/// <param name="SY">Σ s·y.</param>
/// <param name="YY">Σ y·y.</param>
/// <param name="Energy">Change of the energy, in the unit of Ms times the rates: −½ Σ Ms/Ms_max (r + r')·s.</param>
/// <param name="Fastest">Largest |r'|.</param>
public readonly record struct DescentSums(double SS, double SY, double YY, double Energy, double Fastest);

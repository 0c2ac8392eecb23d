using System.Numerics;

namespace MagHopfield.Micromagnetics.Dynamics;

/// <summary>
/// Spin-transfer torque of a current through a free layer, S = τ ε m×(m_p×m) − β τ m×m_p with τ = γħPj/(µ0 e Ms t) and
/// ε = Λ²/[(Λ²+1) + (Λ²−1) m·m_p] (Zheng 2020, eq. 1, after J. C. Slonczewski, J. Magn. Magn. Mater. 159, L1 (1996)).
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Slonczewski<T> : ISpinTorque<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Ferromagnet _body;

    /// <summary>Makes the torque.</summary>
    /// <param name="body">The free layer.</param>
    /// <param name="fixedLayer">Direction m_p of the fixed layer, of any length but zero.</param>
    /// <param name="polarisation">Spin polarisation P of the current, 0 to 1.</param>
    /// <param name="lambda">Slonczewski's parameter Λ, dimensionless, positive.</param>
    /// <param name="thickness">Thickness t of the free layer in metres.</param>
    public Slonczewski(Ferromagnet body, Vector3D fixedLayer, double polarisation, double lambda, double thickness)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (!(polarisation is >= -1 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(polarisation), $"Spin polarisation P = {polarisation}; give a value between -1 and 1.");
        if (!(lambda > 0) || !double.IsFinite(lambda))
            throw new ArgumentOutOfRangeException(nameof(lambda), $"Λ = {lambda}; give a positive value.");
        if (!(thickness > 0) || !double.IsFinite(thickness))
            throw new ArgumentOutOfRangeException(nameof(thickness), $"Free-layer thickness = {thickness} m; give a positive value in metres.");
        _body = body;
        FixedLayer = fixedLayer.Normalised();
        (Polarisation, Lambda, Thickness) = (polarisation, lambda, thickness);
    }

    /// <inheritdoc/>
    public string Name => "slonczewski";

    /// <summary>Unit vector m_p of the fixed layer.</summary>
    public Vector3D FixedLayer { get; }

    /// <summary>Spin polarisation P.</summary>
    public double Polarisation { get; }

    /// <summary>Slonczewski's parameter Λ.</summary>
    public double Lambda { get; }

    /// <summary>Thickness t of the free layer in metres.</summary>
    public double Thickness { get; }

    /// <summary>Current density j in A/m²; with a positive one the torque turns m towards m_p. It may change at any time.</summary>
    public double CurrentDensity { get; set; }

    /// <summary>Ratio β of the field-like torque, dimensionless.</summary>
    public double FieldLike { get; set; }

    /// <summary>Gyromagnetic ratio γ in m/(A·s); that of the equation of motion.</summary>
    public double GyromagneticRatio { get; set; } = PhysicalConstants.GyromagneticRatio;

    /// <inheritdoc/>
    public void AddTorque(VectorField<T> m, VectorField<T> s, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(s);
        double common = GyromagneticRatio * PhysicalConstants.ReducedPlanck * Polarisation * CurrentDensity
            / (PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge * Thickness);
        double squared = Lambda * Lambda;
        for (int i = begin; i < end; i++)
        {
            double ms = _body.MsOf(i);
            if (ms == 0)
                continue;
            Vector3D v = m[i], across = Vector3D.Cross(v, FixedLayer);
            double epsilon = squared / (squared + 1 + ((squared - 1) * Vector3D.Dot(v, FixedLayer))), tau = common / ms;
            // m×(m_p×m) = −m×(m×m_p).
            s[i] += ((-tau * epsilon) * Vector3D.Cross(v, across)) - ((FieldLike * tau) * across);
        }
    }
}

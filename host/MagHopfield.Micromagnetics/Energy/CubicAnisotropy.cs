using System.Numerics;

namespace MagHopfield.Micromagnetics.Energy;

/// <summary>
/// Cubic anisotropy, e = Kc1 (a₁²a₂² + a₂²a₃² + a₃²a₁²) + Kc2 a₁²a₂²a₃² with a_i = m·c_i along three orthogonal axes,
/// H = −(2/(µ0 Ms)) Σ_i a_i [Kc1 (a_j² + a_k²) + Kc2 a_j² a_k²] c_i.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class CubicAnisotropy<T> : ILocalTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Ferromagnet _body;
    private readonly Vector3D _a, _b, _c;

    /// <summary>Makes the term.</summary>
    /// <param name="body">The body.</param>
    /// <param name="axis1">First axis, of any length but zero.</param>
    /// <param name="axis2">Second axis, orthogonal to the first; the third is their vector product.</param>
    /// <param name="kc1">First-order constant in J/m³, by region; positive for easy axes along c_i.</param>
    /// <param name="kc2">Second-order constant in J/m³, by region.</param>
    /// <exception cref="ArgumentException">The axes are not orthogonal to 1e-6.</exception>
    public CubicAnisotropy(Ferromagnet body, Vector3D axis1, Vector3D axis2, ByRegion kc1, ByRegion kc2 = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        _body = body;
        (_a, _b) = (axis1.Normalised(), axis2.Normalised());
        if (Math.Abs(Vector3D.Dot(_a, _b)) > 1e-6)
            throw new ArgumentException($"Cubic axes {axis1} and {axis2} are not orthogonal; give two at a right angle.", nameof(axis2));
        _c = Vector3D.Cross(_a, _b);
        (Kc1, Kc2) = (kc1, kc2);
    }

    /// <inheritdoc/>
    public string Name => "cubic_anisotropy";

    /// <summary>First-order constant in J/m³, by region.</summary>
    public ByRegion Kc1 { get; }

    /// <summary>Second-order constant in J/m³, by region.</summary>
    public ByRegion Kc2 { get; }

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h) => AddField(m, h, 0, _body.Mesh.CellCount);

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(h);
        for (int i = begin; i < end; i++)
        {
            int region = _body.Geometry.Region[i];
            if (region == 0)
                continue;
            Vector3D v = m[i];
            double a = Vector3D.Dot(v, _a), b = Vector3D.Dot(v, _b), c = Vector3D.Dot(v, _c), aa = a * a, bb = b * b, cc = c * c;
            double scale = -2 / (PhysicalConstants.Mu0 * _body.SaturationMagnetisation[region]), k1 = scale * Kc1[region], k2 = scale * Kc2[region];
            h[i] += ((a * ((k1 * (bb + cc)) + (k2 * bb * cc))) * _a)
                + ((b * ((k1 * (aa + cc)) + (k2 * aa * cc))) * _b)
                + ((c * ((k1 * (aa + bb)) + (k2 * aa * bb))) * _c);
        }
    }

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(e);
        for (int i = 0; i < e.Values.Length; i++)
            e.Values[i] += T.CreateTruncating(Density(m, i));
    }

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m)
    {
        ArgumentNullException.ThrowIfNull(m);
        double sum = 0;
        for (int i = 0; i < m.X.Length; i++)
            sum += Density(m, i);
        return sum * _body.Mesh.CellVolume;
    }

    private double Density(VectorField<T> m, int i)
    {
        int region = _body.Geometry.Region[i];
        double a = Vector3D.Dot(m[i], _a), b = Vector3D.Dot(m[i], _b), c = Vector3D.Dot(m[i], _c), aa = a * a, bb = b * b, cc = c * c;
        return (Kc1[region] * ((aa * bb) + (bb * cc) + (cc * aa))) + (Kc2[region] * aa * bb * cc);
    }
}

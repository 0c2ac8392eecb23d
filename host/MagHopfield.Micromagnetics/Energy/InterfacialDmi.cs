using System.Numerics;

namespace MagHopfield.Micromagnetics.Energy;

/// <summary>
/// Interfacial Dzyaloshinskii-Moriya interaction of a film with the normal z, e = D [m_z ∇·m − (m·∇) m_z] in the plane,
/// H = 2D/(µ0 Ms) (∂m_z/∂x, ∂m_z/∂y, −∂m_x/∂x − ∂m_y/∂y); the sign of mumax3. Free edges have 2A ∂m/∂n = D m × (ẑ × n).
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class InterfacialDmi<T> : ILocalTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Ferromagnet _body;
    private readonly ChiralCoupling<T> _coupling;

    /// <summary>Makes the term.</summary>
    /// <param name="body">The body.</param>
    /// <param name="strength">Constant D in J/m², by region; a face between two regions has their mean.</param>
    public InterfacialDmi(Ferromagnet body, ByRegion strength)
    {
        ArgumentNullException.ThrowIfNull(body);
        _body = body;
        Strength = strength;
        _coupling = new ChiralCoupling<T>(body, strength, (0, 1, 0), (-1, 0, 0), default);
    }

    /// <inheritdoc/>
    public string Name => "dmi";

    /// <summary>Constant D in J/m², by region.</summary>
    public ByRegion Strength { get; }

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h) => AddField(m, h, 0, _body.Mesh.CellCount);

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(h);
        _coupling.AddField(m, h, begin, end);
    }

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e) => _coupling.AddEnergyDensity(m, e);

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => _coupling.TotalEnergy(m);
}

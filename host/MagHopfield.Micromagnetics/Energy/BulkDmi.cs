using System.Numerics;

namespace MagHopfield.Micromagnetics.Energy;

/// <summary>
/// Bulk Dzyaloshinskii-Moriya interaction of a chiral magnet, e = D m·(∇×m), H = −2D/(µ0 Ms) ∇×m; spirals have the period 4πA/|D|. Free
/// faces have 2A ∂m/∂n = D n × m.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class BulkDmi<T> : ILocalTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Ferromagnet _body;
    private readonly ChiralCoupling<T> _coupling;

    /// <summary>Makes the term.</summary>
    /// <param name="body">The body.</param>
    /// <param name="strength">Constant D in J/m², by region; a face between two regions has their mean.</param>
    public BulkDmi(Ferromagnet body, ByRegion strength)
    {
        ArgumentNullException.ThrowIfNull(body);
        _body = body;
        Strength = strength;
        _coupling = new ChiralCoupling<T>(body, strength, (-1, 0, 0), (0, -1, 0), (0, 0, -1));
    }

    /// <inheritdoc/>
    public string Name => "bulk_dmi";

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

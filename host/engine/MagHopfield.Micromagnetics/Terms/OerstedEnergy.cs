using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// Energy in the Oersted field of a film's own current, e = −µ0 Ms m·H; it takes the source of the field along with the time.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="body">The body.</param>
/// <param name="field">The field in A/m on the mesh of the body; used as it is, so that its source may change it.</param>
/// <param name="source">The current, which sets the field of a time and, where it follows m, that of a state.</param>
public sealed class OerstedEnergy<T>(Ferromagnet body, VectorField<T> field, ITimeDependentTerm source)
    : ILocalTerm<T>, ITimeDependentTerm, IStateDependentTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Zeeman<T> _zeeman = new(body, field);

    /// <inheritdoc/>
    public string Name => "oersted";

    /// <inheritdoc/>
    public void SetTime(double time) => source.SetTime(time);

    /// <inheritdoc/>
    public bool BeginStep(VectorField<T> m, double time) => source is IStateDependentTerm<T> follower && follower.BeginStep(m, time);

    /// <inheritdoc/>
    public void Follow(VectorField<T> m, double time) => (source as IStateDependentTerm<T>)?.Follow(m, time);

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h) => _zeeman.AddField(m, h);

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h, int begin, int end) => _zeeman.AddField(m, h, begin, end);

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e) => _zeeman.AddEnergyDensity(m, e);

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => _zeeman.TotalEnergy(m);
}

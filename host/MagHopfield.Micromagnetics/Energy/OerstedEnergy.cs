using System.Numerics;
using MagHopfield.Micromagnetics.Transport;

namespace MagHopfield.Micromagnetics.Energy;

/// <summary>Energy in the Oersted field of a film's own current, e = −µ0 Ms m·H; it takes the current along with the time.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="body">The body.</param>
/// <param name="current">The current.</param>
public sealed class OerstedEnergy<T>(Ferromagnet body, FilmCurrent<T> current) : ILocalTerm<T>, ITimeDependentTerm
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Zeeman<T> _zeeman = new(body, current.Field);

    /// <inheritdoc/>
    public string Name => "oersted";

    /// <inheritdoc/>
    public void SetTime(double time) => current.SetTime(time);

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h) => _zeeman.AddField(m, h);

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h, int begin, int end) => _zeeman.AddField(m, h, begin, end);

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e) => _zeeman.AddEnergyDensity(m, e);

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => _zeeman.TotalEnergy(m);
}

using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>A field given by the user's own function of time and magnetisation, with the energy −c µ0 Ms m·H.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class CustomField<T> : IEnergyTerm<T>, ITimeDependentTerm
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FieldEnergy<T> _energy;
    private readonly Action<double, VectorField<T>, VectorField<T>> _addField;
    private double _time;

    /// <summary>Makes the term.</summary>
    /// <param name="body">The body.</param>
    /// <param name="name">Short name, as tables head their column with it.</param>
    /// <param name="addField">Adds the field in A/m; is given the time in seconds, m and the field to add to.</param>
    /// <param name="energyFactor">c: 1 if the field does not depend on m, ½ if it is linear in m.</param>
    public CustomField(Ferromagnet body, string name, Action<double, VectorField<T>, VectorField<T>> addField, double energyFactor)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(addField);
        (Name, _addField) = (name, addField);
        _energy = new FieldEnergy<T>(body, energyFactor, AddField);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public void SetTime(double time) => _time = time;

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h) => _addField(_time, m, h);

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e) => _energy.AddDensity(m, e);

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => _energy.Total(m);
}

using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// The energy of a term from its field, e = −c µ0 Ms m·H, with c = 1 for a field that does not depend on m and ½ for one linear in m.
/// </summary>
internal sealed class FieldEnergy<T>(Ferromagnet body, double c, Action<VectorField<T>, VectorField<T>> addField)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Made when an energy is asked for: most runs never do.
    private VectorField<T>? _field;
    private Func<VectorField<T>, int, double>? _density;

    /// <summary>Adds the energy density in J/m³ to e.</summary>
    public void AddDensity(VectorField<T> m, ScalarField<T> e)
    {
        Compute(m);
        CellEnergy.AddDensity(m, e, _density!);
    }

    /// <summary>Energy in joules.</summary>
    public double Total(VectorField<T> m)
    {
        Compute(m);
        return CellEnergy.Total(m, _density!);
    }

    private void Compute(VectorField<T> m)
    {
        _field ??= new VectorField<T>(body.Mesh);
        _density ??= Density;
        _field.Clear();
        addField(m, _field);
    }

    private double Density(VectorField<T> m, int i)
    {
        double ms = body.MsOf(i);
        return ms == 0 ? 0 : -c * PhysicalConstants.Mu0 * ms * Vector3D.Dot(m[i], _field![i]);
    }
}

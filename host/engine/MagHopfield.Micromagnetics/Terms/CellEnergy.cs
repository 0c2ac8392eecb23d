using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>Energies from an energy density that is known cell by cell.</summary>
internal static class CellEnergy
{
    /// <summary>Adds the density in J/m³ of every cell to e.</summary>
    public static void AddDensity<T>(VectorField<T> m, ScalarField<T> e, Func<VectorField<T>, int, double> density)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(e);
        for (int i = 0; i < e.Values.Length; i++)
            e.Values[i] += T.CreateTruncating(density(m, i));
    }

    /// <summary>Energy of all cells in joules.</summary>
    public static double Total<T>(VectorField<T> m, Func<VectorField<T>, int, double> density)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(m);
        double sum = 0;
        for (int i = 0; i < m.X.Length; i++)
            sum += density(m, i);
        return sum * m.Mesh.CellVolume;
    }
}

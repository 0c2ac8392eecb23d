using System.Numerics;

namespace MagHopfield.Micromagnetics.Energy;

/// <summary>Energy from field: −c µ0 Ms m·H, with c = 1 for a field that does not depend on m and ½ for one linear in m.</summary>
internal static class FieldEnergy
{
    public static void AddDensity<T>(Ferromagnet body, double c, VectorField<T> m, VectorField<T> h, ScalarField<T> e)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < m.X.Length; i++)
            e.Values[i] += T.CreateTruncating(Density(body, c, m, h, i));
    }

    public static double Total<T>(Ferromagnet body, double c, VectorField<T> m, VectorField<T> h)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int i = 0; i < m.X.Length; i++)
            sum += Density(body, c, m, h, i);
        return sum * body.Mesh.CellVolume;
    }

    private static double Density<T>(Ferromagnet body, double c, VectorField<T> m, VectorField<T> h, int i)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double ms = body.MsOf(i);
        return ms == 0 ? 0 : -c * PhysicalConstants.Mu0 * ms * Vector3D.Dot(m[i], h[i]);
    }
}

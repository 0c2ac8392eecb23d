using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Terms;

/// <summary>The claim that every term must meet: its field is −δE/(µ0 Ms δm), and its density sums to its energy.</summary>
internal static class Gradient
{
    public static void Matches(Ferromagnet body, IEnergyTerm<double> term, int seed = 1, double tolerance = 1e-6)
    {
        VectorField<double> m = RandomState.Create<double>(body.Geometry, seed);
        VectorField<double> h = new(body.Mesh);
        term.AddField(m, h);
        double largest = 0;
        for (int i = 0; i < body.Mesh.CellCount; i++)
            largest = body.Geometry.Contains(i) ? Math.Max(largest, h[i].Length) : largest;
        Assert.True(largest > 0, "the term gave no field at all");
        for (int i = 0; i < body.Mesh.CellCount; i++)
        {
            if (!body.Geometry.Contains(i))
                continue;
            double unit = PhysicalConstants.Mu0 * body.MsOf(i) * body.Mesh.CellVolume;
            Assert.Equal(h.X[i], -Slope(term, m, m.X, i) / unit, tolerance * largest);
            Assert.Equal(h.Y[i], -Slope(term, m, m.Y, i) / unit, tolerance * largest);
            Assert.Equal(h.Z[i], -Slope(term, m, m.Z, i) / unit, tolerance * largest);
        }
        DensitySumsToEnergy(body, term, m);
    }

    public static void DensitySumsToEnergy(Ferromagnet body, IEnergyTerm<double> term, VectorField<double> m)
    {
        ScalarField<double> e = new(body.Mesh);
        term.AddEnergyDensity(m, e);
        double total = term.TotalEnergy(m);
        Assert.Equal(total, e.Sum() * body.Mesh.CellVolume, 1e-10 * (Math.Abs(total) + (e.Values.Max(Math.Abs) * body.Mesh.CellVolume)));
    }

    // Seven-point difference: exact for polynomials up to sixth order, so the step may be large and rounding stays small.
    private static double Slope(IEnergyTerm<double> term, VectorField<double> m, double[] component, int i)
    {
        const double d = 0.05;
        double at = component[i];
        double Difference(int steps)
        {
            component[i] = at + (steps * d);
            double above = term.TotalEnergy(m);
            component[i] = at - (steps * d);
            return above - term.TotalEnergy(m);
        }
        double slope = ((45 * Difference(1)) - (9 * Difference(2)) + Difference(3)) / (60 * d);
        component[i] = at;
        return slope;
    }
}

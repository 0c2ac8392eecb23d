using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Textures;

public class SpiralTests
{
    [Theory]
    [InlineData(false, 3e-3)]
    [InlineData(false, -3e-3)]
    [InlineData(true, 3e-3)]
    [InlineData(true, -3e-3)]
    public void A_relaxed_spiral_between_free_ends_has_the_period_4_pi_A_over_D_and_the_sense_of_D(bool bulk, double d)
    {
        // The natural boundary condition of the ends is that of the spiral itself, so that it winds evenly throughout; the faces of the
        // mesh make the turn from cell to cell atan(D Δ/(2A)).
        const double a = 15e-12, cell = 0.5e-9;
        const int n = 400;
        Ferromagnet body = new(new Mesh(n, 1, 1, cell, cell, cell), 5.8e5);
        LandauLifshitzGilbert<double> llg = new(
            body, 1, new Exchange<double>(body, a), bulk ? new BulkDmi<double>(body, d) : new InterfacialDmi<double>(body, d));
        double k = 0.8 * d / (2 * a);
        // With this sense m·(∇×m) and m_x ∂m_z/∂x − m_z ∂m_x/∂x are such that a positive D gains energy.
        VectorField<double> m = InitialField.Create<double>(
            body.Geometry, (x, _, _) => bulk ? (0.01, Math.Cos(k * x), -Math.Sin(k * x)) : (Math.Sin(-k * x), 0.01, Math.Cos(k * x)));
        Assert.True(new BarzilaiBorwein<double>(llg).Minimise(m, 0.1));
        double turned = 0;
        for (int i = 0; i + 1 < n; i++)
        {
            double angle = Math.Acos(Math.Clamp(Vector3D.Dot(m[i], m[i + 1]), -1, 1));
            Assert.Equal(Math.Atan(Math.Abs(d) * cell / (2 * a)), angle, 1e-6);
            turned += angle;
        }
        double period = 2 * Math.PI * (n - 1) * cell / turned;
        Assert.Equal(4 * Math.PI * a / Math.Abs(d), period, 1e-3 * period);
        // Energy −D²/(4A) per volume says that the sense is the right one, too.
        double expected = -d * d / (4 * a) * (n - 1) * cell * cell * cell;
        Assert.Equal(expected, llg.TotalEnergy(m), 2e-3 * Math.Abs(expected));
    }
}

using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Energy;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Minimisation;

namespace MagHopfield.Micromagnetics.Tests.Energy;

public class DmiTests
{
    private const double Ms = 5.8e5, A = 15e-12, D = 3e-3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Interfacial_field_is_the_energy_gradient(bool periodic)
    {
        Ferromagnet body = new(new Mesh(11, 6, 2, 2e-9, 3e-9, 4e-9, periodic, periodic), Ms);
        Gradient.Matches(body, new InterfacialDmi<double>(body, D));
    }

    [Fact]
    public void Bulk_field_is_the_energy_gradient_in_a_disk_of_two_regions()
    {
        Geometry geometry = new Geometry(new Mesh(13, 11, 3, 2e-9, 3e-9, 4e-9), Shape.Disk(25e-9)).WithRegion(2, Shape.Disk(10e-9));
        Ferromagnet body = new(geometry, ByRegion.Of(Ms, 4e5));
        Gradient.Matches(body, new BulkDmi<double>(body, ByRegion.Of(D, -1e-3)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Bulk_field_is_the_energy_gradient_in_3D(bool periodic)
    {
        Ferromagnet body = new(new Mesh(7, 6, 4, 2e-9, 3e-9, 4e-9, periodic, periodic, periodic), Ms);
        Gradient.Matches(body, new BulkDmi<double>(body, D));
    }

    [Fact]
    public void Interfacial_field_is_the_energy_gradient_in_a_periodic_ring_of_two_regions()
    {
        Shape ring = Shape.Disk(26e-9) - Shape.Disk(8e-9);
        Geometry geometry = new Geometry(new Mesh(13, 11, 2, 2e-9, 2e-9, 4e-9, periodicX: true), ring).WithRegion(2, ring & Shape.Rectangle(9e-9, 30e-9));
        Ferromagnet body = new(geometry, ByRegion.Of(Ms, 4e5));
        Gradient.Matches(body, new InterfacialDmi<double>(body, ByRegion.Of(D, -2e-3)));
    }

    [Fact]
    public void The_interfacial_field_has_the_sign_and_size_of_the_continuum()
    {
        const double d = 1e-9, k = 2 * Math.PI / 64e-9;
        Ferromagnet body = new(new Mesh(64, 1, 1, d, d, d, periodicX: true), Ms);
        VectorField<double> m = InitialField.Create<double>(body.Geometry, (x, _, _) => (Math.Sin(k * x), 0, Math.Cos(k * x))), h = new(body.Mesh);
        InterfacialDmi<double> dmi = new(body, D);
        dmi.AddField(m, h);
        // H = 2D/(µ0 Ms) (∂m_z/∂x, 0, −∂m_x/∂x) = −2Dk/(µ0 Ms) m for this cycloid; central differences turn k into sin(kd)/d.
        double size = 2 * D / (PhysicalConstants.Mu0 * Ms) * Math.Sin(k * d) / d;
        Assert.All(Enumerable.Range(0, 64), i => Assert.True((h[i] + (size * m[i])).Length < 1e-9 * size));
        Assert.Equal(D * Math.Sin(k * d) / d * 64 * d * d * d, dmi.TotalEnergy(m), 1e-12 * D * 64 * d * d);
    }

    [Fact]
    public void The_spiral_of_lowest_energy_has_the_period_4_pi_A_over_D()
    {
        // A chain as long as some whole number of periods: the energy per length of n turns is lowest at the continuum's period.
        const double d = 0.5e-9;
        const int cells = 1000, expected = 8;
        double period = 4 * Math.PI * A / D, length = expected * period, cell = length / cells;
        Assert.Equal(d, cell, 0.4e-9);
        Ferromagnet body = new(new Mesh(cells, 1, 1, cell, cell, cell, periodicX: true), Ms);
        BulkDmi<double> dmi = new(body, D);
        Exchange<double> exchange = new(body, A);
        double Energy(int turns)
        {
            // For this one m·(∇×m) = −k: low in energy for D > 0.
            VectorField<double> m = InitialField.Create<double>(
                body.Geometry,
                (x, _, _) => (0, Math.Cos(2 * Math.PI * turns * x / length), Math.Sin(2 * Math.PI * turns * x / length)));
            return dmi.TotalEnergy(m) + exchange.TotalEnergy(m);
        }
        Assert.Equal(expected, Enumerable.Range(1, 20).MinBy(Energy));
        Assert.Equal(-D * D / (4 * A) * cells * cell * cell * cell, Energy(expected), 0.01 * D * D / (4 * A) * cells * cell * cell * cell);
        Assert.True(Energy(-expected) > 0);
    }

    [Fact]
    public void The_edge_of_a_perpendicular_film_tilts_as_Rohart_and_Thiaville_say()
    {
        // At a free edge |sin θ| = Δ D/(2A) with Δ = √(A/K) (Phys. Rev. B 88, 184422, eq. 11); 2A ∂m_x/∂x = −D m_z gives the sign.
        const double k = 6e5, d = 0.25e-9;
        const int n = 200;
        Ferromagnet body = new(new Mesh(n, 1, 1, d, d, d), Ms);
        LandauLifshitzGilbert<double> llg = new(
            body, 1, new Exchange<double>(body, A), new UniaxialAnisotropy<double>(body, (0, 0, 1), k), new InterfacialDmi<double>(body, D));
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (0.01, 0, 1));
        Assert.True(new BarzilaiBorwein<double>(llg).Minimise(m, 1));
        double sine = Math.Sqrt(A / k) * D / (2 * A);
        // The outermost cell lies half a cell inside.
        double atEdge = m[n - 1].X + (0.5 * (m[n - 1].X - m[n - 2].X));
        Assert.Equal(sine, m[0].X + (0.5 * (m[0].X - m[1].X)), 0.03 * sine);
        Assert.Equal(-sine, atEdge, 0.03 * sine);
        Assert.Equal(1, m[n / 2].Z, 1e-6);
    }
}

using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Terms;

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
        Geometry geometry = new Geometry(
            new Mesh(13, 11, 2, 2e-9, 2e-9, 4e-9, periodicX: true), ring).WithRegion(2, ring & Shape.Rectangle(9e-9, 30e-9));
        Ferromagnet body = new(geometry, ByRegion.Of(Ms, 4e5));
        Gradient.Matches(body, new InterfacialDmi<double>(body, ByRegion.Of(D, -2e-3)));
    }

    [Fact]
    public void The_interfacial_field_has_the_sign_and_size_of_the_continuum()
    {
        const double d = 1e-9, k = 2 * Math.PI / 64e-9;
        Ferromagnet body = new(new Mesh(64, 1, 1, d, d, d, periodicX: true), Ms);
        VectorField<double> m = InitialField.Create<double>(
            body.Geometry, (x, _, _) => (Math.Sin(k * x), 0, Math.Cos(k * x))), h = new(body.Mesh);
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
            body,
            1,
            new Exchange<double>(body, A),
            new UniaxialAnisotropy<double>(body, (0, 0, 1), k),
            new InterfacialDmi<double>(body, D));
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (0.01, 0, 1));
        Assert.True(new BarzilaiBorwein<double>(llg).Minimise(m, 1));
        double sine = Math.Sqrt(A / k) * D / (2 * A);
        // The outermost cell lies half a cell inside.
        double atEdge = m[n - 1].X + (0.5 * (m[n - 1].X - m[n - 2].X));
        Assert.Equal(sine, m[0].X + (0.5 * (m[0].X - m[1].X)), 0.03 * sine);
        Assert.Equal(-sine, atEdge, 0.03 * sine);
        Assert.Equal(1, m[n / 2].Z, 1e-6);
    }

    [Theory]
    [InlineData(DmiBoundary.Open, FaceMean.Arithmetic)]
    [InlineData(DmiBoundary.Open, FaceMean.Harmonic)]
    [InlineData(DmiBoundary.Chiral, FaceMean.Arithmetic)]
    [InlineData(DmiBoundary.Chiral, FaceMean.Harmonic)]
    [InlineData(DmiBoundary.Mumax3, FaceMean.Harmonic)]
    public void The_field_of_all_boundaries_but_the_flat_one_is_the_energy_gradient_in_a_ring_of_two_regions(
        DmiBoundary boundary, FaceMean mean)
    {
        Shape ring = Shape.Disk(26e-9) - Shape.Disk(8e-9);
        Geometry geometry = new Geometry(
            new Mesh(13, 11, 3, 2e-9, 2e-9, 4e-9, periodicX: true), ring).WithRegion(2, ring & Shape.Rectangle(9e-9, 30e-9));
        Ferromagnet body = new(geometry, ByRegion.Of(Ms, 4e5));
        ByRegion d = ByRegion.Of(D, -2e-3), a = ByRegion.Of(A, 0.5 * A);
        Gradient.Matches(body, new InterfacialDmi<double>(body, d, boundary, a, mean));
        Gradient.Matches(body, new BulkDmi<double>(body, d, boundary, a, mean));
    }

    [Theory]
    [InlineData(false, DmiBoundary.Mumax3)]
    [InlineData(true, DmiBoundary.Mumax3)]
    [InlineData(false, DmiBoundary.Flat)]
    [InlineData(true, DmiBoundary.Flat)]
    public void A_boundary_acts_as_ghost_cells_with_its_slope(bool bulk, DmiBoundary boundary)
    {
        // The body again, in a mesh with a cell more on every side that holds what 2A ∂m/∂n = D m×d of the cell itself, or ∂m/∂n = 0, says.
        const double d = 2e-9;
        const int n = 4;
        Ferromagnet small = new(new Mesh(n, n, n, d, d, d), Ms), large = new(new Mesh(n + 2, n + 2, n + 2, d, d, d), Ms);
        VectorField<double> m =
            RandomState.Create<double>(small.Geometry, 4), ghosts = new(large.Mesh), h = new(small.Mesh), expected = new(large.Mesh);
        Vector3D[] directions = bulk ? [(-1, 0, 0), (0, -1, 0), (0, 0, -1)] : [(0, 1, 0), (-1, 0, 0), default];
        int Inside(int p) => Math.Clamp(p, 1, n) - 1;
        for (int z = 0; z < n + 2; z++)
        {
            for (int y = 0; y < n + 2; y++)
            {
                for (int x = 0; x < n + 2; x++)
                {
                    int[] steps = [x - Inside(x) - 1, y - Inside(y) - 1, z - Inside(z) - 1];
                    if (steps.Count(s => s != 0) > 1)
                        continue;
                    Vector3D own = m[small.Mesh.Index(Inside(x), Inside(y), Inside(z))], slope = default;
                    for (int axis = 0; axis < 3 && boundary == DmiBoundary.Mumax3; axis++)
                        slope += steps[axis] * (D / (2 * A)) * Vector3D.Cross(own, directions[axis]);
                    ghosts[large.Mesh.Index(x, y, z)] = own + (d * slope);
                }
            }
        }

        // What the ghosts change of exchange belongs to the boundary condition, too.
        Exchange<double> without = new(small, A), with = new(large, A);
        (bulk ? (IEnergyTerm<double>)new BulkDmi<double>(large, D) : new InterfacialDmi<double>(large, D)).AddField(ghosts, expected);
        with.AddField(ghosts, expected);
        (
            bulk
                ? (IEnergyTerm<double>)new BulkDmi<double>(small, D, boundary, A)
                : new InterfacialDmi<double>(small, D, boundary, A)).AddField(m, h);
        without.AddField(m, h);
        double largest = Enumerable.Range(0, h.X.Length).Max(i => h[i].Length);
        for (int i = 0; i < h.X.Length; i++)
        {
            int x = i % n, y = i / n % n, z = i / (n * n);
            Assert.True((h[i] - expected[large.Mesh.Index(x + 1, y + 1, z + 1)]).Length < 1e-12 * largest, $"cell {i}");
        }
    }

    [Theory]
    [InlineData(DmiBoundary.Open, 2)]
    [InlineData(DmiBoundary.Chiral, 2)]
    [InlineData(DmiBoundary.Mumax3, 2)]
    [InlineData(DmiBoundary.Flat, 0)]
    public void The_tilt_of_a_straight_edge_comes_to_that_of_Rohart_and_Thiaville(DmiBoundary boundary, int order)
    {
        // tan(θ/2) = tan(θ₀/2) exp(−x/Δ) with sin θ₀ = ΔD/(2A), Δ = √(A/K), at a distance x from the edge (Phys. Rev. B 88, 184422, eq.
        // 11). m·d is zero throughout, so that all boundaries but the flat one are the same.
        const double k = 6e5, length = 160e-9;
        double width = Math.Sqrt(A / k), edge = Math.Asin(width * D / (2 * A)), coarse = Error(160), fine = Error(320);
        Assert.InRange(Math.Log2(coarse / fine), order - 0.2, order + 0.1);
        Assert.InRange(fine, order == 0 ? 0.4 : 0, order == 0 ? 0.5 : 1e-3);

        double Error(int n)
        {
            double d = length / n;
            Ferromagnet body = new(new Mesh(n, 1, 1, d, d, d), Ms);
            VectorField<double> m = AtRest(body, k, 0, boundary);
            double Tilt(double x) => 2 * Math.Atan(Math.Tan(0.5 * edge) * Math.Exp(-x / width));
            return Enumerable.Range(0, n / 2).Max(i => Math.Abs(m.X[i] - Math.Sin(Tilt((i + 0.5) * d))));
        }
    }

    [Theory]
    [InlineData(DmiBoundary.Open, 1)]
    [InlineData(DmiBoundary.Chiral, 2)]
    [InlineData(DmiBoundary.Mumax3, 1)]
    public void Edges_under_a_field_along_them_converge_with_the_order_of_their_boundary(DmiBoundary boundary, int order)
    {
        // The field turns m towards d, by half in the middle and by less at the edges. The errors of two boundaries of first order are
        // opposite, and all come to one limit.
        double first = Mean(boundary, 40), second = Mean(boundary, 80), third = Mean(boundary, 160);
        Assert.InRange(Math.Log2((first - second) / (second - third)), order - 0.15, order + 0.15);
        Assert.Equal(boundary == DmiBoundary.Open, first > second);
        double limit = Mean(DmiBoundary.Chiral, 160);
        limit += (limit - Mean(DmiBoundary.Chiral, 80)) / 3;
        Assert.Equal(limit, third + ((third - second) / (Math.Pow(2, order) - 1)), 2e-5);

        static double Mean(DmiBoundary boundary, int n)
        {
            const double k = 6e5;
            double d = 80e-9 / n;
            Ferromagnet body = new(new Mesh(n, 1, 1, d, d, d), Ms);
            return AtRest(body, k, k / (PhysicalConstants.Mu0 * Ms), boundary).Average().Y;
        }
    }

    // A row of cells with an easy axis along z of constant k in J/m³, in a field along y in A/m.
    private static VectorField<double> AtRest(Ferromagnet body, double k, double field, DmiBoundary boundary)
    {
        LandauLifshitzGilbert<double> llg = new(
            body,
            1,
            new Exchange<double>(body, A),
            new UniaxialAnisotropy<double>(body, (0, 0, 1), k),
            new Zeeman<double>(body, (0, field, 0)),
            new InterfacialDmi<double>(body, D, boundary, A));
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (0.01, 0, 1));
        Assert.True(new BarzilaiBorwein<double>(llg).Minimise(m, 1e-4));
        return m;
    }

    [Fact]
    public void A_face_between_regions_takes_the_mean_that_was_asked_for()
    {
        Assert.Equal(2e-3, FaceD(FaceMean.Arithmetic, 1e-3, 3e-3), 1e-15);
        Assert.Equal(1.5e-3, FaceD(FaceMean.Harmonic, 1e-3, 3e-3), 1e-15);
        Assert.Equal(-1.5e-3, FaceD(FaceMean.Harmonic, -3e-3, -1e-3), 1e-15);
        Assert.Equal(0, FaceD(FaceMean.Harmonic, 0, 3e-3));
        Assert.Equal(1.5e-3, FaceD(FaceMean.Arithmetic, 0, 3e-3), 1e-15);
        // Of opposite sign: √(√(1·4) · 1.5) of mJ/m², with the sign of the sum; 0 for +D beside −D.
        Assert.Equal(Math.Sqrt(3) * 1e-3, FaceD(FaceMean.Harmonic, -1e-3, 4e-3), 1e-15);
        Assert.Equal(0, FaceD(FaceMean.Harmonic, -2e-3, 2e-3));

        // D of the face from the field that m = ẑ in the second cell gives in the first: H = D/(µ0 Ms Δ) ŷ×ẑ.
        static double FaceD(FaceMean mean, double first, double second)
        {
            const double d = 2e-9;
            Ferromagnet body = new(new Geometry(new Mesh(2, 1, 1, d, d, d), [1, 2]), Ms);
            VectorField<double> m = new(body.Mesh), h = new(body.Mesh);
            m[1] = (0, 0, 1);
            new InterfacialDmi<double>(body, ByRegion.Of(first, second), mean: mean).AddField(m, h);
            return h.X[0] * PhysicalConstants.Mu0 * Ms * d;
        }
    }

    [Fact]
    public void A_chiral_boundary_without_exchange_is_refused()
    {
        Ferromagnet body = new(new Geometry(new Mesh(2, 1, 1, 2e-9, 2e-9, 2e-9), [1, 2]), Ms);
        Assert.Contains("region 2", Assert.Throws<ArgumentOutOfRangeException>(
            () => new InterfacialDmi<double>(body, D, DmiBoundary.Chiral, ByRegion.Of(A, 0))).Message);
        Assert.Equal(
            DmiBoundary.Chiral, new InterfacialDmi<double>(body, ByRegion.Of(D, 0), DmiBoundary.Chiral, ByRegion.Of(A, 0)).Boundary);
    }
}

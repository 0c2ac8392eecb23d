using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Terms;

public class ExchangeTests
{
    private const double Ms = 8e5, A = 13e-12;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Exchange_field_is_the_energy_gradient_in_3D(bool periodic)
    {
        Ferromagnet body = new(new Mesh(11, 4, 3, 3e-9, 4e-9, 5e-9, periodic, periodic, periodic), Ms);
        Gradient.Matches(body, new Exchange<double>(body, A));
    }

    [Fact]
    public void Exchange_field_is_the_energy_gradient_in_a_disk_of_two_regions()
    {
        Mesh mesh = new(19, 17, 2, 3e-9, 4e-9, 5e-9);
        Geometry geometry = new Geometry(mesh, Shape.Disk(50e-9)).WithRegion(2, Shape.Disk(50e-9) & Shape.Rectangle(20e-9, 90e-9));
        Ferromagnet body = new(geometry, ByRegion.Of(Ms, 5e5));
        Gradient.Matches(body, new Exchange<double>(body, ByRegion.Of(A, 5e-12)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Exchange_of_a_spiral_equals_A_k_squared(int axis)
    {
        const int n = 64;
        const double d = 2e-9;
        int[] counts = [1, 1, 1];
        counts[axis] = n;
        Ferromagnet body = new(new Mesh(counts[0], counts[1], counts[2], d, d, d, true, true, true), Ms);
        double k = 2 * Math.PI / (n * d);
        VectorField<double> m = InitialField.Create<double>(
            body.Geometry, (x, y, z) => (Math.Cos(k * (x + y + z)), Math.Sin(k * (x + y + z)), 0));
        Exchange<double> exchange = new(body, A);
        // The discrete Laplacian turns k² into 2(1 − cos kd)/d² exactly.
        double kSquared = 2 * (1 - Math.Cos(k * d)) / (d * d);
        Assert.Equal(A * kSquared * n * d * d * d, exchange.TotalEnergy(m), 1e-12 * A * n * d);
        Assert.Equal(k * k, kSquared, 1e-3 * k * k);
        VectorField<double> h = new(body.Mesh);
        exchange.AddField(m, h);
        double size = 2 * A / (PhysicalConstants.Mu0 * Ms) * kSquared;
        for (int i = 0; i < n; i++)
            Assert.True((h[i] + (size * m[i])).Length < 1e-9 * size);
    }

    [Fact]
    public void A_uniform_state_has_no_exchange_field_at_free_faces_and_holes()
    {
        Mesh mesh = new(20, 18, 1, 3e-9, 3e-9, 3e-9);
        Ferromagnet body = new(new Geometry(mesh, Shape.Ellipse(50e-9, 40e-9) - Shape.Disk(12e-9)), Ms);
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (1, 2, 3));
        VectorField<double> h = new(mesh);
        new Exchange<double>(body, A).AddField(m, h);
        Assert.All(Enumerable.Range(0, mesh.CellCount), i => Assert.True(h[i].Length < 1e-6));
    }

    [Fact]
    public void Single_and_double_precision_agree_on_a_full_film()
    {
        Ferromagnet body = new(new Mesh(53, 37, 1, 5e-9, 4e-9, 3e-9), Ms);
        VectorField<double> m = RandomState.Create<double>(body.Geometry, 5);
        VectorField<double> h = new(body.Mesh);
        VectorField<float> hs = new(body.Mesh);
        new Exchange<double>(body, A).AddField(m, h);
        new Exchange<float>(body, A).AddField(m.To<float>(), hs);
        double largest = Enumerable.Range(0, h.X.Length).Max(i => h[i].Length);
        Assert.All(Enumerable.Range(0, h.X.Length), i => Assert.True((h[i] - hs[i]).Length < 1e-6 * largest));
    }

    [Fact]
    public void A_field_done_range_by_range_is_the_same_as_at_once()
    {
        Ferromagnet body = new(new Mesh(13, 7, 3, 5e-9, 4e-9, 3e-9), Ms);
        Exchange<double> exchange = new(body, A);
        VectorField<double> m = RandomState.Create<double>(body.Geometry, 6), once = new(body.Mesh), ranges = new(body.Mesh);
        exchange.AddField(m, once);
        for (int begin = 0; begin < body.Mesh.CellCount; begin += 5)
            exchange.AddField(m, ranges, begin, Math.Min(begin + 5, body.Mesh.CellCount));
        Assert.All(Enumerable.Range(0, body.Mesh.CellCount), i => Assert.True((once[i] - ranges[i]).Length < 1e-9 * once[i].Length));
    }

    [Fact]
    public void A_negative_stiffness_is_refused_with_its_unit()
    {
        Ferromagnet body = new(new Mesh(2, 2, 1, 1e-9, 1e-9, 1e-9), Ms);
        Assert.Contains("J/m", Assert.Throws<ArgumentOutOfRangeException>(() => new Exchange<double>(body, -1e-12)).Message);
    }
}

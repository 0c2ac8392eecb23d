using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Terms;

public class InterlayerExchangeTests
{
    private const double J1 = -1.3e-3, J2 = -4e-4, A = 13e-12;

    // Layers 1 and 2 with an empty layer between, on a mesh of 3 nm high cells.
    private static Ferromagnet Spaced(int nx = 4, int ny = 3) => new(
        new Geometry(
            new Mesh(nx, ny, 3, 2e-9, 5e-9, 3e-9), Shape.Everywhere - Shape.Layer(-1e-9, 1e-9)).WithRegion(2, Shape.Layer(1e-9, 9e-9)),
        ByRegion.Of(8e5, 5e5));

    // Layers that touch along z; region 2 has a corner of the lower layer, too, so that faces along x and y are coupled.
    private static Ferromagnet Touching => new(
        new Geometry(new Mesh(4, 3, 2, 2e-9, 5e-9, 3e-9)).WithRegion(
            2, Shape.Layer(0, 9e-9) | (Shape.Rectangle(4e-9, 6e-9).Translated((3e-9, 6e-9, 0)))),
        ByRegion.Of(8e5, 5e5));

    [Fact]
    public void Field_is_the_energy_gradient_across_a_spacer_and_across_faces_that_touch()
    {
        Ferromagnet spaced = Spaced(), touching = Touching;
        Gradient.Matches(spaced, new InterlayerExchange<double>(spaced, 1, 2, J1, J2));
        Gradient.Matches(touching, new InterlayerExchange<double>(touching, 1, 2, J1, J2, -0.7, ByRegion.Of(A, 5e-12)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.8)]
    [InlineData(2.5)]
    public void Layers_at_an_angle_have_minus_J1_cos_minus_J2_cos_squared_per_area(double angle)
    {
        Ferromagnet body = Spaced();
        InterlayerExchange<double> term = new(body, 1, 2, J1, J2);
        VectorField<double> m = InitialField.Create<double>(
            body.Geometry, (_, _, z) => z < 0 ? (0, 0, 1) : (Math.Sin(angle), 0, Math.Cos(angle)));
        double area = 4 * 2e-9 * 3 * 5e-9, cosine = Math.Cos(angle);
        Assert.Equal(12, term.Pairs);
        Assert.Equal(-area * ((J1 * cosine) + (J2 * cosine * cosine)), term.TotalEnergy(m), 1e-14 * area * 1e-3);
    }

    [Fact]
    public void A_layer_between_screens_the_coupling_and_a_wide_spacer_does_not()
    {
        // Along z: 1, empty, empty, 2, 3, 1: only the first two layers face each other.
        int[] layers = [1, 0, 0, 2, 3, 1];
        Mesh mesh = new(1, 1, 6, 1e-9, 1e-9, 1e-9);
        Assert.Equal(1, new InterlayerExchange<double>(new(new Geometry(mesh, layers), 8e5), 1, 2, J1, 0).Pairs);

        // Where z is periodic the last layer touches the first, and nothing faces anything else.
        Mesh ring = new(1, 1, 6, 1e-9, 1e-9, 1e-9, periodicZ: true);
        Assert.Equal(1, new InterlayerExchange<double>(new(new Geometry(ring, layers), 8e5), 1, 2, J1, 0).Pairs);
        Assert.Equal(2, new InterlayerExchange<double>(new(new Geometry(ring, [1, 0, 2, 0, 0, 0]), 8e5), 1, 2, J1, 0).Pairs);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(0.4)]
    public void Exchange_of_touching_faces_is_scaled(double scale)
    {
        // Each region uniform: all exchange energy is in the faces between them.
        Ferromagnet body = Touching;
        ByRegion stiffness = ByRegion.Of(A, 5e-12);
        VectorField<double> m = new(body.Mesh), turned = new(body.Mesh);
        for (int i = 0; i < body.Mesh.CellCount; i++)
            m[i] = body.Geometry.Region[i] == 1 ? (0, 0, 1) : (0.6, 0, 0.8);
        Exchange<double> exchange = new(body, stiffness);
        InterlayerExchange<double> term = new(body, 1, 2, 0, 0, scale, stiffness);
        double whole = exchange.TotalEnergy(m);
        Assert.Equal(scale * whole, whole + term.TotalEnergy(m), 1e-12 * whole);
        VectorField<double> h = new(body.Mesh), expected = new(body.Mesh);
        exchange.AddField(m, expected);
        exchange.AddField(m, h);
        term.AddField(m, h);

        // The fields differ along m only by what has no torque.
        double largest = Enumerable.Range(0, body.Mesh.CellCount).Max(i => expected[i].Length);
        for (int i = 0; i < body.Mesh.CellCount; i++)
            Assert.True((Vector3D.Cross(m[i], h[i]) - (scale * Vector3D.Cross(m[i], expected[i]))).Length < 1e-12 * largest);
        Assert.True(largest > 0);
    }

    [Fact]
    public void A_range_of_cells_has_its_part_of_the_field()
    {
        Ferromagnet body = Spaced();
        InterlayerExchange<double> term = new(body, 1, 2, J1, J2);
        VectorField<double> m = RandomState.Create<double>(body.Geometry, 2), whole = new(body.Mesh), parts = new(body.Mesh);
        term.AddField(m, whole);
        for (int begin = 0; begin < body.Mesh.CellCount; begin += 7)
            term.AddField(m, parts, begin, Math.Min(begin + 7, body.Mesh.CellCount));
        Assert.Equal(whole.X, parts.X);
        Assert.Equal(whole.Z, parts.Z);
    }

    [Theory]
    [InlineData(1, 1, 1e-3)]
    [InlineData(1, 2, double.NaN)]
    public void What_is_no_coupling_of_two_layers_is_refused(int first, int second, double j) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new InterlayerExchange<double>(Spaced(), first, second, j, 0));

    private sealed class Layers : ITermExample
    {
        public string Name => "interlayer exchange";

        public IEnergyTerm<T> Make<T>(Ferromagnet body)
            where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T> => new InterlayerExchange<T>(body, 1, 2, J1, J2, 0.3, A);
    }
}

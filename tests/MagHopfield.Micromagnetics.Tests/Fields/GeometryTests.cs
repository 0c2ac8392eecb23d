using CsCheck;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Micromagnetics.Tests.Fields;

public class GeometryTests
{
    private static readonly Mesh Mesh = new(200, 160, 1, 1e-9, 1e-9, 5e-9);

    [Fact]
    public void A_disk_has_the_area_pi_r_squared() =>
        Assert.Equal(Math.PI * 50 * 50, new Geometry(Mesh, Shape.Disk(100e-9)).CellsInside, 40.0);

    [Fact]
    public void An_ellipse_has_the_area_pi_a_b() =>
        Assert.Equal(Math.PI * 80 * 30, new Geometry(Mesh, Shape.Ellipse(160e-9, 60e-9)).CellsInside, 60.0);

    [Fact]
    public void A_rectangle_counts_its_cells() =>
        Assert.Equal(100 * 60, new Geometry(Mesh, Shape.Rectangle(100e-9, 60e-9)).CellsInside);

    [Fact]
    public void A_triangle_has_half_base_times_height() =>
        Assert.Equal(
            0.5 * 100 * 80,
            new Geometry(Mesh, Shape.Polygon((-50e-9, -40e-9), (50e-9, -40e-9), (0, 40e-9))).CellsInside,
            60.0);

    [Fact]
    public void An_image_lies_upright_with_its_first_row_at_the_top()
    {
        // An L: left column and bottom row.
        Shape letter = Shape.Image([true, false, true, false, true, true], 2, 20e-9, 30e-9);
        Assert.True(letter.Contains(-5e-9, 10e-9, 0));
        Assert.False(letter.Contains(5e-9, 10e-9, 0));
        Assert.True(letter.Contains(5e-9, -10e-9, 0));
        Assert.False(letter.Contains(15e-9, -10e-9, 0));
    }

    [Fact]
    public void Shapes_combine_as_sets() =>
        Gen.Select(Gen.Double[-1, 1], Gen.Double[-1, 1]).Sample((x, y) =>
        {
            Shape a = Shape.Disk(1), b = Shape.Rectangle(0.6, 1.8).RotatedAboutZ(0.3).Translated((0.1, 0, 0));
            bool ina = a.Contains(x, y, 0), inb = b.Contains(x, y, 0);
            return (a | b).Contains(x, y, 0) == (ina || inb) && (a & b).Contains(x, y, 0) == (ina && inb)
                && (a - b).Contains(x, y, 0) == (ina && !inb) && (~a).Contains(x, y, 0) != ina;
        });

    [Fact]
    public void The_box_around_any_shape_leaves_none_of_its_cells_out()
    {
        Random random = new(3);
        Mesh mesh = new(31, 23, 5, 2e-9, 3e-9, 4e-9);
        for (int k = 0; k < 500; k++)
        {
            Shape shape = Any(3);
            List<int> boxed = [], all = [];
            Geometry.ForCellsIn(mesh, shape, boxed.Add);
            Geometry.ForCellsIn(mesh, new Shape(shape.Contains), all.Add);
            Assert.Equal(all, boxed);
        }

        double Size(double most) => most * (random.NextDouble() + 1e-3);

        Shape Any(int depth) => random.Next(depth > 0 ? 12 : 7) switch
        {
            0 => Shape.Rectangle(Size(70e-9), Size(70e-9)),
            1 => Shape.Ellipse(Size(70e-9), Size(70e-9)),
            2 => Shape.Ellipsoid(Size(70e-9), Size(70e-9), Size(30e-9)),
            3 => Shape.Layer(-Size(10e-9), Size(10e-9)),
            4 => Shape.Polygon([.. Enumerable.Range(0, 5).Select(_ => (Size(60e-9) - 30e-9, Size(60e-9) - 30e-9))]),
            5 =>
                Shape.Cells(
                    mesh,
                    [.. Enumerable.Range(0, mesh.CellCount).Select(i => i % 31 is > 3 and < 9 && i / 31 % 23 > 20 && random.Next(3) > 0)]),
            6 => Shape.Image([true, false, true, true, true, false], 3, Size(70e-9), Size(70e-9)),
            7 => Any(depth - 1) | Any(depth - 1),
            8 => Any(depth - 1) & Any(depth - 1),
            9 => Any(depth - 1) - Any(depth - 1),
            10 =>
                (random.Next(2) == 0 ? ~Any(depth - 1) : Any(depth - 1)).Translated(
                    (Size(40e-9) - 20e-9, Size(40e-9) - 20e-9, Size(10e-9) - 5e-9)),
            _ => Any(depth - 1).RotatedAboutZ(6 * random.NextDouble()),
        };
    }

    [Fact]
    public void Cells_may_be_of_any_number_of_regions()
    {
        Mesh mesh = new(400, 200, 1, 1e-9, 1e-9, 1e-9);
        int[] region = [.. Enumerable.Range(1, mesh.CellCount)];
        Geometry geometry = new(mesh, region);
        Assert.Equal((80_000, false), (geometry.LastRegion, geometry.IsSingleRegion));
        Ferromagnet body = new(geometry, ByRegion.Of([.. region.Select(r => 1e5 + r)]));
        Assert.Equal(1e5 + 70_001, body.MsOf(70_000));
    }

    [Fact]
    public void Cell_index_runs_x_first_then_y_then_z()
    {
        Mesh mesh = new(3, 4, 5, 1, 1, 1);
        Assert.Equal(1 + (3 * (2 + (4 * 3))), mesh.Index(1, 2, 3));
        Assert.Equal(new Vector3D(0, 0.5, 1), mesh.Centre(1, 2, 3));
    }

    [Fact]
    public void A_shape_without_cells_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Geometry(Mesh, Shape.Disk(0.5e-9)));

    [Theory]
    [InlineData(0, 1e-9)]
    [InlineData(4, 0.0)]
    [InlineData(4, double.NaN)]
    public void A_mesh_without_cells_or_size_is_refused(int n, double d) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Mesh(n, 1, 1, d, 1e-9, 1e-9));
}

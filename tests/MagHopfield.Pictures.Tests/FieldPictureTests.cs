namespace MagHopfield.Pictures.Tests;

public sealed class FieldPictureTests
{
    private static readonly CellGrid Grid = new(4, 2, 4e-9, 2e-9);

    [Fact]
    public void The_first_cell_is_at_the_bottom_left()
    {
        RgbImage image = FieldPicture.Cells(Grid, 40, i => new Rgb((byte)i, 0, 0));
        Assert.Equal((40, 20), (image.Width, image.Height));
        Assert.Equal([0, 3, 4, 7], new[] { image[0, 19].R, image[39, 19].R, image[0, 0].R, image[39, 0].R }.Select(v => (int)v));
    }

    [Fact]
    public void Every_cell_has_a_pixel_at_the_usual_side() =>
        Assert.Equal((512, 2000), (FieldPicture.SideFor(Grid), FieldPicture.SideFor(new(2000, 10, 2e-6, 1e-8))));

    [Theory]
    [InlineData(1, 0, 16, 0)]
    [InlineData(0, 1, 0, -16)]
    [InlineData(-3, 0, -16, 0)]
    public void An_arrow_points_along_the_field_y_upwards(double x, double y, double halfX, double halfY) =>
        Assert.Equal(
            [new PlacedArrow(20, 20, halfX, halfY)],
            FieldPicture.Place(new(1, 1, 1, 1), 40, 40, _ => (x, y), new Arrows(1, Rgb.Black, true)));

    [Fact]
    public void Arrows_are_as_long_as_the_field_where_they_are_not_alike()
    {
        IReadOnlyList<PlacedArrow> arrows = FieldPicture.Place(new(4, 1, 4, 1), 80, 20, i => (i, 0), new Arrows(4, Rgb.Black, false));
        Assert.Equal([(30, 8.0 / 3), (50, 16.0 / 3), (70, 8)], arrows.Select(a => (a.X, a.HalfX)), new NearPairs());
    }

    [Theory]
    [InlineData(291, 400)]
    [InlineData(512, 20)]
    [InlineData(3, 500)]
    [InlineData(100, 100)]
    public void No_arrow_leaves_the_picture_and_the_margins_are_alike(double width, double height)
    {
        IReadOnlyList<PlacedArrow> arrows = FieldPicture.Place(
            new(4, 4, width, height), width, height, _ => (0.6, -0.8), new Arrows(20, Rgb.Black, true));
        Assert.NotEmpty(arrows);
        Assert.All(
            arrows,
            a =>
                Assert.True(
                    a.X - Math.Abs(a.HalfX) >= 0 && a.X + Math.Abs(a.HalfX) <= width && a.Y - Math.Abs(a.HalfY) >= 0
                        && a.Y + Math.Abs(a.HalfY) <= height,
                    $"{a}"));
        Assert.Equal(arrows.Min(a => a.X), width - arrows.Max(a => a.X), 1e-9);
        Assert.Equal(arrows.Min(a => a.Y), height - arrows.Max(a => a.Y), 1e-9);
    }

    [Fact]
    public void A_field_of_zero_has_no_arrow() =>
        Assert.Empty(FieldPicture.Place(Grid, 40, 20, _ => (0, 0), new Arrows(4, Rgb.Black, true)));

    private sealed class NearPairs : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) a, (double, double) b) =>
            Math.Abs(a.Item1 - b.Item1) < 1e-12 && Math.Abs(a.Item2 - b.Item2) < 1e-12;

        public int GetHashCode((double, double) pair) => 0;
    }
}

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
    public void Every_cell_has_a_pixel_at_the_usual_side() => Assert.Equal((512, 2000), (FieldPicture.SideFor(Grid), FieldPicture.SideFor(new(2000, 10, 2e-6, 1e-8))));

    [Fact]
    public void An_arrow_points_along_the_field_with_its_head_in_front()
    {
        RgbImage image = RgbImage.Filled(40, 40, Rgb.White);
        FieldPicture.Draw(image, new(1, 1, 1, 1), _ => (1, 0), new Arrows(1, Rgb.Black, true));
        int[] dark = [.. Enumerable.Range(0, 40).Select(x => Enumerable.Range(0, 40).Count(y => image[x, y].R < 128))];
        Assert.Equal(0, dark[1] + dark[38]);
        Assert.True(dark[8] is 1 or 2, "shaft");
        Assert.True(dark[..20].Sum() < dark[20..].Sum(), "head on the right");
        Assert.Equal(Enumerable.Range(0, 40).Select(x => dark[x]), Enumerable.Range(0, 40).Select(x => Enumerable.Range(0, 40).Count(y => image[x, 39 - y].R < 128)));
    }

    [Fact]
    public void A_field_of_zero_has_no_arrow()
    {
        RgbImage image = RgbImage.Filled(40, 40, Rgb.White);
        FieldPicture.Draw(image, Grid, _ => (0, 0), new Arrows(4, Rgb.Black, true));
        Assert.All(image.Bytes, b => Assert.Equal(255, b));
    }
}

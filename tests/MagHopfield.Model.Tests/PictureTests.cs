using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Pictures;
using MagHopfield.Model.Problems;
using MagHopfield.Pictures;
using MagHopfield.Reports;
using MagHopfield.Tests.Figures;

namespace MagHopfield.Model.Tests;

public sealed class PictureTests
{
    private static readonly VectorField<float> Field = Make();

    [Fact]
    public void Hue_is_the_angle_in_the_plane_lightness_mz_and_outside_is_grey()
    {
        RgbImage image = MagnetisationPicture.Cells(Field, PictureKind.Texture, 1);
        Assert.Equal([new Rgb(255, 0, 0), new Rgb(128, 255, 0), Rgb.White, Rgb.Black], Cells(image, bottom: true));
        Assert.Equal(
            [ComponentColour.Outside, new Rgb(0, 255, 255), new Rgb(128, 0, 255), new Rgb(255, 0, 0)], Cells(image, bottom: false));
    }

    [Theory]
    [InlineData(PictureKind.Mx, new[] { 1, 0, 0, 0 })]
    [InlineData(PictureKind.My, new[] { 0, 1, 0, 0 })]
    [InlineData(PictureKind.Mz, new[] { 0, 0, 1, -1 })]
    public void A_component_is_blue_white_or_red(PictureKind kind, int[] values)
    {
        RgbImage image = MagnetisationPicture.Cells(Field, kind, 1);
        Assert.Equal(values.Select(v => ComponentColour.Of(v)), Cells(image, bottom: true));
        Assert.Equal(ComponentColour.Outside, Cells(image, bottom: false)[0]);
    }

    [Fact]
    public void Each_layer_has_its_own_picture_and_arrows_are_drawn_where_wanted()
    {
        Assert.All(
            Cells(MagnetisationPicture.Cells(Field, PictureKind.Texture, 0), bottom: true), c => Assert.Equal(ComponentColour.Outside, c));
        byte[] plain = Drawn(MagnetisationPicture.Of(Field, PictureKind.Mx, 1, arrows: false));
        byte[] arrows = Drawn(MagnetisationPicture.Of(Field, PictureKind.Mx, 1, arrows: true));
        Assert.InRange(plain.Zip(arrows, (a, b) => a != b).Count(d => d), 1000, plain.Length / 4);
        Assert.Contains(
            "give 0 to 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => MagnetisationPicture.Of(Field, PictureKind.Mx, 2, false)).Message);
    }

    [Fact]
    public void A_picture_explains_its_colours_and_its_scale_in_readable_letters()
    {
        foreach (PictureKind kind in Enum.GetValues<PictureKind>())
        {
            Figure figure = MagnetisationPicture.Of(Field, kind, 1, arrows: true);
            FigureTexts.AssertReadable(figure);
            IReadOnlyList<string> words = FigureTexts.Words(figure);
            Assert.Contains("5 nm", words);
            Assert.Contains("outside", words);
            Assert.Contains(kind == PictureKind.Texture ? "centre: mz = +1" : "m" + kind.ToString()[1], words);
        }
    }

    private static byte[] Drawn(Figure figure) => Png.Read(new MemoryStream(figure.Png)).Bytes;

    // The colours in the middle of a row of cells.
    private static Rgb[] Cells(RgbImage image, bool bottom) =>
        [.. Enumerable.Range(0, 4).Select(x => image[(int)((x + 0.5) / 4 * image.Width), (bottom ? 3 : 1) * image.Height / 4])];

    // The upper layer of 4 × 2 cells has the six directions, any length, and a hole; the lower layer is outside.
    private static VectorField<float> Make()
    {
        VectorField<float> m = new(new Mesh(4, 2, 2, 5e-9, 5e-9, 5e-9));
        Vector3D[] upper = [(2, 0, 0), (0, 1, 0), (0, 0, 1), (0, 0, -0.5), (0, 0, 0), (-1, 0, 0), (0, -1, 0), (1, 0, 0)];
        for (int i = 0; i < upper.Length; i++)
            m[8 + i] = upper[i];
        return m;
    }
}

using CsCheck;

namespace MagHopfield.Pictures.Tests;

public sealed class ColourTests
{
    [Theory]
    [InlineData(1, 0, 0, 255, 0, 0)]
    [InlineData(-1, 0, 0, 0, 255, 255)]
    [InlineData(0, 1, 0, 128, 255, 0)]
    [InlineData(0, -1, 0, 128, 0, 255)]
    [InlineData(0, 0, 1, 255, 255, 255)]
    [InlineData(0, 0, -1, 0, 0, 0)]
    [InlineData(0, 0, 0, 255, 255, 255)]
    public void Hue_is_the_angle_in_the_plane_and_lightness_is_mz(double x, double y, double z, int r, int g, int b) =>
        Assert.Equal(new Rgb((byte)r, (byte)g, (byte)b), TextureColour.Of(x, y, z));

    [Fact]
    public void Lightness_rises_with_mz_at_any_angle() => Gen.Double[0, 2 * Math.PI].Sample(angle =>
    {
        double[] lightness = [.. Enumerable.Range(-10, 21).Select(k => Lightness(0.1 * k, angle))];
        return lightness.Zip(lightness.Skip(1), (a, b) => b > a).All(up => up);
    });

    [Theory]
    [InlineData(-1, 5, 48, 97)]
    [InlineData(0, 247, 247, 247)]
    [InlineData(1, 103, 0, 31)]
    [InlineData(3, 103, 0, 31)]
    [InlineData(double.NaN, 200, 200, 200)]
    public void A_component_goes_from_blue_over_white_to_red(double value, int r, int g, int b) =>
        Assert.Equal(new Rgb((byte)r, (byte)g, (byte)b), ComponentColour.Of(value));

    private static double Lightness(double mz, double angle)
    {
        double plane = Math.Sqrt(Math.Max(0, 1 - (mz * mz)));
        Rgb c = TextureColour.Of(plane * Math.Cos(angle), plane * Math.Sin(angle), mz);
        return (Math.Max(c.R, Math.Max(c.G, c.B)) + Math.Min(c.R, Math.Min(c.G, c.B))) / 510.0;
    }
}

using SkiaSharp;

namespace MagHopfield.Experiments.Report;

/// <summary>
/// The usual colour code of magnetic textures: hue is the in-plane angle (red along +x, then yellow-green along +y), lightness is m_z
/// (white up, black down).
/// </summary>
internal static class TextureColour
{
    public static SKColor Of(double mx, double my, double mz)
    {
        double length = Math.Sqrt((mx * mx) + (my * my) + (mz * mz));
        if (length == 0)
        {
            return SKColors.White;
        }

        double hue = Math.Atan2(my, mx) * 180 / Math.PI;
        double up = mz / length;
        return SKColor.FromHsl((float)(hue < 0 ? hue + 360 : hue), 100, (float)(50 + (50 * up)));
    }
}

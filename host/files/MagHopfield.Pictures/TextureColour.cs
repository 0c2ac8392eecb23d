namespace MagHopfield.Pictures;

/// <summary>
/// The usual colour code of magnetic textures: hue is the in-plane angle (red along +x, then yellow-green along +y), lightness is m_z
/// (white up, black down).
/// </summary>
public static class TextureColour
{
    /// <summary>Colour of a direction; white outside the body (zero).</summary>
    /// <param name="mx">x component, in any unit.</param>
    /// <param name="my">y component.</param>
    /// <param name="mz">z component.</param>
    public static Rgb Of(double mx, double my, double mz)
    {
        double length = Math.Sqrt((mx * mx) + (my * my) + (mz * mz));
        if (!(length > 0))
            return Rgb.White;
        double hue = Math.Atan2(my, mx) / (2 * Math.PI), lightness = 0.5 + (0.5 * mz / length);
        double chroma = 1 - Math.Abs((2 * lightness) - 1);
        return new Rgb(Channel(hue), Channel(hue - (1.0 / 3)), Channel(hue + (1.0 / 3)));

        // A trapezoid over the colour circle: full within a sixth of a turn of the channel's own hue, none beyond a third.
        byte Channel(double turn)
        {
            double distance = Math.Abs(turn - Math.Round(turn));
            double share = Math.Clamp(2 - (6 * distance), 0, 1);
            return (byte)Math.Round(255 * Math.Clamp(lightness + (chroma * (share - 0.5)), 0, 1));
        }
    }
}

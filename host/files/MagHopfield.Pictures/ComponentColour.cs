namespace MagHopfield.Pictures;

/// <summary>Colour of one component of a unit vector: blue for −1, white for 0, red for +1, and grey outside the body.</summary>
public static class ComponentColour
{
    // Red and blue of equal lightness, darkest at the ends, so that the picture reads in black and white, too.
    private static readonly Rgb[] Stops =
    [
        new(5, 48, 97), new(67, 147, 195), new(247, 247, 247), new(214, 96, 77), new(103, 0, 31),
    ];

    /// <summary>Grey that stands for no material.</summary>
    public static Rgb Outside { get; } = new(200, 200, 200);

    /// <summary>Colour of a value.</summary>
    /// <param name="value">Value from −1 to 1; beyond it the ends hold.</param>
    public static Rgb Of(double value)
    {
        if (double.IsNaN(value))
            return Outside;
        double at = 0.5 * (Math.Clamp(value, -1, 1) + 1) * (Stops.Length - 1);
        int i = Math.Min((int)at, Stops.Length - 2);
        double part = at - i;
        byte Mix(byte a, byte b) => (byte)Math.Round(a + (part * (b - a)));
        return new Rgb(Mix(Stops[i].R, Stops[i + 1].R), Mix(Stops[i].G, Stops[i + 1].G), Mix(Stops[i].B, Stops[i + 1].B));
    }
}

namespace MagHopfield.Hardware.Drawing;

/// <summary>The signs of supplies and ground.</summary>
internal static class SupplySign
{
    private static readonly string[] Nets = ["AGND", "+3V3", "+5VUSB", "+1V8A", "-1V8A", "+5VA", "-5VA", "+6V5P", "-6V5P", "+9V", "-9V"];

    /// <summary>Whether a net has a sign.</summary>
    public static bool Is(string net) => Nets.Contains(net);

    /// <summary>Whether the sign hangs below its wire.</summary>
    public static bool Hangs(string net) => net == "AGND" || net[0] == '-';

    /// <summary>Its lines, upward from where the wire ends; for a sign that hangs, downward ones have negative heights.</summary>
    public static IReadOnlyList<IReadOnlyList<(double X, double Y)>> Strokes(string net) => net == "AGND"
        ? [[(0, 0), (0, -1.27), (1.27, -1.27), (0, -2.54), (-1.27, -1.27), (0, -1.27)]]
        : net[0] == '-'
        ? [[(0, 0), (0, -1.27)], [(-1.27, -1.27), (1.27, -1.27)]]
        : [[(0, 0), (0, 1.27)], [(-1.27, 1.27), (1.27, 1.27)]];

    /// <summary>Degrees to turn the sign by, so that it stands away from its wire.</summary>
    public static int Turn(string net, PinSide side) => Hangs(net) == (side == PinSide.Bottom) ? 0 : 180;
}

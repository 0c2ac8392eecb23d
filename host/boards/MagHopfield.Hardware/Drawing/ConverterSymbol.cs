using System.Globalization;
using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>ADC and DAC: signals on one side, far apart, all else on the other.</summary>
internal static class ConverterSymbol
{
    /// <summary>Distance of the ADC's used inputs.</summary>
    public const double InputPitch = 20.32;

    private const double HalfWidth = 15.24;

    /// <summary>Height of an input of the ADC above the middle.</summary>
    /// <param name="input">0 … 4.</param>
    public static double InputHeight(int input) => InputPitch * (2 - input);

    public static Symbol Adc(Part part)
    {
        List<SymbolPin> pins = [];
        List<Pin> rest = [.. part.Pins];
        for (int i = 0; i < 5; i++)
        {
            Pin pin = part.Pins.Single(p => p.Name == "AIN" + i.ToString(CultureInfo.InvariantCulture));
            rest.Remove(pin);
            pins.Add(new SymbolPin(pin, -HalfWidth - Symbol.PinLength, InputHeight(i), PinSide.Left));
        }

        return new Symbol(true, HalfWidth, 48.26, [.. pins, .. Column(rest.OrderBy(p => p.Net is null), 43.18, PinSide.Right)], []);
    }

    public static Symbol Dac(Part part)
    {
        List<Pin> rest = [.. part.Pins.Where(p => !p.Name.StartsWith("VOUT", StringComparison.Ordinal))];
        List<SymbolPin> outputs =
        [
            .. "ABCD".Select(
                (c, i) =>
                    new SymbolPin(
                        part.Pins.Single(p => p.Name == "VOUT" + c), HalfWidth + Symbol.PinLength, 7.62 - (i * 5.08), PinSide.Right)),
        ];
        return new Symbol(true, HalfWidth, 30.48, [.. outputs, .. Column(rest, 25.4, PinSide.Left)], []);
    }

    private static IEnumerable<SymbolPin> Column(IEnumerable<Pin> pins, double top, PinSide side) =>
        pins.Select(
            (p, i) => new SymbolPin(p, (side == PinSide.Left ? -1 : 1) * (HalfWidth + Symbol.PinLength), top - (i * Symbol.Pitch), side));
}

using MagHopfield.Hardware.Netlist;

namespace MagHopfield.Hardware.Drawing;

/// <summary>A part on a sheet.</summary>
/// <param name="Part">The part.</param>
/// <param name="Symbol">Its symbol.</param>
/// <param name="X">Middle in millimetres from the left edge.</param>
/// <param name="Y">Middle in millimetres from the top edge.</param>
/// <param name="Turn">Degrees counterclockwise: 0, 90, 180 or 270.</param>
public sealed record PlacedPart(Part Part, Symbol Symbol, double X, double Y, int Turn = 0)
{
    /// <summary>Where a wire meets a pin.</summary>
    /// <param name="pin">Pin of the symbol.</param>
    public Point At(SymbolPin pin)
    {
        (double x, double y) = Turn switch
        {
            90 => (-pin.Y, pin.X),
            180 => (-pin.X, -pin.Y),
            270 => (pin.Y, -pin.X),
            _ => (pin.X, pin.Y),
        };
        return new Point(X + x, Y - y).Snap();
    }

    /// <summary>Where a wire meets a pin.</summary>
    /// <param name="number">Number of the pin.</param>
    public Point At(string number) => At(Symbol.Pins.Single(p => p.Pin.Number == number));

    /// <summary>The side of the sheet that a pin leaves to.</summary>
    /// <param name="pin">Pin of the symbol.</param>
    public PinSide Side(SymbolPin pin)
    {
        // Counterclockwise: right, top, left, bottom.
        PinSide[] round = [PinSide.Right, PinSide.Top, PinSide.Left, PinSide.Bottom];
        return round[(Array.IndexOf(round, pin.Side) + (Turn / 90)) % 4];
    }
}

namespace MagHopfield.Hardware.Drawing;

/// <summary>A point of a sheet.</summary>
/// <param name="X">Millimetres from the left edge.</param>
/// <param name="Y">Millimetres from the top edge.</param>
public readonly record struct Point(double X, double Y)
{
    /// <summary>The point rounded to a hundredth of a millimetre, so that sums of 0.1 inch compare.</summary>
    public Point Snap() => new(Math.Round(X, 2) + 0.0, Math.Round(Y, 2) + 0.0);

    /// <summary>Whether a segment passes through the point between its ends.</summary>
    /// <param name="wire">An axis-parallel segment.</param>
    public bool IsInside(Wire wire) =>
        (wire.From.X == wire.To.X && X == wire.From.X && Y > Math.Min(wire.From.Y, wire.To.Y) && Y < Math.Max(wire.From.Y, wire.To.Y))
        || (wire.From.Y == wire.To.Y && Y == wire.From.Y && X > Math.Min(wire.From.X, wire.To.X) && X < Math.Max(wire.From.X, wire.To.X));

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({X:0.##}, {Y:0.##})");
}

namespace MagHopfield.Film.Parameters;

/// <summary>A rectangular electrode.</summary>
/// <param name="X">Centre in metres.</param>
/// <param name="Y">Centre in metres.</param>
/// <param name="Width">Extent along x in metres.</param>
/// <param name="Height">Extent along y in metres.</param>
public sealed record RectangleElectrode(double X, double Y, double Width, double Height) : ElectrodeShape
{
    /// <inheritdoc/>
    public override double SmallestExtent => Math.Min(Width, Height);

    /// <inheritdoc/>
    public override bool Contains(double x, double y, double tolerance) =>
        Math.Abs(x - X) <= Width / 2 + tolerance && Math.Abs(y - Y) <= Height / 2 + tolerance;
}

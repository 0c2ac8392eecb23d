namespace MagHopfield.Micromagnetics.Transport.Outlines;

/// <summary>A rectangle with its sides along x and y.</summary>
/// <param name="X">Centre in metres.</param>
/// <param name="Y">Centre in metres.</param>
/// <param name="Width">Extent along x in metres.</param>
/// <param name="Height">Extent along y in metres.</param>
public sealed record RectangleShape(double X, double Y, double Width, double Height) : PlaneShape
{
    /// <inheritdoc/>
    public override PlaneBox Bounds => new(X - Width / 2, Y - Height / 2, X + Width / 2, Y + Height / 2);

    /// <inheritdoc/>
    public override bool Contains(double x, double y, double tolerance) =>
        Math.Abs(x - X) <= Width / 2 + tolerance && Math.Abs(y - Y) <= Height / 2 + tolerance;
}

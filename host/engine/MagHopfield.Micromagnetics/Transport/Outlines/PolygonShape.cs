namespace MagHopfield.Micromagnetics.Transport.Outlines;

/// <summary>A polygon by the even-odd rule.</summary>
/// <param name="Corners">At least three corners (x, y) in metres, in order; the last joins the first.</param>
public sealed record PolygonShape(IReadOnlyList<(double X, double Y)> Corners) : PlaneShape
{
    /// <inheritdoc/>
    public override PlaneBox Bounds { get; } = new(
        Corners.Min(c => c.X), Corners.Min(c => c.Y), Corners.Max(c => c.X), Corners.Max(c => c.Y));

    /// <inheritdoc/>
    public override bool Contains(double x, double y, double tolerance)
    {
        bool inside = false;
        (double X, double Y) b = Corners[^1];
        foreach ((double X, double Y) a in Corners)
        {
            if (tolerance > 0 && WithinReach(x, y, a, b, tolerance))
                return true;

            if (a.Y > y != b.Y > y && x < a.X + (y - a.Y) * (b.X - a.X) / (b.Y - a.Y))
                inside = !inside;

            b = a;
        }

        return inside;
    }

    // Distance from the point to the side from a to b.
    private static bool WithinReach(double x, double y, (double X, double Y) a, (double X, double Y) b, double reach)
    {
        (double dx, double dy) = (b.X - a.X, b.Y - a.Y);
        double square = dx * dx + dy * dy;
        double along = square > 0 ? Math.Clamp(((x - a.X) * dx + (y - a.Y) * dy) / square, 0, 1) : 0;
        (double ex, double ey) = (x - a.X - along * dx, y - a.Y - along * dy);
        return ex * ex + ey * ey <= reach * reach;
    }
}

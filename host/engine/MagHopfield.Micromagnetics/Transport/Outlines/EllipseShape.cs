namespace MagHopfield.Micromagnetics.Transport.Outlines;

/// <summary>An ellipse with its axes along x and y.</summary>
/// <param name="X">Centre in metres.</param>
/// <param name="Y">Centre in metres.</param>
/// <param name="RadiusX">Half axis along x in metres.</param>
/// <param name="RadiusY">Half axis along y in metres.</param>
public sealed record EllipseShape(double X, double Y, double RadiusX, double RadiusY) : PlaneShape
{
    /// <inheritdoc/>
    public override PlaneBox Bounds => new(X - RadiusX, Y - RadiusY, X + RadiusX, Y + RadiusY);

    /// <inheritdoc/>
    public override bool Contains(double x, double y, double tolerance)
    {
        double u = (x - X) / (RadiusX + tolerance);
        double v = (y - Y) / (RadiusY + tolerance);
        return u * u + v * v <= 1;
    }
}

namespace MagHopfield.Micromagnetics.Transport.Outlines;

/// <summary>A disk. As an electrode centred on a corner of the film it becomes a quarter disk, on an edge a half disk.</summary>
/// <param name="X">Centre in metres.</param>
/// <param name="Y">Centre in metres.</param>
/// <param name="Radius">Radius in metres.</param>
public sealed record DiskShape(double X, double Y, double Radius) : PlaneShape
{
    /// <inheritdoc/>
    public override PlaneBox Bounds => new(X - Radius, Y - Radius, X + Radius, Y + Radius);

    /// <inheritdoc/>
    public override bool Contains(double x, double y, double tolerance)
    {
        double reach = Radius + tolerance;
        return (x - X) * (x - X) + (y - Y) * (y - Y) <= reach * reach;
    }
}

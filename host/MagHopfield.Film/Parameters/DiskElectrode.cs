namespace MagHopfield.Film.Parameters;

/// <summary>A round electrode. Centred on a corner of the film it becomes a quarter disk, on an edge a half disk.</summary>
/// <param name="X">Centre in metres.</param>
/// <param name="Y">Centre in metres.</param>
/// <param name="Radius">Radius in metres.</param>
public sealed record DiskElectrode(double X, double Y, double Radius) : ElectrodeShape
{
    /// <inheritdoc/>
    public override double SmallestExtent => 2 * Radius;

    /// <inheritdoc/>
    public override bool Contains(double x, double y, double tolerance)
    {
        double reach = Radius + tolerance;
        return (x - X) * (x - X) + (y - Y) * (y - Y) <= reach * reach;
    }
}

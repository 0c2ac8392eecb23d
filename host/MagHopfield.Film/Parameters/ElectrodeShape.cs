namespace MagHopfield.Film.Parameters;

/// <summary>Outline of an electrode in the film's coordinates; the film's own outline cuts off what lies outside.</summary>
public abstract record ElectrodeShape
{
    /// <summary>Smallest extent along x or y, in metres.</summary>
    public abstract double SmallestExtent { get; }

    /// <summary>Whether the point (x, y), in metres, is inside the outline or within <paramref name="tolerance"/> metres of it.</summary>
    public abstract bool Contains(double x, double y, double tolerance);
}

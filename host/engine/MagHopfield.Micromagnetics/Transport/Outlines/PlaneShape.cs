namespace MagHopfield.Micromagnetics.Transport.Outlines;

/// <summary>
/// A region of the film's plane: outline of an electrode, of the film or of the gold. Coordinates in metres from the lower-left corner of
/// the film's box, x to the right, y up.
/// </summary>
public abstract record PlaneShape
{
    /// <summary>The smallest box around the region, in metres.</summary>
    public abstract PlaneBox Bounds { get; }

    /// <summary>Smallest extent along x or y, in metres.</summary>
    public double SmallestExtent => Math.Min(Bounds.Right - Bounds.Left, Bounds.Top - Bounds.Bottom);

    /// <summary>Whether the point (x, y), in metres, is inside the outline or within <paramref name="tolerance"/> metres of it.</summary>
    public abstract bool Contains(double x, double y, double tolerance);
}

/// <summary>A box along the axes, in metres.</summary>
/// <param name="Left">Least x.</param>
/// <param name="Bottom">Least y.</param>
/// <param name="Right">Largest x.</param>
/// <param name="Top">Largest y.</param>
public readonly record struct PlaneBox(double Left, double Bottom, double Right, double Top);

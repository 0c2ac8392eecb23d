namespace MagHopfield.Micromagnetics.Transport.Outlines;

/// <summary>A box along the axes, in metres.</summary>
/// <param name="Left">Least x.</param>
/// <param name="Bottom">Least y.</param>
/// <param name="Right">Largest x.</param>
/// <param name="Top">Largest y.</param>
public readonly record struct PlaneBox(double Left, double Bottom, double Right, double Top);

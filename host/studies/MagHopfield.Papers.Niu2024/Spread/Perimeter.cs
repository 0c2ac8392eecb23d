using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Papers.Niu2024.Spread;

/// <summary>
/// The edge of a film, walked counter-clockwise: from the lower-left corner of a box, from the first corner of a polygon.
/// </summary>
internal sealed class Perimeter
{
    private const int EllipseCorners = 720;
    private readonly (double X, double Y)[] _corners;
    private readonly double[] _from;
    private readonly PlaneShape? _outline;

    private Perimeter((double X, double Y)[] corners, PlaneShape? outline)
    {
        _corners = corners;
        _outline = outline;
        _from = new double[corners.Length + 1];
        for (int k = 0; k < corners.Length; k++)
        {
            (double x, double y) = Side(k);
            _from[k + 1] = _from[k] + Math.Sqrt((x * x) + (y * y));
        }
    }

    /// <summary>Its length in metres.</summary>
    public double Length => _from[^1];

    /// <summary>The edge of a film.</summary>
    /// <param name="g">Geometry of the film.</param>
    /// <exception cref="ArgumentException">The outline is an image, whose edge is a stair of pixels.</exception>
    public static Perimeter Of(FilmGeometry g) => new(
        g.Outline switch
        {
            null => [(0, 0), (g.Width, 0), (g.Width, g.Height), (0, g.Height)],
            PolygonShape p => CounterClockwise([.. p.Corners]),
            EllipseShape e => [.. Enumerable.Range(0, EllipseCorners).Select(k => 2 * Math.PI * k / EllipseCorners)
                .Select(a => (e.X + (e.RadiusX * Math.Cos(a)), e.Y + (e.RadiusY * Math.Sin(a))))],
            _ =>
                throw new ArgumentException(
                    "The outline of the film is an image; random devices are made from films whose shape is a rectangle, a disk or a "
                    + "polygon."),
        },
        g.Outline);

    /// <summary>The point at a depth inside the edge; at a corner that is too sharp for the depth, the edge itself.</summary>
    /// <param name="along">Way along the edge in metres, from 0 up to <see cref="Length"/>.</param>
    /// <param name="depth">Depth in metres.</param>
    public (double X, double Y) Inside(double along, double depth)
    {
        int side = Math.Clamp(Array.FindLastIndex(_from, f => f <= along), 0, _corners.Length - 1);
        (double x, double y) = Side(side);
        double length = _from[side + 1] - _from[side];

        // From the corner of the lower coordinate on, so that the sides of a box begin at exactly 0.
        double way = x + y < 0 ? _from[side + 1] - along : along - _from[side];
        (double X, double Y) corner = x + y < 0 ? _corners[(side + 1) % _corners.Length] : _corners[side];
        double sign = x + y < 0 ? -1 : 1;
        (double X, double Y) edge = (corner.X + (sign * way * (x / length)), corner.Y + (sign * way * (y / length)));
        (double X, double Y) inside = (edge.X - (depth * (y / length)), edge.Y + (depth * (x / length)));
        return _outline is null || _outline.Contains(inside.X, inside.Y, 0) ? inside : edge;
    }

    private static (double X, double Y)[] CounterClockwise((double X, double Y)[] corners)
    {
        double area = corners.Select((a, k) => (a, b: corners[(k + 1) % corners.Length])).Sum(s => (s.a.X * s.b.Y) - (s.b.X * s.a.Y));
        return area < 0 ? [.. corners.Reverse()] : corners;
    }

    private (double X, double Y) Side(int k)
    {
        (double X, double Y) a = _corners[k], b = _corners[(k + 1) % _corners.Length];
        return (b.X - a.X, b.Y - a.Y);
    }
}

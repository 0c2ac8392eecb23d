
namespace MagHopfield.Micromagnetics.Transport.Outlines;

/// <summary>
/// How much of each cell lies within the film's outline, the outline taken straight between its crossings of the cell's sides. A cell of
/// fraction f conducts as f of a full one: the natural condition of no current through the outline then holds with an error of second
/// order.
/// </summary>
internal static class CellFraction
{
    // Less than this of a cell is left out.
    private const double Least = 1e-6;

    public static double[] Of(FilmGeometry geometry)
    {
        int nx = geometry.CellsX;
        int points = nx + 1;
        bool[] inside = new bool[points * (geometry.CellsY + 1)];
        for (int p = 0; p < inside.Length; p++)
        {
            inside[p] = geometry.Contains(
                Math.Min(p % points * geometry.CellX, geometry.Width), Math.Min(p / points * geometry.CellY, geometry.Height));
        }

        double[] fraction = new double[nx * geometry.CellsY];
        List<(double X, double Y)> polygon = [];
        for (int c = 0; c < fraction.Length; c++)
        {
            (int ix, int iy) = (c % nx, c / nx);
            int a = iy * points + ix;
            ReadOnlySpan<(int X, int Y)> ring = [(0, 0), (1, 0), (1, 1), (0, 1)];
            Span<bool> within = [inside[a], inside[a + 1], inside[a + points + 1], inside[a + points]];
            if (!within.Contains(false))
            {
                fraction[c] = 1;
                continue;
            }

            polygon.Clear();
            for (int k = 0; k < 4; k++)
            {
                (int X, int Y) here = ring[k];
                (int X, int Y) next = ring[(k + 1) % 4];
                if (within[k])
                    polygon.Add(here);

                if (within[k] != within[(k + 1) % 4])
                {
                    ((int X, int Y) from, (int X, int Y) to) = within[k] ? (here, next) : (next, here);
                    double t = Bisection.LastInside(
                        u =>
                            geometry.Contains(
                                (ix + from.X + u * (to.X - from.X)) * geometry.CellX,
                                (iy + from.Y + u * (to.Y - from.Y)) * geometry.CellY), 0, 1);
                    polygon.Add((from.X + t * (to.X - from.X), from.Y + t * (to.Y - from.Y)));
                }
            }

            double area = Area(polygon);
            fraction[c] = area < Least ? 0 : Math.Min(area, 1);
        }

        return fraction;
    }

    private static double Area(List<(double X, double Y)> polygon)
    {
        double twice = 0;
        for (int k = 0; k < polygon.Count; k++)
        {
            (double X, double Y) a = polygon[k];
            (double X, double Y) b = polygon[(k + 1) % polygon.Count];
            twice += a.X * b.Y - b.X * a.Y;
        }

        return twice / 2;
    }
}

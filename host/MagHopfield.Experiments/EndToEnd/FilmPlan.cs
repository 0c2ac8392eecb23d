using MagHopfield.Experiments.Report;
using MagHopfield.Film.Parameters;

namespace MagHopfield.Experiments.EndToEnd;

/// <summary>Where the electrodes of a film are, for pictures and panels.</summary>
internal static class FilmPlan
{
    /// <summary>The outline with the centroid of each electrode's part on the film.</summary>
    public static FilmOutline Outline(FilmParameters film)
    {
        FilmGeometry g = film.Geometry;
        List<double> xs = [];
        List<double> ys = [];
        foreach (Electrode electrode in film.Electrodes)
        {
            (double x, double y) = Centroid(g, electrode);
            xs.Add(x);
            ys.Add(y);
        }

        return new FilmOutline(g.CellsX, g.CellsY, g.Width, g.Height, xs, ys);
    }

    /// <summary>Number of nodes in the first row: those whose electrodes lie within a quarter of the film's height of the first one.</summary>
    public static int Columns(FilmParameters film)
    {
        FilmOutline outline = Outline(film);
        int count = 1;
        while (count < outline.ElectrodeY.Count && Math.Abs(outline.ElectrodeY[count] - outline.ElectrodeY[0]) < film.Geometry.Height / 4
            && outline.ElectrodeX[count] > outline.ElectrodeX[count - 1])
        {
            count++;
        }

        return count;
    }

    private static (double X, double Y) Centroid(FilmGeometry g, Electrode electrode)
    {
        double sumX = 0;
        double sumY = 0;
        int count = 0;
        for (int j = 0; j < g.CellsY; j++)
        {
            for (int i = 0; i < g.CellsX; i++)
            {
                double x = (i + 0.5) * g.CellX;
                double y = (j + 0.5) * g.CellY;
                if (electrode.Shape.Contains(x, y, 0.5 * Math.Max(g.CellX, g.CellY)) && g.Contains(x, y))
                {
                    sumX += x;
                    sumY += y;
                    count++;
                }
            }
        }

        return count > 0 ? (sumX / count, sumY / count) : (0, 0);
    }
}

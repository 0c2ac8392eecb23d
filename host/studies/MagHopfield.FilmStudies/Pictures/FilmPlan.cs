using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.FilmStudies.Pictures;

/// <summary>Where the electrodes of a film lie, for pictures and panels.</summary>
public static class FilmPlan
{
    /// <summary>The outline with the centroid of each electrode's part on the film.</summary>
    public static FilmOutline Outline(FilmParameters film)
    {
        FilmGeometry g = film.Geometry;
        List<double> xs = [];
        List<double> ys = [];
        List<IReadOnlyList<((double X, double Y) From, (double X, double Y) To)>> edges = [];
        foreach (Electrode electrode in film.Electrodes)
        {
            bool[] cells = Cells(g, electrode);
            (double x, double y) = Centroid(g, cells);
            xs.Add(x);
            ys.Add(y);
            edges.Add(Edges(g, cells));
        }

        return new FilmOutline(g.CellsX, g.CellsY, g.Width, g.Height, g.CellMask(), xs, ys, edges);
    }

    /// <summary>
    /// Number of nodes in the first row: those whose electrodes lie within a quarter of the film's height of the first one.
    /// </summary>
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

    private static (double X, double Y) Centroid(FilmGeometry g, bool[] cells)
    {
        int[] inside = [.. Enumerable.Range(0, cells.Length).Where(k => cells[k])];
        return inside.Length == 0
            ? (0, 0)
            : (inside.Average(k => ((k % g.CellsX) + 0.5) * g.CellX), inside.Average(k => ((k / g.CellsX) + 0.5) * g.CellY));
    }

    // The cells of the film under an electrode, x fastest.
    private static bool[] Cells(FilmGeometry g, Electrode electrode)
    {
        bool[] cells = new bool[g.CellsX * g.CellsY];
        for (int k = 0; k < cells.Length; k++)
        {
            double x = ((k % g.CellsX) + 0.5) * g.CellX, y = ((k / g.CellsX) + 0.5) * g.CellY;
            cells[k] = electrode.Shape.Contains(x, y, 0.5 * Math.Max(g.CellX, g.CellY)) && g.Contains(x, y);
        }

        return cells;
    }

    private static List<((double X, double Y) From, (double X, double Y) To)> Edges(FilmGeometry g, bool[] cells)
    {
        bool At(int i, int j) => i >= 0 && j >= 0 && i < g.CellsX && j < g.CellsY && cells[(j * g.CellsX) + i];
        List<((double X, double Y) From, (double X, double Y) To)> edges = [];

        // A run of edges along a line is one edge.
        void Runs(int lines, int along, Func<int, int, bool> isEdge, Func<int, int, (double X, double Y)> corner)
        {
            for (int line = 0; line <= lines; line++)
            {
                for (int from = 0, to; from < along; from = to + 1)
                {
                    to = from;
                    while (to < along && isEdge(line, to))
                        to++;

                    if (to > from)
                        edges.Add((corner(line, from), corner(line, to)));
                }
            }
        }

        Runs(g.CellsY, g.CellsX, (j, i) => At(i, j) != At(i, j - 1), (j, i) => (i * g.CellX, j * g.CellY));
        Runs(g.CellsX, g.CellsY, (i, j) => At(i, j) != At(i - 1, j), (i, j) => (i * g.CellX, j * g.CellY));
        return edges;
    }
}

namespace MagHopfield.Micromagnetics.Transport.Conductor;

/// <summary>
/// A cell that the outline of one electrode crosses. What is free of it is cut into triangles between the free corners and the points where
/// the outline meets the cell's sides; those points carry the electrode's voltage, so linear elements on the triangles couple nothing but
/// the four corners, and the stiffness stays symmetric, positive semidefinite and of zero row sums for any position of the outline. Its
/// potential is of second order in the cell, as if the mesh fitted the electrode.
/// </summary>
internal sealed class CutCell
{
    // Element (u, v) of the integrals of ∂x∂x, ∂x∂y + ∂y∂x and ∂y∂y over the free part; corners 0 south-west, 1 south-east, 2 north-west, 3
    // north-east.
    private readonly double[] _xx = new double[16];
    private readonly double[] _xy = new double[16];
    private readonly double[] _yy = new double[16];

    // Integral of ∂x and ∂y of each corner's function over the free part, relative to the area of the cell.
    private readonly double[] _x = new double[4];
    private readonly double[] _y = new double[4];

    private readonly double _width;
    private readonly double _height;
    private readonly Func<int, int, double> _crossing;
    private readonly int[] _degree = new int[4];

    /// <summary>Cuts a cell.</summary>
    /// <param name="width">Extent of the cell along x in metres.</param>
    /// <param name="height">Extent of the cell along y in metres.</param>
    /// <param name="pad">Four flags: whether the corner lies in the electrode.</param>
    /// <param name="crossing">
    /// For a corner in the electrode and a free neighbour: how far from the first to the second the outline lies, 0 to 1.
    /// </param>
    public CutCell(double width, double height, ReadOnlySpan<bool> pad, Func<int, int, double> crossing)
    {
        _width = width;
        _height = height;
        _crossing = crossing;
        int padCorner = pad.IndexOf(true);
        for (int c = 0; c < 4; c++)
            _degree[c] = pad[c] ? padCorner : c;

        int count = pad.Count(true);
        if (count == 1)
        {
            (int q, int r, int o) = (padCorner ^ 1, padCorner ^ 2, padCorner ^ 3);
            (Vertex a, Vertex b) = (Cross(padCorner, q), Cross(padCorner, r));
            Add(1, a, At(q), At(o));
            Add(1, a, At(o), b);
            Add(1, b, At(o), At(r));
        }
        else if (count == 3)
        {
            Corner(pad.IndexOf(false));
        }
        else
        {
            int first = pad.IndexOf(false);
            int second = pad.LastIndexOf(false);
            if ((first ^ second) == 3)
            {
                Corner(first);
                Corner(second);
            }
            else
            {
                // Both diagonals by halves, so that a mirror image has the mirrored matrix.
                int across = (first ^ second) ^ 3;
                (Vertex f, Vertex s, Vertex x, Vertex y) = (
                    At(first), At(second), Cross(first ^ across, first), Cross(second ^ across, second));
                Add(0.5, x, f, s);
                Add(0.5, x, s, y);
                Add(0.5, x, f, y);
                Add(0.5, f, s, y);
            }
        }
    }

    /// <summary>Part of the cell's area that is free of the electrode, 0 to 1.</summary>
    public double FreeArea { get; private set; }

    /// <summary>Element (u, v) of the stiffness for a sheet conductance in siemens.</summary>
    public double Stiffness(int u, int v, double xx, double xy, double yy) =>
        xx * _xx[4 * u + v] + xy * _xy[4 * u + v] + yy * _yy[4 * u + v];

    /// <summary>Mean over the cell of the gradient of corner c's function, per metre; zero under the electrode.</summary>
    public (double X, double Y) Gradient(int c) => (_x[c], _y[c]);

    private Vertex At(int corner) => new((corner & 1) * _width, (corner >> 1) * _height, _degree[corner]);

    private Vertex Cross(int from, int to)
    {
        (Vertex p, Vertex f) = (At(from), At(to));
        double t = _crossing(from, to);
        return new Vertex(p.X + t * (f.X - p.X), p.Y + t * (f.Y - p.Y), p.Degree);
    }

    private void Corner(int free) => Add(1, At(free), Cross(free ^ 1, free), Cross(free ^ 2, free));

    // Gradient of the linear function that is 1 at a: (y_b − y_c, x_c − x_b)/2A.
    private void Add(double weight, Vertex a, Vertex b, Vertex c)
    {
        double twice = (b.X - a.X) * (c.Y - a.Y) - (c.X - a.X) * (b.Y - a.Y);
        if (twice == 0)
            return;

        ReadOnlySpan<Vertex> corners = [a, b, c];
        Span<double> gx = [(b.Y - c.Y) / twice, (c.Y - a.Y) / twice, (a.Y - b.Y) / twice];
        Span<double> gy = [(c.X - b.X) / twice, (a.X - c.X) / twice, (b.X - a.X) / twice];
        double area = weight * Math.Abs(twice) / 2;
        FreeArea += area / (_width * _height);
        for (int i = 0; i < 3; i++)
        {
            int u = corners[i].Degree;
            _x[u] += area * gx[i] / (_width * _height);
            _y[u] += area * gy[i] / (_width * _height);
            for (int j = 0; j < 3; j++)
            {
                int at = 4 * u + corners[j].Degree;
                _xx[at] += area * gx[i] * gx[j];
                _xy[at] += area * (gx[i] * gy[j] + gy[i] * gx[j]);
                _yy[at] += area * gy[i] * gy[j];
            }
        }
    }

    private readonly record struct Vertex(double X, double Y, int Degree);
}

using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// Anisotropy of crystal grains with random easy axes u in the plane, e = −½ µ0 Ms H_k (m·u)², H = H_k (m·u) u. Grains are the Voronoi
/// cells of random points. A cell of the mesh that holds n grains has the mean of their tensors u uᵀ, so that grains much smaller than
/// a cell act as little as they do in a real film, where exchange averages over them. A grain goes through the whole thickness.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class GrainAnisotropy<T> : ILocalTerm<T>, IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Points of a cell at which its grains are looked up, along each axis.
    private const int Samples = 4;

    private readonly Ferromagnet _body;
    private readonly T[] _xx, _xy, _yy;

    /// <summary>Makes the term.</summary>
    /// <param name="body">The body.</param>
    /// <param name="size">Mean distance of neighbouring grains in metres; those smaller than a cell count by their mean in it.</param>
    /// <param name="anisotropyField">H_k = 2 Ku/(µ0 Ms) of a grain in A/m (permalloy films: some oersted, 1 Oe = 79.6 A/m).</param>
    /// <param name="seed">Seed of places and axes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size that is not positive, or a field that is not finite.</exception>
    public GrainAnisotropy(Ferromagnet body, double size, double anisotropyField, int seed)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (!(size > 0) || !double.IsFinite(size))
            throw new ArgumentOutOfRangeException(nameof(size), $"Size of grains = {size} m; give a positive value in metres.");
        if (!double.IsFinite(anisotropyField))
        {
            throw new ArgumentOutOfRangeException(
                nameof(anisotropyField), $"Anisotropy field = {anisotropyField} A/m; give a finite value.");
        }

        _body = body;
        Mesh mesh = body.Mesh;
        Voronoi voronoi = new(mesh.Nx * mesh.Dx, mesh.Ny * mesh.Dy, size, seed);
        (_xx, _xy, _yy) = (new T[mesh.CellCount], new T[mesh.CellCount], new T[mesh.CellCount]);
        const double Share = 1.0 / (Samples * Samples);
        for (int c = 0; c < mesh.CellCount; c++)
        {
            (double xx, double xy, double yy) = (0, 0, 0);
            for (int s = 0; s < Samples * Samples; s++)
            {
                double x = (c % mesh.Nx + (s % Samples + 0.5) / Samples) * mesh.Dx;
                double y = (c / mesh.Nx % mesh.Ny + (s / Samples + 0.5) / Samples) * mesh.Dy;
                (double sin, double cos) = Math.SinCos(voronoi.Axis(x, y));
                (xx, xy, yy) = (xx + cos * cos, xy + cos * sin, yy + sin * sin);
            }

            double h = Share * anisotropyField;
            (_xx[c], _xy[c], _yy[c]) = (T.CreateChecked(h * xx), T.CreateChecked(h * xy), T.CreateChecked(h * yy));
        }
    }

    /// <inheritdoc/>
    public string Name => "grains";

    /// <inheritdoc/>
    public string? Kernel => "grains";

    /// <summary>
    /// H_x += xx m_x + xy m_y and H_y += xy m_x + yy m_y with xx, xy, yy = H_k u uᵀ of each cell in A/m, the mean over its grains.
    /// </summary>
    /// <param name="arguments">Receives them.</param>
    public void Describe(KernelArguments<T> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        arguments.Cell("xx", _xx);
        arguments.Cell("xy", _xy);
        arguments.Cell("yy", _yy);
    }

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h) => AddField(m, h, 0, _xx.Length);

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h, int begin, int end)
    {
        int i = begin;
        for (; i + Vector<T>.Count <= end; i += Vector<T>.Count)
        {
            Vector<T> x = new(m.X, i), y = new(m.Y, i), xy = new(_xy, i);
            (new Vector<T>(h.X, i) + new Vector<T>(_xx, i) * x + xy * y).CopyTo(h.X, i);
            (new Vector<T>(h.Y, i) + xy * x + new Vector<T>(_yy, i) * y).CopyTo(h.Y, i);
        }

        for (; i < end; i++)
        {
            h.X[i] += _xx[i] * m.X[i] + _xy[i] * m.Y[i];
            h.Y[i] += _xy[i] * m.X[i] + _yy[i] * m.Y[i];
        }
    }

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e)
    {
        for (int c = 0; c < _xx.Length; c++)
            e.Values[c] += T.CreateChecked(Density(m, c));
    }

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => Enumerable.Range(0, _xx.Length).Sum(c => Density(m, c)) * _body.Mesh.CellVolume;

    private double Density(VectorField<T> m, int c)
    {
        (double x, double y) = (double.CreateChecked(m.X[c]), double.CreateChecked(m.Y[c]));
        (double xx, double xy, double yy) = (double.CreateChecked(_xx[c]), double.CreateChecked(_xy[c]), double.CreateChecked(_yy[c]));
        double square = xx * x * x + 2 * xy * x * y + yy * y * y;
        return -0.5 * PhysicalConstants.Mu0 * _body.MsOf(c) * square;
    }

    // One random point in each square of a lattice: the nearest one lies in the 5 × 5 squares around.
    private sealed class Voronoi
    {
        private const int Reach = 2;
        private readonly double _pitch;
        private readonly int _columns, _rows;
        private readonly (double X, double Y, double Axis)[] _points;

        public Voronoi(double width, double height, double pitch, int seed)
        {
            Random random = new(seed);
            _pitch = pitch;
            (_columns, _rows) = ((int)Math.Ceiling(width / pitch), (int)Math.Ceiling(height / pitch));
            _points = new (double, double, double)[_columns * _rows];
            for (int k = 0; k < _points.Length; k++)
            {
                double x = (k % _columns + random.NextDouble()) * pitch, y = (k / _columns + random.NextDouble()) * pitch;
                _points[k] = (x, y, Math.PI * random.NextDouble());
            }
        }

        public double Axis(double x, double y)
        {
            (int column, int row) = ((int)(x / _pitch), (int)(y / _pitch));
            (double nearest, double axis) = (double.PositiveInfinity, 0);
            for (int r = Math.Max(0, row - Reach); r <= Math.Min(_rows - 1, row + Reach); r++)
            {
                for (int k = Math.Max(0, column - Reach); k <= Math.Min(_columns - 1, column + Reach); k++)
                {
                    (double px, double py, double a) = _points[r * _columns + k];
                    double distance = (px - x) * (px - x) + (py - y) * (py - y);
                    (nearest, axis) = distance < nearest ? (distance, a) : (nearest, axis);
                }
            }

            return axis;
        }
    }
}

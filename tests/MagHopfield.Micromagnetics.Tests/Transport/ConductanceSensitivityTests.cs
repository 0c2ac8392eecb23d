using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Micromagnetics.Tests.Transport;

public class ConductanceSensitivityTests
{
    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(0, 3, false)]
    [InlineData(2, 2, false)]
    [InlineData(3, 1, true)]
    public void The_slope_of_G_with_m_of_every_cell_is_that_of_finite_differences(int i, int j, bool disk)
    {
        // Central differences of steps h and 2h, (4 D(h) − D(2h))/3: what is left is of order h⁴.
        const double Step = 0.02;
        Film film = new(disk);
        (double[] x, double[] y) = film.Sensitivity(i, j);
        double largest = x.Concat(y).Max(Math.Abs);
        for (int c = 0; c < x.Length; c++)
        {
            Assert.Equal(Slope(film.Mx, c), x[c], 1e-6 * largest);
            Assert.Equal(Slope(film.My, c), y[c], 1e-6 * largest);
        }

        double Slope(double[] component, int c)
        {
            return (4 * Central(Step) - Central(2 * Step)) / 3;

            double Central(double h)
            {
                double value = component[c];
                component[c] = value + h;
                double up = film.Conductance(i, j);
                component[c] = value - h;
                double down = film.Conductance(i, j);
                component[c] = value;
                return (up - down) / (2 * h);
            }
        }
    }

    [Fact]
    public void The_slope_along_a_random_change_of_the_whole_texture_is_met_to_a_millionth()
    {
        Film film = new(true);
        (double[] x, double[] y) = film.Sensitivity(0, 2);
        (double[] dx, double[] dy) = Sheets.RandomTexture(x.Length, 12);
        double expected = x.Zip(dx, (s, d) => s * d).Sum() + y.Zip(dy, (s, d) => s * d).Sum();
        double slope = (4 * Central(0.01) - Central(0.02)) / 3;
        Assert.Equal(slope, expected, 1e-6 * Math.Abs(slope));

        double Central(double h)
        {
            double up = Moved(h);
            return (up - Moved(-h)) / (2 * h);
        }

        double Moved(double h)
        {
            for (int c = 0; c < dx.Length; c++)
            {
                film.Mx[c] += h * dx[c];
                film.My[c] += h * dy[c];
            }

            double g = film.Conductance(0, 2);
            for (int c = 0; c < dx.Length; c++)
            {
                film.Mx[c] -= h * dx[c];
                film.My[c] -= h * dy[c];
            }

            return g;
        }
    }

    private sealed class Film
    {
        private const double Thickness = 50e-9;
        private readonly ConductorGrid _grid;
        private readonly ConductorSolver _solver;
        private readonly AnisotropicMagnetoresistance _amr = new(new TransportParameters(5e6, 0.08), Thickness);
        private readonly SheetConductance _sheet;

        public Film(bool disk)
        {
            FilmGeometry geometry = new(5e-6, 4e-6, Thickness, 14, 13, disk ? new EllipseShape(2.5e-6, 2e-6, 2.5e-6, 2e-6) : null);
            double at = disk ? 0.8e-6 : 0;
            _grid = new ConductorGrid(geometry,
            [
                new("1", new DiskShape(at, 4e-6 - at, 0.7e-6)), new("2", new DiskShape(5e-6 - at, 4e-6 - at, 0.7e-6)),
                new("3", new DiskShape(at, at, 0.7e-6)), new("4", new DiskShape(5e-6 - at, at, 0.7e-6)),
            ]);
            _solver = new ConductorSolver(_grid, 1e-12);
            _sheet = new SheetConductance(_grid.Cells.Length);
            (Mx, My) = Sheets.RandomTexture(_grid.Cells.Length, 3);
        }

        public double[] Mx { get; }

        public double[] My { get; }

        public double Conductance(int i, int j)
        {
            _amr.Fill<double>(_grid, Mx, My, _sheet);
            return _solver.Solve(_sheet)[i, j];
        }

        public (double[] X, double[] Y) Sensitivity(int i, int j)
        {
            double[] u = new double[4];
            double[] v = new double[4];
            (u[i], v[j]) = (1, 1);
            Conductance(i, j);
            SheetConductance toSheet = new(_grid.Cells.Length);
            ConductanceSensitivity.Fill(_solver, u, v, toSheet);
            double[] x = new double[Mx.Length];
            double[] y = new double[Mx.Length];
            _amr.Differentiate<double>(_grid, Mx, My, toSheet, x, y);
            return (x, y);
        }
    }
}

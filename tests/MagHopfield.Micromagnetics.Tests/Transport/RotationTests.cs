using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Shared;

namespace MagHopfield.Micromagnetics.Tests.Transport;

/// <summary>
/// Film, electrodes and texture turned together by 45°: a mesh that does not turn sees another problem, whose answer must be the same.
/// </summary>
public class RotationTests
{
    private const double Side = 5e-6;
    private const double Thickness = 55.8e-9;

    [Fact]
    public void Turning_a_square_film_by_45_degrees_changes_no_element_once_the_mesh_is_fine() =>
        AssertConverges(SquareTurns, (50, 1.5e-3), (100, 6e-4), (200, 1e-4));

    [Fact]
    public void Turning_a_disk_by_45_degrees_changes_no_element_once_the_mesh_is_fine() =>
        AssertConverges(DiskTurns, (50, 1.2e-3), (100, 4e-4), (200, 8e-5));

    private static void AssertConverges(
        Func<int, (ConductanceMatrix, ConductanceMatrix)> turn, params ReadOnlySpan<(int Cells, double Tolerance)> meshes)
    {
        foreach ((int cells, double tolerance) in meshes)
        {
            (ConductanceMatrix upright, ConductanceMatrix turned) = turn(cells);
            for (int i = 0; i < 4; i++)
            {
                for (int j = i; j < 4; j++)
                    Assert.Equal(upright[i, j], turned[i, j], tolerance * Math.Abs(upright[i, j]));
            }

            // The texture is uneven enough that no other assignment of the electrodes would pass.
            Assert.True(Math.Abs((upright[0, 1] / upright[1, 2]) - 1) > 0.01);
        }
    }

    private static (ConductanceMatrix Upright, ConductanceMatrix Turned) SquareTurns(int cells)
    {
        double diagonal = Side * Math.Sqrt(2);
        double middle = diagonal / 2;
        int across = (int)Math.Round(cells * Math.Sqrt(2));
        PolygonShape diamond = new([(middle, 0), (diagonal, middle), (middle, diagonal), (0, middle)]);
        return (
            Conductance(new FilmGeometry(Side, Side, Thickness, cells, cells), middle, 0.5e-6, Math.PI / 4, 0),
            Conductance(
                new FilmGeometry(diagonal, diagonal, Thickness, across, across, diamond), middle, 0.5e-6, Math.PI / 4, Math.PI / 4));
    }

    private static (ConductanceMatrix Upright, ConductanceMatrix Turned) DiskTurns(int cells)
    {
        FilmGeometry disk = new(Side, Side, Thickness, cells, cells, new EllipseShape(Side / 2, Side / 2, Side / 2, Side / 2));
        return (Conductance(disk, 0.4 * Side, 0.4e-6, 0.3, 0), Conductance(disk, 0.4 * Side, 0.4e-6, 0.3, Math.PI / 4));
    }

    // Four round pads on a circle about the middle of the box, the first at the angle start, and a smooth texture, both turned.
    private static ConductanceMatrix Conductance(FilmGeometry geometry, double distance, double radius, double start, double turn)
    {
        (double centreX, double centreY) = (geometry.Width / 2, geometry.Height / 2);
        ConductorGrid grid = new(geometry, [.. Enumerable.Range(0, 4).Select(k =>
        {
            (double sin, double cos) = Math.SinCos(start + turn + (k * Math.PI / 2));
            return new Electrode($"{k + 1}", new DiskShape(centreX + (distance * cos), centreY + (distance * sin), radius));
        })]);
        double[] mx = new double[grid.Cells.Length];
        double[] my = new double[mx.Length];
        (double s, double c) = Math.SinCos(turn);
        for (int k = 0; k < mx.Length; k++)
        {
            double x = ((((k % geometry.CellsX) + 0.5) * geometry.CellX) - centreX) / (Side / 2);
            double y = ((((k / geometry.CellsX) + 0.5) * geometry.CellY) - centreY) / (Side / 2);
            (my[k], mx[k]) = Math.SinCos(Angle((c * x) + (s * y), (c * y) - (s * x)) + turn);
        }

        return new ConductorSolver(grid).Solve(Sheets.From(grid, new TransportParameters(5e6, 0.3), Thickness, mx, my));

        static double Angle(double x, double y) => 1 + (2.5 * x) + (1.5 * Math.Sin(3 * y)) - (x * y);
    }
}

using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Papers.Niu2024.Spread;
using MagHopfield.Store;

namespace MagHopfield.Papers.Niu2024.Tests.Spread;

public class SpreadTests
{
    private static readonly SpreadParameters Quick = new() { PulseTime = 1e-9, Retention = 1e-9 };

    [Fact]
    public void An_index_is_always_the_same_device_and_another_index_another_one()
    {
        FilmParameters a = RandomDevice.Make(
            CoarseFilm.Parameters,
            Quick,
            3), b = RandomDevice.Make(CoarseFilm.Parameters, Quick, 3), c = RandomDevice.Make(CoarseFilm.Parameters, Quick, 4);
        Assert.Equal((a.Transport, a.Magnetism, a.Electrodes[0]), (b.Transport, b.Magnetism, b.Electrodes[0]));
        Assert.NotEqual(a.Electrodes[0], c.Electrodes[0]);
        Assert.NotEqual(a.Magnetism.Grains, c.Magnetism.Grains);
        Assert.NotEqual(a.Electrodes[0], a.Terminals[0]);
    }

    [Fact]
    public void An_interrupted_run_takes_up_its_devices_and_not_those_of_another()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        CancellationToken stop = TestContext.Current.CancellationToken;
        SpreadResult first = Run(Quick, 1), more = Run(Quick, 2);
        Assert.Equal(2, more.Devices.Count);
        Assert.Equal(first.Devices[0].Margins[1], more.Devices[0].Margins[1]);
        Assert.Equal(new Niu2024Spread(CoarseFilm.Parameters, Quick).Device(1, stop).Measured[0], more.Devices[1].Measured[0]);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
        Assert.NotEqual(first.Devices[0].Margins[1], Run(Quick with { Voltage = 4 }, 1).Devices[0].Margins[1]);
        Directory.Delete(folder, true);

        SpreadResult Run(SpreadParameters spread, int devices) =>
            new Niu2024Spread(CoarseFilm.Parameters, spread).Run(devices, 1, new ResultStore(folder, new ProgramBuild("test")), null, stop);
    }

    [Fact]
    public void A_device_has_the_outline_of_its_drawing_with_rough_edges()
    {
        FilmParameters drawing = CoarseFilm.Parameters;
        double w = drawing.Geometry.Width, h = drawing.Geometry.Height;
        double far = 1.01 * (5 * Quick.EdgeRoughness);
        PlaneShape?[] outlines =
        [
            null,
            new PolygonShape([(0, 0), (w, 0), (w, 0.7 * h), (0.7 * w, h), (0, h)]),
            new PolygonShape([(0, h), (0.7 * w, h), (w, 0.7 * h), (w, 0), (0, 0)]),
            new EllipseShape(w / 2, h / 2, w / 2, h / 2),
        ];
        foreach (PlaneShape? outline in outlines)
        {
            FilmParameters film = drawing with { Geometry = drawing.Geometry with { Outline = outline } };
            FilmGeometry device = RandomDevice.Make(film, Quick, 0).Geometry;
            int lost = 0, near = 0;
            for (int iy = 0; iy < 200; iy++)
            {
                for (int ix = 0; ix < 200; ix++)
                {
                    (double x, double y) = ((ix + 0.5) / 200 * w, (iy + 0.5) / 200 * h);
                    bool drawn = film.Geometry.Contains(x, y);
                    bool inner = drawn && ((double, double)[])[(far, 0), (-far, 0), (0, far), (0, -far)] is var around
                        && around.All(d => film.Geometry.Contains(x + d.Item1, y + d.Item2));
                    Assert.True(drawn || !device.Contains(x, y), $"{outline}: ({x}, {y}) is outside the drawing");
                    Assert.True(!inner || device.Contains(x, y), $"{outline}: ({x}, {y}) is far inside the drawing");
                    near += drawn && !inner ? 1 : 0;
                    lost += drawn && !device.Contains(x, y) ? 1 : 0;
                }
            }

            // The mean depth is 1.5 times the roughness, of the 5 times that were looked at.
            Assert.InRange((double)lost / near, 0.1, 0.6);
        }
    }

    [Fact]
    public void A_box_is_as_rough_as_the_polygon_of_its_corners()
    {
        FilmParameters box = CoarseFilm.Parameters;
        double w = box.Geometry.Width, h = box.Geometry.Height;
        FilmParameters polygon = box with { Geometry = box.Geometry with { Outline = new PolygonShape([(0, 0), (w, 0), (w, h), (0, h)]) } };
        Assert.Equal(Corners(box), Corners(polygon));

        static IReadOnlyList<(double, double)> Corners(FilmParameters film) =>
            ((PolygonShape)RandomDevice.Make(film, Quick, 2).Geometry.Outline!).Corners;
    }

    [Fact]
    public void Two_films_with_different_corners_do_not_share_devices()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        CancellationToken stop = TestContext.Current.CancellationToken;
        FilmParameters film = CoarseFilm.Parameters;
        double w = film.Geometry.Width, h = film.Geometry.Height;

        // A notch in the middle of the upper edge, away from the electrodes.
        PolygonShape Notched(double depth) =>
            new([(0, 0), (w, 0), (w, h), (0.65 * w, h), (0.5 * w, (1 - depth) * h), (0.35 * w, h), (0, h)]);
        double[] margins =
            [
                .. ((double[])[0.2, 0.2, 0.4]).Select(
                    depth => Margin(film with { Geometry = film.Geometry with { Outline = Notched(depth) } })),
            ];
        Assert.Equal(margins[0], margins[1]);
        Assert.NotEqual(margins[0], margins[2]);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
        Directory.Delete(folder, true);

        double Margin(FilmParameters cut) =>
            new Niu2024Spread(cut, Quick).Run(1, 1, new ResultStore(folder, new ProgramBuild("test")), null, stop).Devices[0].Margins[0][0];
    }

    [Theory]
    [InlineData(100, 100, 0.963, 1)]
    [InlineData(50, 100, 0.404, 0.596)]
    public void The_interval_of_a_rate_is_Wilsons(int successes, int tries, double low, double high)
    {
        (double a, double b) = SpreadResult.Interval(successes, tries);
        Assert.Equal(low, a, 1e-3);
        Assert.Equal(high, b, 1e-3);
    }
}

using MagHopfield.Experiments.Niu2024;
using MagHopfield.Film.Parameters;

namespace MagHopfield.Experiments.Tests.Niu2024;

public class SpreadTests
{
    private static readonly SpreadParameters Quick = new() { PulseTime = 1e-9, Retention = 1e-9 };

    [Fact]
    public void An_index_is_always_the_same_device_and_another_index_another_one()
    {
        FilmParameters a = RandomDevice.Make(CoarseFilm.Parameters, Quick, 3), b = RandomDevice.Make(CoarseFilm.Parameters, Quick, 3), c = RandomDevice.Make(CoarseFilm.Parameters, Quick, 4);
        Assert.Equal((a.Transport, a.Magnetism, a.Electrodes[0]), (b.Transport, b.Magnetism, b.Electrodes[0]));
        Assert.NotEqual(a.Electrodes[0], c.Electrodes[0]);
        Assert.NotEqual(a.Magnetism.Grains, c.Magnetism.Grains);
        Assert.NotEqual(a.Electrodes[0], a.Terminals[0]);
    }

    [Fact]
    public void An_interrupted_run_takes_up_its_devices_and_refuses_those_of_another()
    {
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "devices.tsv");
        CancellationToken stop = TestContext.Current.CancellationToken;
        SpreadResult first = new Niu2024Spread(CoarseFilm.Parameters, Quick).Run(1, 1, path, null, stop);
        File.AppendAllText(path, "1\t0.05\tcut off");
        SpreadResult more = new Niu2024Spread(CoarseFilm.Parameters, Quick).Run(2, 1, path, null, stop);
        Assert.Equal(2, more.Devices.Count);
        Assert.Equal(first.Devices[0].Margins[1], more.Devices[0].Margins[1]);
        Assert.Equal(new Niu2024Spread(CoarseFilm.Parameters, Quick).Device(1, stop).Measured[0], more.Devices[1].Measured[0]);
        Assert.Throws<IOException>(() => new Niu2024Spread(CoarseFilm.Parameters, Quick with { Voltage = 4 }).Run(1, 1, path, null, stop));
        Directory.Delete(Path.GetDirectoryName(path)!, true);
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

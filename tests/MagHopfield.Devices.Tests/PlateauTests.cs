using CsCheck;
using MagHopfield.Shared;

namespace MagHopfield.Devices.Tests;

public class PlateauTests
{
    private static readonly ConductanceMatrix Load = ConductanceMatrix.FromPairs(2, [-1]);

    [Fact]
    public void A_pulse_is_one_plateau_of_its_width_to_the_bit() =>
        Gen.Select(Gen.Double[1e-9, 1e-3], Gen.Double[0, 1]).Sample((width, share) =>
        {
            Plateau pulse = Assert.Single(Plateau.Of(new VoltageDrive(Waveform.Pulse([3, -3], width, share * width)), Load));
            Assert.Equal((width, share * width), (pulse.Width, pulse.Rise));
            Assert.Equal([3, -3], pulse.Voltages);
        });

    [Fact]
    public void Voltage_times_width_sums_to_the_area_of_any_waveform() =>
        Gen.Select(Gen.Double[0, 1e-6].Array[1, 8], Gen.Int[-2, 2].Array[9]).Sample((steps, values) =>
        {
            double[] corners = [0, .. steps.Select((_, i) => steps.Take(i + 1).Sum())];
            if (corners[^1] == 0)
                return;

            VoltageDrive drive = new(new Waveform(corners, [.. corners.Select((_, i) => new[] { values[i], -(double)values[i] })]));
            double area = steps.Select((step, i) => step * (values[i] + values[i + 1]) / 2).Sum();
            Assert.Equal(area, Plateau.Of(drive, Load).Sum(p => p.Voltages[0] * p.Width), 1e-6 * 1e-6 * steps.Length);
        });

    [Fact]
    public void Between_two_pulses_nothing_is_counted()
    {
        VoltageDrive two = new(new Waveform([0, 1, 1, 3, 3, 4], [[1.0, 0], [1.0, 0], [0.0, 0], [0.0, 0], [0.0, 2], [0.0, 2]]));
        Assert.Equal([1.0, 1.0], Plateau.Of(two, Load).Select(p => p.Width));
    }
}

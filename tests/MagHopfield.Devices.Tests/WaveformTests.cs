using CsCheck;

namespace MagHopfield.Devices.Tests;

public class WaveformTests
{
    [Fact]
    public void A_pulse_is_half_as_high_at_both_ends_of_its_width()
    {
        Waveform pulse = Waveform.Pulse([4.0, -2.0], 10e-9, 2e-9);
        Assert.Equal([2, -1], At(pulse, 0, 1e-9), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([2, -1], At(pulse, 2, 11e-9), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([4, -2], At(pulse, 1, 5e-9));
        Assert.Equal([0, 0], At(pulse, 2, 12e-9));
    }

    [Fact]
    public void At_its_corners_a_waveform_has_their_values_to_the_bit() =>
        Gen.Select(Gen.Double[1e-12, 1e-6].Array[1, 6], Gen.Double[-10, 10].Array[14]).Sample((steps, values) =>
        {
            double[] corners = [0, .. steps.Select((_, i) => steps.Take(i + 1).Sum())];
            Waveform waveform = new(corners, [.. corners.Select((_, i) => new[] { values[2 * i], values[(2 * i) + 1] })]);
            for (int s = 0; s + 1 < corners.Length; s++)
            {
                Assert.Equal([values[2 * s], values[(2 * s) + 1]], At(waveform, s, corners[s]));
                Assert.Equal([values[(2 * s) + 2], values[(2 * s) + 3]], At(waveform, s, corners[s + 1]));
            }
        });

    [Fact]
    public void A_jump_has_two_sides()
    {
        Waveform step = new([0, 1e-9, 1e-9, 2e-9], [[1.0], [1.0], [3.0], [3.0]]);
        Assert.Equal([1], At(step, 0, 1e-9));
        Assert.Equal([3], At(step, 2, 1e-9));
    }

    [Theory]
    [InlineData(new[] { 0.0 }, "two corners or more")]
    [InlineData(new[] { 1.0, 2 }, "the first at 0 s")]
    [InlineData(new[] { 0.0, 2, 1 }, "that ascend")]
    [InlineData(new[] { 0.0, double.NaN }, "that ascend")]
    [InlineData(new[] { 0.0, 0 }, "give it a duration")]
    public void Corners_that_make_no_waveform_are_refused(double[] corners, string reason) =>
        Assert.Contains(
            reason, Assert.Throws<ArgumentException>(() => new Waveform(corners, [.. corners.Select(_ => new[] { 1.0 })])).Message);

    [Fact]
    public void Values_that_make_no_waveform_are_refused()
    {
        Assert.Contains("as many at each", Assert.Throws<ArgumentException>(() => new Waveform([0, 1], [[1.0], [1.0, 2.0]])).Message);
        Assert.Contains("not finite", Assert.Throws<ArgumentException>(() => new Waveform([0, 1], [[1.0], [double.NaN]])).Message);
    }

    [Theory]
    [InlineData(0, 0, "positive time")]
    [InlineData(double.NaN, 0, "positive time")]
    [InlineData(1e-9, 1.1e-9, "0 to the pulse width")]
    [InlineData(1e-9, -1e-12, "0 to the pulse width")]
    public void No_such_pulse(double width, double rise, string reason) =>
        Assert.Contains(reason, Assert.Throws<ArgumentOutOfRangeException>(() => Waveform.Pulse([1.0], width, rise)).Message);

    private static double[] At(Waveform waveform, int segment, double time)
    {
        double[] values = new double[waveform.Count];
        waveform.At(segment, time, values);
        return values;
    }
}

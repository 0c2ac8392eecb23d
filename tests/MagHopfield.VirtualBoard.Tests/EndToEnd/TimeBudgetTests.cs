using System.Diagnostics;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.VirtualBoard.Tests.EndToEnd;

/// <summary>Where the time of a measurement goes, in simulated time of the board: conversions, frames on the bus, waiting.</summary>
public class TimeBudgetTests
{
    [Theory]
    [InlineData(MeasurementScheme.Seven)]
    [InlineData(MeasurementScheme.Kelvin)]
    public void Conversions_take_most_of_a_measurement_and_the_bus_a_tenth_at_most(MeasurementScheme scheme)
    {
        BoardParameters parameters = new();
        using BoardModel board = new(StubFilm.Niu2024(), parameters);
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        instrument.MeasureConductance(1, scheme);
        int frames = 0;
        double bus = 0;
        board.DisturbWire((_, _, fromMaster, bytes) =>
        {
            frames += fromMaster ? 1 : 0;
            bus += fromMaster ? (8.0 * bytes.Length / parameters.Spi.MeasureClock) + parameters.Spi.FrameGap : 0;
        });
        Stopwatch wall = Stopwatch.StartNew();
        ConductanceMeasurement measured = instrument.MeasureConductance(1, scheme);
        double seconds = wall.Elapsed.TotalSeconds;
        double total = measured.DurationMicroseconds * 1e-6;

        // Sinc3 at FS = 32 settles in 3 · 32 · 32/614 400 Hz.
        double conversions = measured.ReadingCount * 0.005;
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{scheme}: {measured.ReadingCount} readings {conversions:F3} s, {frames} frames {bus * 1e3:F1} ms, waiting "
            + $"{(total - conversions - bus) * 1e3:F1} ms, total {total:F3} s; on this machine {seconds * 1e3:F1} ms with the chips");
        Assert.InRange(conversions / total, 0.8, 1);
        Assert.InRange(bus / total, 0, 0.1);
        Assert.InRange(total - conversions - bus, 0, 0.2 * total);
    }
}

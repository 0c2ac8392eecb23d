using MagHopfield.Bench.Instrument;
using MagHopfield.Instrument.Measure;

namespace MagHopfield.Bench.Tests;

public class InstrumentBenchmarkTests
{
    private readonly InstrumentBenchmark _benchmark = new(0.01, CancellationToken.None);

    [Theory]
    [InlineData(MeasurementScheme.Seven, 115)]
    [InlineData(MeasurementScheme.Kelvin, 39)]
    public void A_measurement_is_repeated_from_the_tape_of_its_chips_and_its_parts_add_up_to_less_than_a_second(
        MeasurementScheme scheme, int readings)
    {
        MeasurementRow row = _benchmark.Measure(scheme);
        Assert.Equal(readings, row.Readings);
        Assert.Equal(0.005 * readings, row.Conversion, 1e-9);
        Assert.InRange(row.Waiting, 0, 0.1 * row.BoardTime);
        Assert.InRange(row.BoardTime, row.Conversion, 1);
        Assert.True(row.Code > 0);
    }

    [Fact]
    public void A_synchronous_recall_of_64_nodes_takes_less_than_a_second_at_100_000_multiply_adds_a_second()
    {
        RecallCost row = _benchmark.Recall(64);
        Assert.Equal(64L * 63 * row.Rounds, row.Operations);
        Assert.InRange(row.SecondsAt(InstrumentBenchmark.InterpreterRate), 0.04, 1);
        Assert.Equal(12L * _benchmark.Recall(4).Rounds, _benchmark.Recall(4).Operations);
    }
}

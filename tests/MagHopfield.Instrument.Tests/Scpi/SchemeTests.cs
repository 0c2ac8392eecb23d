using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Tests.Fakes;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Tests.Scpi;

/// <summary>All splits of the nodes for up to 4 of them, one source and one sink at a time from 5 on, unless another is named.</summary>
public class SchemeTests
{
    [Theory]
    [InlineData(2, "SEV")]
    [InlineData(4, "SEV")]
    [InlineData(5, "KELV")]
    [InlineData(9, "KELV")]
    [InlineData(16, "KELV")]
    [InlineData(17, "KELV")]
    public void The_default_is_the_one_that_takes_seconds(int nodes, string scheme)
    {
        Bench bench = new(nodes);
        Assert.Equal(scheme, bench.Do("SCH?"));
        Assert.Equal(scheme, bench.Do("SCH SEV;*RST;*WAI;:SCH?"));
    }

    [Fact]
    public void A_script_or_a_saved_state_that_names_SEVen_keeps_it()
    {
        Bench bench = new(5);
        bench.Board.Circuit.Film = Film(5);
        bench.Do("SCH SEV;:INIT;*WAI;:MEM:SAVE;*WAI");
        Assert.Equal(MeasurementScheme.Seven, bench.Instrument.LastMeasurement!.Scheme);
        Bench next = new(5, bench.Flash);
        Assert.Equal("SEV", next.Do("SCH?"));
    }

    [Theory]
    [InlineData(4, MeasurementScheme.Seven)]
    [InlineData(6, MeasurementScheme.Kelvin)]
    public void A_measurement_without_SCPI_takes_the_same_default(int nodes, MeasurementScheme scheme)
    {
        FakeBoard board = new(nodes);
        board.Circuit.Film = Film(nodes);
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        Assert.Equal(scheme, instrument.MeasureConductance(1).Scheme);
    }

    private static ConductanceMatrix Film(int nodes) =>
        ConductanceMatrix.FromPairs(nodes, [.. Enumerable.Repeat(-0.2 / nodes, nodes * (nodes - 1) / 2)]);
}

using MagHopfield.BoardStudies.EndToEnd;
using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.Film.Learning;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Chips;

namespace MagHopfield.BoardStudies.Tests.EndToEnd;

/// <summary>
/// The cross-check passes because the instrument really measured: break a chip or a part of the board on purpose, and either the
/// instrument stops and names what is wrong, or, where it cannot know, the cross-check fails.
/// </summary>
public class BrokenBoardTests
{
    // Lifts the instrument's own check that its wiring geometries agree, to see what the cross-check makes of the numbers.
    private const double NoConsistencyCheck = 1e6;

    [Fact]
    public void Two_swapped_sense_bits_lock_pulses_and_are_named_by_a_measurement_even_with_the_consistency_check_lifted()
    {
        EndToEndParameters swapped = CoarseFilm.With(
            new ChipDefects { SwappedSwitchBits = [new("SW2", 2, 3)] }) with
        { ConsistencyLimit = NoConsistencyCheck };
        Assert.Contains("SW3 or SW5 of a node does not open", Assert.Throws<PulseLockedException>(() => CoarseFilm.Run(swapped)).Message);
        using BoardModel board = new(new MicromagneticFilm(swapped.Film), swapped.Board);
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings { MaximumGroupDeviation = NoConsistencyCheck });
        instrument.Initialise();
        MeasurementException e = Assert.Throws<MeasurementException>(() => instrument.MeasureConductance(1));
        Assert.Contains("wrong way round", e.Message);
        Assert.Contains("lectrode 2", e.Message);
    }

    [Fact]
    public void A_shunt_off_by_a_fifth_of_a_percent_is_found_by_its_calibration_and_does_no_harm()
    {
        ChipDefects shunt = new() { WrongShunts = [new(Node: 1, Ohms: 50.1)] };
        EndToEndResult result = CoarseFilm.Run(CoarseFilm.With(shunt));
        Assert.Equal(1.002, result.Shunts.Ratios[1], 3e-4);
        Assert.All(result.Trainings, t => Assert.True(t.CrossCheck.Passes));
    }

    [Fact]
    public void A_shunt_off_by_two_percent_stops_the_instrument()
    {
        ChipDefects shunt = new() { WrongShunts = [new(Node: 1, Ohms: 51)] };
        MeasurementException e = Assert.Throws<MeasurementException>(() => CoarseFilm.Run(CoarseFilm.With(shunt)));
        Assert.Contains("shunt of node 2", e.Message);
    }

    [Fact]
    public void An_R_REF_off_by_a_fifth_of_a_percent_fails_the_cross_check_in_every_element()
    {
        EndToEndParameters parameters = CoarseFilm.Parameters;
        EndToEndResult result = CoarseFilm.Run(parameters with
        {
            Board = parameters.Board with { Analog = parameters.Board.Analog with { ReferenceResistance = 50.1 } },
        });
        Assert.All(result.Trainings, t => Assert.All(t.CrossCheck.Rows, r => Assert.False(r.Passes)));
        Assert.All(result.Trainings, t => Assert.All(t.CrossCheck.Rows, r => Assert.Equal(0.002, Math.Abs(r.RelativeError), 5e-4)));
    }

    [Fact]
    public void A_bridge_between_two_electrodes_fails_the_cross_check()
    {
        ChipDefects bridge = new() { ShortedElectrodes = [new(First: 0, Second: 1, Ohms: 5)] };
        EndToEndResult result = CoarseFilm.Run(CoarseFilm.With(bridge));
        Assert.All(result.Trainings, t => Assert.False(t.CrossCheck.Rows.Single(r => r.Pair == "12").Passes));
    }

    [Theory]
    [InlineData(0, 1, "SW2 of node 2")]
    [InlineData(2, 3, "SW3 or SW5 of a node does not open")]
    [InlineData(3, 5, "R_REF")]
    public void Two_swapped_switch_bits_stop_the_instrument(int bitA, int bitB, string named)
    {
        ChipDefects swapped = new() { SwappedSwitchBits = [new("SW2", bitA, bitB)] };
        Exception e = Assert.ThrowsAny<Exception>(() => CoarseFilm.Run(CoarseFilm.With(swapped)));
        Assert.True(e is MeasurementException or PulseLockedException, e.ToString());
        Assert.Contains(named, e.Message);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, -1)]
    [InlineData(1, 1)]
    [InlineData(1, -1)]
    [InlineData(2, 1)]
    [InlineData(2, -1)]
    public void A_wrong_gain_code_stops_the_instrument(int setup, int steps)
    {
        ChipDefects gain = new() { WrongGainCodes = [new(setup, steps)] };
        MeasurementException e = Assert.Throws<MeasurementException>(() => CoarseFilm.Run(CoarseFilm.With(gain)));
        Assert.Contains("gain", e.Message);
    }
}

using System.Device.Gpio;
using System.Device.Spi;
using MagHopfield.Hardware.Dummy;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Spi;
using MagHopfield.RaspberryPi.Head;
using MagHopfield.RaspberryPi.StandIn;
using MagHopfield.RaspberryPi.Wiring;

namespace MagHopfield.RaspberryPi.Tests;

public sealed class OpeningTests
{
    public static TheoryData<string> Models => [PiModel.Pi4.Name, PiModel.Pi5.Name];

    [Theory]
    [MemberData(nameof(Models))]
    public void The_board_measures_on_both_machines_with_one_wiring(string name)
    {
        PiModel model = name == PiModel.Pi4.Name ? PiModel.Pi4 : PiModel.Pi5;
        using StandInPi pi = new(DummyFilm.Nominal, model: model);
        using RaspberryPiBoard board = new(pi, model, pi.BufferBytes, pi.Board.Clock);
        using Instrument.HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        Assert.True(instrument.IsReady);
        Assert.Empty(pi.Faults);
    }

    [Fact]
    public void The_DAC_is_cleared_before_anything_else_and_no_select_ever_falls()
    {
        using StandInPi pi = new(DummyFilm.Nominal);
        List<(int, PinValue)> moves = [];
        pi.Pins.LevelChanged += (pin, level) => moves.Add((pin, level));
        using RaspberryPiBoard board = new(pi, pi.Model, pi.BufferBytes, pi.Board.Clock);
        Assert.Equal((PiPins.DacClear, PinValue.Low), pi.Pins.Outputs[0]);
        Assert.All(pi.Pins.Outputs.Skip(1), output => Assert.Equal(PinValue.High, output.Level));
        Assert.Empty(moves);
        Assert.Empty(pi.Frames);
    }

    [Fact]
    public void Each_bus_has_the_mode_and_the_clock_of_its_chips()
    {
        using StandInPi pi = new(DummyFilm.Nominal);
        Recorder recorder = new(pi);
        using RaspberryPiBoard board = new(recorder, pi.Model, pi.BufferBytes, pi.Board.Clock);
        Assert.Equal(
            [(0, SpiMode.Mode1, 1_000_000), (6, SpiMode.Mode3, 5_000_000), (4, SpiMode.Mode1, 1_000_000), (3, SpiMode.Mode0, 2_400_000)],
            recorder.Opened.Select(s => (s.BusId, s.Mode, s.ClockFrequency)));

        // Two openings of one device file would share the mode of the later.
        Assert.Equal(recorder.Opened.Count, recorder.Opened.Select(s => s.BusId).Distinct().Count());
    }

    [Fact]
    public void A_gate_that_is_high_at_the_start_keeps_the_head_from_starting()
    {
        using StandInPi pi = new(DummyFilm.Nominal) { PulseOpened = bus => bus.StuckHigh = true };
        ChipException e = Assert.Throws<ChipException>(() => new RaspberryPiBoard(pi, pi.Model, pi.BufferBytes, pi.Board.Clock));
        Assert.Contains("low at rest", e.Message);
        Assert.Empty(pi.Frames);
        Assert.Equal([PiPins.DacClear], pi.Pins.Outputs.Select(output => output.Pin));
    }

    [Fact]
    public void A_pin_that_another_program_has_is_named_with_its_net_and_how_to_free_it()
    {
        using StandInPi pi = new(DummyFilm.Nominal);
        pi.Pins.Taken.Add(PiPins.NodeSwitchSelect(1));
        IOException e = Assert.Throws<IOException>(() => new RaspberryPiBoard(pi, pi.Model, pi.BufferBytes, pi.Board.Clock));
        Assert.StartsWith(
            "GPIO 23 (CS_SW2, header pin 16) cannot be had (Requesting line 23 failed: Device or resource busy): another program or an "
            + "overlay has it",
            e.Message);
    }

    private sealed class Recorder(StandInPi pi) : IPiDevices
    {
        public List<SpiConnectionSettings> Opened { get; } = [];

        public GpioController OpenPins() => pi.OpenPins();

        public IBoardClock Clock(Action alive) => pi.Clock(alive);

        public SpiDevice OpenBus(SpiConnectionSettings settings)
        {
            Opened.Add(settings);
            return pi.OpenBus(settings);
        }
    }
}

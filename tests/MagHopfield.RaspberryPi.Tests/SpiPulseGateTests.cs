using System.Device.Gpio;
using System.Device.Spi;
using System.Numerics;
using CsCheck;
using MagHopfield.Film.Learning;
using MagHopfield.Hardware.Dummy;
using MagHopfield.Instrument.Chips.Adgs1414;
using MagHopfield.Instrument.Spi;
using MagHopfield.RaspberryPi.Head;
using MagHopfield.RaspberryPi.StandIn;
using MagHopfield.RaspberryPi.Wiring;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.RaspberryPi.Tests;

public sealed class SpiPulseGateTests
{
    private const int Buffer = 8192;
    private readonly StandInPins _pins = new();

    [Fact]
    public void A_pulse_is_one_run_of_as_many_ones_as_microseconds_between_zero_bytes_of_one_transfer() =>
        Gen.Int[1, 32767].Sample(width =>
        {
            byte[] bytes = SpiPulseGate.Transfer(width);
            Assert.Equal(width, bytes.Sum(b => BitOperations.PopCount(b)));
            string bits = string.Concat(bytes.Select(b => b.ToString("b8")));
            Assert.Matches("^0+1+0+$", bits);
            Assert.Equal(0, bytes[0]);
            Assert.All(bytes[^SpiPulseGate.TailBytes..], b => Assert.Equal(0, b));

            // Below 96 bytes the Pi 4's driver pauses between bytes.
            Assert.True(bytes.Length >= 96);
        });

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(200)]
    [InlineData(5000)]
    [InlineData(32767)]
    public void The_drivers_are_on_for_the_width(int width)
    {
        using BoardModel board = new(DummyFilm.Nominal, new BoardParameters());
        PulseBus bus = Bus(board);
        using SpiPulseGate gate = Gate(bus);
        gate.Fire(width);
        Assert.Equal(width * 1e-6, board.Pulses.Single().Width, 1e-12);
        Assert.False(bus.IsHigh);
    }

    [Theory]
    [InlineData(4096, 32728)]
    [InlineData(1024, 8152)]
    [InlineData(8192, 32767)]
    public void A_pulse_longer_than_one_transfer_is_refused_before_a_bit_is_sent(int buffer, int longest)
    {
        using BoardModel board = new(DummyFilm.Nominal, new BoardParameters());
        PulseBus bus = Bus(board, buffer);
        using SpiPulseGate gate = Gate(bus, buffer);
        Assert.Equal(longest, gate.LongestMicroseconds);
        gate.Fire(longest);
        bus.Transfers.Clear();
        ArgumentOutOfRangeException e = Assert.Throws<ArgumentOutOfRangeException>(() => gate.Fire(longest + 1));
        Assert.Contains($"1 to {longest} us in one transfer of {buffer} bytes, asked for {longest + 1}", e.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => gate.Fire(0));
        Assert.Empty(bus.Transfers);
    }

    [Fact]
    public void A_gate_that_did_not_rise_names_the_emergency_stop_and_counts_as_no_pulse()
    {
        using BoardModel board = new(DummyFilm.Nominal, new BoardParameters());
        PulseBus bus = Bus(board);
        bus.StopPressed = true;
        using SpiPulseGate gate = Gate(bus);
        ChipException e = Assert.Throws<ChipException>(() => gate.Fire(200));
        Assert.Contains("expected high for 200 us, received 0 us; the emergency stop is pressed", e.Message);
        Assert.Empty(board.Pulses);
    }

    [Fact]
    public void A_gate_that_rests_high_sends_no_pulse()
    {
        using BoardModel board = new(DummyFilm.Nominal, new BoardParameters());
        PulseBus bus = Bus(board);
        bus.StuckHigh = true;
        using SpiPulseGate gate = Gate(bus);
        Assert.Contains("expected low at rest, received high", Assert.Throws<ChipException>(() => gate.Fire(200)).Message);
        Assert.Empty(board.Pulses);
    }

    [Fact]
    public void A_data_line_that_is_high_between_transfers_is_seen_although_every_bit_reads_as_it_was_sent()
    {
        using BoardModel board = new(DummyFilm.Nominal, new BoardParameters());
        PulseBus bus = Bus(board);
        using SpiPulseGate gate = Gate(bus);
        bus.ParksHigh = true;
        Assert.Contains("low at rest, received high", Assert.Throws<ChipException>(gate.CheckRest).Message);
        bus.ParksHigh = false;
        bus.Begins = bytes => bus.ParksHigh = bytes.Any(b => b != 0);
        ChipException e = Assert.Throws<ChipException>(() => gate.Fire(200));
        Assert.Contains("received high after it; the gate stays on: press the emergency stop", e.Message);
    }

    [Theory]
    [InlineData(0, 1_000_000, true)]
    [InlineData(1, 1_000_000, false)]
    [InlineData(0, 500_000, false)]
    [InlineData(0, 1_250_000, false)]
    public void Zeros_tell_whether_a_bit_is_a_microsecond_without_a_pulse(int gap, int clock, bool good)
    {
        using BoardModel board = new(DummyFilm.Nominal, new BoardParameters());
        PulseBus bus = Bus(board, Buffer, clock);
        bus.Gap = gap;
        using SpiPulseGate gate = Gate(bus);
        if (good)
            Assert.Equal(1, gate.CheckBitTime(board.Clock), 0.001);
        else
            Assert.Contains("expected 1 us a bit", Assert.Throws<ChipException>(() => gate.CheckBitTime(board.Clock)).Message);

        Assert.Empty(board.Pulses);
    }

    [Fact]
    public void No_switch_closes_while_the_gate_is_high()
    {
        PulseBus? bus = null;
        using HeadFixture head = new(OjaFilm.Niu2024(), pulse: b => bus = b);
        bus!.StuckHigh = true;
        int frames = head.Pi.Frames.Count;
        head.Say("PULS:AMPL 1;:TRA \"+ - + -\"");
        Assert.Contains("Pulse gate, register PULSE_EN_S: expected low at rest, received high", head.Say("SYST:ERR?"));
        head.Say("*CLS;:INIT");
        Assert.DoesNotContain(head.Pi.Frames.Skip(frames), ClosesASwitch);
        Assert.True(head.Pi.Board.Pulses.Count == 0 && !head.Pi.Board.ProbePathClosed);

        bus.StuckHigh = false;
        head.Say("*CLS;:DIAG:INIT;:INIT");
        Assert.StartsWith("0,", head.Say("SYST:ERR?"));
        Assert.Contains(head.Pi.Frames.Skip(frames), ClosesASwitch);
    }

    [Fact]
    public void A_switch_that_is_closed_can_be_opened_whatever_the_gate_does()
    {
        using StandInPi pi = new(DummyFilm.Nominal);
        using RaspberryPiBoard board = new(pi, pi.Model, pi.BufferBytes, pi.Board.Clock);
        using Adgs1414Switch chip = new(board.Hardware.NodeSwitches[2], pi.Board.Clock, "SW3");
        chip.Reset();
        chip.Write(0b100);
        Assert.Equal(0b100, pi.Board.NodeSwitches[2].SwitchData);
        pi.Pulse!.StuckHigh = true;
        Assert.Throws<ChipException>(() => chip.Write(0b1000));
        Assert.Equal(0b100, pi.Board.NodeSwitches[2].SwitchData);
        chip.Write(0);
        Assert.Equal(0, pi.Board.NodeSwitches[2].SwitchData);
    }

    [Fact]
    public void A_train_ends_every_pulse_inside_its_own_transfer()
    {
        using HeadFixture head = new(OjaFilm.Niu2024());
        head.Say("PULS:AMPL 1;WIDT 50 US;COUN 20;:TRA \"+ - + -\"");
        Assert.StartsWith("0,", head.Say("SYST:ERR?"));
        byte[][] pulses = [.. head.Pi.Pulse!.Transfers.Where(t => t.Any(b => b != 0))];
        Assert.Equal(20, pulses.Length);
        Assert.All(pulses, t => Assert.Equal(SpiPulseGate.Transfer(50), t));
        Assert.All(head.Pi.Board.Pulses, p => Assert.Equal(50e-6, p.Width, 1e-12));
    }

    private PulseBus Bus(BoardModel board, int buffer = Buffer, int clock = SpiPulseGate.Clock) =>
        new(new SpiConnectionSettings(0, -1) { Mode = SpiPulseGate.Mode, ClockFrequency = clock }, buffer, board, _pins);

    private SpiPulseGate Gate(PulseBus bus, int buffer = Buffer) =>
        new(bus, new GpioController(_pins).OpenPin(PiPins.PulseRest, PinMode.Input), buffer);

    // SW_DATA of a switch chip with a bit set.
    private static bool ClosesASwitch(string frame) =>
        frame.Split('\t') is [var chip, var sent, _] && chip.Contains("SW", StringComparison.Ordinal)
            && sent.StartsWith("01", StringComparison.Ordinal) && sent[2..4] != "00";
}

using System.Device.Gpio;
using MagHopfield.Instrument.Ports;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard.Circuit;
using MagHopfield.VirtualBoard.Hazards;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.VirtualBoard.Tests;

/// <summary>The test is the master: raw bytes from the data sheets' tables, no driver between.</summary>
public class RawFramesTests
{
    private const double GainHigh = 128;

    [Fact]
    public void Film_voltage_of_500_microampere_is_read_within_noise_and_thermal_emf()
    {
        StubFilm film = StubFilm.Niu2024();
        using BoardModel board = new(film, new BoardParameters());
        StartAdc(board);
        CloseProbePath(board);

        double plus = ReadVolts(board, 0, GainHigh);
        BoardVoltages truth = board.Analog.Solve();
        double expected = truth.Sense[0] - truth.Sense[1];
        double current = board.Adc.ExcitationCurrent(0);

        // Nodes 1 and 2 carry the current, 3 and 4 float: the exact two-port resistance by elimination.
        Assert.Equal(current * Resistance(film.Conductance, 0, 1), expected, 5e-9);
        Assert.InRange(current, 0.00048, 0.00052);
        // 23 nV rms at this rate, twice 1 µV (3 σ at most each) of thermal EMF, 5e-5 of gain left after calibration.
        Assert.InRange(plus, expected - 7e-6, expected + 7e-6);

        // The other way round the thermal EMF and the offset keep their sign: half the difference has only noise and gain error.
        Switches(board, 0, 0x02 | 0x04);
        Switches(board, 1, 0x01 | 0x08);
        double minus = ReadVolts(board, 0, GainHigh);
        double ratio = (plus - minus) / 2 / expected;
        Assert.InRange(ratio, 1 - 3e-4, 1 + 3e-4);
        Assert.Empty(board.Hazards);
    }

    [Fact]
    public void Current_through_a_shunt_equals_the_current_through_R_REF()
    {
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters { Analog = new() { ThermalEmf = 0 } });
        StartAdc(board);
        Switches(board, 0, 0x01 | 0x10 | 0x20);
        Switches(board, 1, 0x02);
        double shunt = ReadVolts(board, 0, 64) / board.Analog.Parts(0).Shunt;
        double reference = ReadVolts(board, 1, 64) / board.Analog.ReferenceResistance;
        Assert.InRange(shunt / reference, 1 - 3e-5, 1 + 3e-5);
        Assert.InRange(shunt / board.Adc.ExcitationCurrent(0), 1 - 1e-3, 1 + 1e-3);
    }

    [Fact]
    public void Pulse_reaches_the_gold_layer_with_the_voltages_of_the_divider()
    {
        StubFilm film = StubFilm.Niu2024();
        using BoardModel board = new(film, new BoardParameters());
        board.SetDacs(3, -3, 3, -3);
        Write(board.Hardware.PulseSwitches[0], 0x01, 0x0F);
        long before = board.Clock.Microseconds;
        board.Hardware.PulseGate.Fire(50);

        (double[] voltages, double width, double rise) = Assert.Single(film.Pulses);
        Assert.Equal(50e-6, width, 1e-12);
        Assert.Equal(0, rise);
        Assert.Equal(50, board.Clock.Microseconds - before);
        // By symmetry each + terminal sees two conductors of 50 Ω to −3 V: I = 3 V·4·0.02 S/(1 + R·0.08 S), R driver and switch.
        for (int k = 0; k < 4; k++)
        {
            double series = 0.2 + board.PulseSwitches[0].OnResistance(k);
            double sign = k % 2 == 0 ? 1 : -1;
            double load = 1 / 0.08;
            Assert.Equal(sign * 3 * load / (load + series), voltages[k], 0.02);
        }

        // All that does not come back goes through R_BLEED at terminal 1 and the dividers of the monitor inputs.
        double dividers = Enumerable.Range(0, 4).Sum(
            k => voltages[k] / (board.Analog.Parts(k).MonitorUpper + board.Analog.Parts(k).MonitorLower));
        Assert.Equal((voltages[0] / 1e6) + dividers, board.Pulses[0].DriverCurrents.Sum(), 1e-9);
        Assert.Empty(board.Hazards);
    }

    [Theory]
    [InlineData(50, 1.3e-6)]
    [InlineData(1, 1e-6)]
    public void Edges_of_the_drivers_reach_the_film_and_are_no_longer_than_the_pulse(int microseconds, double expected)
    {
        StubFilm film = StubFilm.Niu2024();
        using BoardModel board = new(film, new BoardParameters { Analog = new() { DriverRise = 1.3e-6 } });
        board.SetDacs(3, -3, 3, -3);
        Write(board.Hardware.PulseSwitches[0], 0x01, 0x0F);
        board.Hardware.PulseGate.Fire(microseconds);
        Assert.Equal(expected, Assert.Single(film.Pulses).Rise, 1e-15);
    }

    [Fact]
    public void Pulse_is_cancelled_by_the_token()
    {
        using CancellationTokenSource source = new();
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters(), null, source.Token);
        Write(board.Hardware.PulseSwitches[0], 0x01, 0x01);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => board.Hardware.PulseGate.Fire(10));
        Assert.False(board.Analog.DriversEnabled);
        Write(board.Hardware.PulseSwitches[0], 0x01, 0x00);
        Assert.False(board.PulsePathClosed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32768)]
    public void Pulse_beyond_one_command_of_the_hardware_is_refused(int width)
    {
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters());
        Assert.Throws<ArgumentOutOfRangeException>(() => board.Hardware.PulseGate.Fire(width));
    }

    [Fact]
    public void Emergency_stop_clears_the_dacs()
    {
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters());
        board.SetDacs(5, 5, -5, -5);
        Assert.InRange(board.Dacs[0].Voltage(0), 4.98, 5.02);
        board.Hardware.DacClear.Write(PinValue.Low);
        board.Clock.Wait(20);
        Assert.InRange(board.Dacs[0].Voltage(0), -0.01, 0.01);
        Write(board.Hardware.Dacs[0], 0x00, 0xFF, 0xFF);
        board.Clock.Wait(20);
        Assert.InRange(board.Dacs[0].Voltage(0), -0.01, 0.01);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(16)]
    public void Boards_of_other_sizes_read_and_pulse(int nodes)
    {
        StubFilm film = StubFilm.Uniform(nodes);
        using BoardModel board = new(film, new BoardParameters());
        Assert.Equal(nodes, board.Hardware.NodeCount);
        StartAdc(board);
        Switches(board, 0, 0x01 | 0x04);
        Switches(board, nodes - 1, 0x02 | 0x08);
        double expected = board.Adc.ExcitationCurrent(0) * Resistance(film.Conductance, 0, nodes - 1);
        Assert.InRange(ReadVolts(board, 0, GainHigh), expected - 7e-6, expected + 7e-6);

        Switches(board, 0, 0);
        Switches(board, nodes - 1, 0);
        ExcitationOff(board);
        Write(board.Hardware.PulseSwitches[^1], 0x01, (byte)(1 << ((nodes - 1) % 8)));
        board.Hardware.PulseGate.Fire(100);
        Assert.Single(film.Pulses);
        Assert.Empty(board.Hazards);
    }

    [Fact]
    public void Probe_and_pulse_path_together_is_recorded_and_not_prevented()
    {
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters());
        List<BoardHazard> raised = [];
        board.Hazard += raised.Add;
        Switches(board, 2, 0x04);
        Write(board.Hardware.PulseSwitches[0], 0x01, 0x01);
        BoardHazard hazard = Assert.Single(board.Hazards);
        Assert.Equal(HazardKind.PathsTogether, hazard.Kind);
        Assert.Equal([hazard], raised);
        Assert.True(board.PulseSwitches[0].IsClosed(0));
        Assert.True(board.NodeSwitches[2].IsClosed(2));
    }

    [Fact]
    public void Pulse_through_a_pinhole_puts_the_adc_beyond_its_supplies()
    {
        BoardParameters parameters = new() { Defects = new() { InsulationBreakdowns = [new(0, 10)] } };
        using BoardModel board = new(StubFilm.Niu2024(), parameters);
        board.SetDacs(5, 5, 5, 5);
        Switches(board, 0, 0x04);
        Write(board.Hardware.PulseSwitches[0], 0x01, 0x0F);
        board.Hardware.PulseGate.Fire(50);
        Assert.Contains(
            board.Hazards, h => h.Kind == HazardKind.InputBeyondSupply && h.Detail.StartsWith("AIN0", StringComparison.Ordinal));
    }

    [Fact]
    public void Pulse_with_no_switch_closed_is_recorded_and_does_not_reach_the_film()
    {
        StubFilm film = StubFilm.Niu2024();
        using BoardModel board = new(film, new BoardParameters());
        board.Hardware.PulseGate.Fire(50);
        Assert.Equal(HazardKind.PulseIntoNothing, Assert.Single(board.Hazards).Kind);
        Assert.Empty(film.Pulses);
    }

    [Fact]
    public void Driver_into_a_short_is_limited_to_half_an_ampere()
    {
        StubFilm film = new(StubFilm.Niu2024().Conductance, ConductanceMatrix.FromPairs(4, [.. Enumerable.Repeat(-2.0, 6)]));
        using BoardModel board = new(film, new BoardParameters());
        board.SetDacs(5, -5, 0, 0);
        Write(board.Hardware.PulseSwitches[0], 0x01, 0x03);
        board.Hardware.PulseGate.Fire(50);
        Assert.Equal(2, board.Hazards.Count(h => h.Kind == HazardKind.DriverLimited));
        Assert.Equal(0.5, Math.Abs(board.Pulses[0].DriverCurrents[0]), 1e-9);
        // 0.5 A into nodes 1 and out of 2 of a K4 of 2 S edges: two-terminal resistance 2/(4·2 S) = 0.25 Ω.
        Assert.Equal(0.125, film.Pulses[0].Voltages[0] - film.Pulses[0].Voltages[1], 1e-4);
    }

    [Fact]
    public void Swapped_wires_and_stuck_switches_read_back_as_written()
    {
        BoardParameters parameters = new()
        {
            Defects = new() { SwappedSwitchBits = [new("SW1", 0, 1)], StuckSwitches = [new("SW2", 2, true)] },
        };
        using BoardModel board = new(StubFilm.Niu2024(), parameters);
        Switches(board, 0, 0x01);
        Assert.False(board.NodeSwitches[0].IsClosed(0));
        Assert.True(board.NodeSwitches[0].IsClosed(1));
        Assert.True(board.NodeSwitches[1].IsClosed(2));
        Assert.Equal(0x01, Exchange(board.Hardware.NodeSwitches[0], 0x81, 0)[1]);
        Assert.Equal(0x00, Exchange(board.Hardware.NodeSwitches[1], 0x81, 0)[1]);
    }

    [Fact]
    public void Open_electrode_lifts_the_source_to_its_compliance()
    {
        BoardParameters parameters = new() { Defects = new() { OpenElectrodes = [0] } };
        using BoardModel board = new(StubFilm.Niu2024(), parameters);
        StartAdc(board);
        CloseProbePath(board);
        Assert.InRange(board.Analog.InputVoltage(4), board.Adc.ExcitationCompliance - 0.01, board.Adc.ExcitationCompliance);
    }

    [Fact]
    public void Same_seed_and_same_frames_give_the_same_bits()
    {
        static double Once(int seed)
        {
            using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters { Seed = seed });
            StartAdc(board);
            CloseProbePath(board);
            return ReadVolts(board, 0, GainHigh);
        }

        Assert.Equal(Once(7), Once(7));
        Assert.NotEqual(Once(7), Once(8));
    }

    [Fact]
    public void Film_that_learns_is_seen_at_the_next_conversion()
    {
        StubFilm film = StubFilm.Niu2024();
        using BoardModel board = new(film, new BoardParameters());
        StartAdc(board);
        CloseProbePath(board);
        double before = ReadVolts(board, 0, GainHigh);
        film.Conductance = ConductanceMatrix.FromPairs(4, [-0.132, -0.132, -0.092, -0.082, -0.13, -0.132]);
        double after = ReadVolts(board, 0, GainHigh);
        Assert.InRange(before / after, 1.99, 2.01);
    }

    [Fact]
    public void Trace_names_every_frame_and_is_whole_without_dispose()
    {
        using StringWriter text = new();
        SpiTrace trace = new(text);
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters(), trace);
        Switches(board, 0, 0x05);
        board.Clock.Wait(3000);
        Exchange(board.Hardware.Adc, 0x45, 0);
        string[] lines = text.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal("time (us)\tchip\tout\tin\tmeaning", lines[0]);
        Assert.Equal("5.200\tSW1\t0105\t2500\twrite SW_DATA = 0x05", lines[1]);
        Assert.EndsWith("\tADC\t4500\tFF14\tread ID -> 0x14", lines[2]);
        Assert.All(lines, l => Assert.Equal(5, l.Split('\t').Length));
    }

    [Fact]
    public void Wire_can_be_disturbed_both_ways()
    {
        using BoardModel board = new(StubFilm.Niu2024(), new BoardParameters());
        board.DisturbWire((chip, frame, fromMaster, bytes) =>
        {
            if (chip == "SW1" && frame == 0 && fromMaster)
                bytes[1] ^= 0x80;
        });
        Switches(board, 0, 0x01);
        Assert.Equal(0x81, board.NodeSwitches[0].SwitchData);
    }

    [Fact]
    public void Film_of_too_many_nodes_is_refused_by_name()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new BoardModel(StubFilm.Uniform(65), new BoardParameters()));
        Assert.Contains("2 … 64", error.Message, StringComparison.Ordinal);
    }

    internal static byte[] Exchange(ISpiLink device, params byte[] bytes)
    {
        byte[] answer = new byte[bytes.Length];
        device.TransferFullDuplex(bytes, answer);
        return answer;
    }

    private static void Write(ISpiLink device, params byte[] bytes) => device.Write(bytes);

    private static void Switches(BoardModel board, int node, byte bits) => Write(board.Hardware.NodeSwitches[node], 0x01, bits);

    private static void CloseProbePath(BoardModel board)
    {
        Switches(board, 0, 0x01 | 0x04);
        Switches(board, 1, 0x02 | 0x08);
    }

    private static void StartAdc(BoardModel board)
    {
        ISpiLink adc = board.Hardware.Adc;
        Write(adc, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF);
        board.Clock.Wait(4000);
        Assert.Equal(0x10, Exchange(adc, 0x40, 0)[1] & 0x10);
        Assert.Equal(0x00, Exchange(adc, 0x40, 0)[1] & 0x10);
        // Setup 0: gain 128, setup 1: gain 64; bipolar, buffers on, internal reference. Channel 0 AIN0 – AIN1.
        Write(adc, 0x19, 0x08, 0x77);
        Write(adc, 0x1A, 0x08, 0x76);
        for (int setup = 0; setup < 2; setup++)
        {
            Write(adc, (byte)(0x21 + setup), 0x06, 0x01, 0x80);
            Write(adc, 0x09, (byte)(0x80 | (setup << 4)), 0x01);
            Calibrate(board, 5);
            Calibrate(board, 6);
        }

        // 500 µA out of AIN4.
        Write(adc, 0x03, 0x00, 0x04, 0x04);
    }

    private static void ExcitationOff(BoardModel board) => Write(board.Hardware.Adc, 0x03, 0, 0, 0);

    private static void Calibrate(BoardModel board, int mode)
    {
        Write(board.Hardware.Adc, 0x01, 0x01, (byte)(0xC0 | (mode << 2)));
        for (int i = 0; (Exchange(board.Hardware.Adc, 0x40, 0)[1] & 0x80) != 0; i++)
        {
            Assert.True(i < 10000, "calibration does not end");
            board.Clock.Wait(1000);
        }
    }

    private static double ReadVolts(BoardModel board, int input, double gain)
    {
        // input 0: AIN0 – AIN1; 1: AIN2 – AIN3. Setup 0 has gain 128, setup 1 gain 64.
        ISpiLink adc = board.Hardware.Adc;
        int setup = gain == 128 ? 0 : 1;
        int channel = 0x8000 | (setup << 12) | (input == 0 ? 1 : (2 << 5) | 3);
        Write(adc, 0x09, (byte)(channel >> 8), (byte)channel);
        Write(adc, 0x01, 0x01, 0xC4);
        Assert.Equal(0x80, Exchange(adc, 0x40, 0)[1] & 0x80);
        for (int i = 0; (Exchange(adc, 0x40, 0)[1] & 0x80) != 0; i++)
        {
            Assert.True(i < 10000, "conversion does not end");
            board.Clock.Wait(1000);
        }

        byte[] data = Exchange(adc, 0x42, 0, 0, 0);
        int code = (data[1] << 16) | (data[2] << 8) | data[3];
        return (code - 8388608) * 2.5 / (gain * 8388608);
    }

    private static double Resistance(ConductanceMatrix g, int a, int b)
    {
        // G with row and column b left out, solved for unit current into a.
        int n = g.NodeCount;
        int[] keep = [.. Enumerable.Range(0, n).Where(i => i != b)];
        MathNet.Numerics.LinearAlgebra.Double.DenseMatrix m = new(n - 1);
        MathNet.Numerics.LinearAlgebra.Double.DenseVector one = new(n - 1);
        for (int i = 0; i < n - 1; i++)
        {
            one[i] = keep[i] == a ? 1 : 0;
            for (int j = 0; j < n - 1; j++)
                m[i, j] = g[keep[i], keep[j]];
        }

        return m.Solve(one)[Array.IndexOf(keep, a)];
    }
}

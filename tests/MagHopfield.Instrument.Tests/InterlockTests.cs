using CsCheck;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Tests.Fakes;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Tests;

/// <summary>The board's own record of its switches (FakeBoard) is the witness, never the interlock's.</summary>
public class InterlockTests
{
    private static readonly WireFault[] Faults = Enum.GetValues<WireFault>();

    [Fact]
    public void No_sequence_of_board_operations_brings_both_paths_together()
    {
        Gen.Int[0, 8].Array[1, 25].Sample(
            operations =>
            {
                FakeBoard fake = new();
                AnalogBoard board = new(fake.Hardware, new PulseLimits());
                foreach (int operation in operations)
                    Run(fake, board, operation);
            },
            iter: 500);
    }

    [Fact]
    public void No_sequence_with_a_fault_on_any_frame_brings_both_paths_together_or_leaves_anything_closed_after_an_error()
    {
        Gen.Select(Gen.Int[0, 8].Array[1, 15], Gen.Int[0, 400], Gen.Int[0, Faults.Length - 1]).Sample(
            (operations, frame, fault) =>
            {
                FakeBoard fake = new();
                AnalogBoard board = new(fake.Hardware, new PulseLimits());
                board.Initialise(32);
                fake.FaultAt = fake.Frames + frame;
                fake.Fault = Faults[fault];
                foreach (int operation in operations)
                    Run(fake, board, operation);
            },
            iter: 5000);
    }

    [Fact]
    public void No_sequence_with_an_abort_at_any_moment_and_a_fault_besides_brings_both_paths_together()
    {
        Gen.Select(Gen.Int[0, 8].Array[1, 15], Gen.Int[0, 60], Gen.Int[0, 400], Gen.Int[0, Faults.Length - 1]).Sample(
            (operations, look, frame, fault) =>
            {
                FakeBoard fake = new();
                AnalogBoard board = new(fake.Hardware, new PulseLimits());
                board.Initialise(32);
                board.Monitor = new AbortAt(look);
                fake.FaultAt = fake.Frames + frame;
                fake.Fault = Faults[fault];
                foreach (int operation in operations)
                    Run(fake, board, operation);
            },
            iter: 3000);
    }

    [Theory]
    [InlineData(WireFault.Exception)]
    [InlineData(WireFault.LostFrame)]
    [InlineData(WireFault.DamagedAnswer)]
    [InlineData(WireFault.DamagedFrame)]
    [InlineData(WireFault.PowerCycle)]
    [InlineData(WireFault.BrownOut)]
    public void A_fault_on_every_single_frame_of_initialise_train_and_measure_is_harmless(WireFault fault)
    {
        FakeBoard whole = new();
        Session(whole);
        int frames = whole.Frames;
        Assert.InRange(frames, 1000, 10000);

        for (int frame = 0; frame < frames; frame++)
        {
            FakeBoard board = new() { FaultAt = frame, Fault = fault };
            Exception? error = Record.Exception(() => Session(board));
            Assert.Null(board.Violation);
            Assert.True(board.EverythingOpen, $"frame {frame}: {error?.Message}");
        }
    }

    [Theory]
    [InlineData(WireFault.Exception)]
    [InlineData(WireFault.LostFrame)]
    [InlineData(WireFault.DamagedAnswer)]
    [InlineData(WireFault.DamagedFrame)]
    [InlineData(WireFault.PowerCycle)]
    [InlineData(WireFault.BrownOut)]
    public void A_fault_on_every_frame_of_a_restart_with_the_probe_or_pulse_path_closed_is_harmless(WireFault fault)
    {
        // A converter whose reset frame is lost still drives its current: silence on the wire must not pass for "off".
        int faults = 0;
        for (int frame = 0; frame < 200; frame++)
        {
            foreach (int path in new[] { 2, 6 })
            {
                FakeBoard fake = new();
                AnalogBoard board = new(fake.Hardware, new PulseLimits());
                board.Initialise(32);
                Run(fake, board, path);
                Assert.True(fake.ProbePath || fake.PulsePath);
                fake.FaultAt = fake.Frames + frame;
                fake.Fault = fault;
                faults += Record.Exception(() => board.Initialise(32)) == null ? 0 : 1;
                Assert.True(fake.EverythingOpen, $"frame {frame}, operation {path}");
                Assert.Null(fake.Violation);
            }
        }

        Assert.InRange(faults, 1, 400);
    }

    [Fact]
    public void A_gate_that_fails_leaves_everything_open()
    {
        FakeBoard board = new();
        HopfieldInstrument instrument = ConductanceMeterTests.Instrument(board);
        board.GateFails = true;
        Assert.Throws<InvalidOperationException>(() => instrument.Train(Pattern.FromState(5, 4), 3, 50, 3));
        Assert.Single(board.Pulses);
        Assert.True(board.EverythingOpen);
        board.GateFails = false;
        instrument.Train(Pattern.FromState(5, 4), 3, 50, 1);
        Assert.Equal(2, board.Pulses.Count);
    }

    [Fact]
    public void The_interlock_refuses_every_closing_while_the_other_path_may_be_closed()
    {
        Interlock unknown = new(4, 1);
        Assert.Throws<InterlockException>(() => unknown.RequestNode(0, 1));
        Assert.Throws<InterlockException>(() => unknown.RequestPulse(0, 1));
        Assert.Throws<InterlockException>(() => unknown.RequestExcitation(true));
        Assert.Throws<InterlockException>(unknown.RequestFire);
        unknown.RequestNode(0, 0);
        unknown.RequestPulse(0, 0);

        Interlock half = new(1, 1);
        half.ConfirmPulse(0, 0);
        half.ConfirmExcitation(false);
        half.ConfirmNode(0, 4);
        half.RequestNode(0, 0);
        Assert.Throws<InterlockException>(() => half.RequestPulse(0, 1));
        half.ConfirmNode(0, 0);
        half.RequestPulse(0, 1);
        Assert.Throws<InterlockException>(() => half.RequestExcitation(true));
        Assert.Throws<InterlockException>(() => half.RequestNode(0, 8));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(128)]
    [InlineData(3)]
    public void The_interlock_refuses_words_that_no_wiring_needs(int word)
    {
        Interlock interlock = new(1, 1);
        interlock.ConfirmPulse(0, 0);
        Assert.Throws<InterlockException>(() => interlock.RequestNode(0, word));
    }

    // Asks once and takes it back, so that what follows runs on.
    private sealed class AbortAt(int look) : IOperationMonitor
    {
        private int _looks;

        public bool AbortRequested => _looks++ == look;

        public void Progress(int done, int total)
        {
        }
    }

    private static void Session(FakeBoard board)
    {
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        instrument.Initialise();
        instrument.Train(Pattern.FromState(5, 4), 5, 200, 2);
        instrument.MeasureConductance(1);
    }

    private static void Run(FakeBoard fake, AnalogBoard board, int operation)
    {
        try
        {
            switch (operation)
            {
                case 0: board.Initialise(32); break;
                case 1: board.OpenAll(); break;
                case 2: board.ConnectProbe(Pattern.FromState(5, 4)); break;
                case 3: board.SelectSense(1, 0); break;
                case 4: board.SelectShunt(2); break;
                case 5: board.TryReadSense(out _, out _); break;
                case 6: board.ConnectPulse([3, -3, 3, -3]); break;
                case 7: board.Fire(50); break;
                default: board.ConnectSenseOnly(); break;
            }
        }
        catch (Exception)
        {
            Assert.True(fake.EverythingOpen);
        }

        Assert.Null(fake.Violation);
        Assert.Equal(fake.ProbePath, fake.ProbePath && board.State == SwitchState.Probe);
        Assert.Equal(fake.PulsePath, fake.PulsePath && board.State == SwitchState.Pulse);
    }
}

using System.Diagnostics;
using System.Globalization;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Ports;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard.Chips;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.VirtualBoard.Tests.EndToEnd;

/// <summary>
/// Boards with welded, stuck and exchanged switches, drivers that are on, wrong rails and a disturbed wire, told to do anything at any
/// time. The environment variable MAGHOPFIELD_FUZZ_FRAMES asks for more SPI frames than the test's own, MAGHOPFIELD_FUZZ_SEED for other
/// boards.
/// </summary>
public class FaultFuzzTests
{
    private const long UsualFrames = 300_000;
    private const int Operations = 12;

    // Gold behind leads of 500 Ω, as the preset's: no driver meets its limit.
    private static readonly ConductanceMatrix Gold = ConductanceMatrix.FromPairs(4, [.. Enumerable.Repeat(-0.0005, 6)]);

    [Fact]
    public void No_hazard_no_pulse_after_a_failed_self_test_and_no_state_that_was_not_read()
    {
        long wanted = long.TryParse(
            Environment.GetEnvironmentVariable("MAGHOPFIELD_FUZZ_FRAMES"), CultureInfo.InvariantCulture, out long more)
            ? more
            : UsualFrames;
        Stopwatch time = Stopwatch.StartNew();
        Tally tally = new();
        int first = int.TryParse(Environment.GetEnvironmentVariable("MAGHOPFIELD_FUZZ_SEED"), CultureInfo.InvariantCulture, out int given)
            ? given
            : 1;
        for (int seed = first; tally.Frames < wanted; seed++)
            Try(seed, tally);

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{tally.Frames} frames, {tally.Boards} boards, {tally.Defects} defects, {tally.WireFaults} wire faults, {tally.Pulses} "
            + $"pulses, {tally.Locked} refused by the lock, {time.Elapsed.TotalSeconds:0} s"));
        Assert.True(tally.Pulses > 0 && tally.Locked > 0 && tally.WireFaults > 0, "The fuzzer has not reached what it is for.");
    }

    private static void Try(int seed, Tally tally)
    {
        Random random = new(seed);
        (BoardParameters parameters, bool mayPulse) = Draw(random);
        using BoardModel board = new(new StubFilm(StubFilm.Niu2024().Conductance, Gold), parameters with { Seed = seed });
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings());
        Abort abort = new(random);
        instrument.Monitor = abort;
        double rate = random.Next(3) switch { 0 => 0, 1 => 1e-3, _ => 1e-2 };
        board.DisturbWire((_, _, _, bytes) =>
        {
            if (random.NextDouble() < rate)
            {
                tally.WireFaults++;
                Disturb(random, bytes);
            }
        });
        for (int i = 0; i < Operations; i++)
        {
            abort.In = random.Next(6) == 0 ? random.Next(200) : -1;
            bool wasLocked = instrument.PulseLock != null;
            int pulses = board.Pulses.Count;
            try
            {
                Act(random, instrument);
            }
            catch (PulseLockedException)
            {
                tally.Locked++;
            }
            catch (Exception e) when (
                e is Instrument.Spi.ChipException or Instrument.Measure.MeasurementException or InvalidOperationException
                    or OperationAbortedException
                or InterlockException or ArgumentException)
            {
                // Told to the user.
            }

            string place = $"seed {seed}, operation {i}, stuck {string.Join(", ", parameters.Defects.StuckSwitches)}, drivers on "
                + $"{string.Join(", ", parameters.Defects.DriversOn)}: ";
            Assert.True(board.Hazards.Count == 0, place + string.Join("; ", board.Hazards.Take(3)));
            Assert.True(board.Pulses.Count == pulses || (!wasLocked && mayPulse), place + "a pulse was fired.");
            if (instrument.State == SwitchState.AllOpen)
            {
                Assert.True(
                    board.NodeSwitches.Concat(board.PulseSwitches).All(s => s.SwitchData == 0),
                    place + "OPEN is reported while a chip closes a switch.");
            }
        }

        tally.Boards++;
        tally.Frames += board.SpiDevices.Sum(d => d.FrameCount);
        tally.Pulses += board.Pulses.Count;
        tally.Defects += mayPulse ? 0 : 1;
    }

    // One defect at a time: two that hide each other are in the list of what stays invisible.
    private static (BoardParameters Parameters, bool MayPulse) Draw(Random random)
    {
        int node = random.Next(4);
        ChipDefects? defects = random.Next(9) switch
        {
            0 => new() { StuckSwitches = [new($"SW{node + 1}", random.Next(6), true)] },
            1 =>
                new()
                {
                    StuckSwitches = [new($"SW{node + 1}", random.Next(6), true), new($"SW{random.Next(4) + 1}", random.Next(6), true)],
                },
            2 => new() { StuckSwitches = [new("PSW1", node, true)] },
            3 => new() { StuckSwitches = [new("PSW1", node, false)] },
            4 => new() { DriversOn = [node] },
            5 => new() { DriversOn = [0, 1, 2, 3] },
            _ => null,
        };
        if (defects == null && random.Next(6) == 0)
            return (new() { Analog = new() { PositiveRail = random.Next(2) == 0 ? 5.5 : 7.5 } }, false);

        return (new() { Defects = defects ?? new() }, defects == null);
    }

    private static void Act(Random random, HopfieldInstrument instrument)
    {
        switch (random.Next(8))
        {
            case 0:
            case 1:
                instrument.Initialise();
                break;
            case 2:
            case 3:
                instrument.SelfTest();
                break;
            case 4:
            case 5:
                instrument.Train(
                    Pattern.FromState(random.Next(16), 4), 0.5 + (4.5 * random.NextDouble()), random.Next(1, 200), random.Next(1, 4));
                break;
            case 6:
                instrument.MeasureConductance(1);
                break;
            default:
                instrument.OpenAll();
                break;
        }
    }

    private static void Disturb(Random random, Span<byte> bytes)
    {
        switch (random.Next(4))
        {
            case 0:
                bytes.Clear();
                break;
            case 1:
                bytes.Fill(0xFF);
                break;
            default:
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                break;
        }
    }

    private sealed class Tally
    {
        public long Frames { get; set; }

        public long Boards { get; set; }

        public long Defects { get; set; }

        public long WireFaults { get; set; }

        public long Pulses { get; set; }

        public long Locked { get; set; }
    }

    private sealed class Abort(Random random) : IOperationMonitor
    {
        public int In { get; set; } = -1;

        public bool AbortRequested => In >= 0 && random.Next(200) > 198 - (In % 3);

        public void Progress(int done, int total)
        {
        }
    }
}

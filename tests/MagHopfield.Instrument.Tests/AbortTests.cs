using MagHopfield.Instrument.Measure;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Tests.Fakes;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Tests;

public class AbortTests
{
    public static TheoryData<Operation> Operations => [.. Enum.GetValues<Operation>()];

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_aborted_at_any_step_opens_everything_and_the_instrument_goes_on(Operation operation)
    {
        FakeBoard board = new();
        HopfieldInstrument instrument = ConductanceMeterTests.Instrument(board);
        instrument.IncludeInReference(board.Circuit.Film);
        instrument.MeasureConductance(1);
        Monitor whole = new() { AbortAt = int.MaxValue };
        instrument.Monitor = whole;
        Run(instrument, operation);
        Assert.InRange(whole.Looks, 3, 10000);

        for (int look = 0; look < whole.Looks; look++)
        {
            instrument.Monitor = null;
            instrument.MeasureConductance(1);
            instrument.Monitor = new Monitor { AbortAt = look };
            Assert.Throws<OperationAbortedException>(() => Run(instrument, operation));
            Assert.True(board.EverythingOpen, $"look {look}");
            Assert.True(instrument.IsReady);
            Assert.Throws<OperationAbortedException>(() => instrument.Train(Pattern.FromState(5, 4), 3, 50, 1));
        }

        Assert.Null(board.Violation);
        instrument.Monitor = null;
        instrument.MeasureConductance(1);
    }

    [Fact]
    public void Progress_counts_pulses_and_wirings_up_to_their_number()
    {
        FakeBoard board = new();
        HopfieldInstrument instrument = ConductanceMeterTests.Instrument(board);
        Monitor monitor = new() { AbortAt = int.MaxValue };
        instrument.Monitor = monitor;
        instrument.Train(Pattern.FromState(5, 4), 3, 50, 3);
        Assert.Equal(["1/3", "2/3", "3/3"], monitor.Reports);
        monitor.Reports.Clear();
        instrument.MeasureConductance(2, MeasurementScheme.Seven);
        Assert.Equal(Enumerable.Range(1, 14).Select(i => i + "/14"), monitor.Reports);
        monitor.Reports.Clear();
        instrument.MeasureConductance(2, MeasurementScheme.Kelvin);
        Assert.Equal(Enumerable.Range(1, 6).Select(i => i + "/6"), monitor.Reports);
    }

    [Fact]
    public void An_abort_does_not_wait_for_the_rest_between_two_pulses()
    {
        FakeBoard board = new();
        using HopfieldInstrument instrument = new(board.Hardware, new InstrumentSettings { Limits = new(5, 10000, 0.5e-3, 1e-4) });
        instrument.Initialise();
        Monitor monitor = new() { AbortAt = int.MaxValue };
        instrument.Monitor = monitor;

        // 200 us at a duty of 1e-4 rest for two seconds.
        instrument.Train(Pattern.FromState(5, 4), 5, 200, 1);
        long start = board.Clock.Microseconds;
        monitor.AbortAt = monitor.Looks + 3;
        Assert.Throws<OperationAbortedException>(() => instrument.Train(Pattern.FromState(5, 4), 5, 200, 1));
        Assert.InRange(board.Clock.Microseconds - start, 0, 50_000);
        Assert.Single(board.Pulses);
    }

    [Fact]
    public void Opening_is_never_aborted()
    {
        FakeBoard board = new();
        HopfieldInstrument instrument = ConductanceMeterTests.Instrument(board);
        instrument.Monitor = new Monitor();
        instrument.OpenAll();
        Assert.True(board.EverythingOpen && instrument.IsReady);
    }

    private static void Run(HopfieldInstrument instrument, Operation operation)
    {
        switch (operation)
        {
            case Operation.Train:
                instrument.Train(Pattern.FromState(5, 4), 3, 50, 5);
                break;
            case Operation.Seven:
                instrument.MeasureConductance(1, MeasurementScheme.Seven);
                break;
            case Operation.Kelvin:
                instrument.MeasureConductance(1, MeasurementScheme.Kelvin);
                break;
            case Operation.SelfTest:
                instrument.SelfTest();
                break;
            case Operation.Recall:
                instrument.Recall(Pattern.FromState(5, 4), RecallMode.Asynchronous, 1);
                break;
            default:
                instrument.RecallOnFilm(Pattern.FromState(5, 4), RecallMode.Synchronous, 1, 1);
                break;
        }
    }

    public enum Operation
    {
        Train,
        Seven,
        Kelvin,
        SelfTest,
        Recall,
        RecallOnFilm,
    }

    private sealed class Monitor : IOperationMonitor
    {
        public int AbortAt { get; set; }

        public int Looks { get; private set; }

        public List<string> Reports { get; } = [];

        public bool AbortRequested => Looks++ >= AbortAt;

        public void Progress(int done, int total) => Reports.Add(done + "/" + total);
    }
}

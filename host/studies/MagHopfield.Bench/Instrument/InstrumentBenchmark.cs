using MagHopfield.Film.Learning;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Board;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.Bench.Instrument;

/// <summary>
/// Where the time of a measurement of G goes, and what a recall costs. The instrument's code is timed without the models: it runs against
/// a tape of what the chips answered, and must come to the same G to the last bit.
/// </summary>
/// <param name="secondsEach">Time to spend on each piece of work, in seconds.</param>
/// <param name="cancellation">Ends the run early.</param>
public sealed class InstrumentBenchmark(double secondsEach, CancellationToken cancellation)
{
    /// <summary>Array multiply-adds a second that the goal of 1 s for 64 nodes assumes of the interpreter.</summary>
    public const double InterpreterRate = 1e5;

    // FS of the sinc3 filter: 3 × 32 × FS/614 400 Hz a reading.
    private const double SecondsPerFilterStep = 3 * 32 / 614_400.0;

    private const int MostRounds = 1000;

    // One of 4 nodes is shorter than a tick of the clock.
    private const int RecallsTimedTogether = 1000;

    /// <summary>One measurement of the paper's film.</summary>
    /// <param name="scheme">Scheme.</param>
    public MeasurementRow Measure(MeasurementScheme scheme)
    {
        BoardParameters parameters = new();
        InstrumentSettings settings = new();
        using BoardModel board = new(OjaFilm.Niu2024(), parameters);
        TapeDeck recorder = new();
        BoardHardware live = board.Hardware;
        using HopfieldInstrument instrument = new(
            new BoardHardware(
                new TapingLink(live.Adc, recorder),
                [.. live.Dacs.Select(d => new TapingLink(d, recorder))],
                [.. live.NodeSwitches.Select(s => new TapingLink(s, recorder))],
                [.. live.PulseSwitches.Select(s => new TapingLink(s, recorder))],
                live.DacClear,
                live.PulseGate,
                new RecordingClock(live.Clock, recorder),
                live.Panel),
            settings);
        instrument.Initialise();
        instrument.MeasureConductance(1, scheme);
        SpiTape start = recorder.Tape;

        // The second measurement leaves chips and driver as it found them: it can be repeated.
        recorder.Tape = new SpiTape();
        long frames = 0;
        double bus = 0;
        board.DisturbWire((_, _, fromMaster, bytes) =>
        {
            frames += fromMaster ? 1 : 0;
            bus += fromMaster ? (8.0 * bytes.Length / parameters.Spi.MeasureClock) + parameters.Spi.FrameGap : 0;
        });
        ConductanceMeasurement measured = instrument.MeasureConductance(1, scheme);
        board.DisturbWire(null);
        SpiTape tape = recorder.Tape;

        TapeDeck player = new() { Tape = start };
        using HopfieldInstrument alone = new(
            new BoardHardware(
                new ReplayingLink(player),
                [.. live.Dacs.Select(_ => new ReplayingLink(player))],
                [.. live.NodeSwitches.Select(_ => new ReplayingLink(player))],
                [.. live.PulseSwitches.Select(_ => new ReplayingLink(player))],
                live.DacClear,
                live.PulseGate,
                new ReplayingClock(player),
                live.Panel),
            settings);
        alone.Initialise();
        alone.MeasureConductance(1, scheme);
        player.Tape = tape;
        if (!Replay().Conductance.ToPairs().SequenceEqual(measured.Conductance.ToPairs()))
            throw new InvalidOperationException("the instrument's code does not repeat its measurement from the tape of its chips");

        // The live instrument records no more: its tape would grow.
        using BoardModel second = new(OjaFilm.Niu2024(), parameters);
        using HopfieldInstrument whole = new(second.Hardware, settings);
        whole.Initialise();
        double[] medians = Stopclock.InterleavedMedians(
            secondsEach, cancellation, () => Replay(), () => whole.MeasureConductance(1, scheme));
        player.Tape = new SpiTape();
        double conversion = measured.ReadingCount * SecondsPerFilterStep * settings.FilterDivider;
        double total = measured.DurationMicroseconds * 1e-6;
        return new MeasurementRow(
            $"{(scheme == MeasurementScheme.Seven ? "SEVen" : "KELVin")}, {live.NodeCount} nodes",
            measured.ReadingCount,
            conversion,
            frames,
            bus,
            total - conversion - bus,
            medians[0],
            medians[1] - medians[0]);

        ConductanceMeasurement Replay()
        {
            player.Tape.Rewind();
            return alone.MeasureConductance(1, scheme);
        }
    }

    /// <summary>One synchronous recall from weights of random patterns (Hebb), three nodes wrong at the start (one of four).</summary>
    /// <param name="nodes">N.</param>
    public RecallCost Recall(int nodes)
    {
        int patterns = nodes <= 4 ? 1 : nodes / 16;
        Pattern[] stored =
        [
            .. Enumerable.Range(0, patterns).Select(seed => nodes == 4 ? Pattern.FromState(5, 4) : RandomPattern(nodes, seed)),
        ];
        WeightMatrix weights = Hebbian(stored);
        Pattern start = nodes == 4 ? stored[0].Flip(1) : stored[0].Flip(3).Flip(nodes / 2).Flip(nodes - 1);
        CountedField counted = new(weights);
        RecallResult result = new HopfieldRecall(counted, 0).Synchronous(start, MostRounds);
        HopfieldRecall recall = new(weights, 0);
        double seconds = Stopclock.InterleavedMedians(secondsEach, cancellation, Repeat)[0] / RecallsTimedTogether;
        return new RecallCost($"{nodes} nodes, synchronous", result.Iterations, counted.Operations, seconds);

        void Repeat()
        {
            for (int i = 0; i < RecallsTimedTogether; i++)
                recall.Synchronous(start, MostRounds);
        }
    }

    private static WeightMatrix Hebbian(Pattern[] stored)
    {
        int n = stored[0].Length;
        WeightMatrix weights = new(n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                weights[i, j] = i == j ? 0 : stored.Sum(p => p[i] * p[j]) / (double)n;
        }

        return weights;
    }

    private static Pattern RandomPattern(int nodes, int seed)
    {
        Random random = new(seed);
        return new Pattern([.. Enumerable.Range(0, nodes).Select(_ => (sbyte)((2 * random.Next(2)) - 1))]);
    }
}

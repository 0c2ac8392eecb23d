using BenchmarkDotNet.Attributes;
using MagHopfield.Film.Learning;
using MagHopfield.Instrument;
using MagHopfield.Instrument.Measure;
using MagHopfield.Shared;
using MagHopfield.VirtualBoard;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.Benchmarks;

/// <summary>The instrument's code on the virtual board, and recall: --filter "*InstrumentBenchmarks*".</summary>
[MemoryDiagnoser]
public class InstrumentBenchmarks
{
    private readonly WeightMatrix _four = Hebbian(4, 1);
    private readonly WeightMatrix _sixtyFour = Hebbian(64, 4);
    private BoardModel? _board;
    private HopfieldInstrument? _instrument;

    [GlobalSetup]
    public void Setup()
    {
        _board = new BoardModel(OjaFilm.Niu2024(), new BoardParameters());
        _instrument = new HopfieldInstrument(_board.Hardware, new InstrumentSettings());
        _instrument.Initialise();
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _instrument!.Dispose();
        _board!.Dispose();
    }

    [Benchmark]
    public ConductanceMeasurement MeasureSeven() => _instrument!.MeasureConductance(1, MeasurementScheme.Seven);

    [Benchmark]
    public ConductanceMeasurement MeasureKelvin() => _instrument!.MeasureConductance(1, MeasurementScheme.Kelvin);

    [Benchmark]
    public RecallResult RecallFour() => new HopfieldRecall(_four, 0).Synchronous(Pattern.FromState(5, 4).Flip(1), 100);

    [Benchmark]
    public RecallResult RecallSixtyFour() => new HopfieldRecall(_sixtyFour, 0).Synchronous(Random(64, 0).Flip(3), 100);

    private static WeightMatrix Hebbian(int nodes, int patterns)
    {
        WeightMatrix weights = new(nodes);
        for (int p = 0; p < patterns; p++)
        {
            Pattern stored = nodes == 4 ? Pattern.FromState(5, 4) : Random(nodes, p);
            for (int i = 0; i < nodes; i++)
            {
                for (int j = 0; j < nodes; j++)
                    weights[i, j] += i == j ? 0 : stored[i] * stored[j] / (double)nodes;
            }
        }

        return weights;
    }

    private static Pattern Random(int nodes, int seed)
    {
        Random random = new(seed);
        return new Pattern([.. Enumerable.Range(0, nodes).Select(_ => (sbyte)((2 * random.Next(2)) - 1))]);
    }
}

using BenchmarkDotNet.Attributes;
using MagHopfield.Bench;

namespace MagHopfield.Benchmarks;

/// <summary>The engine by BenchmarkDotNet: dotnet run -c Release --project tests/MagHopfield.Benchmarks -- --filter "*".</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private FilmCase<float>? _single;
    private FilmCase<double>? _double;

    [Params(128, 256, 512, 1024)]
    public int Side { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _single = new FilmCase<float>(Side, Side, 1, Threads);
        _double = new FilmCase<double>(Side, Side, 1, Threads);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _single!.Dispose();
        _double!.Dispose();
    }

    [Benchmark]
    public void FieldSingle() => _single!.Field();

    [Benchmark]
    public void FieldDouble() => _double!.Field();

    [Benchmark]
    public void StepSingle() => _single!.Step();

    [Benchmark]
    public void StepDouble() => _double!.Step();
}

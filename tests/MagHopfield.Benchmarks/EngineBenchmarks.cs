using BenchmarkDotNet.Attributes;
using MagHopfield.Bench;

namespace MagHopfield.Benchmarks;

/// <summary>The engine by BenchmarkDotNet: dotnet run -c Release --project tests/MagHopfield.Benchmarks -- --filter "*".</summary>
[MemoryDiagnoser]
public class EngineBenchmarks
{
    private FilmCase<float>? _single;
    private FilmCase<double>? _double;

    [ParamsSource(nameof(Cases))]
    public string Cells { get; set; } = string.Empty;

    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>The sizes of `maghopfield bench`: films of 128² to 1024² and a cube of 64³.</summary>
    public static IEnumerable<string> Cases => EngineBenchmark.Sizes.Select(size => $"{size.X}×{size.Y}×{size.Z}");

    [GlobalSetup]
    public void Setup()
    {
        int[] n = [.. Cells.Split('×').Select(int.Parse)];
        _single = new FilmCase<float>(n[0], n[1], n[2], Threads);
        _double = new FilmCase<double>(n[0], n[1], n[2], Threads);
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

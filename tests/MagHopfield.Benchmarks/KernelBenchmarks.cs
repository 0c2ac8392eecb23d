using BenchmarkDotNet.Attributes;
using MagHopfield.Micromagnetics.Demag;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Benchmarks;

/// <summary>Set-up of the demagnetising field, single precision, one thread: computed, and read from a cache on disk.</summary>
public class KernelBenchmarks
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), "maghopfield-benchmark-" + Guid.NewGuid().ToString("N"));
    private Ferromagnet? _body;
    private KernelCache? _cache;

    [ParamsSource(nameof(Cases))]
    public string Cells { get; set; } = string.Empty;

    /// <summary>The sizes of `maghopfield bench`.</summary>
    public static IEnumerable<string> Cases => EngineBenchmarks.Cases;

    [GlobalSetup]
    public void Setup()
    {
        int[] n = [.. Cells.Split('×').Select(int.Parse)];
        _body = new Ferromagnet(new Mesh(n[0], n[1], n[2], 4e-9, 4e-9, 4e-9), 8e5);
        _cache = new KernelCache(_folder);
        _ = FromCache();
    }

    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public long Computed() => new Demagnetisation<float>(_body!).UnmanagedBytes;

    [Benchmark]
    public long FromCache() => new Demagnetisation<float>(_body!, cache: _cache).UnmanagedBytes;
}

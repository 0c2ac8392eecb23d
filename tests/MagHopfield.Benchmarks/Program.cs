using BenchmarkDotNet.Running;
using MagHopfield.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(EngineBenchmarks).Assembly).Run(args);

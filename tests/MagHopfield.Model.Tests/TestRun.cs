using System.Globalization;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Model.Files;
using MagHopfield.Model.Running;

namespace MagHopfield.Model.Tests;

/// <summary>A problem run in a folder that goes away with the test.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Path of a file beside the problem file.</summary>
    public string PathOf(string name) => Path.Combine(_folder.Path, name);

    public ProblemFile Parse(string text) => ProblemFile.Parse(text, PathOf("problem.toml"));

    public RunOutcome Run(string text) => ProblemRun.Execute(Parse(text), PathOf("out"), false, "test", new Silent(), default);

    /// <summary>Runs, is interrupted after a number of steps, and goes on to the end.</summary>
    public RunOutcome RunInterruptedAfter(string text, int steps)
    {
        using CancellationTokenSource source = new();
        try
        {
            return ProblemRun.Execute(Parse(text), PathOf("out"), false, "test", new Interrupting(steps, source), source.Token);
        }
        catch (RunInterruptedException)
        {
            return ProblemRun.Execute(Parse(text), PathOf("out"), true, "test", new Silent(), default);
        }
    }

    public VectorField<double> Final => Ovf.Read<double>(PathOf("out/m_final.ovf")).Field;

    /// <summary>A column of the table by its name.</summary>
    public double[] Column(string name)
    {
        string[][] rows = [.. File.ReadAllLines(PathOf("out/table.tsv")).Select(l => l.TrimStart('#', ' ').Split('\t'))];
        int at = Array.FindIndex(rows[0], h => h.Split(' ')[0] == name);
        return [.. rows.Skip(1).Select(r => double.Parse(r[at], CultureInfo.InvariantCulture))];
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Interrupting(int steps, CancellationTokenSource source) : IRunObserver
    {
        private int _count;

        public void Report(int stage, int stages, string activity, double fraction)
        {
            if (++_count == steps)
                source.Cancel();
        }
    }

    private sealed class Silent : IRunObserver
    {
        public void Report(int stage, int stages, string activity, double fraction)
        {
        }
    }
}

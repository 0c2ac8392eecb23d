using System.Globalization;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>
/// Outcomes of devices as they come, one line each in a tab-separated file, so that an interrupted run goes on where it was. The first
/// line tells which run the file belongs to.
/// </summary>
public sealed class DeviceLog : IDisposable
{
    private const int Patterns = 7;
    private const int Stages = 2;
    private readonly Lock _lock = new();
    private readonly Dictionary<int, DeviceOutcome> _outcomes = [];
    private readonly StreamWriter _writer;

    /// <summary>Opens a log, or makes one.</summary>
    /// <param name="path">File.</param>
    /// <param name="run">What tells one run from another: all its parameters.</param>
    /// <exception cref="IOException">The file holds devices of another run, or cannot be written.</exception>
    public DeviceLog(string path, string run)
    {
        string head = "# maghopfield devices of run " + run;
        if (File.Exists(path))
        {
            string[] lines = File.ReadAllLines(path);
            if (lines.Length > 0 && lines[0] != head)
            {
                throw new IOException($"'{path}' holds devices of a run with other parameters; name another folder with --out, or remove the file to begin anew.");
            }

            // The last line may have been cut off by the interruption.
            foreach (DeviceOutcome outcome in lines.Skip(1).Select(Read).OfType<DeviceOutcome>())
            {
                _outcomes[outcome.Index] = outcome;
            }
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _writer = new StreamWriter(path, append: false) { AutoFlush = true };
        _writer.WriteLine(head);
        foreach (DeviceOutcome outcome in _outcomes.Values)
        {
            _writer.WriteLine(Line(outcome));
        }
    }

    /// <summary>Number of outcomes.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _outcomes.Count;
            }
        }
    }

    /// <summary>Whether a device is done.</summary>
    public bool Has(int index)
    {
        lock (_lock)
        {
            return _outcomes.ContainsKey(index);
        }
    }

    /// <summary>Adds an outcome and writes it at once.</summary>
    public void Add(DeviceOutcome outcome)
    {
        lock (_lock)
        {
            _outcomes[outcome.Index] = outcome;
            _writer.WriteLine(Line(outcome));
        }
    }

    /// <summary>The outcomes of the first so many devices, in order.</summary>
    public IReadOnlyList<DeviceOutcome> First(int count)
    {
        lock (_lock)
        {
            return [.. _outcomes.Values.Where(o => o.Index < count).OrderBy(o => o.Index)];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private static string Line(DeviceOutcome o) => string.Join('\t', ((IEnumerable<string>)
    [
        o.Index.ToString(CultureInfo.InvariantCulture), Number(o.AmrRatio), Number(o.EdgeConductance),
        .. o.Margins.Concat(o.Measured).SelectMany(m => m).Select(Number),
        .. o.GatesRight.Select(n => n.ToString(CultureInfo.InvariantCulture)), "end",
    ]));

    private static DeviceOutcome? Read(string line)
    {
        string[] cells = line.Split('\t');
        const int Head = 3;
        const int Margins = Stages * Patterns;
        if (cells.Length != Head + 2 * Margins + Stages + 1 || cells[^1] != "end")
        {
            return null;
        }

        double[] Row(int start) => [.. Enumerable.Range(start, Patterns).Select(k => double.Parse(cells[k], CultureInfo.InvariantCulture))];
        return new DeviceOutcome(
            int.Parse(cells[0], CultureInfo.InvariantCulture),
            double.Parse(cells[1], CultureInfo.InvariantCulture),
            double.Parse(cells[2], CultureInfo.InvariantCulture),
            [Row(Head), Row(Head + Patterns)],
            [Row(Head + Margins), Row(Head + Margins + Patterns)],
            [.. Enumerable.Range(Head + 2 * Margins, Stages).Select(k => int.Parse(cells[k], CultureInfo.InvariantCulture))]);
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MagHopfield.BeforeAndAfter;

/// <summary>Runs entries with both builds and says which give the same.</summary>
/// <param name="before">The old build.</param>
/// <param name="after">The new build.</param>
/// <param name="keep">Folder to run in and to keep; null for a temporary one, of which what differs is kept.</param>
internal sealed class Session(Build before, Build after, string? keep)
{
    private readonly string _folder = keep is null
        ? Directory.CreateTempSubdirectory("maghopfield-before-and-after-").FullName
        : Directory.CreateDirectory(Path.GetFullPath(keep)).FullName;

    private readonly Comparison _comparison = new(DeclaredChange.Own());

    /// <summary>Runs entries and prints a table.</summary>
    /// <param name="entries">What to run.</param>
    /// <param name="jobs">How many at the same time.</param>
    /// <returns>Whether everything is the same, but for what is declared.</returns>
    public bool Run(IReadOnlyList<Entry> entries, int jobs)
    {
        string[] rows = new string[entries.Count];
        int failed = 0, widest = entries.Max(e => e.Name.Length);
        Parallel.For(0, entries.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs }, i =>
        {
            (rows[i], bool same) = Row(entries[i]);
            if (!same)
                Interlocked.Increment(ref failed);
            Console.Error.WriteLine(rows[i].Split('\n')[0]);
        });

        Console.WriteLine($"{"command".PadRight(widest)}  before s  after s  result");
        foreach (string row in rows)
            Console.WriteLine(row);
        Console.WriteLine(failed == 0
            ? $"{entries.Count} of {entries.Count} the same"
            : $"{failed} of {entries.Count} differ; both runs are in {_folder}");
        if (failed == 0 && keep is null)
            Directory.Delete(_folder, recursive: true);
        return failed == 0;

        (string, bool) Row(Entry entry)
        {
            string old = Path.Combine(_folder, entry.Name, "old"), young = Path.Combine(_folder, entry.Name, "new");
            int port = FreePort();
            double oldSeconds = Script.Run(entry, before, before, old, port), seconds = Script.Run(entry, after, before, young, port);
            IReadOnlyList<Difference> differences = _comparison.Of(entry, old, young);
            bool same = differences.All(d => d.Declared is not null);
            string result = differences.Count == 0 ? "same" : same ? "as declared" : "DIFFERS";
            string row = string.Create(
                CultureInfo.InvariantCulture, $"{entry.Name.PadRight(widest)}  {oldSeconds,8:0.0}  {seconds,7:0.0}  {result}");
            foreach (Difference d in differences)
                row += $"\n    {d.File}: {(d.Declared is null ? d.First : $"{d.First}; declared: {d.Declared}")}";
            if (same && keep is null)
                Directory.Delete(Path.Combine(_folder, entry.Name), recursive: true);
            return (row, same);
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

namespace MagHopfield.Store;

/// <summary>
/// Where the results of a folder grow before they replace those of an earlier run. The process may be killed at any time: a list of the
/// results, written when all are there and on the disk, lets the next run end the moving of them, so that two runs are never mixed.
/// To be used by who has the folder, see <see cref="HeldFolder"/>.
/// </summary>
/// <param name="target">Folder of the results.</param>
/// <param name="name">Name of the stage in it.</param>
/// <param name="earlier">Names of the files of an earlier run, which go away where this one does not replace them.</param>
public sealed class FolderStage(string target, string name, Func<IEnumerable<string>> earlier)
{
    private const string ListFile = ".complete";

    /// <summary>Folder in which they grow.</summary>
    public string Folder { get; } = Path.Combine(Path.GetFullPath(target), name);

    /// <summary>Whether all results were there when the run that made them ended or was killed.</summary>
    public bool IsComplete => File.Exists(PathOf(ListFile));

    /// <summary>Path of a result while it grows.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Moves results to their place, and removes the stage with what else is in it.</summary>
    /// <param name="results">Names of the results.</param>
    /// <exception cref="IOException">A file cannot be written or moved.</exception>
    public void Complete(IReadOnlyCollection<string> results)
    {
        foreach (string result in results)
        {
            using FileStream file = new(PathOf(result), FileMode.Open, FileAccess.ReadWrite);
            file.Flush(flushToDisk: true);
        }

        WholeFile.Write(PathOf(ListFile), string.Concat(results.Select(r => r + '\n')));
        Finish();
    }

    /// <summary>Goes on with the moving where it was broken off; only where <see cref="IsComplete"/>.</summary>
    public void Finish()
    {
        string[] results = File.ReadAllLines(PathOf(ListFile));

        // A list that someone wrote into names no file of another folder.
        foreach (string old in earlier().Except(results).Where(n => Path.GetFileName(n) == n && File.Exists(PlaceOf(n))).ToList())
            File.Delete(PlaceOf(old));
        foreach (string result in results.Where(n => File.Exists(PathOf(n))))
            File.Move(PathOf(result), PlaceOf(result), overwrite: true);
        Directory.Delete(Folder, recursive: true);
    }

    private string PlaceOf(string file) => Path.Combine(Path.GetDirectoryName(Folder)!, file);
}

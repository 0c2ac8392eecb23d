using MagHopfield.Problems.Output;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Running;

/// <summary>
/// Folder of a run's results. While the run goes on they grow in its folder `running`, where they may be looked at; when it is complete they
/// replace those of an earlier run. A run that was interrupted leaves `running` with its checkpoint. The process may be killed at any time:
/// half-written files are told by their names, and a list of the results, written when all are there, lets the next run end the moving of them.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private const string Running = "running", CheckpointFile = "checkpoint.ovf", LockFile = ".lock", ListFile = ".complete";
    private static readonly string[] Series = ["m*.ovf", "m*.png", "m*.svg", "table.png", "table.svg"];
    private readonly string _running;
    private readonly FileStream _lock;

    /// <summary>Opens a folder.</summary>
    /// <param name="target">Where the results shall be; made if it does not exist.</param>
    /// <param name="resume">Whether an interrupted run goes on.</param>
    /// <exception cref="IOException">It cannot be written, or another run is at work there.</exception>
    /// <exception cref="ProblemFileException">It holds an interrupted run that is not to go on, or none that could.</exception>
    public RunFolder(string target, bool resume)
    {
        Target = Path.GetFullPath(target);
        _running = Path.Combine(Target, Running);
        if (File.Exists(Target))
        {
            throw new IOException($"output folder '{target}' is a file; name a folder with --out.");
        }

        if (File.Exists(PathOf(ListFile)))
        {
            using (OpenLock())
            {
                MoveOut(File.ReadAllLines(PathOf(ListFile)));
            }

            Directory.Delete(_running, recursive: true);
            if (resume)
                throw new ProblemFileException($"'{target}' holds a run that is complete; its results are in place, there is nothing to go on with.");
        }

        if (!resume && File.Exists(Checkpoint))
        {
            throw new ProblemFileException(
                $"'{target}' holds an interrupted run; go on with it by --resume, name another folder with --out, or remove '{_running}'.");
        }

        if (resume && !File.Exists(Checkpoint))
        {
            throw new ProblemFileException(
                $"'{target}' holds no interrupted run; run without --resume, or name the folder of the interrupted run with --out.");
        }

        _lock = OpenLock();
        foreach (string left in Directory.EnumerateFiles(_running).ToList())
        {
            if (WholeFile.IsPart(left) || (!resume && Path.GetFileName(left) != LockFile))
                File.Delete(left);
        }
    }

    /// <summary>Path of the checkpoint.</summary>
    public string Checkpoint => PathOf(CheckpointFile);

    /// <summary>Folder of the finished results.</summary>
    public string Target { get; }

    /// <summary>Path of a result while the run goes on.</summary>
    public string PathOf(string file) => Path.Combine(_running, file);

    /// <summary>Moves all results to their place; fields and pictures of an earlier run go away.</summary>
    public void Complete()
    {
        string[] results = [.. Directory.EnumerateFiles(_running).Select(f => Path.GetFileName(f)).Where(f => f is not (CheckpointFile or LockFile))];
        WholeFile.Write(PathOf(ListFile), string.Join('\n', results));
        MoveOut(results);
        _lock.Dispose();
        Directory.Delete(_running, recursive: true);
    }

    private FileStream OpenLock()
    {
        try
        {
            Directory.CreateDirectory(_running);
            return new FileStream(PathOf(LockFile), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new IOException(
                $"output folder '{Target}' cannot be written ({e.Message.TrimEnd('.')}); end the run that is at work there, name another folder "
                + "with --out, or mend its permissions.",
                e);
        }
    }

    // Goes on where it was broken off before.
    private void MoveOut(string[] results)
    {
        foreach (string old in Series.SelectMany(s => Directory.EnumerateFiles(Target, s)).Where(f => !results.Contains(Path.GetFileName(f))).ToList())
        {
            File.Delete(old);
        }

        foreach (string name in results.Where(name => File.Exists(PathOf(name))))
        {
            File.Move(PathOf(name), Path.Combine(Target, name), overwrite: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();

        // A run that failed before its first row leaves nothing.
        if (Directory.Exists(_running) && !Directory.EnumerateFileSystemEntries(_running).Any())
        {
            Directory.Delete(_running);
        }
    }
}

using MagHopfield.Store;

namespace MagHopfield.Model.Running;

/// <summary>
/// Folder of a run's results. While the run goes on they grow in its folder `running`, where they may be looked at; when it is complete
/// they replace those of an earlier run. A run that was interrupted or killed leaves `running` with its checkpoint.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private const string Running = "running", CheckpointFile = "checkpoint.ovf";
    private static readonly string[] Series = ["m*.ovf", "m*.png", "m*.svg", "table.png", "table.svg"];
    private readonly FolderStage _stage;
    private readonly HeldFolder _held;

    /// <summary>Opens a folder.</summary>
    /// <param name="target">Where the results shall be; made if it does not exist.</param>
    /// <param name="resume">Whether an interrupted run goes on.</param>
    /// <exception cref="IOException">It cannot be written, or another run is at work there.</exception>
    /// <exception cref="ProblemFileException">It holds an interrupted run that is not to go on, or none that could.</exception>
    public RunFolder(string target, bool resume)
    {
        Target = Path.GetFullPath(target);
        _stage = new FolderStage(
            Target, Running, () => Series.SelectMany(s => Directory.EnumerateFiles(Target, s)).Select(f => Path.GetFileName(f)));

        // Nobody waits for a run that may take days.
        _held = HeldFolder.Take(target, TimeSpan.Zero);
        try
        {
            Prepare(target, resume);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Path of the checkpoint.</summary>
    public string Checkpoint => PathOf(CheckpointFile);

    /// <summary>Folder of the finished results.</summary>
    public string Target { get; }

    /// <summary>Path of a result while the run goes on.</summary>
    public string PathOf(string file) => _stage.PathOf(file);

    /// <summary>Moves all results to their place; fields and pictures of an earlier run go away.</summary>
    public void Complete() =>
        _stage.Complete([.. Directory.EnumerateFiles(_stage.Folder).Select(f => Path.GetFileName(f)).Where(f => f != CheckpointFile)]);

    private void Prepare(string target, bool resume)
    {
        if (_stage.IsComplete)
        {
            _stage.Finish();
            if (resume)
                throw new ProblemFileException(
                    $"'{target}' holds a run that is complete; its results are in place, there is nothing to go on with.");
        }

        if (!resume && File.Exists(Checkpoint))
        {
            throw new ProblemFileException(
                $"'{target}' holds an interrupted run; go on with it by --resume, name another folder with --out, or remove "
                + $"'{_stage.Folder}'.");
        }

        if (resume && !File.Exists(Checkpoint))
        {
            throw new ProblemFileException(
                $"'{target}' holds no interrupted run; run without --resume, or name the folder of the interrupted run with --out.");
        }

        Directory.CreateDirectory(_stage.Folder);
        WholeFile.RemoveAbandoned(_stage.Folder);
        if (!resume)
        {
            foreach (string left in Directory.EnumerateFiles(_stage.Folder).ToList())
                File.Delete(left);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // A run that failed before its first row leaves nothing.
        if (Directory.Exists(_stage.Folder) && !Directory.EnumerateFileSystemEntries(_stage.Folder).Any())
            Directory.Delete(_stage.Folder);
        _held.Dispose();
    }
}

namespace MagHopfield.Store;

/// <summary>
/// A folder of results that is either complete or absent: files are gathered in a hidden folder within the target and moved out when all
/// are written. An interrupted run leaves nothing behind, results of an earlier run stay until the new are complete, and of two runs at the
/// same time the last to end has its results there, whole.
/// </summary>
public sealed class ResultFolder : IDisposable
{
    /// <summary>Name of the file that tells which command the results are of.</summary>
    public const string CommandFile = "command.txt";

    /// <summary>Name of the file that lists the files of the results, one a line.</summary>
    public const string ListFile = "files.txt";

    private const string Mark = ".partial-", LockMark = ".lock";

    // Others have the folder while they look at it and while they move their results, not while they compute.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly string _given, _target;
    private readonly FolderStage _stage;
    private readonly FileLock? _alive;
    private readonly bool _isNew, _overwrite;
    private readonly string? _command;

    /// <summary>Opens a folder for results.</summary>
    /// <param name="target">Where the results shall be; made if it does not exist.</param>
    /// <param name="command">
    /// The command that makes them, without what does not change them; written into the folder, so that another command does not replace
    /// them unasked. Null for none.
    /// </param>
    /// <param name="overwrite">Whether results of another command are replaced.</param>
    /// <exception cref="IOException">
    /// The folder cannot be written, or holds the results of another command; the message says why and how to mend it.
    /// </exception>
    public ResultFolder(string target, string? command = null, bool overwrite = false)
    {
        (_given, _target, _command, _overwrite) = (target, Path.GetFullPath(target), command, overwrite);
        _stage = StageOf(Mark + Guid.NewGuid().ToString("N"));
        using HeldFolder held = HeldFolder.Take(target, Patience);
        _isNew = held.IsNew;
        try
        {
            EndAbandoned();
            RefuseOthers();
            _alive = FileLock.Take(_stage.Folder + LockMark);
            Directory.CreateDirectory(_stage.Folder);

            // A folder may be listable and still refuse files; better to know before a minute of simulation than after.
            WholeFile.Write(StagedPath("probe"), "");
            File.Delete(StagedPath("probe"));
        }
        catch (Exception e)
        {
            Dispose();
            if (e is UnauthorizedAccessException or NotSupportedException)
                throw HeldFolder.Unwritable(target, e);
            throw;
        }
    }

    /// <summary>Path of a file while the results are gathered.</summary>
    public string StagedPath(string fileName) => _stage.PathOf(fileName);

    /// <summary>Path of a file once <see cref="Complete"/> has run.</summary>
    public string FinalPath(string fileName) => Path.Combine(_target, fileName);

    /// <summary>
    /// Moves every gathered file to its place; each replaces an earlier one whole. What an earlier run listed as its own and this one did
    /// not write again is removed, so that the folder never mixes two runs; no other file is touched.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be written, or has got the results of another command meanwhile.</exception>
    public void Complete()
    {
        if (_command is not null)
            File.WriteAllText(StagedPath(CommandFile), _command + "\n");
        string[] names =
            [.. Directory.EnumerateFiles(_stage.Folder).Select(f => Path.GetFileName(f)).Append(ListFile).Order(StringComparer.Ordinal)];
        File.WriteAllText(StagedPath(ListFile), string.Concat(names.Select(n => n + "\n")));
        using HeldFolder held = HeldFolder.Take(_given, Patience);
        RefuseOthers();
        _stage.Complete(names);
    }

    /// <summary>Removes what was gathered and not completed.</summary>
    public void Dispose()
    {
        try
        {
            // What is complete but not moved yet is the next one's to move.
            if (Directory.Exists(_stage.Folder) && !_stage.IsComplete)
                Directory.Delete(_stage.Folder, recursive: true);
        }
        catch (Exception e) when (WholeFile.IsOfFiles(e))
        {
            // Nothing more can be done about a folder that has become unwritable; the results, if complete, are in place.
        }

        _alive?.Dispose();
        if (_isNew)
            HeldFolder.RemoveIfEmpty(_target);
    }

    private FolderStage StageOf(string name) =>
        new(_target, name, () => File.Exists(FinalPath(ListFile)) ? File.ReadAllLines(FinalPath(ListFile)) : []);

    private void RefuseOthers()
    {
        if (_command is not null && !_overwrite && File.Exists(FinalPath(CommandFile))
            && File.ReadAllText(FinalPath(CommandFile)).Trim() is string other && other != _command)
        {
            throw new IOException(
                $"output folder '{_given}' holds the results of another command, 'maghopfield {other}'; name another folder with --out, or "
                + "replace them with --overwrite.");
        }
    }

    // What killed processes have left: results that were complete are moved, others removed. Stages are made by who has the folder, so
    // that one whose lock is free is nobody's.
    private void EndAbandoned()
    {
        foreach (string name in Directory.EnumerateFileSystemEntries(_target, Mark + "*").Select(Name).Distinct().ToList())
        {
            using FileLock? free = FileLock.TryTake(Path.Combine(_target, name + LockMark));
            FolderStage left = StageOf(name);
            if (free is not null && left.IsComplete)
                left.Finish();
            else if (free is not null && Directory.Exists(left.Folder))
                Directory.Delete(left.Folder, recursive: true);
        }

        static string Name(string path) =>
            Path.GetFileName(path) is string name && name.EndsWith(LockMark, StringComparison.Ordinal)
                ? name[..^LockMark.Length]
                : Path.GetFileName(path);
    }
}

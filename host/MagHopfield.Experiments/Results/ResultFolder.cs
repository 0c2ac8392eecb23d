namespace MagHopfield.Experiments.Results;

/// <summary>
/// A folder of results that is either complete or absent: files are gathered in a hidden folder beside the target and moved over
/// when all are written. An interrupted run leaves nothing behind, and results of an earlier run stay until the new are complete.
/// </summary>
public sealed class ResultFolder : IDisposable
{
    /// <summary>Name of the file that tells which command the results are of.</summary>
    public const string CommandFile = "command.txt";

    /// <summary>Name of the file that lists the files of the results, one a line.</summary>
    public const string ListFile = "files.txt";

    private readonly string _target;
    private readonly string _staging;
    private readonly bool _createdParent;
    private readonly string? _command;

    /// <summary>Opens a folder for results.</summary>
    /// <param name="target">Where the results shall be; made if it does not exist.</param>
    /// <param name="command">The command that makes them, without what does not change them; written into the folder, so that another command does not replace them unasked. Null for none.</param>
    /// <param name="overwrite">Whether results of another command are replaced.</param>
    /// <exception cref="IOException">The folder cannot be written, or holds the results of another command; the message says why and how to mend it.</exception>
    public ResultFolder(string target, string? command = null, bool overwrite = false)
    {
        (_target, _command) = (Path.GetFullPath(target), command);
        if (File.Exists(_target))
        {
            throw new IOException($"output folder '{target}' is a file; name a folder with --out.");
        }

        if (command is not null && !overwrite && File.Exists(FinalPath(CommandFile)) && File.ReadAllText(FinalPath(CommandFile)).Trim() is string other && other != command)
        {
            throw new IOException($"output folder '{target}' holds the results of another command, 'maghopfield {other}'; name another folder with --out, or replace them with --overwrite.");
        }

        _staging = Path.Combine(_target, $".partial-{Environment.ProcessId}");
        try
        {
            _createdParent = !Directory.Exists(_target);
            Directory.CreateDirectory(_staging);

            // A folder may be listable and still refuse files; better to know before a minute of simulation than after.
            string probe = Path.Combine(_staging, "probe");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Dispose();
            throw new IOException(
                $"output folder '{target}' cannot be written ({e.Message.TrimEnd('.')}); name another with --out or mend its permissions.", e);
        }
    }

    /// <summary>Path of a file while the results are gathered.</summary>
    public string StagedPath(string fileName) => Path.Combine(_staging, fileName);

    /// <summary>Path of a file once <see cref="Complete"/> has run.</summary>
    public string FinalPath(string fileName) => Path.Combine(_target, fileName);

    /// <summary>
    /// Moves every gathered file to its place; each replaces an earlier one whole. What an earlier run listed as its own and this one did
    /// not write again is removed, so that the folder never mixes two runs; no other file is touched.
    /// </summary>
    public void Complete()
    {
        if (_command is not null)
        {
            File.WriteAllText(StagedPath(CommandFile), _command + "\n");
        }

        string[] earlier = File.Exists(FinalPath(ListFile)) ? File.ReadAllLines(FinalPath(ListFile)) : [];
        string[] names = [.. Directory.EnumerateFiles(_staging).Select(f => Path.GetFileName(f)).Append(ListFile).Order(StringComparer.Ordinal)];
        File.WriteAllText(StagedPath(ListFile), string.Concat(names.Select(n => n + "\n")));

        // A list that someone wrote into names no file of another folder.
        foreach (string old in earlier.Except(names).Where(n => Path.GetFileName(n) == n && File.Exists(FinalPath(n))))
        {
            File.Delete(FinalPath(old));
        }

        foreach (string file in Directory.EnumerateFiles(_staging))
        {
            File.Move(file, Path.Combine(_target, Path.GetFileName(file)), overwrite: true);
        }
    }

    /// <summary>Removes what was gathered and not completed.</summary>
    public void Dispose()
    {
        try
        {
            if (Directory.Exists(_staging))
            {
                Directory.Delete(_staging, recursive: true);
            }

            if (_createdParent && Directory.Exists(_target) && !Directory.EnumerateFileSystemEntries(_target).Any())
            {
                Directory.Delete(_target);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing more can be done about a folder that has become unwritable; the results, if complete, are in place.
        }
    }
}

namespace MagHopfield.Experiments.Results;

/// <summary>A file that is either whole or absent: written beside its place and moved there when complete.</summary>
public sealed class StagedFile : IDisposable
{
    private readonly string _path;
    private readonly string _staging;
    private bool _closed;

    /// <summary>Opens a file for writing.</summary>
    /// <param name="path">Where the file shall be.</param>
    /// <param name="firstLine">First line of a file of this kind: one that is there and does not begin with it is not replaced. Null replaces any.</param>
    /// <param name="kind">What the file is, in messages, as in "SPI trace".</param>
    /// <param name="overwrite">Whether a file of another kind is replaced, too.</param>
    /// <exception cref="IOException">It cannot be written, or is there and of another kind; the message says why and how to mend it.</exception>
    public StagedFile(string path, string? firstLine = null, string kind = "result", bool overwrite = false)
    {
        _path = Path.GetFullPath(path);
        if (firstLine is not null && !overwrite && File.Exists(_path) && !Begins(_path, firstLine))
        {
            throw new IOException($"file '{path}' is there already and is no {kind}; name another, or replace it with --overwrite.");
        }

        _staging = _path + $".partial-{Environment.ProcessId}";
        try
        {
            if (Directory.Exists(_path))
            {
                throw new IOException("it is a folder");
            }

            if (Path.GetDirectoryName(_path) is string folder && !Directory.Exists(folder))
            {
                throw new IOException($"there is no folder '{folder}'");
            }

            Writer = new StreamWriter(_staging);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new IOException($"file '{path}' cannot be written ({e.Message.TrimEnd('.')}); name another.", e);
        }
    }

    /// <summary>Takes the content.</summary>
    public StreamWriter Writer { get; }

    /// <summary>Moves the file to its place, over an earlier one.</summary>
    public void Complete()
    {
        Close();
        File.Move(_staging, _path, overwrite: true);
    }

    /// <summary>Removes what was written and not completed.</summary>
    public void Dispose()
    {
        Close();
        File.Delete(_staging);
    }

    // A device or a pipe has no length, and none of its lines is read.
    private static bool Begins(string path, string firstLine)
    {
        try
        {
            return new FileInfo(path).Length > 0 && File.ReadLines(path).First() == firstLine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Close()
    {
        if (!_closed)
        {
            _closed = true;
            Writer.Dispose();
        }
    }
}

namespace MagHopfield.Experiments.Results;

/// <summary>A file that is either whole or absent: written beside its place and moved there when complete.</summary>
public sealed class StagedFile : IDisposable
{
    private readonly string _path;
    private readonly string _staging;
    private bool _closed;

    /// <summary>Opens a file for writing.</summary>
    /// <param name="path">Where the file shall be.</param>
    /// <exception cref="IOException">It cannot be written; the message says why and how to mend it.</exception>
    public StagedFile(string path)
    {
        _path = Path.GetFullPath(path);
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

    private void Close()
    {
        if (!_closed)
        {
            _closed = true;
            Writer.Dispose();
        }
    }
}

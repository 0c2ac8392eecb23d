namespace MagHopfield.Store;

/// <summary>
/// A folder that one writer has at a time. It is made where it is not there, and goes away again where nothing came of it.
/// </summary>
public sealed class HeldFolder : IDisposable
{
    private const string LockFile = ".lock";
    private readonly string _folder;
    private readonly FileLock _lock;

    private HeldFolder(string folder, FileLock held, bool isNew) => (_folder, _lock, IsNew) = (folder, held, isNew);

    /// <summary>Whether it was made here.</summary>
    public bool IsNew { get; }

    /// <summary>Takes a folder for results.</summary>
    /// <param name="target">The folder.</param>
    /// <param name="patience">How long another writer is waited for.</param>
    /// <exception cref="IOException">
    /// It cannot be written, or another command is still writing it; the message says why and how to mend it.
    /// </exception>
    public static HeldFolder Take(string target, TimeSpan patience)
    {
        string folder = Path.GetFullPath(target);
        if (File.Exists(folder))
            throw new IOException($"output folder '{target}' is a file; name a folder with --out.");
        bool isNew = !Directory.Exists(folder);
        try
        {
            using CancellationTokenSource end = new(patience);
            string file = Path.Combine(folder, LockFile);
            while (true)
            {
                Directory.CreateDirectory(folder);
                try
                {
                    return new(folder, FileLock.TryTake(file) ?? FileLock.Take(file, end.Token), isNew);
                }
                catch (DirectoryNotFoundException) when (!Directory.Exists(folder) && !end.IsCancellationRequested)
                {
                    // Its last writer has left nothing in it and removed it.
                }
            }
        }
        catch (OperationCanceledException e)
        {
            throw new IOException(
                $"output folder '{target}' cannot be written (another command is at it); end the run that is at work there, or name "
                + "another "
                + "folder with --out.",
                e);
        }
        catch (Exception e) when (WholeFile.IsOfFiles(e) || e is ArgumentException)
        {
            throw Unwritable(target, e);
        }
    }

    /// <summary>The error of a folder that cannot be written.</summary>
    internal static IOException Unwritable(string target, Exception e) => new(
        $"output folder '{target}' cannot be written ({e.Message.TrimEnd('.')}); name another with --out, make room, or mend its "
        + "permissions.", e);

    /// <summary>Removes a folder that has nothing in it.</summary>
    internal static void RemoveIfEmpty(string folder)
    {
        try
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
        catch (Exception e) when (WholeFile.IsOfFiles(e))
        {
            // Another one has just begun to use it.
        }
    }

    /// <summary>Gives it back.</summary>
    public void Dispose()
    {
        _lock.Dispose();
        if (IsNew)
            RemoveIfEmpty(_folder);
    }
}

using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace MagHopfield.Store;

/// <summary>
/// A file that is either whole or absent: written beside its place, flushed to the disk and moved there when complete, over an earlier one.
/// What is beside the place is locked by its writer, so that two never share it and the next process that writes into the folder can
/// tell, and removes, what a killed one has left.
/// </summary>
public sealed partial class WholeFile : IDisposable
{
    private const string Mark = ".partial-";

    // Folders that this process has looked through: a run may write many thousands of files into one.
    private static readonly ConcurrentDictionary<string, bool> Swept = [];
    private readonly string _path, _given, _staging;
    private readonly FileStream _stream;
    private bool _complete;

    /// <summary>Opens a file for writing.</summary>
    /// <param name="path">Where the file shall be; its folder must be there.</param>
    /// <param name="firstLine">
    /// First line of a file of this kind: one that is there and does not begin with it is not replaced. Null replaces any.
    /// </param>
    /// <param name="kind">What the file is, in messages, as in "SPI trace".</param>
    /// <param name="overwrite">Whether a file of another kind is replaced, too.</param>
    /// <exception cref="IOException">
    /// It cannot be written, or is there and of another kind; the message says why and how to mend it.
    /// </exception>
    public WholeFile(string path, string? firstLine = null, string kind = "result", bool overwrite = false)
    {
        (_given, _path) = (path, Path.GetFullPath(path));
        if (firstLine is not null && !overwrite && File.Exists(_path) && !Begins(_path, firstLine))
            throw new IOException($"file '{path}' is there already and is no {kind}; name another, or replace it with --overwrite.");
        try
        {
            if (Directory.Exists(_path))
                throw new IOException("it is a folder");
            string folder = Path.GetDirectoryName(_path)!;
            if (!Directory.Exists(folder))
                throw new IOException($"there is no folder '{folder}'");
            if (Swept.TryAdd(folder, true))
                RemoveAbandoned(folder);
            (_stream, _staging) = OpenStage(_path);
            Writer = new StreamWriter(_stream, leaveOpen: true);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            throw Unwritable(e);
        }
    }

    /// <summary>Takes the content as bytes.</summary>
    public Stream Stream => _stream;

    /// <summary>Takes the content as text in UTF-8; flush it before bytes are written behind it.</summary>
    public StreamWriter Writer { get; }

    /// <summary>Writes a file.</summary>
    /// <param name="path">Where the file shall be; its folder must be there.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="IOException">It cannot be written; the message says why and how to mend it.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        using WholeFile file = new(path);
        try
        {
            write(file.Stream);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            throw file.Unwritable(e);
        }

        file.Complete();
    }

    /// <summary>Writes a file.</summary>
    /// <param name="path">Where the file shall be; its folder must be there.</param>
    /// <param name="content">The content.</param>
    /// <exception cref="IOException">It cannot be written; the message says why and how to mend it.</exception>
    public static void Write(string path, byte[] content) => Write(path, stream => stream.Write(content));

    /// <summary>Writes a text in UTF-8.</summary>
    /// <param name="path">Where the file shall be; its folder must be there.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="IOException">It cannot be written; the message says why and how to mend it.</exception>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Moves the file to its place, over an earlier one.</summary>
    /// <param name="toDisk">
    /// Whether it must outlive a cut of the power from now on; false is for files whose reader tells a torn one and can do without it.
    /// </param>
    /// <exception cref="IOException">It cannot be written; the message says why and how to mend it.</exception>
    public void Complete(bool toDisk = true)
    {
        try
        {
            Writer.Dispose();

            // Without this a power cut may leave the moved name with unwritten content.
            _stream.Flush(flushToDisk: toDisk);

            // While it is still locked: nobody takes it for abandoned.
            File.Move(_staging, _path, overwrite: true);
            _complete = true;
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            throw Unwritable(e);
        }
    }

    /// <summary>Removes what was written and not completed.</summary>
    public void Dispose()
    {
        try
        {
            Writer.Dispose();
        }
        catch (Exception e) when (IsOfFiles(e) && !_complete)
        {
            // What cannot be written any more is not wanted any more.
        }

        if (!_complete)
            File.Delete(_staging);
        try
        {
            _stream.Dispose();
        }
        catch (Exception e) when (IsOfFiles(e) && !_complete)
        {
            // The same of its last bytes.
        }
    }

    /// <summary>
    /// Removes what killed processes have left beside the places of files, and touches nothing that another process is writing.
    /// </summary>
    /// <param name="folder">The folder.</param>
    public static void RemoveAbandoned(string folder)
    {
        foreach (string left in Directory.EnumerateFiles(folder, $"*{Mark}*").Where(f => Stage().IsMatch(f)).ToList())
        {
            try
            {
                new FileStream(left, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            }
            catch (Exception e) when (IsOfFiles(e))
            {
                // It is being written, or another one has removed it.
            }
        }
    }

    /// <summary>Whether an error is one of files and folders rather than of the program.</summary>
    internal static bool IsOfFiles(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException;

    // Its name is nobody else's. Who looks for abandoned files may have it open before it is locked, and removes it then.
    private static (FileStream Stream, string Path) OpenStage(string path)
    {
        for (int tries = 1; ; tries++)
        {
            string staging = $"{path}{Mark}{Guid.NewGuid():N}";
            try
            {
                FileStream stream = new(staging, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete);
                if (File.Exists(staging))
                    return (stream, staging);
                stream.Dispose();
            }
            catch (IOException e) when (FileLock.IsTaken(e) && tries < 10)
            {
                // Taken for abandoned by another process in this very moment.
            }
        }
    }

    // No file of anyone else has such a name.
    [GeneratedRegex(Mark + "[0-9a-f]{32}$")]
    private static partial Regex Stage();

    // A device or a pipe has no length, and none of its lines is read.
    private static bool Begins(string path, string firstLine)
    {
        try
        {
            return new FileInfo(path).Length > 0 && File.ReadLines(path).First() == firstLine;
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            return false;
        }
    }

    private IOException Unwritable(Exception e) =>
        new($"file '{_given}' cannot be written ({e.Message.TrimEnd('.')}); name another, make room, or mend its permissions.", e);
}

namespace MagHopfield.Store;

/// <summary>
/// A lock that one holder has at a time, among all processes and within each, and that the operating system takes back when its process
/// ends, however it ends. Its file goes away with it.
/// </summary>
public sealed class FileLock : IDisposable
{
    // Errors that say "another one has it": EAGAIN of Linux, of macOS, a sharing and a locking violation of Windows.
    private static readonly int[] Taken = [11, 35, 32, 33];
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(5), LongestPause = TimeSpan.FromMilliseconds(200);
    private readonly FileStream _file;

    private FileLock(FileStream file) => _file = file;

    /// <summary>Takes the lock if nobody has it.</summary>
    /// <param name="path">File of the lock; its folder must be there.</param>
    /// <returns>Null where another one has it.</returns>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    public static FileLock? TryTake(string path)
    {
        try
        {
            // With these options, and with these only, .NET makes sure that the file it has locked is still the one at the path: its last
            // holder may have removed it in between.
            return new FileLock(
                new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException e) when (IsTaken(e))
        {
            return null;
        }
    }

    /// <summary>Takes the lock, and waits for it while another one has it.</summary>
    /// <param name="path">File of the lock; its folder must be there.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be made.</exception>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public static FileLock Take(string path, CancellationToken cancellation = default)
    {
        for (TimeSpan pause = FirstPause; ; pause = pause < LongestPause ? 2 * pause : pause)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryTake(path) is FileLock taken)
                return taken;
            cancellation.WaitHandle.WaitOne(pause);
        }
    }

    /// <summary>Whether an error says that another one has a file open which one wanted to have alone.</summary>
    internal static bool IsTaken(IOException e) =>
        Taken.Contains(e.HResult & 0xFFFF) && e is not (DirectoryNotFoundException or FileNotFoundException);

    /// <summary>Gives it back.</summary>
    public void Dispose() => _file.Dispose();
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Store;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// A folder that keeps demagnetising kernels from one run to the next. A file holds the kernel's description, its numbers and a SHA-256
/// over both; whatever is missing, cut off, changed or made for something else is computed anew and replaced. Files are written aside and
/// renamed, so that many processes may share a folder. No failure of the file system ends a run: the kernel is then computed.
/// </summary>
public sealed class KernelCache
{
    /// <summary>Environment variable of the folder; "off" for none.</summary>
    public const string Variable = "MAGHOPFIELD_KERNEL_CACHE";

    private const string Extension = ".kernel";
    private const int Chunk = 1 << 20;
    private static readonly byte[] Magic = "MagHopfield demagnetising kernel\n"u8.ToArray();

    /// <summary>Makes a cache in a folder, which is made when the first kernel is kept.</summary>
    /// <param name="folder">Path of the folder.</param>
    /// <param name="maxBytes">Size in bytes beyond which the kernels that were not used for longest are deleted.</param>
    public KernelCache(string folder, long maxBytes = 1L << 30)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        if (maxBytes < 0)
            throw new ArgumentOutOfRangeException(nameof(maxBytes), $"Size of the kernel cache = {maxBytes} B; give 0 or more.");
        (Folder, MaxBytes) = (Path.GetFullPath(folder), maxBytes);
    }

    /// <summary>
    /// The cache that demagnetising terms use which are given none; null, as at first, for no cache at all. To be set where a program
    /// begins.
    /// </summary>
    public static KernelCache? Default { get; set; }

    /// <summary>Path of the folder.</summary>
    public string Folder { get; }

    /// <summary>Size in bytes beyond which kernels are deleted.</summary>
    public long MaxBytes { get; }

    /// <summary>
    /// The user's cache: the folder that the environment variable <see cref="Variable"/> names, else maghopfield in XDG_CACHE_HOME, in
    /// ~/.cache or, on Windows, in the local application data. Null where the variable says "off" or the user has no such folder.
    /// </summary>
    public static KernelCache? OfUser()
    {
        string? named = Environment.GetEnvironmentVariable(Variable);
        if (string.Equals(named?.Trim(), "off", StringComparison.OrdinalIgnoreCase))
            return null;
        if (!string.IsNullOrWhiteSpace(named))
            return new KernelCache(named);
        string? parent = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        // The specification has relative paths ignored.
        if (!Path.IsPathFullyQualified(parent ?? string.Empty))
        {
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            parent = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : home.Length > 0 ? Path.Combine(home, ".cache") : string.Empty;
        }
        return string.IsNullOrEmpty(parent) ? null : new KernelCache(Path.Combine(parent, "maghopfield", "kernels"));
    }

    /// <summary>Path of the file of a kernel.</summary>
    internal string PathOf(string description) =>
        Path.Combine(Folder, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(description)).AsSpan(0, 16)) + Extension);

    /// <summary>Reads a kernel, if it is there and whole; if not, the values are undefined.</summary>
    internal bool TryRead<T>(string description, AlignedBuffer<T> values)
        where T : unmanaged
    {
        string path = PathOf(description);
        try
        {
            if (!File.Exists(path))
                return false;
            using (FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1))
            {
                byte[] expected = Header(description, values.Bytes), header = new byte[expected.Length];
                if (file.Length != expected.Length + values.Bytes + SHA256.HashSizeInBytes)
                    return false;
                file.ReadExactly(header);
                if (!header.AsSpan().SequenceEqual(expected))
                    return false;
                using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                hash.AppendData(header);
                for (long at = 0; at < values.Bytes; at += Chunk)
                {
                    Span<byte> part = values.BytesAt(at, Chunk);
                    file.ReadExactly(part);
                    hash.AppendData(part);
                }
                byte[] sum = new byte[SHA256.HashSizeInBytes];
                file.ReadExactly(sum);
                if (!hash.GetHashAndReset().AsSpan().SequenceEqual(sum))
                    return false;
            }
            Touch(path);
            return true;
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            return false;
        }
    }

    /// <summary>Keeps a kernel, if it can, and deletes old ones.</summary>
    internal void Write<T>(string description, AlignedBuffer<T> values)
        where T : unmanaged
    {
        byte[] header = Header(description, values.Bytes);
        if (header.Length + values.Bytes + SHA256.HashSizeInBytes > MaxBytes)
            return;
        string path = PathOf(description);
        try
        {
            Directory.CreateDirectory(Folder);
            using (WholeFile whole = new(path))
            using (IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
            {
                Stream file = whole.Stream;
                hash.AppendData(header);
                file.Write(header);
                for (long at = 0; at < values.Bytes; at += Chunk)
                {
                    ReadOnlySpan<byte> part = values.BytesAt(at, Chunk);
                    hash.AppendData(part);
                    file.Write(part);
                }
                file.Write(hash.GetHashAndReset());

                // A torn kernel is told by its sum and computed anew.
                whole.Complete(toDisk: false);
            }
            Trim(path);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            // It is computed anew next time.
        }
    }

    private static byte[] Header(string description, long bytes)
    {
        byte[] text = Encoding.UTF8.GetBytes(description), header = new byte[Magic.Length + 12 + text.Length];
        Magic.CopyTo(header, 0);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(Magic.Length), text.Length);
        BinaryPrimitives.WriteInt64LittleEndian(header.AsSpan(Magic.Length + 4), bytes);
        text.CopyTo(header, Magic.Length + 12);
        return header;
    }

    // Deletes the kernels that were not used for longest, never the one just written, and what a killed process left half written.
    private void Trim(string written)
    {
        WholeFile.RemoveAbandoned(Folder);
        FileInfo[] kernels = [.. new DirectoryInfo(Folder).GetFiles("*" + Extension).OrderBy(f => f.LastWriteTimeUtc)];
        long total = kernels.Sum(LengthOf);
        foreach (FileInfo kernel in kernels.Where(k => k.FullName != written))
        {
            if (total <= MaxBytes)
                return;
            total -= LengthOf(kernel);
            Delete(kernel.FullName);
        }
    }

    // Another process may have deleted it.
    private static long LengthOf(FileInfo file) => file.Exists ? file.Length : 0;

    private static void Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            // A folder that can only be read serves as well.
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (IsOfFiles(e))
        {
            // Another process has it open, or has deleted it.
        }
    }

    private static bool IsOfFiles(Exception e) => e is IOException or UnauthorizedAccessException or NotSupportedException;
}

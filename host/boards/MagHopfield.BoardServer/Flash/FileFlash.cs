using MagHopfield.Instrument.Ports;

namespace MagHopfield.BoardServer.Flash;

/// <summary>
/// A flash in a file, so that a virtual board remembers across runs; every write reaches the disk before the next begins.
/// </summary>
/// <remarks>
/// Written in place and not beside it, unlike all other files: a chip's page, too, is torn where the power fails, and the settings above
/// it, two copies with a checksum each, are there to bear it.
/// </remarks>
public sealed class FileFlash : IFlashStore, IDisposable
{
    private readonly FileStream _file;

    /// <summary>Opens the file, or makes it as an erased flash.</summary>
    /// <param name="path">File.</param>
    /// <param name="pageCount">Pages.</param>
    /// <param name="pageBytes">Bytes of a page.</param>
    /// <exception cref="IOException">It cannot be used; the message says why and how to mend it.</exception>
    public FileFlash(string path, int pageCount, int pageBytes)
    {
        PageCount = pageCount;
        PageBytes = pageBytes;
        long length = (long)pageCount * pageBytes;
        try
        {
            _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"flash file '{path}' cannot be opened ({e.Message.TrimEnd('.')}); name another with --flash, or end the board that uses "
                + "it.",
                e);
        }

        if (_file.Length != 0 && _file.Length != length)
        {
            long found = _file.Length;
            _file.Dispose();
            throw new IOException($"flash file '{path}' has {found} bytes, a flash has {length}; name another with --flash.");
        }

        if (_file.Length == 0)
        {
            byte[] erased = new byte[length];
            Array.Fill(erased, (byte)0xFF);
            Put(0, erased);
        }
    }

    /// <inheritdoc/>
    public int PageCount { get; }

    /// <inheritdoc/>
    public int PageBytes { get; }

    /// <inheritdoc/>
    public void Check()
    {
    }

    /// <inheritdoc/>
    public void Read(int page, byte[] buffer)
    {
        _file.Position = (long)page * PageBytes;
        _file.ReadExactly(buffer.AsSpan(0, PageBytes));
    }

    /// <inheritdoc/>
    public void Erase(int page)
    {
        byte[] erased = new byte[PageBytes];
        Array.Fill(erased, (byte)0xFF);
        Put((long)page * PageBytes, erased);
    }

    /// <inheritdoc/>
    public void Write(int page, byte[] data) => Put((long)page * PageBytes, data.AsSpan(0, PageBytes));

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();

    private void Put(long position, ReadOnlySpan<byte> bytes)
    {
        _file.Position = position;
        _file.Write(bytes);
        _file.Flush(flushToDisk: true);
    }
}

using MagHopfield.Instrument.Ports;

namespace MagHopfield.BoardServer.Flash;

/// <summary>A flash that forgets with the process.</summary>
/// <param name="pageCount">Pages.</param>
/// <param name="pageBytes">Bytes of a page.</param>
public sealed class MemoryFlash(int pageCount, int pageBytes) : IFlashStore
{
    private readonly byte[] _bytes = Erased(pageCount * pageBytes);

    /// <inheritdoc/>
    public int PageCount => pageCount;

    /// <inheritdoc/>
    public int PageBytes => pageBytes;

    /// <inheritdoc/>
    public void Check()
    {
    }

    /// <inheritdoc/>
    public void Read(int page, byte[] buffer) => _bytes.AsSpan(page * pageBytes, pageBytes).CopyTo(buffer);

    /// <inheritdoc/>
    public void Erase(int page) => _bytes.AsSpan(page * pageBytes, pageBytes).Fill(0xFF);

    /// <inheritdoc/>
    public void Write(int page, byte[] data) => data.AsSpan(0, pageBytes).CopyTo(_bytes.AsSpan(page * pageBytes));

    private static byte[] Erased(int count)
    {
        byte[] bytes = new byte[count];
        Array.Fill(bytes, (byte)0xFF);
        return bytes;
    }
}

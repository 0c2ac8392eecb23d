namespace MagHopfield.Instrument.Ports;

/// <summary>
/// Flash, or any memory that keeps its content without power, as pages. A power cut may come at any moment: a page that is being erased or
/// written then holds anything; all others stay.
/// </summary>
public interface IFlashStore
{
    /// <summary>Number of pages, at least 4.</summary>
    int PageCount { get; }

    /// <summary>Bytes of a page, at least 32.</summary>
    int PageBytes { get; }

    /// <summary>Checks that the memory answers and is the one that it should be.</summary>
    /// <exception cref="FlashException">It does not; a chip may throw its own exception.</exception>
    void Check();

    /// <summary>Reads a page.</summary>
    /// <param name="page">0 … <see cref="PageCount"/> − 1.</param>
    /// <param name="buffer">Room for <see cref="PageBytes"/> bytes.</param>
    void Read(int page, byte[] buffer);

    /// <summary>Sets all bytes of a page to 0xFF.</summary>
    /// <param name="page">0 … <see cref="PageCount"/> − 1.</param>
    void Erase(int page);

    /// <summary>Writes an erased page.</summary>
    /// <param name="page">0 … <see cref="PageCount"/> − 1.</param>
    /// <param name="data"><see cref="PageBytes"/> bytes.</param>
    void Write(int page, byte[] data);
}

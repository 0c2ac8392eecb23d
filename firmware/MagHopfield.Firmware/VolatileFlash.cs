using MagHopfield.Instrument.Settings;

namespace MagHopfield.Firmware;

/// <summary>
/// Pages in memory: MEMory:SAVE and LOAD work, but a power cut loses them. nanoFramework gives the flash of an ESP32 only as files, and the
/// surface of that library is not among the facts that these sources are compiled against.
/// </summary>
internal sealed class VolatileFlash : IFlashStore
{
    private const int Pages = 8;
    private const int Bytes = 256;

    private readonly byte[][] _pages = new byte[Pages][];

    public VolatileFlash()
    {
        for (int i = 0; i < Pages; i++)
        {
            _pages[i] = new byte[Bytes];
            Erase(i);
        }
    }

    public int PageCount => Pages;

    public int PageBytes => Bytes;

    public void Read(int page, byte[] buffer) => _pages[page].CopyTo(buffer, 0);

    public void Erase(int page)
    {
        for (int i = 0; i < Bytes; i++)
        {
            _pages[page][i] = 0xFF;
        }
    }

    public void Write(int page, byte[] data) => data.CopyTo(_pages[page], 0);
}

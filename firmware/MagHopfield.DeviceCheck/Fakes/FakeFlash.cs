using System;
using MagHopfield.DeviceCheck.Checks;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.DeviceCheck.Fakes;

/// <summary>Flash in memory whose power fails after some erasures and writes; the page of the last one is then left half done.</summary>
public sealed class FakeFlash : IFlashStore
{
    private readonly byte[][] _pages = new byte[8][];

    /// <summary>Makes an erased flash.</summary>
    public FakeFlash()
    {
        for (int i = 0; i < _pages.Length; i++)
        {
            _pages[i] = new byte[PageBytes];
            Fill(_pages[i]);
        }
    }

    /// <summary>Erasures and writes until the power fails; negative for never.</summary>
    public int StepsLeft { get; set; } = -1;

    /// <inheritdoc/>
    public int PageCount => 8;

    /// <inheritdoc/>
    public int PageBytes => 64;

    /// <inheritdoc/>
    public void Check()
    {
    }

    /// <inheritdoc/>
    public void Read(int page, byte[] buffer) => Array.Copy(_pages[page], buffer, PageBytes);

    /// <inheritdoc/>
    public void Erase(int page)
    {
        Step(page);
        Fill(_pages[page]);
    }

    /// <inheritdoc/>
    public void Write(int page, byte[] data)
    {
        Step(page);
        Array.Copy(data, _pages[page], PageBytes);
    }

    private void Step(int page)
    {
        if (StepsLeft == 0)
        {
            _pages[page][3] = 0x5A;
            throw new FlashException("The power failed.");
        }

        StepsLeft--;
    }

    private static void Fill(byte[] page)
    {
        for (int i = 0; i < page.Length; i++)
            page[i] = 0xFF;
    }
}

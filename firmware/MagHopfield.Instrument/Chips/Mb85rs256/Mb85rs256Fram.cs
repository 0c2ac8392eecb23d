using System;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Spi;

namespace MagHopfield.Instrument.Chips.Mb85rs256;

/// <summary>
/// 32 KiB of FRAM that holds what the instrument saves (MB85RS256B; the MB85RS256TY speaks the same frames). A byte is kept from the
/// moment its last bit has come: a write cut by a power failure leaves the bytes before it new and those behind it old.
/// </summary>
public sealed class Mb85rs256Fram : IFlashStore, IDisposable
{
    // With its head of three bytes a page is a frame of 35 bytes, which the ESP32 sends with and without DMA.
    private const int Bytes = 32;
    private const int Capacity = 32768;
    private const int Head = 3;
    private const int Readings = 4;

    // Maker (continuation code 0x7F), density, product.
    private const uint IdentityB = 0x047F0509;
    private const uint IdentityTy = 0x047F2503;

    private readonly ISpiLink _spi;
    private readonly string _chip;
    private readonly byte[] _one = new byte[1];
    private readonly byte[] _two = new byte[2];
    private readonly byte[] _status = new byte[2];
    private readonly byte[] _send = new byte[Head + Bytes];
    private readonly byte[] _receive = new byte[Head + Bytes];
    private readonly byte[] _again = new byte[Head + Bytes];

    /// <summary>A chip on an open bus of mode 0 or 3; nothing is sent yet. The link is disposed with the driver.</summary>
    /// <param name="spi">Device of this chip select.</param>
    /// <param name="name">Place on the board for error texts, as in "MEM".</param>
    public Mb85rs256Fram(ISpiLink spi, string name)
    {
        _spi = spi;
        _chip = "MB85RS256 " + name;
    }

    /// <inheritdoc/>
    public int PageCount => Capacity / Bytes;

    /// <inheritdoc/>
    public int PageBytes => Bytes;

    /// <summary>Checks that the chip is there and is the one.</summary>
    /// <exception cref="ChipException">It answers as another chip, or not at all.</exception>
    public void Check() => Identify();

    /// <summary>Checks that the chip is there and is the one.</summary>
    /// <exception cref="ChipException">It answers as another chip, or not at all.</exception>
    public void Identify()
    {
        byte[] send = new byte[5];
        byte[] receive = new byte[5];
        send[0] = (byte)Opcode.ReadIdentity;
        _spi.TransferFullDuplex(send, receive);
        uint identity = ((uint)receive[1] << 24) | ((uint)receive[2] << 16) | ((uint)receive[3] << 8) | receive[4];
        if (identity != IdentityB && identity != IdentityTy)
        {
            throw new ChipException(_chip, "RDID (0x9F)", "0x" + IdentityB.ToString("X8") + " or 0x" + IdentityTy.ToString("X8"),
                "0x" + identity.ToString("X8"), "check chip select, MISO and supply");
        }
    }

    /// <summary>
    /// Reads a page until two readings agree, four times at most: a bit that is lost on the wire must not make a good state look torn.
    /// </summary>
    /// <param name="page">0 … <see cref="PageCount"/> − 1.</param>
    /// <param name="buffer">Room for <see cref="PageBytes"/> bytes.</param>
    public void Read(int page, byte[] buffer)
    {
        Address(Opcode.Read, page);
        for (int i = Head; i < _send.Length; i++)
            _send[i] = 0;

        _spi.TransferFullDuplex(_send, _receive);
        for (int reading = 1; reading < Readings; reading++)
        {
            Array.Copy(_receive, _again, _receive.Length);
            _spi.TransferFullDuplex(_send, _receive);
            bool agree = true;
            for (int i = Head; i < _receive.Length; i++)
                agree = agree && _receive[i] == _again[i];

            if (agree)
                break;
        }

        Array.Copy(_receive, Head, buffer, 0, Bytes);
    }

    /// <summary>Sets all bytes of a page to 0xFF.</summary>
    /// <param name="page">0 … <see cref="PageCount"/> − 1.</param>
    /// <exception cref="ChipException">The chip does not let itself be written.</exception>
    public void Erase(int page)
    {
        for (int i = 0; i < Bytes; i++)
            _send[Head + i] = 0xFF;

        Send(page);
    }

    /// <summary>Writes a page. Whoever calls reads it back.</summary>
    /// <param name="page">0 … <see cref="PageCount"/> − 1.</param>
    /// <param name="data"><see cref="PageBytes"/> bytes.</param>
    /// <exception cref="ChipException">The chip does not let itself be written.</exception>
    public void Write(int page, byte[] data)
    {
        Array.Copy(data, 0, _send, Head, Bytes);
        Send(page);
    }

    /// <inheritdoc/>
    public void Dispose() => _spi.Dispose();

    private void Send(int page)
    {
        Address(Opcode.Write, page);
        _one[0] = (byte)Opcode.WriteEnable;
        _spi.Write(_one);

        // The latch tells that a chip is there and listens; a protected one would drop what comes next without a word.
        _two[0] = (byte)Opcode.ReadStatus;
        _two[1] = 0;
        _spi.TransferFullDuplex(_two, _status);
        StatusBits status = (StatusBits)_status[1] & (StatusBits.WriteLatch | StatusBits.Protected | StatusBits.PinProtects);
        if (status != StatusBits.WriteLatch)
        {
            throw new ChipException(
                _chip, "RDSR (0x05)", ChipException.Hex((int)StatusBits.WriteLatch, 1), ChipException.Hex(_status[1], 1),
                "nothing was written: check chip select, MISO and supply, and that no block is protected");
        }

        _spi.Write(_send);
    }

    private void Address(Opcode opcode, int page)
    {
        if (page < 0 || page >= PageCount)
        {
            throw new ArgumentOutOfRangeException(
                "page", "The chip has pages 0 to " + (PageCount - 1).ToString() + ", asked for " + page.ToString() + ".");
        }

        int address = page * Bytes;
        _send[0] = (byte)opcode;
        _send[1] = (byte)(address >> 8);
        _send[2] = (byte)address;
    }
}

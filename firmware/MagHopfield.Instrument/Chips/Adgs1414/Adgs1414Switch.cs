using System;
using MagHopfield.Instrument.Chips.Ad7124;
using MagHopfield.Instrument.Ports;
using MagHopfield.Instrument.Spi;

namespace MagHopfield.Instrument.Chips.Adgs1414;

/// <summary>
/// Eight SPI switches (ADGS1414D; the ADGS6414D and ADGS1612 speak the same frames) in address mode with CRC. Every frame is
/// checked by the alignment byte that the chip sends first, every read by its CRC, every write by reading it back.
/// </summary>
public sealed class Adgs1414Switch : IDisposable
{
    // Sent by the chip in the first byte of every address-mode frame: a free test of the link.
    private const int Alignment = 0x25;
    private const int ErrorConfigurationAtReset = (int)(ErrorFlags.ClockCount | ErrorFlags.ReadWrite);
    private const int ErrorConfigurationInUse = (int)(ErrorFlags.Crc | ErrorFlags.ClockCount | ErrorFlags.ReadWrite);
    private const int ResetMicroseconds = 1000;

    private readonly ISpiLink _spi;
    private readonly IBoardClock _clock;
    private readonly string _chip;
    private readonly SwitchFrames _frames;

    /// <summary>A chip on an open bus of mode 0 or 3; nothing is sent yet. The link is disposed with the driver.</summary>
    /// <param name="spi">Device of this chip select.</param>
    /// <param name="clock">Time on the board.</param>
    /// <param name="name">Place on the board for error texts, as in "SW3".</param>
    public Adgs1414Switch(ISpiLink spi, IBoardClock clock, string name)
        : this(spi, clock, name, new SwitchFrames())
    {
    }

    /// <summary>A chip that shares its frames with others of a board.</summary>
    /// <param name="spi">Device of this chip select.</param>
    /// <param name="clock">Time on the board.</param>
    /// <param name="name">Place on the board for error texts, as in "SW3".</param>
    /// <param name="frames">Frames of chips that are spoken to by one thread.</param>
    internal Adgs1414Switch(ISpiLink spi, IBoardClock clock, string name, SwitchFrames frames)
    {
        _frames = frames;
        _spi = spi;
        _clock = clock;
        _chip = "ADGS1414D " + name;
    }

    /// <summary>
    /// Resets the chip by software, which opens all switches, and turns the CRC on. Works whatever state the chip was in.
    /// </summary>
    /// <exception cref="ChipException">The chip does not answer as an ADGS1414D.</exception>
    public void Reset()
    {
        // Whether the CRC is on is not known after a restart of the processor alone. Frames of two bytes come first: with the CRC
        // off they reset the chip, with the CRC on its clock counter drops them. Three bytes with the CRC off are never sent.
        SoftReset(false);
        if (ReadRaw(Register.ErrorConfiguration, false) != ErrorConfigurationAtReset)
        {
            SoftReset(true);
            int configuration = ReadRaw(Register.ErrorConfiguration, false);
            if (configuration != ErrorConfigurationAtReset)
            {
                throw Fault(Register.ErrorConfiguration, ChipException.Hex(ErrorConfigurationAtReset, 1),
                    ChipException.Hex(configuration, 1), "the soft reset did not work: check supply and wiring");
            }
        }

        // The new CRC setting holds from the next frame on.
        WriteRaw(Register.ErrorConfiguration, ErrorConfigurationInUse, false);
        Expect(Register.ErrorConfiguration, ErrorConfigurationInUse);
        ClearErrors();
        Expect(Register.ErrorFlags, 0);
        Expect(Register.SwitchData, 0);
    }

    /// <summary>Closes the switches whose bit is 1 and opens the others, and reads the word back.</summary>
    /// <param name="word">Bit 0 = SW1 … bit 7 = SW8.</param>
    /// <exception cref="ChipException">The chip did not take the word.</exception>
    public void Write(int word)
    {
        WriteRaw(Register.SwitchData, word, true);
        Expect(Register.SwitchData, word);
    }

    /// <summary>The word of closed switches as the chip holds it.</summary>
    /// <exception cref="ChipException">Bad alignment byte or CRC.</exception>
    public int Read() => ReadChecked(Register.SwitchData);

    /// <summary>The errors that the chip has seen since the last <see cref="ClearErrors"/>.</summary>
    /// <exception cref="ChipException">Bad alignment byte or CRC.</exception>
    public ErrorFlags ReadErrors() => (ErrorFlags)ReadChecked(Register.ErrorFlags);

    /// <summary>Clears the error flags (the bare frame 0x6C 0xA9 with its CRC).</summary>
    /// <exception cref="ChipException">Bad alignment byte.</exception>
    public void ClearErrors()
    {
        _frames.LongSend[0] = 0x6C;
        _frames.LongSend[1] = 0xA9;
        _frames.LongSend[2] = Crc8.Of(_frames.LongSend, 2);
        _spi.TransferFullDuplex(_frames.LongSend, _frames.LongReceive);
        CheckAlignment(Register.ErrorFlags, _frames.LongReceive[0]);
    }

    /// <inheritdoc/>
    public void Dispose() => _spi.Dispose();

    private void SoftReset(bool crc)
    {
        // Answers are not looked at: the chip may be in the other CRC setting.
        Transfer(Register.SoftReset, 0xA3, crc, false);
        Transfer(Register.SoftReset, 0x05, crc, false);
        _clock.Wait(ResetMicroseconds);
    }

    private void WriteRaw(Register register, int value, bool crc)
    {
        byte[] answer = Transfer(register, value, crc, false);
        CheckAlignment(register, answer[0]);
    }

    private int ReadRaw(Register register, bool crc)
    {
        byte[] answer = Transfer(register, 0, crc, true);
        CheckAlignment(register, answer[0]);
        return answer[1];
    }

    private int ReadChecked(Register register)
    {
        byte[] answer = Transfer(register, 0, true, true);
        CheckAlignment(register, answer[0]);

        // The chip's check byte covers the command byte and the value.
        int value = answer[1];
        int received = answer[2];
        _frames.ShortSend[0] = (byte)(0x80 | (int)register);
        _frames.ShortSend[1] = (byte)value;
        int expected = Crc8.Of(_frames.ShortSend, 2);
        if (received != expected)
        {
            throw Fault(register, "CRC " + ChipException.Hex(expected, 1), "CRC " + ChipException.Hex(received, 1),
                "the answer was damaged on SDO");
        }

        return value;
    }

    private void Expect(Register register, int expected)
    {
        int value = ReadChecked(register);
        if (value != expected)
            throw Fault(register, ChipException.Hex(expected, 1), ChipException.Hex(value, 1), "the chip dropped the frame or was reset");
    }

    private void CheckAlignment(Register register, int received)
    {
        if (received != Alignment)
        {
            throw Fault(register, "alignment byte " + ChipException.Hex(Alignment, 1), ChipException.Hex(received, 1),
                "check chip select, SDO and supply");
        }
    }

    private byte[] Transfer(Register register, int value, bool crc, bool read)
    {
        byte[] send = crc ? _frames.LongSend : _frames.ShortSend;
        byte[] receive = crc ? _frames.LongReceive : _frames.ShortReceive;
        send[0] = (byte)((read ? 0x80 : 0) | (int)register);
        send[1] = (byte)value;
        if (crc)
            send[2] = Crc8.Of(send, 2);

        _spi.TransferFullDuplex(send, receive);
        return receive;
    }

    private ChipException Fault(Register register, string expected, string received, string advice)
    {
        return new ChipException(_chip, Name(register) + " (" + ChipException.Hex((int)register, 1) + ")", expected, received, advice);
    }

    private static string Name(Register register) => register switch
    {
        Register.SwitchData => "SW_DATA",
        Register.ErrorConfiguration => "ERR_CONFIG",
        Register.ErrorFlags => "ERR_FLAGS",
        _ => "SOFT_RESETB",
    };
}

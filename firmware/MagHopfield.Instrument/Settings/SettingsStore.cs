using System;
using MagHopfield.Instrument.Ports;
using MagHopfield.Shared.Scpi;

namespace MagHopfield.Instrument.Settings;

/// <summary>
/// A state in flash that survives a power cut at any moment. There are two slots of equal size, each with a first page of sequence number,
/// length and CRC-32, and the bytes after it. A save goes to the slot that is not in use: its first page is erased before anything else,
/// the bytes are written and read back, and the first page, written last, switches over. The valid slot with the higher number counts.
/// </summary>
public sealed class SettingsStore
{
    private const uint Magic = 0x4D484631;

    // "MHF" and a digit for the form.
    private const int FormBits = 8;
    private const int HeaderBytes = 20;

    private readonly IFlashStore _flash;
    private readonly byte[] _page;
    private readonly int _slotPages;

    /// <summary>A store in a flash; what is in it is looked at now.</summary>
    /// <param name="flash">Flash.</param>
    /// <exception cref="ArgumentException">Less than 4 pages, or pages of less than 32 bytes.</exception>
    public SettingsStore(IFlashStore flash)
    {
        if (flash.PageCount < 4 || flash.PageBytes < 32)
        {
            throw new ArgumentException("Settings need a flash of at least 4 pages of 32 bytes, this one has " + flash.PageCount.ToString()
                + " of " + flash.PageBytes.ToString() + ".");
        }

        _flash = flash;
        _page = new byte[flash.PageBytes];
        _slotPages = flash.PageCount / 2;
        Find();
    }

    /// <summary>Most bytes that a state may have.</summary>
    public int Capacity => (_slotPages - 1) * _page.Length;

    /// <summary>Number of the save that counts, 1 or more; 0 where there is none.</summary>
    public int Sequence { get; private set; }

    /// <summary>Its length in bytes.</summary>
    public int Length { get; private set; }

    /// <summary>What is wrong with what the flash holds.</summary>
    public StateDamage Damage { get; private set; }

    private int Slot { get; set; }

    /// <summary>Checks that the flash answers.</summary>
    /// <exception cref="FlashException">It does not.</exception>
    public void Check() => _flash.Check();

    /// <summary>Reads the state.</summary>
    /// <returns>Its bytes, or null where there is none.</returns>
    public byte[]? Load()
    {
        Find();
        return Sequence == 0 ? null : Bytes(Slot, Length);
    }

    /// <summary>Saves a state.</summary>
    /// <param name="state">Up to <see cref="Capacity"/> bytes.</param>
    /// <exception cref="FlashException">It is too long, or the flash does not hold it; what was saved before stays.</exception>
    public void Save(byte[] state)
    {
        if (state.Length > Capacity)
        {
            throw new FlashException(
                "A state of " + state.Length.ToString() + " bytes does not fit into a slot of " + Capacity.ToString() + ".");
        }

        Find();
        int slot = Sequence > 0 ? 1 - Slot : 0;
        int first = slot * _slotPages;
        int pages = (state.Length + _page.Length - 1) / _page.Length;
        for (int i = 0; i <= pages; i++)
            _flash.Erase(first + i);

        for (int i = 0; i < pages; i++)
        {
            int count = Math.Min(_page.Length, state.Length - i * _page.Length);
            Fill();
            Array.Copy(state, i * _page.Length, _page, 0, count);
            _flash.Write(first + 1 + i, _page);
        }

        uint check = Crc32.Of(state, 0, state.Length);
        if (CheckOf(slot, state.Length) != check)
            throw new FlashException("The flash does not hold what was written to it: slot " + slot.ToString() + ".");

        Fill();
        BinaryNumbers.Write(Magic, _page, 0, true);
        BinaryNumbers.Write((uint)(Sequence + 1), _page, 4, true);
        BinaryNumbers.Write((uint)state.Length, _page, 8, true);
        BinaryNumbers.Write(check, _page, 12, true);
        BinaryNumbers.Write(Crc32.Of(_page, 0, 16), _page, 16, true);
        _flash.Write(first, _page);

        int expected = Sequence + 1;
        Find();
        if (Sequence != expected || Slot != slot)
            throw new FlashException("The flash does not hold what was written to it: the first page of slot " + slot.ToString() + ".");
    }

    /// <summary>Erases both slots.</summary>
    public void Clear()
    {
        _flash.Erase(0);
        _flash.Erase(_slotPages);
        Find();
    }

    private void Find()
    {
        Sequence = 0;
        Length = 0;
        int lost = 0;
        bool isForeign = false;
        for (int slot = 0; slot < 2; slot++)
        {
            _flash.Read(slot * _slotPages, _page);
            int sequence = (int)BinaryNumbers.ReadUInt32(_page, 4, true);
            int length = (int)BinaryNumbers.ReadUInt32(_page, 8, true);
            uint check = BinaryNumbers.ReadUInt32(_page, 12, true);
            uint magic = BinaryNumbers.ReadUInt32(_page, 0, true);
            bool isWhole = BinaryNumbers.ReadUInt32(_page, 16, true) == Crc32.Of(_page, 0, 16);
            bool isHeader = isWhole && magic == Magic && sequence > 0 && length >= 0 && length <= Capacity;
            isForeign |= isWhole && magic != Magic && magic >> FormBits == Magic >> FormBits;
            bool isBlank = IsBlank();
            if (isHeader && CheckOf(slot, length) == check)
            {
                if (sequence > Sequence)
                {
                    Sequence = sequence;
                    Length = length;
                    Slot = slot;
                }
            }
            else if (!isBlank)
            {
                // Whose number cannot be read may be the newest.
                lost = Math.Max(lost, isHeader ? sequence : int.MaxValue);
            }
        }

        Damage = lost <= Sequence ? StateDamage.None
            : Sequence > 0 ? StateDamage.NewestLost
            : isForeign ? StateDamage.OtherFirmware : StateDamage.AllLost;
    }

    // Erased, or never written: a save that was cut off begins so too.
    private bool IsBlank()
    {
        for (int i = 1; i < HeaderBytes; i++)
        {
            if (_page[i] != _page[0])
                return false;
        }

        return _page[0] == 0xFF || _page[0] == 0;
    }

    // A page at a time: an ESP32 has no room for all of it once more.
    private uint CheckOf(int slot, int length)
    {
        uint check = 0;
        for (int at = 0, page = slot * _slotPages + 1; at < length; at += _page.Length, page++)
        {
            _flash.Read(page, _page);
            check = Crc32.Update(check, _page, 0, Math.Min(_page.Length, length - at));
        }

        return check;
    }

    private byte[] Bytes(int slot, int length)
    {
        byte[] bytes = new byte[length];
        for (int at = 0, page = slot * _slotPages + 1; at < length; at += _page.Length, page++)
        {
            _flash.Read(page, _page);
            Array.Copy(_page, 0, bytes, at, Math.Min(_page.Length, length - at));
        }

        return bytes;
    }

    private void Fill()
    {
        for (int i = 0; i < _page.Length; i++)
            _page[i] = 0xFF;
    }
}

using System.Device.Spi;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.VirtualBoard.Chips.Mb85rs256;

/// <summary>
/// An MB85RS256B, 32 KiB of FRAM on SPI, as its data sheet has it: write latch, block protection, addresses that roll over, memory that
/// takes each byte as its last bit arrives and keeps it without power.
/// </summary>
/// <param name="name">Name of the chip select.</param>
public sealed class Mb85rs256Model(string name) : ISpiChip
{
    /// <summary>Bytes of memory.</summary>
    public const int Capacity = 32768;

    /// <summary>Highest SCLK in hertz: 33 MHz (from memory, to be confirmed).</summary>
    public const int MaximumClock = 33_000_000;

    private const byte WriteStatus = 0x01;
    private const byte Write = 0x02;
    private const byte Read = 0x03;
    private const byte WriteDisable = 0x04;
    private const byte ReadStatus = 0x05;
    private const byte WriteEnable = 0x06;
    private const byte ReadIdentity = 0x9F;
    private const byte Latch = 0x02;
    private const byte KeptStatus = 0x8C;
    private static readonly byte[] Identity = [0x04, 0x7F, 0x05, 0x09];
    private byte _keptStatus;
    private bool _latch;

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>What it holds, with power and without.</summary>
    public byte[] Memory { get; } = [.. Enumerable.Repeat((byte)0, Capacity)];

    /// <summary>Whether it has power; without, it neither listens nor answers.</summary>
    public bool Powered { get; private set; } = true;

    /// <summary>Bytes on the wire after which the power fails, or null for never.</summary>
    public long? BytesUntilPowerFails { get; set; }

    /// <summary>What the byte becomes that is under way as the power fails, from what was and what was to be.</summary>
    public Func<byte, byte, byte> Torn { get; set; } = (was, _) => was;

    /// <summary>Status register.</summary>
    public byte Status => (byte)(_keptStatus | (_latch ? Latch : 0));

    /// <summary>Bytes exchanged since power-on.</summary>
    public long BytesExchanged { get; private set; }

    /// <summary>Switches the power on: the latch is clear, memory and protection are what they were.</summary>
    public void PowerOn()
    {
        Powered = true;
        BytesUntilPowerFails = null;
        BytesExchanged = 0;
        _latch = false;
    }

    /// <inheritdoc/>
    public void Exchange(ReadOnlySpan<byte> mosi, Span<byte> miso, SpiMode mode, int clock)
    {
        // While it does not answer, the pull-up of the line does.
        miso.Fill(0xFF);
        if (mode is not (SpiMode.Mode0 or SpiMode.Mode3) || clock > MaximumClock)
            return;

        byte opcode = mosi[0];
        int address = mosi.Length >= 3 ? ((mosi[1] << 8) | mosi[2]) & (Capacity - 1) : 0;
        for (int i = 0; i < mosi.Length && Powered; i++, BytesExchanged++)
        {
            bool fails = BytesUntilPowerFails is 0;
            if (opcode == Write && i >= 3 && _latch && !IsProtected(address))
                Memory[address] = fails ? Torn(Memory[address], mosi[i]) : mosi[i];

            if (fails)
            {
                Powered = false;
                return;
            }

            BytesUntilPowerFails--;
            miso[i] = (opcode, i) switch
            {
                (Read, >= 3) => Memory[address],
                (ReadStatus, >= 1) => Status,
                (ReadIdentity, >= 1 and <= 4) => Identity[i - 1],
                _ => (byte)0xFF,
            };
            address = i >= 3 ? (address + 1) & (Capacity - 1) : address;
        }

        if (Powered)
            EndOfFrame(mosi);
    }

    /// <inheritdoc/>
    public string Describe(ReadOnlySpan<byte> mosi, ReadOnlySpan<byte> miso) => mosi[0] switch
    {
        WriteStatus when mosi.Length > 1 => $"WRSR 0x{mosi[1]:X2}",
        Write when mosi.Length > 3 => $"WRITE 0x{(mosi[1] << 8) | mosi[2]:X4}, {mosi.Length - 3} bytes",
        Read when mosi.Length > 3 => $"READ 0x{(mosi[1] << 8) | mosi[2]:X4}, {mosi.Length - 3} bytes",
        WriteDisable => "WRDI",
        ReadStatus when mosi.Length > 1 => $"RDSR -> 0x{miso[1]:X2}",
        WriteEnable => "WREN",
        ReadIdentity => $"RDID -> {Convert.ToHexString(miso[1..])}",
        _ => $"opcode 0x{mosi[0]:X2}",
    };

    private void EndOfFrame(ReadOnlySpan<byte> mosi)
    {
        switch (mosi[0])
        {
            case WriteEnable when mosi.Length == 1:
                _latch = true;
                break;
            case WriteDisable when mosi.Length == 1:
                _latch = false;
                break;
            case WriteStatus when mosi.Length == 2 && _latch:
                _keptStatus = (byte)(mosi[1] & KeptStatus);
                _latch = false;
                break;
            case Write when mosi.Length > 3:
                _latch = false;
                break;
            default:
                break;
        }
    }

    private bool IsProtected(int address) => ((_keptStatus >> 2) & 3) switch
    {
        0 => false,
        1 => address >= 0x6000,
        2 => address >= 0x4000,
        _ => true,
    };
}

using System.Device.Spi;
using MagHopfield.VirtualBoard.Parts;
using MagHopfield.VirtualBoard.Spi;

namespace MagHopfield.VirtualBoard.Chips.Adgs1414;

/// <summary>
/// Eight SPST switches behind a register: ADGS1414D, and ADGS6414D by its resistance. Address mode, burst mode and daisy chain (of
/// this one chip). A frame that fails a check that is on sets its flag and does nothing else.
/// </summary>
public sealed class Adgs1414Model : ISpiChip
{
    private const byte Alignment = 0x25;
    private const byte CrcBit = 1;
    private const byte SclkBit = 2;
    private const byte AddressBit = 4;
    private const byte ErrorConfigAtReset = SclkBit | AddressBit;

    private readonly AdgsParameters _parameters;
    private readonly double[] _onResistance = new double[8];
    private readonly int[] _dataBitOfSwitch = [0, 1, 2, 3, 4, 5, 6, 7];
    private readonly bool?[] _stuck = new bool?[8];
    private bool _resetArmed;
    private byte _daisyShift;

    /// <summary>A chip after power-on: all switches open.</summary>
    /// <param name="name">Name of the chip select.</param>
    /// <param name="parameters">Figures of the part.</param>
    /// <param name="noise">Source of the spread between switches.</param>
    /// <param name="defects">Defects; those that name this chip apply.</param>
    public Adgs1414Model(string name, AdgsParameters parameters, SeededNoise noise, ChipDefects defects)
    {
        parameters.Validate();
        Name = name;
        _parameters = parameters;
        for (int i = 0; i < 8; i++)
            _onResistance[i] = parameters.OnResistance * (1 + (parameters.OnResistanceSpread * noise.Sorted()));

        foreach (SwappedSwitchBits s in defects.SwappedSwitchBits.Where(s => s.Chip == name))
            (_dataBitOfSwitch[s.BitA], _dataBitOfSwitch[s.BitB]) = (_dataBitOfSwitch[s.BitB], _dataBitOfSwitch[s.BitA]);

        foreach (StuckSwitch s in defects.StuckSwitches.Where(s => s.Chip == name))
            _stuck[s.Bit] = s.Closed;

        PowerOnReset();
    }

    /// <summary>Raised before the switches move.</summary>
    public event Action? Changing;

    /// <summary>Raised after the switches have moved.</summary>
    public event Action? Changed;

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>SW_DATA: bit n commands switch n + 1 closed.</summary>
    public byte SwitchData { get; private set; }

    /// <summary>ERR_CONFIG.</summary>
    public byte ErrorConfig { get; private set; }

    /// <summary>ERR_FLAGS.</summary>
    public byte ErrorFlags { get; private set; }

    /// <summary>BURST_EN.</summary>
    public byte BurstEnable { get; private set; }

    /// <summary>Whether the chip has entered daisy-chain mode, which only a hardware reset leaves.</summary>
    public bool DaisyChain { get; private set; }

    /// <summary>Frames that were refused since power-on, for whatever reason.</summary>
    public long RefusedFrames { get; private set; }

    /// <summary>Whether any switch is closed.</summary>
    public bool AnyClosed
    {
        get
        {
            for (int i = 0; i < 8; i++)
            {
                if (IsClosed(i))
                    return true;
            }

            return false;
        }
    }

    /// <summary>Whether a switch is closed, defects included.</summary>
    /// <param name="index">0 … 7.</param>
    public bool IsClosed(int index) => _stuck[index] ?? ((SwitchData >> _dataBitOfSwitch[index]) & 1) != 0;

    /// <summary>Resistance of a switch as it stands, in ohms.</summary>
    /// <param name="index">0 … 7.</param>
    public double Resistance(int index) => IsClosed(index) ? _onResistance[index] : _parameters.OffResistance;

    /// <summary>Resistance of a switch when closed, in ohms.</summary>
    /// <param name="index">0 … 7.</param>
    public double OnResistance(int index) => _onResistance[index];

    /// <summary>Power-on or hardware reset: all switches open.</summary>
    public void PowerOnReset()
    {
        SetSwitches(0);
        ErrorConfig = ErrorConfigAtReset;
        ErrorFlags = 0;
        BurstEnable = 0;
        DaisyChain = false;
        _daisyShift = 0;
        _resetArmed = false;
    }

    /// <inheritdoc/>
    public void Exchange(ReadOnlySpan<byte> mosi, Span<byte> miso, SpiMode mode, int clock)
    {
        if (mode is not (SpiMode.Mode0 or SpiMode.Mode3) || clock > _parameters.MaximumClock)
        {
            // Sampled on the wrong edge nothing that arrives is what was sent; we take none of it, and SDO reads as a floating line.
            miso.Fill(0xFF);
            RefusedFrames++;
            return;
        }

        miso.Clear();
        if (DaisyChain)
        {
            ExchangeDaisyChain(mosi, miso);
            return;
        }

        miso[0] = Alignment;
        int length = (ErrorConfig & CrcBit) != 0 ? 3 : 2;
        bool burst = (BurstEnable & 1) != 0;
        bool wholeCount = mosi.Length == length || (burst && mosi.Length > 0 && mosi.Length % length == 0);
        if (!wholeCount && (ErrorConfig & SclkBit) != 0)
        {
            Refuse(SclkBit);
            return;
        }

        if (mosi.Length < length)
        {
            // Unchecked, but a command that never ended is still no command.
            RefusedFrames++;
            return;
        }

        int commands = burst ? mosi.Length / length : 1;
        for (int c = 0; c < commands; c++)
        {
            miso[c * length] = Alignment;
            Execute(mosi.Slice(c * length, length), miso.Slice(c * length, length));
        }
    }

    /// <inheritdoc/>
    public string Describe(ReadOnlySpan<byte> mosi, ReadOnlySpan<byte> miso)
    {
        if (mosi.Length < 2)
            return DaisyChain ? $"daisy chain SW_DATA=0x{mosi[0]:X2}" : "short frame";

        int address = mosi[0] & 0x7F;
        bool read = (mosi[0] & 0x80) != 0;
        string name = (AdgsRegister)address switch
        {
            AdgsRegister.SwitchData => "SW_DATA",
            AdgsRegister.ErrorConfig => "ERR_CONFIG",
            AdgsRegister.ErrorFlags => "ERR_FLAGS",
            AdgsRegister.BurstEnable => "BURST_EN",
            AdgsRegister.SoftReset => "SOFT_RESETB",
            _ when mosi[0] == 0x6C && mosi[1] == 0xA9 => "clear ERR_FLAGS",
            _ when mosi[0] == 0x25 && mosi[1] == 0x00 => "enter daisy chain",
            _ => $"register 0x{address:X2}",
        };
        return read ? $"read {name} -> 0x{miso[1]:X2}" : $"write {name} = 0x{mosi[1]:X2}";
    }

    private void ExchangeDaisyChain(ReadOnlySpan<byte> mosi, Span<byte> miso)
    {
        for (int i = 0; i < mosi.Length; i++)
        {
            miso[i] = _daisyShift;
            _daisyShift = mosi[i];
        }

        SetSwitches(_daisyShift);
    }

    private void Execute(ReadOnlySpan<byte> command, Span<byte> answer)
    {
        bool read = (command[0] & 0x80) != 0;
        byte address = (byte)(command[0] & 0x7F);
        bool crc = command.Length == 3;
        if (crc && !read && ChipCrc8.Compute(command[..2]) != command[2])
        {
            // The parts list says nothing of a check byte from the master on a read; the answer carries the chip's own.
            Refuse(CrcBit);
            return;
        }

        bool armed = _resetArmed;
        _resetArmed = false;
        if (read)
        {
            byte? value = ReadRegister(address);
            if (value is null)
            {
                Refuse(AddressBit);
                return;
            }

            answer[1] = value.Value;
            if (crc)
                answer[2] = ChipCrc8.Compute([command[0], value.Value]);

            return;
        }

        WriteRegister(address, command[1], armed);
    }

    private byte? ReadRegister(byte address) => (AdgsRegister)address switch
    {
        AdgsRegister.SwitchData => SwitchData,
        AdgsRegister.ErrorConfig => ErrorConfig,
        AdgsRegister.ErrorFlags => ErrorFlags,
        AdgsRegister.BurstEnable => BurstEnable,
        AdgsRegister.SoftReset => 0,
        _ => null,
    };

    private void WriteRegister(byte address, byte value, bool resetArmed)
    {
        switch ((AdgsRegister)address)
        {
            case AdgsRegister.SwitchData:
                SetSwitches(value);
                break;
            case AdgsRegister.ErrorConfig:
                ErrorConfig = (byte)(value & (CrcBit | SclkBit | AddressBit));
                break;
            case AdgsRegister.BurstEnable:
                BurstEnable = (byte)(value & 1);
                break;
            case AdgsRegister.SoftReset when value == 0xA3:
                _resetArmed = true;
                break;
            case AdgsRegister.SoftReset when value == 0x05 && resetArmed:
                PowerOnReset();
                break;
            case AdgsRegister.SoftReset:
                break;
            default:
                if (address == 0x6C && value == 0xA9)
                {
                    ErrorFlags = 0;
                }
                else if (address == 0x25 && value == 0x00)
                {
                    DaisyChain = true;
                }
                else
                {
                    // Also ERR_FLAGS, which is read only.
                    Refuse(AddressBit);
                }

                break;
        }
    }

    private void Refuse(byte check)
    {
        RefusedFrames++;
        ErrorFlags |= (byte)(ErrorConfig & check);
    }

    private void SetSwitches(byte value)
    {
        if (value == SwitchData)
            return;

        Changing?.Invoke();
        SwitchData = value;
        Changed?.Invoke();
    }
}

namespace MagHopfield.VirtualBoard.Chips.Ad7124;

/// <summary>Registers of the AD7124-8: lengths, values after reset, which may be written.</summary>
public sealed class AdcRegisterFile
{
    /// <summary>Highest address.</summary>
    public const int LastAddress = 0x38;

    private readonly int[] _values = new int[LastAddress + 1];

    /// <summary>Value of a register.</summary>
    /// <param name="address">0 … 0x38.</param>
    public int this[int address]
    {
        get => _values[address];
        set => _values[address] = value & ((1 << (8 * Length(address))) - 1);
    }

    /// <summary>Value of a register by name.</summary>
    /// <param name="register">The register.</param>
    public int this[AdcRegister register]
    {
        get => this[(int)register];
        set => this[(int)register] = value;
    }

    /// <summary>Length of a register in bytes.</summary>
    /// <param name="address">0 … 0x38.</param>
    public static int Length(int address) => address switch
    {
        0x00 or 0x05 or 0x08 => 1,
        0x01 or 0x04 => 2,
        0x02 or 0x03 or 0x06 or 0x07 => 3,
        < (int)AdcRegister.Filter0 => 2,
        _ => 3,
    };

    /// <summary>Whether a register takes no writes.</summary>
    /// <param name="address">0 … 0x38.</param>
    public static bool IsReadOnly(int address) =>
        (AdcRegister)address is AdcRegister.Status or AdcRegister.Data or AdcRegister.Id or AdcRegister.Error or AdcRegister.ClockCount;

    /// <summary>Name of a register, as in "CONFIG_2".</summary>
    /// <param name="address">Any 6-bit address.</param>
    public static string NameOf(int address) => address switch
    {
        0x00 => "STATUS",
        0x01 => "ADC_CONTROL",
        0x02 => "DATA",
        0x03 => "IO_CONTROL_1",
        0x04 => "IO_CONTROL_2",
        0x05 => "ID",
        0x06 => "ERROR",
        0x07 => "ERROR_EN",
        0x08 => "MCLK_COUNT",
        < (int)AdcRegister.Config0 => $"CHANNEL_{address - (int)AdcRegister.Channel0}",
        < (int)AdcRegister.Filter0 => $"CONFIG_{address - (int)AdcRegister.Config0}",
        < (int)AdcRegister.Offset0 => $"FILTER_{address - (int)AdcRegister.Filter0}",
        < (int)AdcRegister.Gain0 => $"OFFSET_{address - (int)AdcRegister.Offset0}",
        <= LastAddress => $"GAIN_{address - (int)AdcRegister.Gain0}",
        _ => $"register 0x{address:X2}",
    };

    /// <summary>Sets every register as after reset.</summary>
    /// <param name="identity">ID.</param>
    /// <param name="factoryGain">GAIN as trimmed.</param>
    public void Reset(byte identity, int factoryGain)
    {
        Array.Clear(_values);
        this[AdcRegister.Id] = identity;
        this[AdcRegister.ErrorEnable] = 0x40;
        for (int i = 0; i < 16; i++)
            _values[(int)AdcRegister.Channel0 + i] = i == 0 ? 0x8001 : 0x0001;

        for (int i = 0; i < 8; i++)
        {
            _values[(int)AdcRegister.Config0 + i] = 0x0860;
            _values[(int)AdcRegister.Filter0 + i] = 0x060180;
            _values[(int)AdcRegister.Offset0 + i] = AdcFrontEnd.NominalOffset;
            _values[(int)AdcRegister.Gain0 + i] = factoryGain;
        }
    }
}

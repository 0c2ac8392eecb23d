namespace MagHopfield.VirtualBoard.Chips.Ad7124;

/// <summary>
/// Timing of a FILTER register. Output rate fCLK/(32·FS), a first result after 4 (sinc4) or 3 (sinc3) periods; fCLK is 614400, 153600
/// or 76800 Hz by power mode. Averaging (fast) and post filters settle in one period; their figures are from memory, to be confirmed.
/// </summary>
public readonly struct AdcFilter
{
    private const int PostFilter = 7;

    /// <summary>Reads a FILTER register.</summary>
    /// <param name="register">24-bit value.</param>
    /// <param name="powerMode">POWER_MODE of ADC_CONTROL, 0 … 3.</param>
    public AdcFilter(int register, int powerMode)
    {
        int type = (register >> 21) & 7;
        int fs = Math.Max(1, register & 0x7FF);
        bool singleCycle = ((register >> 16) & 1) != 0;
        Clock = powerMode switch { 0 => 76800, 1 => 153600, _ => 614400 };
        double element = 32.0 * fs / Clock;
        int sincOrder = type is 2 or 5 ? 3 : 4;
        if (type is 4 or 5)
        {
            int averages = powerMode == 0 ? 8 : 16;
            Order = 1;
            Period = element * (sincOrder - 1 + averages);
        }
        else if (type == PostFilter)
        {
            Order = 1;
            Period = 1 / (((register >> 17) & 7) switch { 2 => 27.27, 3 => 25.0, 5 => 20.0, 6 => 16.7, _ => 27.27 });
        }
        else
        {
            Order = singleCycle ? 1 : sincOrder;
            Period = singleCycle ? element * sincOrder : element;
            NoiseRate = 614400 / (32.0 * fs);
            return;
        }

        NoiseRate = 614400.0 / Clock / Period;
    }

    /// <summary>Modulator clock in hertz.</summary>
    public double Clock { get; }

    /// <summary>Periods that a result looks back.</summary>
    public int Order { get; }

    /// <summary>Time between two results of one channel in seconds.</summary>
    public double Period { get; }

    /// <summary>Output rate at full power that has the same noise, in hertz.</summary>
    public double NoiseRate { get; }

    /// <summary>Time of a first result in seconds.</summary>
    public double SettlingTime => Order * Period;
}

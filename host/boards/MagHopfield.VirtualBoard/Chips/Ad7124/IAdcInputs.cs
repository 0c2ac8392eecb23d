namespace MagHopfield.VirtualBoard.Chips.Ad7124;

/// <summary>What the board puts on the analog inputs of the ADC.</summary>
public interface IAdcInputs
{
    /// <summary>Voltage at pin AINn against the board's ground, in volts, as the board stands now.</summary>
    /// <param name="pin">0 … 15.</param>
    double InputVoltage(int pin);
}

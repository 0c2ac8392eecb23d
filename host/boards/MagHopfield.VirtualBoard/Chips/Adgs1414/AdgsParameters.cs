using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.VirtualBoard.Chips.Adgs1414;

/// <summary>Figures of an octal SPI switch of the ADGS1414D family.</summary>
public sealed record AdgsParameters
{
    /// <summary>Name on the chip.</summary>
    public string PartNumber { get; init; } = "ADGS1414D";

    /// <summary>Typical resistance of a closed switch in ohms: 3.3 Ω at ±5 V (ADGS1414D; from memory, to be confirmed).</summary>
    public double OnResistance { get; init; } = 3.3;

    /// <summary>Relative standard deviation of the resistance from switch to switch: 0.1.</summary>
    public double OnResistanceSpread { get; init; } = 0.1;

    /// <summary>Resistance of an open switch in ohms: 1 GΩ.</summary>
    public double OffResistance { get; init; } = 1e9;

    /// <summary>Highest SCLK in hertz: 50 MHz (from memory, to be confirmed).</summary>
    public double MaximumClock { get; init; } = 50e6;

    /// <summary>An ADGS1414D at ±5 V.</summary>
    public static AdgsParameters Adgs1414D { get; } = new();

    /// <summary>An ADGS6414D, 0.56 Ω typical, taken as 0.6 Ω.</summary>
    public static AdgsParameters Adgs6414D { get; } = new() { PartNumber = "ADGS6414D", OnResistance = 0.6 };

    /// <summary>Checks the figures.</summary>
    /// <exception cref="ArgumentException">A figure that no chip can have.</exception>
    public void Validate()
    {
        ParameterCheck.Positive(PartNumber + " on-resistance", OnResistance, "Ω");
        ParameterCheck.NotNegative(PartNumber + " on-resistance spread", OnResistanceSpread, "(relative)");
        ParameterCheck.Positive(PartNumber + " off-resistance", OffResistance, "Ω");
        ParameterCheck.Positive(PartNumber + " maximum clock", MaximumClock, "Hz");
        if (OnResistanceSpread > 0.3)
        {
            throw new ArgumentException(
                $"{PartNumber} on-resistance spread is {OnResistanceSpread}; above 0.3 a resistance could fall to 0.");
        }
    }
}

using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.VirtualBoard.Chips.Ad5754;

/// <summary>Figures of an AD5754R, quad 16-bit DAC.</summary>
public sealed record Ad5754Parameters
{
    /// <summary>Internal reference in volts: 2.5 V.</summary>
    public double Reference { get; init; } = 2.5;

    /// <summary>Standard deviation of the offset at code 0 V, in volts
    /// (total unadjusted error of the part: 0.1 % of full scale at most).</summary>
    public double OffsetError { get; init; } = 0.5e-3;

    /// <summary>Relative standard deviation of the gain.</summary>
    public double GainError { get; init; } = 1e-4;

    /// <summary>Amplitude of the integral nonlinearity in steps of the code (the part: 16 at most).</summary>
    public double IntegralNonlinearity { get; init; } = 4;

    /// <summary>Time to settle to half a step of full scale, in seconds: 10 µs.</summary>
    public double SettlingTime { get; init; } = 10e-6;

    /// <summary>Time after power-up of a channel before it takes a code, in seconds: 10 µs.</summary>
    public double PowerUpTime { get; init; } = 10e-6;

    /// <summary>Highest SCLK for writing in hertz: 30 MHz.</summary>
    public double MaximumClock { get; init; } = 30e6;

    /// <summary>Highest SCLK for reading back in hertz: 1 MHz on the bench (to be confirmed).</summary>
    public double MaximumReadClock { get; init; } = 1e6;

    /// <summary>BIN/2sCOMP pin: true for offset binary codes in bipolar ranges, as hardware/board.md straps it.</summary>
    public bool OffsetBinary { get; init; } = true;

    /// <summary>LDAC pin tied low: a code reaches the output at the end of its frame.</summary>
    public bool LoadPinLow { get; init; } = true;

    /// <summary>Checks the figures.</summary>
    /// <exception cref="ArgumentException">A figure that no chip can have.</exception>
    public void Validate()
    {
        ParameterCheck.Positive("AD5754R reference", Reference, "V");
        ParameterCheck.NotNegative("AD5754R offset error", OffsetError, "V");
        ParameterCheck.NotNegative("AD5754R gain error", GainError, "(relative)");
        ParameterCheck.NotNegative("AD5754R integral nonlinearity", IntegralNonlinearity, "steps");
        ParameterCheck.Positive("AD5754R settling time", SettlingTime, "s");
        ParameterCheck.NotNegative("AD5754R power-up time", PowerUpTime, "s");
        ParameterCheck.Positive("AD5754R maximum clock", MaximumClock, "Hz");
        ParameterCheck.Positive("AD5754R maximum read clock", MaximumReadClock, "Hz");
    }
}

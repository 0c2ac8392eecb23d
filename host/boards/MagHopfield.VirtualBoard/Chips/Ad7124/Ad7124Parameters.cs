using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.VirtualBoard.Chips.Ad7124;

/// <summary>Figures of an AD7124-8, 24-bit sigma-delta ADC with amplifier and excitation currents.</summary>
public sealed record Ad7124Parameters
{
    /// <summary>ID register: 0x14, 0x16 or 0x17.</summary>
    public byte Identity { get; init; } = 0x14;

    /// <summary>Positive analog supply in volts: 1.8 V.</summary>
    public double PositiveSupply { get; init; } = 1.8;

    /// <summary>Negative analog supply in volts: −1.8 V.</summary>
    public double NegativeSupply { get; init; } = -1.8;

    /// <summary>Internal reference in volts: 2.5 V.</summary>
    public double Reference { get; init; } = 2.5;

    /// <summary>Relative standard deviation of the reference. It drops out of a ratio of two readings.</summary>
    public double ReferenceError { get; init; } = 5e-4;

    /// <summary>Voltage between the REFIN1 pins in volts; 0: nothing connected.</summary>
    public double ExternalReference1 { get; init; }

    /// <summary>Voltage between the REFIN2 pins in volts; 0: nothing connected.</summary>
    public double ExternalReference2 { get; init; }

    /// <summary>Noise at the input at gain 128, FS 2047 (9.38 samples a second at full power), in volts rms: 23 nV.</summary>
    public double NoiseAtHighGain { get; init; } = 23e-9;

    /// <summary>Noise at the output of the amplifier at FS 2047, in volts rms: 0.24 µV at gain 1 (from memory, to be confirmed).</summary>
    public double NoiseAtOutput { get; init; } = 0.24e-6;

    /// <summary>Standard deviation of the offset at the input, in volts.</summary>
    public double OffsetAtInput { get; init; } = 1e-6;

    /// <summary>Standard deviation of the offset at the output of the amplifier before calibration, in volts (about;
    /// to be confirmed).</summary>
    public double OffsetAtOutput { get; init; } = 50e-6;

    /// <summary>Standard deviation of the offset's drift at the input, in volts a second.</summary>
    public double OffsetDrift { get; init; } = 0.2e-9;

    /// <summary>Relative standard deviation of the modulator's gain, trimmed at the factory by the GAIN register.</summary>
    public double ModulatorGainError { get; init; } = 5e-3;

    /// <summary>Relative gain error of gains above 1 before calibration: −0.3 % (from memory, to be confirmed).</summary>
    public double GainErrorBeforeCalibration { get; init; } = -3e-3;

    /// <summary>Relative standard deviation of the gain left by an internal full-scale calibration
    /// (from memory, to be confirmed).</summary>
    public double GainErrorAfterCalibration { get; init; } = 5e-5;

    /// <summary>
    /// Standard deviation of the integral nonlinearity, relative to full scale: the peak of a cubic bend that vanishes at 0 and at full
    /// scale, so that neither calibration nor reversal of the current takes it out. 0 by default.
    /// </summary>
    public double IntegralNonlinearity { get; init; }

    /// <summary>Relative standard deviation of the excitation currents (from memory, to be confirmed).</summary>
    public double ExcitationError { get; init; } = 0.01;

    /// <summary>Relative standard deviation of the excitation currents' drift, a second.</summary>
    public double ExcitationDrift { get; init; } = 1e-7;

    /// <summary>Head room of the excitation currents below the positive supply, in volts: 0.37 V (from memory, to be confirmed).</summary>
    public double ExcitationHeadroom { get; init; } = 0.37;

    /// <summary>Time from reset to answering, in seconds: 2 ms.</summary>
    public double StartTime { get; init; } = 2e-3;

    /// <summary>Highest SCLK in hertz: 5 MHz.</summary>
    public double MaximumClock { get; init; } = 5e6;

    /// <summary>Temperature of the chip in °C.</summary>
    public double Temperature { get; init; } = 25;

    /// <summary>Checks the figures.</summary>
    /// <exception cref="ArgumentException">A figure that no chip can have.</exception>
    public void Validate()
    {
        ParameterCheck.Positive("AD7124 reference", Reference, "V");
        ParameterCheck.Positive("AD7124 supply span", PositiveSupply - NegativeSupply, "V");
        ParameterCheck.Positive("AD7124 maximum clock", MaximumClock, "Hz");
        ParameterCheck.NotNegative("AD7124 start time", StartTime, "s");
        ParameterCheck.NotNegative("AD7124 excitation headroom", ExcitationHeadroom, "V");
        (string Name, double Value)[] spreads =
        [
            ("reference error", ReferenceError), ("noise at high gain", NoiseAtHighGain), ("noise at output", NoiseAtOutput),
            ("offset at input", OffsetAtInput), ("offset at output", OffsetAtOutput), ("offset drift", OffsetDrift),
            ("modulator gain error", ModulatorGainError), ("gain error after calibration", GainErrorAfterCalibration),
            ("integral nonlinearity", IntegralNonlinearity),
            ("excitation error", ExcitationError), ("excitation drift", ExcitationDrift),
        ];
        foreach ((string name, double value) in spreads)
            ParameterCheck.NotNegative("AD7124 " + name, value, "");

        if (Identity is not (0x14 or 0x16 or 0x17))
            throw new ArgumentException($"AD7124-8 identity is 0x{Identity:X2}; chips answer 0x14, 0x16 or 0x17.");
    }
}

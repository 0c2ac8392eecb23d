namespace MagHopfield.VirtualBoard.Spi;

/// <summary>Clocks of the virtual board's SPI bus, as the devices are opened.</summary>
public sealed record SpiParameters
{
    /// <summary>SCLK to the ADC in hertz: 5 MHz.</summary>
    public int AdcClock { get; init; } = 5_000_000;

    /// <summary>SCLK to the DACs in hertz: 1 MHz, at which they can also be read back.</summary>
    public int DacClock { get; init; } = 1_000_000;

    /// <summary>SCLK to the switches in hertz: 10 MHz.</summary>
    public int SwitchClock { get; init; } = 10_000_000;

    /// <summary>Time between two frames in seconds: 2 µs.</summary>
    public double FrameGap { get; init; } = 2e-6;

    /// <summary>Checks the figures.</summary>
    /// <exception cref="ArgumentException">A figure that no bus can have.</exception>
    public void Validate()
    {
        ParameterCheck.Positive("SPI clock of the ADC", AdcClock, "Hz");
        ParameterCheck.Positive("SPI clock of the DACs", DacClock, "Hz");
        ParameterCheck.Positive("SPI clock of the switches", SwitchClock, "Hz");
        ParameterCheck.NotNegative("SPI frame gap", FrameGap, "s");
    }
}

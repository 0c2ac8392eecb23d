using MagHopfield.Instrument.Board;
using MagHopfield.VirtualBoard.Parts;

namespace MagHopfield.VirtualBoard.Spi;

/// <summary>Clocks of the virtual board's two SPI buses.</summary>
public sealed record SpiParameters
{
    /// <summary>SCLK to the ADC and the switches in hertz: 5 MHz.</summary>
    public int MeasureClock { get; init; } = BoardPins.MeasureClock;

    /// <summary>SCLK to the DACs in hertz: 1 MHz, at which they can also be read back.</summary>
    public int DacClock { get; init; } = BoardPins.DacClock;

    /// <summary>Time between two frames in seconds: 2 µs.</summary>
    public double FrameGap { get; init; } = 2e-6;

    /// <summary>Checks the figures.</summary>
    /// <exception cref="ArgumentException">A figure that no bus can have.</exception>
    public void Validate()
    {
        ParameterCheck.Positive("SPI clock of the measuring bus", MeasureClock, "Hz");
        ParameterCheck.Positive("SPI clock of the DACs", DacClock, "Hz");
        ParameterCheck.NotNegative("SPI frame gap", FrameGap, "s");
    }
}

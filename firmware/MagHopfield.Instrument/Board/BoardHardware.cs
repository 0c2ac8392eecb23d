using System.Device.Gpio;
using MagHopfield.Instrument.Ports;

namespace MagHopfield.Instrument.Board;

/// <summary>
/// What the head (ESP32, Raspberry Pi or virtual board) hands to the instrument: open buses and pins, in the order of hardware/board.md.
/// The instrument owns and disposes the SPI links.
/// </summary>
public sealed class BoardHardware
{
    /// <summary>Gathers the hardware of a board of N nodes.</summary>
    /// <param name="adc">AD7124-8, SPI mode 3.</param>
    /// <param name="dacs">⌈N/4⌉ AD5754R, SPI mode 1; node k is channel k mod 4 of chip k/4.</param>
    /// <param name="nodeSwitches">N ADGS1414D, SPI mode 3, one a node.</param>
    /// <param name="pulseSwitches">⌈N/8⌉ ADGS6414D, SPI mode 3; node k is switch k mod 8 of chip k/8.</param>
    /// <param name="dacClear">CLR of all DACs, active low, an output.</param>
    /// <param name="pulseGate">Enable of all pulse drivers.</param>
    /// <param name="clock">Time on the board.</param>
    /// <param name="panel">LEDs.</param>
    public BoardHardware(ISpiLink adc, ISpiLink[] dacs, ISpiLink[] nodeSwitches, ISpiLink[] pulseSwitches, GpioPin dacClear,
        IPulseGate pulseGate, IBoardClock clock, ILedPanel panel)
    {
        Adc = adc;
        Dacs = dacs;
        NodeSwitches = nodeSwitches;
        PulseSwitches = pulseSwitches;
        DacClear = dacClear;
        PulseGate = pulseGate;
        Clock = clock;
        Panel = panel;
    }

    /// <summary>AD7124-8.</summary>
    public ISpiLink Adc { get; }

    /// <summary>AD5754R chips; node k is channel k mod 4 of chip k/4.</summary>
    public ISpiLink[] Dacs { get; }

    /// <summary>ADGS1414D chips, one a node.</summary>
    public ISpiLink[] NodeSwitches { get; }

    /// <summary>ADGS6414D chips; node k is switch k mod 8 of chip k/8.</summary>
    public ISpiLink[] PulseSwitches { get; }

    /// <summary>CLR line of all DACs, active low.</summary>
    public GpioPin DacClear { get; }

    /// <summary>Enable of all pulse drivers.</summary>
    public IPulseGate PulseGate { get; }

    /// <summary>Time on the board.</summary>
    public IBoardClock Clock { get; }

    /// <summary>LEDs.</summary>
    public ILedPanel Panel { get; }

    /// <summary>What the controller's own ADC sees of the power, or null.</summary>
    public IPowerMonitor? Power { get; set; }

    /// <summary>Number of nodes N.</summary>
    public int NodeCount => NodeSwitches.Length;
}

namespace MagHopfield.RaspberryPi.Wiring;

/// <summary>
/// GPIO numbers of the head on the 40-pin header of a Raspberry Pi 4 or 5. Pins of a bus are where both models have one; the selects are
/// what is left. Lines that must rest low are on GPIO 9 to 27, which the chip pulls down at reset; GPIO 0 to 8 are pulled up.
/// </summary>
public static class PiPins
{
    /// <summary>Data of the pulse bus (SPI0): PULSE_EN.</summary>
    public const int PulseEnable = 10;

    /// <summary>Data to the pulse bus: PULSE_EN_S, the gate as it leaves the emergency stop.</summary>
    public const int PulseReadBack = 9;

    /// <summary>PULSE_EN_S once more, as a plain input: its level between two transfers, which the bus does not see.</summary>
    public const int PulseRest = 15;

    /// <summary>Clock of the pulse bus; not connected.</summary>
    public const int PulseSclk = 11;

    /// <summary>Data to the chips of the measuring bus.</summary>
    public const int MeasureMosi = 20;

    /// <summary>Data from the chips of the measuring bus.</summary>
    public const int MeasureMiso = 19;

    /// <summary>Clock of the measuring bus.</summary>
    public const int MeasureSclk = 21;

    /// <summary>Data to the DAC.</summary>
    public const int DacMosi = 6;

    /// <summary>Data from the DAC.</summary>
    public const int DacMiso = 5;

    /// <summary>Clock of the DAC bus.</summary>
    public const int DacSclk = 7;

    /// <summary>Data line of the LED panel.</summary>
    public const int LedData = 2;

    /// <summary>Chip select of the AD7124-8.</summary>
    public const int AdcSelect = 8;

    /// <summary>Chip select of the AD5754R.</summary>
    public const int DacSelect = 12;

    /// <summary>CLR of the DAC, active low.</summary>
    public const int DacClear = 13;

    /// <summary>Chip select of the pulse switches.</summary>
    public const int PulseSwitchSelect = 26;

    /// <summary>Chip select of the FRAM.</summary>
    public const int MemorySelect = 27;

    /// <summary>Button "pattern", active high.</summary>
    public const int ButtonPattern = 16;

    /// <summary>Button "train", active high.</summary>
    public const int ButtonTrain = 17;

    /// <summary>Button "recall", active high.</summary>
    public const int ButtonRecall = 18;

    private static readonly int[] NodeSelects = [22, 23, 24, 25];

    /// <summary>Nodes that the head has selects for.</summary>
    public static int NodeCount => NodeSelects.Length;

    /// <summary>
    /// Lines of the buses that are not connected: what the overlays take as chip selects, and lines of the LEDs' bus. GPIO 14 is among
    /// them, because a serial console that was left on would drive it.
    /// </summary>
    public static IReadOnlyList<int> IdleBusLines { get; } = [0, 1, 3, 4, 14];

    /// <summary>Chip select of the switch chip of a node (zero-based).</summary>
    /// <param name="node">0 … 3.</param>
    public static int NodeSwitchSelect(int node) => NodeSelects[node];
}

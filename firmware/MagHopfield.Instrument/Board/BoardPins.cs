namespace MagHopfield.Instrument.Board;

/// <summary>
/// Chip selects and pins of the board (hardware/board.md), GPIO numbers of the ESP32. The virtual board uses the same numbers.
/// </summary>
public static class BoardPins
{
    /// <summary>
    /// SPI bus of the ADC and of all switches, mode 3. nanoFramework's ESP32 gives all devices of a bus one mode and clock, so the
    /// DACs, which need another mode, have a bus of their own.
    /// </summary>
    public const int MeasureBus = 1;

    /// <summary>Clock of the measuring bus in hertz: what the AD7124-8 takes.</summary>
    public const int MeasureClock = 5_000_000;

    /// <summary>Data to the chips of the measuring bus.</summary>
    public const int MeasureMosi = 23;

    /// <summary>Data from the chips of the measuring bus.</summary>
    public const int MeasureMiso = 19;

    /// <summary>Clock line of the measuring bus.</summary>
    public const int MeasureSclk = 18;

    /// <summary>SPI bus of the DACs, mode 1.</summary>
    public const int DacBus = 2;

    /// <summary>Clock of the DAC bus in hertz, at which the AD5754R can also be read back.</summary>
    public const int DacClock = 1_000_000;

    /// <summary>Data to the DACs.</summary>
    public const int DacMosi = 13;

    /// <summary>Data from the DACs; a pin that is an input only.</summary>
    public const int DacMiso = 34;

    /// <summary>Clock line of the DAC bus.</summary>
    public const int DacSclk = 14;

    /// <summary>Chip select of the AD7124-8.</summary>
    public const int AdcSelect = 5;

    /// <summary>Chip select of the FRAM that holds the settings; a strapping pin that must be high at reset, as a select is.</summary>
    public const int MemorySelect = 0;

    /// <summary>CLR of the DACs, active low.</summary>
    public const int DacClear = 26;

    /// <summary>Enable of the pulse drivers (RMT), active high.</summary>
    public const int PulseEnable = 25;

    /// <summary>Data line of the LED panel (RMT).</summary>
    public const int LedData = 27;

    /// <summary>Transmit line of the second UART, which carries SCPI; the first belongs to the debugger.</summary>
    public const int SerialTransmit = 32;

    /// <summary>Receive line of the second UART.</summary>
    public const int SerialReceive = 33;

    /// <summary>+6.5 V rail over a divider: channel 0 of the ESP32's own ADC1.</summary>
    public const int SupplyMonitor = 36;

    /// <summary>Largest terminal voltage of the gold layer over diodes and a divider: channel 3 of ADC1.</summary>
    public const int PulseMonitor = 39;

    /// <summary>Button "pattern" (long press: distort), active high.</summary>
    public const int ButtonPattern = 35;

    /// <summary>Button "train", active high; a strapping pin that must be low at reset.</summary>
    public const int ButtonTrain = 2;

    /// <summary>Button "recall", active high; a strapping pin that must be low at reset.</summary>
    public const int ButtonRecall = 12;

    private static readonly int[] DacSelects = { 15 };
    private static readonly int[] NodeSwitchSelects = { 4, 16, 17, 21 };
    private static readonly int[] PulseSwitchSelects = { 22 };

    /// <summary>
    /// Chip select of DAC chip <paramref name="chip"/> (zero-based). Chips past the ESP32's own lines hang on a decoder and count from 100.
    /// </summary>
    public static int DacSelect(int chip) => chip < DacSelects.Length ? DacSelects[chip] : 100 + chip;

    /// <summary>Chip select of the switch chip of a node (zero-based); past the ESP32's own lines they count from 200.</summary>
    public static int NodeSwitchSelect(int node) => node < NodeSwitchSelects.Length ? NodeSwitchSelects[node] : 200 + node;

    /// <summary>
    /// Chip select of pulse switch chip <paramref name="chip"/> (zero-based); past the ESP32's own lines they count from 300.
    /// </summary>
    public static int PulseSwitchSelect(int chip) => chip < PulseSwitchSelects.Length ? PulseSwitchSelects[chip] : 300 + chip;
}

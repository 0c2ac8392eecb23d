namespace MagHopfield.Instrument.Board;

/// <summary>
/// Chip selects and pins of the board (hardware/board.md), GPIO numbers of the ESP32. The virtual board uses the same numbers.
/// </summary>
public static class BoardPins
{
    /// <summary>SPI bus of all chips.</summary>
    public const int SpiBus = 1;

    /// <summary>Chip select of the AD7124-8.</summary>
    public const int AdcSelect = 5;

    /// <summary>CLR of the DACs, active low.</summary>
    public const int DacClear = 26;

    /// <summary>Enable of the pulse drivers (RMT), active high.</summary>
    public const int PulseEnable = 25;

    /// <summary>Data line of the LED panel (RMT).</summary>
    public const int LedData = 27;

    private static readonly int[] DacSelects = { 15 };
    private static readonly int[] NodeSwitchSelects = { 4, 16, 17, 21 };
    private static readonly int[] PulseSwitchSelects = { 22 };

    /// <summary>Chip select of DAC chip <paramref name="chip"/> (zero-based). Chips past the ESP32's own lines hang on a decoder and count from 100.</summary>
    public static int DacSelect(int chip) => chip < DacSelects.Length ? DacSelects[chip] : 100 + chip;

    /// <summary>Chip select of the switch chip of a node (zero-based); past the ESP32's own lines they count from 200.</summary>
    public static int NodeSwitchSelect(int node) => node < NodeSwitchSelects.Length ? NodeSwitchSelects[node] : 200 + node;

    /// <summary>Chip select of pulse switch chip <paramref name="chip"/> (zero-based); past the ESP32's own lines they count from 300.</summary>
    public static int PulseSwitchSelect(int chip) => chip < PulseSwitchSelects.Length ? PulseSwitchSelects[chip] : 300 + chip;
}

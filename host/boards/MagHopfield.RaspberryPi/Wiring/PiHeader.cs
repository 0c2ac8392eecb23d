namespace MagHopfield.RaspberryPi.Wiring;

/// <summary>The 40-pin header, the same on every Raspberry Pi that has one.</summary>
public static class PiHeader
{
    /// <summary>Number of pins.</summary>
    public const int Count = 40;

    // From pin 1 on; odd numbers are the row on the side of the processor.
    private static readonly string[] Names =
    [
        "3V3", "5V", "GPIO 2", "5V", "GPIO 3", "GND", "GPIO 4", "GPIO 14", "GND", "GPIO 15",
        "GPIO 17", "GPIO 18", "GPIO 27", "GND", "GPIO 22", "GPIO 23", "3V3", "GPIO 24", "GPIO 10", "GND",
        "GPIO 9", "GPIO 25", "GPIO 11", "GPIO 8", "GND", "GPIO 7", "GPIO 0", "GPIO 1", "GPIO 5", "GND",
        "GPIO 6", "GPIO 12", "GPIO 13", "GND", "GPIO 19", "GPIO 16", "GPIO 26", "GPIO 20", "GND", "GPIO 21",
    ];

    /// <summary>What a pin is, as in "GPIO 17" or "GND".</summary>
    /// <param name="pin">1 … 40.</param>
    public static string NameOf(int pin) => Names[pin - 1];

    /// <summary>The pin of a GPIO.</summary>
    /// <param name="gpio">0 … 27.</param>
    public static int PinOf(int gpio) => Array.IndexOf(Names, FormattableString.Invariant($"GPIO {gpio}")) + 1;
}

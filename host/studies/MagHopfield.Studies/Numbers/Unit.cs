namespace MagHopfield.Studies.Numbers;

/// <summary>A unit of the command line: how it is written, and the suffixes by which a number may come in it.</summary>
public sealed class Unit
{
    /// <summary>Volts: V, mV, uV.</summary>
    public static readonly Unit Volt = new("V", "voltage", [("V", 0), ("mV", -3), ("uV", -6), ("µV", -6), ("μV", -6)]);

    /// <summary>Seconds: s, ms, us, ns, ps.</summary>
    public static readonly Unit Second = new(
        "s", "time", [("s", 0), ("ms", -3), ("us", -6), ("µs", -6), ("μs", -6), ("ns", -9), ("ps", -12)]);

    /// <summary>A ratio, which has no unit; also in per cent and in parts per million.</summary>
    public static readonly Unit Ratio = new("", "ratio", [("%", -2), ("ppm", -6)]);

    private readonly (string Text, int Exponent)[] _suffixes;

    private Unit(string symbol, string quantity, (string Text, int Exponent)[] suffixes)
    {
        Symbol = symbol;
        Quantity = quantity;
        _suffixes = suffixes;
    }

    /// <summary>Symbol of the SI unit; empty for a ratio.</summary>
    public string Symbol { get; }

    /// <summary>What is measured in it, as in "voltage".</summary>
    public string Quantity { get; }

    /// <summary>Word for a value in a usage, as in "VOLTAGE".</summary>
    public string ValueName => Quantity.ToUpperInvariant();

    /// <summary>Quantity and unit, as in "voltage in V".</summary>
    public string Description => Symbol.Length > 0 ? $"{Quantity} in {Symbol}" : Quantity;

    /// <summary>
    /// Suffixes as text for a message, as in "s, ms, us, ns, ps"; the micro sign, of which there are two, is understood too.
    /// </summary>
    public string Suffixes => string.Join(", ", _suffixes.Select(s => s.Text).Where(t => t.All(char.IsAscii)));

    /// <summary>The power of ten by which a suffix multiplies; upper and lower case differ, as in SI.</summary>
    /// <param name="suffix">Text after the number.</param>
    /// <returns>The exponent, or null where there is no such suffix.</returns>
    public int? Exponent(string suffix)
    {
        foreach ((string text, int exponent) in _suffixes)
        {
            if (text == suffix)
                return exponent;
        }

        return null;
    }
}

using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Papers.Niu2024.Letters.Weights;

namespace MagHopfield.Papers.Niu2024.Letters.Figure5;

/// <summary>Films and protocols by name.</summary>
public static class LetterPresets
{
    // The best of `letters-search` on six words of block A F H J T U 2 3 4 7: the printed K, pads of 3/14 pitch that are equipotential, 80
    // Oe, 1 ns.
    /// <summary>Field of the shipped protocol half-way between columns of alternating sign, in A/m (80 Oe).</summary>
    public static double ShippedField { get; } = 80 * 1000 / (4 * Math.PI);

    /// <summary>Length of a letter's pulse in the shipped protocol, in seconds.</summary>
    public static double ShippedPulse { get; } = 1e-9;

    /// <summary>Film of the shipped protocol.</summary>
    public static LetterFilm ShippedFilm { get; } = new() { PadSize = 3.0 / 14, LeadResistance = 0 };

    /// <summary>How the shipped protocol makes weights.</summary>
    public static WeightRecipe ShippedRecipe { get; } = new(WeightSource.EpochMean, WeightReference.Saturated, 0.996);

    /// <summary>What is run under a name.</summary>
    /// <param name="preset">Name.</param>
    /// <param name="set">Letters.</param>
    /// <param name="font">Name of their font.</param>
    public static Figure5Parameters Of(LetterPreset preset, PatternSet set, string font)
    {
        LetterFilm film = ShippedFilm;
        Figure5Parameters shipped = new(set)
        {
            Font = font,
            Film = film,
            Protocol = new LetterProtocol { Voltage = LetterDrive.Voltage(film, ShippedField), PulseTime = ShippedPulse },
            Recipe = ShippedRecipe,
        };
        return preset switch
        {
            LetterPreset.Printed => shipped with
            {
                Film = new LetterFilm(),
                Protocol = new LetterProtocol(),
                Recipe = new WeightRecipe(WeightSource.EpochMean, WeightReference.Saturated, 0.996),
            },
            LetterPreset.Demagnetised => shipped with { Film = shipped.Film with { HardAxis = 0, Demagnetisation = true } },
            _ => shipped,
        };
    }
}

/// <summary>Named ways of teaching letters.</summary>
public enum LetterPreset
{
    /// <summary>The one that the search found on letters of its own.</summary>
    Shipped,

    /// <summary>K, field and pulse as the paper prints them (43.062 A/m, 20 Oe, 5 ns).</summary>
    Printed,

    /// <summary>The shipped one with the full demagnetising field in place of the hard axis.</summary>
    Demagnetised,
}

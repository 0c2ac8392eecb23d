namespace MagHopfield.Experiments.Letters;

/// <summary>Films and protocols by name.</summary>
public static class LetterPresets
{
    // The best of `letters-search` on its own letters (block A H F and 2 3 7 4): the printed K, pads of 4/7 pitch that are equipotential, 80 Oe, 1 ns.
    private const double ShippedField = 80 * 1000 / (4 * Math.PI);

    /// <summary>What is run under a name.</summary>
    /// <param name="preset">Name.</param>
    /// <param name="set">Letters.</param>
    /// <param name="font">Name of their font.</param>
    public static Figure5Parameters Of(LetterPreset preset, PatternSet set, string font)
    {
        LetterFilm film = new() { LeadResistance = 0 };
        Figure5Parameters shipped = new(set)
        {
            Font = font,
            Film = film,
            Protocol = new LetterProtocol { Voltage = LetterDrive.Voltage(film, ShippedField), PulseTime = 1e-9 },
            Recipe = new WeightRecipe(WeightSource.EpochMean, WeightReference.Saturated, 0.994),
        };
        return preset switch
        {
            LetterPreset.Printed => shipped with { Film = new LetterFilm(), Protocol = new LetterProtocol(), Recipe = new WeightRecipe(WeightSource.EpochMean, WeightReference.Saturated, 0.996) },
            LetterPreset.Demagnetised => shipped with { Film = shipped.Film with { HardAxis = 0, Demagnetisation = true } },
            _ => shipped,
        };
    }
}

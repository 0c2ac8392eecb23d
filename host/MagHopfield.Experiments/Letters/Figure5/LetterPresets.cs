namespace MagHopfield.Experiments.Letters;

/// <summary>Films and protocols by name.</summary>
public static class LetterPresets
{
    /// <summary>What is run under a name.</summary>
    /// <param name="preset">Name.</param>
    /// <param name="set">Letters.</param>
    /// <param name="font">Name of their font.</param>
    public static Figure5Parameters Of(LetterPreset preset, PatternSet set, string font)
    {
        Figure5Parameters shipped = new(set) { Font = font };
        return preset switch
        {
            LetterPreset.Printed => shipped with { Film = new LetterFilm(), Protocol = new LetterProtocol() },
            LetterPreset.Demagnetised => shipped with { Film = shipped.Film with { HardAxis = 0, Demagnetisation = true } },
            _ => shipped,
        };
    }
}

using MagHopfield.Film.Parameters;

namespace MagHopfield.Film.Checking;

/// <summary>Do film and gold conduct as metals do?</summary>
internal static class ConductorChecks
{
    // Metals and alloys: silver has 6.3e7 S/m, nichrome 7e5, thin films of it some tenths of that. Gold whose pads are held has a
    // conductivity that is but the scale of its field, lower as a rule.
    // The largest known anisotropic magnetoresistance is the 160 % of Sr2IrO4, which Yu 2021 takes for the film that its current re-writes.
    private const double LargestKnownRatio = 1.6;

    private const double LeastMetal = 1e5, LeastScale = 1e3, BestMetal = 7e7, LargestRatio = 0.3, LargestResistance = 1e5;

    public static void Of(FilmParameters film, FilmFindings findings)
    {
        Conductivity(findings, "transport", "isotropic_conductivity", film.Transport.IsotropicConductivity, LeastMetal);
        if (film.Gold is GoldParameters gold)
        {
            Conductivity(findings, "gold", "conductivity", gold.Conductivity, gold.LeadResistance > 0 ? LeastMetal : LeastScale);
            Resistance(findings, "gold", "lead_resistance", gold.LeadResistance);
        }

        if (Math.Abs(film.Transport.AmrRatio) > (film.Gold is null ? LargestKnownRatio : LargestRatio))
        {
            findings.Warn("transport", "amr_ratio",
                $"is {film.Transport.AmrRatio}, a share and not per cent; permalloy has 0.01 to 0.08: {film.Transport.AmrRatio} % would be "
                + $"{0.01 * film.Transport.AmrRatio:R}.");
        }

        Resistance(findings, "transport", "contact_resistance", film.Transport.ContactResistance);
    }

    private static void Conductivity(FilmFindings findings, string section, string key, double sigma, double least)
    {
        if (sigma is > 0 and < 1e-3)
            findings.Warn(section, key,
                $"is {sigma:R} S/m: this looks like a resistivity in ohm·m; its conductivity would be {1 / sigma:0.###e0} S/m.");
        else if (sigma < least)
            findings.Warn(section, key,
                $"is {sigma:R} S/m, less than any metal has; it is read in S/m, permalloy has about 5e6, gold 4.1e7.");
        else if (sigma > BestMetal)
            findings.Warn(section, key,
                $"is {sigma:0.###e0} S/m, more than silver has (6.3e7); it is read in S/m, permalloy has about 5e6, gold 4.1e7.");
    }

    private static void Resistance(FilmFindings findings, string section, string key, double ohms)
    {
        if (ohms > LargestResistance)
            findings.Warn(section, key,
                $"is {ohms:R} ohm, which leaves next to no current at 5 V; it is read in ohm.");
    }
}

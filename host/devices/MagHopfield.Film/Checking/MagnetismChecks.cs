using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Film.Checking;

/// <summary>Are magnetic parameters those of a ferromagnet, in the units that they are read in?</summary>
internal static class MagnetismChecks
{
    private const double LeastMs = 1e3, LargestMs = 5e6, LeastExchange = 1e-13, LargestExchange = 1e-9, Strong = 1e7, Tesla = 0.5;

    public static void Of(FilmParameters film, FilmFindings findings)
    {
        const string section = "magnetism";
        MagneticParameters m = film.Magnetism;
        double ms = m.SaturationMagnetisation;
        if (ms < LeastMs)
            findings.Warn(section, "saturation_magnetisation",
                $"is {ms} A/m: this looks like tesla or kA/m; in A/m µ0 Ms = {ms} T would be {ms / PhysicalConstants.Mu0:0.###e0}.");
        if (ms > LargestMs)
            findings.Warn(section, "saturation_magnetisation",
                $"is {ms} A/m, more than any material has (iron 1.7e6); write it in A/m.");
        Exchange(m, section, findings);
        if (m.GyromagneticRatio > 1e9)
        {
            findings.Warn(section, "gyromagnetic_ratio",
                $"is {m.GyromagneticRatio}: this looks like rad/(s·T); it is read in m/(A·s), so multiply by µ0: "
                + $"{m.GyromagneticRatio * PhysicalConstants.Mu0:0.####e0}.");
        }

        Field(findings, section, "hard_axis_anisotropy", m.HardAxisAnisotropy);
        Field(findings, section, "coercive_field", m.CoerciveField);
        Field(findings, section, "grain_anisotropy_field", m.Grains?.AnisotropyField ?? 0);
        if (m.Temperature > 1000)
            findings.Warn(section, "temperature",
                $"is {m.Temperature} K, above the Curie temperature of most ferromagnets (permalloy 850 K), where Ms is gone; lower it.");
        if (m.GilbertDamping > 1)
            findings.Warn(section, "gilbert_damping",
                $"is {m.GilbertDamping}; the paper has 0.3, materials 0.001 to 0.5: with more the texture creeps.");
    }

    private static void Exchange(MagneticParameters m, string section, FilmFindings findings)
    {
        double stiffness = m.ExchangeStiffness;
        bool old = findings.Has(section, "exchange_constant"), own = findings.Has(section, "exchange_stiffness");
        string key = old ? "exchange_constant" : "exchange_stiffness";
        if (stiffness is > LargestExchange or < LeastExchange)
        {
            findings.Warn(section, key,
                $"makes an exchange stiffness of {stiffness:0.###e0} J/m: usual values are near 1e-11; exchange_stiffness is read in J/m, "
                + $"exchange_constant in A·m.");
        }

        if (old)
            findings.Note(section, key,
                $"is the older key and goes on working; the same in J/m is exchange_stiffness = {stiffness:R}.");
        if (!old && !own && findings.Has(section, "saturation_magnetisation"))
        {
            findings.Note(section, "saturation_magnetisation",
                $"leaves the preset's 2A/(µ0 Ms) = {m.ExchangeConstant:0.#####e0} A·m as it is, so that the exchange stiffness is "
                + $"{stiffness:0.#####e0} J/m; write exchange_stiffness to give it.");
        }
    }

    private static void Field(FilmFindings findings, string section, string key, double field)
    {
        double size = Math.Abs(field);
        if (size is > 0 and < Tesla)
            findings.Warn(section, key,
                $"is {field} A/m, next to nothing: this looks like tesla; in A/m {field} T would be "
                + $"{field / PhysicalConstants.Mu0:0.###e0}.");
        else if (size > Strong)
            findings.Warn(section, key,
                $"is {field:0.###e0} A/m ({field * PhysicalConstants.Mu0:0.###e0} T), more than any film has; write it in A/m.");
    }
}

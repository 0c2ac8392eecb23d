using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Model.Keys;

/// <summary>Units that OVF files state.</summary>
internal static class OvfUnit
{
    /// <summary>
    /// Factor to A/m of the unit of a magnetisation or field, null for one of something else; a file without a unit is in A/m.
    /// </summary>
    public static double? OfMagnetisation(string unit) => unit switch
    {
        "A/m" or "" => 1,
        "kA/m" => 1e3,
        "T" => 1 / PhysicalConstants.Mu0,
        "mT" => 1e-3 / PhysicalConstants.Mu0,
        _ => null,
    };

    /// <summary>
    /// The unit that the header of an OVF file states, empty for none: OVF 1 has one, OVF 2 a list of one or one a component, perhaps in
    /// braces or quotes.
    /// </summary>
    public static string Of(IReadOnlyDictionary<string, string> header) =>
        (header.GetValueOrDefault("valueunits") ?? header.GetValueOrDefault("valueunit") ?? "")
            .Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("").Trim('{', '}', '"');
}

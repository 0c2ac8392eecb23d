using MagHopfield.Problems.Keys;
using MagHopfield.Problems.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Sections;

/// <summary>[demagnetisation].</summary>
internal static class DemagnetisationSection
{
    public static readonly Key<bool> Enabled = Key.Flag("enabled", "Whether the demagnetising field acts.", true);

    public static readonly Key<int> PeriodicImages = Key.Integer(
        "periodic_images", "Copies of the mesh that are summed on each side of a periodic axis.", 0, 1000, 10);

    public static readonly SectionDeclaration Declaration = new(
        "demagnetisation", false, "The demagnetising field. The section may be left out.", [Enabled, PeriodicImages]);

    public static DemagnetisationParameters Read(TomlSection? section) =>
        section is null ? new(true, 10) : new(Enabled.Read(section), PeriodicImages.Read(section));
}

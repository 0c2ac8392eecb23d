using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Model.Magnet;
using MagHopfield.Toml;

namespace MagHopfield.Film.Parameters;

/// <summary>All sections of the film's part of a file.</summary>
internal static class FilmSections
{
    public static readonly Key<string> Preset = Key.Word(
        "preset", "Built-in film that everything not written in the file is taken from.", FilmParameters.Presets)
        .Without("none");
    public static readonly Key<string> Name = Key.Text(
        "name", "Name of the film, written into every result.", fallback: "film")
        .Without("that of the preset, or {0}");

    // What has a name that problem files use, too, is read as films have it.
    private static readonly SectionDeclaration[] Behind =
        [PhysicsKeys.Transport, PhysicsKeys.Gold, LayoutKeys.Terminal, PhysicsKeys.Simulation];

    private static readonly SectionDeclaration[] Before =
    [
        new("", false, "These keys stand before the first section.", [Preset, Name]),
        LayoutKeys.Film, LayoutKeys.Electrode, LayoutKeys.Array, LayoutKeys.Image, PhysicsKeys.Magnetism,
    ];

    /// <summary>The sections in the order of the reference page.</summary>
    public static IReadOnlyList<SectionDeclaration> All { get; } =
    [
        .. Before,
        .. MagnetParts.Sections.Where(section => !Before.Concat(Behind).Any(own => own.Name == section.Name)),
        .. Behind,
    ];
}

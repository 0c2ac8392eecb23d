using MagHopfield.Micromagnetics.Transport;
using MagHopfield.Toml;
using MagHopfield.Toml.Keys;

namespace MagHopfield.Film.Parameters;

/// <summary>All sections of the film's part of a file.</summary>
internal static class FilmSections
{
    public static readonly WordKey Preset = new("preset", "Built-in film that everything not written in the file is taken from.", FilmParameters.Presets) { Without = "none" };
    public static readonly TextKey Name = new("name", "Name of the film, written into every result.") { Default = "film", Without = "that of the preset, or {0}" };

    /// <summary>The sections in the order of the reference page.</summary>
    public static IReadOnlyList<SectionDeclaration> All { get; } =
    [
        new("", false, "These keys stand before the first section.", [Preset, Name]),
        LayoutKeys.Film, LayoutKeys.Electrode, LayoutKeys.Array, LayoutKeys.Image, PhysicsKeys.Magnetism, PhysicsKeys.Transport, PhysicsKeys.Gold,
        LayoutKeys.Terminal, PhysicsKeys.Simulation,
    ];
}

using MagHopfield.Problems.Keys;
using MagHopfield.Problems.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.Problems.Sections;

/// <summary>[thermal].</summary>
internal static class ThermalSection
{
    public static readonly Key<double> Temperature = Key.Number("temperature", "K", "Temperature.", minimum: 0);
    public static readonly Key<int> Seed = Key.Integer("seed", "Seed of the random numbers; the same seed gives the same run.", 0, int.MaxValue, 1);

    public static readonly SectionDeclaration Declaration = new(
        "thermal",
        false,
        "Thermal fluctuations after Brown, in stages of kind run. With adaptive steps the noise scales with each step, and that of a rejected step "
        + "is kept for the steps that follow. The section may be left out.",
        [Temperature, Seed]);

    public static ThermalParameters? Read(TomlSection? section) =>
        section is null ? null : new(Temperature.Read(section), Seed.Read(section));
}

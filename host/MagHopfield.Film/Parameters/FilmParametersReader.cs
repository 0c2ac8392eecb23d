using MagHopfield.Film.Transport;
using MagHopfield.Toml;

namespace MagHopfield.Film.Parameters;

/// <summary>Reads and checks the sections of a film file.</summary>
internal static class FilmParametersReader
{
    private static readonly string[] States = ["random", "along-x", "along-y", "out-of-plane"];

    public static FilmParameters Read(TomlSection root)
    {
        FilmParameters? preset = root.Has("preset") ? FilmParameters.Preset(root.Choice("preset", FilmParameters.Presets)) : null;
        (FilmGeometry geometry, IReadOnlyList<Electrode> electrodes, IReadOnlyList<Electrode> terminals) = LayoutReader.Read(root, preset);
        MagneticParameters magnetism = Read(root, "magnetism", preset?.Magnetism, Magnetism);
        return new FilmParameters(
            root.Text("name", preset?.Name ?? "film"),
            geometry,
            electrodes,
            terminals,
            magnetism,
            Read(root, "transport", preset?.Transport, Transport),
            Read(root, "gold", preset?.Gold, Gold),
            Read(root, "simulation", preset?.Simulation, Simulation));
    }

    private static T Read<T>(TomlSection root, string name, T? preset, Func<TomlSection, T?, T> read)
        where T : class
    {
        if (root.OptionalSection(name) is TomlSection section)
        {
            return read(section, preset);
        }

        return preset ?? throw root.Error($"section [{name}] is missing; add it, or take the rest from a film with preset = \"niu2024\"");
    }

    private static MagneticParameters Magnetism(TomlSection s, MagneticParameters? p)
    {
        MagneticParameters magnetism = MagnetismUnchecked(s, p);
        try
        {
            magnetism.Check();
        }
        catch (ArgumentException e)
        {
            throw s.Error("temperature", e.Message);
        }

        return magnetism;
    }

    private static MagneticParameters MagnetismUnchecked(TomlSection s, MagneticParameters? p) => new(
        s.Positive("saturation_magnetisation", "A/m", p?.SaturationMagnetisation),
        s.Positive("exchange_constant", "A·m", p?.ExchangeConstant),
        s.Number("hard_axis_anisotropy", "A/m", fallback: p?.HardAxisAnisotropy),
        s.Number("gilbert_damping", "1", 0, 10, p?.GilbertDamping, exclusiveMinimum: true),
        s.Positive("gyromagnetic_ratio", "m/(A·s)", p?.GyromagneticRatio ?? 2.21e5),
        s.Flag("demagnetisation", p?.Demagnetisation),
        (InitialState)Array.IndexOf(States, s.Choice("initial_state", States, States[(int)(p?.InitialState ?? InitialState.Random)])),
        s.Integer("seed", 0, int.MaxValue, p?.Seed ?? 1),
        s.Number("coercive_field", "A/m", 0, fallback: p?.CoerciveField ?? 0),
        s.Number("temperature", "K", 0, fallback: p?.Temperature ?? 0),
        Grains(s, p?.Grains));

    private static GrainParameters? Grains(TomlSection s, GrainParameters? p)
    {
        double field = s.Number("grain_anisotropy_field", "A/m", 0, fallback: p?.AnisotropyField ?? 0);
        double size = s.Positive("grain_size", "m", p?.Size ?? 50e-9);
        int seed = s.Integer("grain_seed", 0, int.MaxValue, p?.Seed ?? 1);
        return field > 0 ? new GrainParameters(size, field, seed) : null;
    }

    // Beyond ±2 one of the two resistivities would be negative.
    private static TransportParameters Transport(TomlSection s, TransportParameters? p)
    {
        double ratio = s.Number("amr_ratio", "1", fallback: p?.AmrRatio);
        if (!(Math.Abs(ratio) < 2))
        {
            throw s.Error("amr_ratio", $"is {ratio}; a = 2(ρ∥ − ρ⊥)/(ρ∥ + ρ⊥) lies between -2 and 2, in permalloy between 0.01 and 0.08");
        }

        return new TransportParameters(
            s.Positive("isotropic_conductivity", "S/m", p?.IsotropicConductivity),
            ratio,
            s.Number("contact_resistance", "ohm", 0, fallback: p?.ContactResistance ?? 0),
            s.Positive("solver_tolerance", "1", p?.SolverTolerance ?? 1e-9));
    }

    private static GoldParameters Gold(TomlSection s, GoldParameters? p) => new(
        s.Positive("thickness", "m", p?.Thickness),
        s.Positive("conductivity", "S/m", p?.Conductivity),
        s.Number("insulator_thickness", "m", 0, fallback: p?.InsulatorThickness),
        s.Number("lead_resistance", "ohm", 0, fallback: p?.LeadResistance));

    private static PulseParameters Simulation(TomlSection s, PulseParameters? p) => new(
        s.Positive("rest_torque", "A/m", p?.RestTorque),
        s.Positive("longest_time", "s", p?.LongestTime),
        s.Number("relaxation_time", "s", 0, fallback: p?.RelaxationTime),
        s.Number("tilt", "rad", 0, 0.5, p?.Tilt ?? PulseParameters.ThermalTilt),
        s.Positive("progress_interval", "s", p?.ProgressInterval ?? 1e-9),
        s.Positive("step_error", "1", p?.StepError ?? 1e-5));
}

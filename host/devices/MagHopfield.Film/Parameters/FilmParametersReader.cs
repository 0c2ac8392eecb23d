using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Magnet;
using MagHopfield.Toml;

namespace MagHopfield.Film.Parameters;

/// <summary>Reads and checks the sections of a film file.</summary>
internal static class FilmParametersReader
{
    public static FilmParameters Read(TomlSection root)
    {
        if (ProblemAsFilm.IsOne(root))
            return ProblemAsFilm.Read(root);
        FilmParameters? preset = root.Has(FilmSections.Preset.Name) ? FilmParameters.Preset(FilmSections.Preset.Read(root)) : null;
        (FilmGeometry geometry, IReadOnlyList<Electrode> electrodes, IReadOnlyList<Electrode> terminals) = LayoutReader.Read(root, preset);
        (MagneticParameters magnetism, MagnetParts parts) = FilmMagnetReader.Read(root, geometry, preset);
        PulseParameters simulation = Read(root, "simulation", preset?.Simulation, Simulation);
        RefuseWithoutEquilibrium(
            root,
            root.OptionalSection("simulation")?.Has(PhysicsKeys.Prepare.Name) == true ? "simulation" : "magnetism",
            PhysicsKeys.Prepare,
            magnetism.Prepare,
            magnetism);
        RefuseWithoutEquilibrium(root, "simulation", PhysicsKeys.AfterPulse, simulation.AfterPulse, magnetism);
        return new FilmParameters(
            FilmSections.Name.Read(root, preset?.Name),
            geometry,
            electrodes,
            terminals,
            magnetism,
            Read(root, "transport", preset?.Transport, Transport),
            GoldOf(root, preset, parts),
            simulation)
        {
            Parts = parts,
            HasOersted = root.OptionalSection("transport") is TomlSection transport
                ? PhysicsKeys.Oersted.Read(transport, preset?.HasOersted) : preset?.HasOersted ?? false,
        };
    }

    internal static void RefuseWithoutEquilibrium(
        TomlSection root, string section, Key<EquilibriumMethod> key, EquilibriumMethod method, MagneticParameters magnetism)
    {
        if (method == EquilibriumMethod.None || magnetism.WhyNoEquilibrium() is not string why)
            return;
        string message = $"= {key.Written(method)} {why}; write {key.Name} = {key.Written(EquilibriumMethod.None)}, "
            + "or set coercive_field and temperature to 0";
        throw root.OptionalSection(section)?.Error(key.Name, message) ?? root.Error($"{section}.{key.Name} {message}");
    }

    private static T Read<T>(TomlSection root, string name, T? preset, Func<TomlSection, T?, T> read)
        where T : class
    {
        if (root.OptionalSection(name) is TomlSection section)
            return read(section, preset);

        return preset ?? throw root.Error($"section [{name}] is missing; add it, or take the rest from a film with preset = \"niu2024\"");
    }

    private static TransportParameters Transport(TomlSection s, TransportParameters? p) => new(
        PhysicsKeys.IsotropicConductivity.Read(s, p?.IsotropicConductivity),
        PhysicsKeys.AmrRatio.Read(s, p?.AmrRatio),
        PhysicsKeys.ContactResistance.Read(s, p?.ContactResistance),
        PhysicsKeys.SolverTolerance.Read(s, p?.SolverTolerance));

    /// <summary>The gold of a file, or null where its own current re-writes the film.</summary>
    internal static GoldParameters? GoldOf(TomlSection root, FilmParameters? preset, MagnetParts parts)
    {
        if (root.OptionalSection("gold") is TomlSection section)
            return Gold(section, preset?.Gold);
        return preset?.Gold ?? (parts.Terms.Any(term => term.TakesSolvedCurrent) ? null : throw root.Error(
            "section [gold] is missing, and there is no torque by which the film's own current would re-write it; add [gold], or [current] "
            + "or [spin_orbit] without a density of its own"));
    }

    internal static GoldParameters Gold(TomlSection s, GoldParameters? p) => new(
        PhysicsKeys.GoldThickness.Read(s, p?.Thickness),
        PhysicsKeys.GoldConductivity.Read(s, p?.Conductivity),
        PhysicsKeys.InsulatorThickness.Read(s, p?.InsulatorThickness),
        PhysicsKeys.LeadResistance.Read(s, p?.LeadResistance));

    // The time of a preset goes where the film is brought to an equilibrium instead.
    internal static PulseParameters Simulation(TomlSection s, PulseParameters? p)
    {
        EquilibriumMethod afterPulse = PhysicsKeys.AfterPulse.Read(s, p?.AfterPulse);
        return new(
            PhysicsKeys.RestTorque.Read(s, p?.RestTorque),
            PhysicsKeys.LongestTime.Read(s, p?.LongestTime),
            PhysicsKeys.RelaxationTime.Read(s, afterPulse == EquilibriumMethod.None ? p?.RelaxationTime : 0),
            PhysicsKeys.Tilt.Read(s, p?.Tilt),
            PhysicsKeys.ProgressInterval.Read(s, p?.ProgressInterval),
            PhysicsKeys.StepError.Read(s, p?.StepError),
            afterPulse);
    }
}

using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Terms;
using MagHopfield.Toml;

namespace MagHopfield.Film.Parameters;

/// <summary>
/// Reads [magnetism], and the regions and terms that stand beside it as in problem files, whose [material] it is. What a section says that
/// a key of [magnetism] has a name for becomes that key's value.
/// </summary>
internal static class FilmMagnetReader
{
    public static (MagneticParameters Magnetism, MagnetParts Parts) Read(TomlSection root, FilmGeometry geometry, FilmParameters? film)
    {
        MagneticParameters? preset = film?.Magnetism;
        TomlSection section = root.OptionalSection("magnetism") ?? (preset is not null
            ? TomlFile.Parse("", root.Source)
            : throw root.Error("section [magnetism] is missing; add it, or take the rest from a film with preset = \"niu2024\""));
        (MagneticParameters magnetism, MagnetParts parts) = Read(root, section, geometry, preset);
        return (magnetism, film is null ? parts : Inherited(parts, film.Parts));
    }

    // What a file says of a term, of the regions or of the beginning takes the place of all that its preset says of that.
    private static MagnetParts Inherited(MagnetParts own, MagnetParts preset) => new(
        own.Regions.Count > 0 ? own.Regions : preset.Regions,
        [
            .. preset.Terms.Concat(own.Terms).Select(term => term.GetType()).Distinct().SelectMany(type =>
                own.Terms.Where(term => term.GetType() == type) is var said && said.Any() ? said
                    : preset.Terms.Where(term => term.GetType() == type)).OrderBy(term => term.Order),
        ])
    {
        Initial = own.Initial ?? preset.Initial,
    };

    /// <summary>The magnet of a problem file.</summary>
    public static (MagneticParameters Magnetism, MagnetParts Parts) OfProblem(TomlSection root, TomlSection material, FilmGeometry geometry)
    {
        if (material.Has(MaterialSection.SaturationMagnetisationFile.Name))
        {
            throw material.Error(
                MaterialSection.SaturationMagnetisationFile.Name,
                "gives Ms cell by cell, but a film has one and its regions theirs; write saturation_magnetisation");
        }

        root.Section("initial");
        material.Inherit(PhysicsKeys.HardAxisAnisotropy.Name, 0.0);
        material.Inherit(PhysicsKeys.Demagnetisation.Name, true);
        return Read(root, material, geometry, null);
    }

    private static (MagneticParameters Magnetism, MagnetParts Parts) Read(
        TomlSection root, TomlSection section, FilmGeometry geometry, MagneticParameters? preset)
    {
        if (root.OptionalSection("simulation") is TomlSection simulation && simulation.Has(PhysicsKeys.Prepare.Name))
            Take(section, PhysicsKeys.Prepare, "simulation", PhysicsKeys.Prepare.Written(PhysicsKeys.Prepare.Read(simulation))!.Trim('"'));
        double ms = PhysicsKeys.SaturationMagnetisation.Read(section, preset?.SaturationMagnetisation);
        double exchange = Exchange(section, ms, preset);
        section.Inherit(PhysicsKeys.ExchangeStiffness.Name, PhysicalConstants.Mu0 * ms * exchange / 2);
        MagnetParts parts = MagnetParts.Stated(root, section, geometry.Mesh());
        if (parts.Initial is not null && section.Has(PhysicsKeys.InitialState.Name))
            throw section.Error(PhysicsKeys.InitialState.Name, "says the same as [initial]; remove one of the two");
        Term[] others =
        [
            .. parts.Terms.Where(term => !IsKey(root, section, term)).Where(term => parts.Regions.Count > 0 || term is not ExchangeTerm),
        ];
        if (others.OfType<AnisotropyTerm>().Any() && preset is null)
            section.Inherit(PhysicsKeys.HardAxisAnisotropy.Name, 0.0);
        if (others.OfType<ExternalFieldTerm>().Any(term => term.Drive.IsTimeDependent))
        {
            throw root.Section("field").Error(
                "waveform", "changes the field in time, but a film has a constant one; write constant = [x, y, z]");
        }

        MagneticParameters magnetism = Magnetism(section, ms, exchange, preset);
        if (parts.Initial is not null)
            (magnetism, parts) = Initial(magnetism, parts);
        if (magnetism.Grains is GrainParameters g && new GrainTerm(g.Size, g.AnisotropyField).WhyTooMany(geometry.Mesh()) is string why)
            throw section.Error(PhysicsKeys.GrainSize.Name, why);
        return (magnetism, parts with { Terms = others });
    }

    // Whether a term is one that a key of [magnetism] says as well, which then has its value.
    private static bool IsKey(TomlSection root, TomlSection section, Term term)
    {
        switch (term)
        {
            case HardAxisTerm:
                return true;
            case DemagnetisationTerm demagnetisation:
                Take(section, PhysicsKeys.Demagnetisation, "demagnetisation", demagnetisation.IsEnabled);
                return true;
            case ThermalTerm thermal:
                if (ProblemAsFilm.IsOne(root))
                    section.Inherit(PhysicsKeys.Seed.Name, (long)thermal.FirstSeed);
                else if (root.Section("thermal") is TomlSection noise && noise.Has("seed"))
                {
                    throw noise.Error(
                        "seed", $"is not that of a film's noise, which comes from magnetism.{PhysicsKeys.Seed.Name}; remove it here");
                }

                Take(section, PhysicsKeys.Temperature, "thermal", thermal.Kelvin);
                return true;
            case FrictionTerm friction:
                Take(section, PhysicsKeys.CoerciveField, "friction", friction.CoerciveField);
                return true;
            case GrainTerm grains:
                Take(section, PhysicsKeys.GrainAnisotropyField, "grains", grains.AnisotropyField);
                Take(section, PhysicsKeys.GrainSize, "grains", grains.Size);
                Take(section, PhysicsKeys.GrainSeed, "grains", (long)grains.AxisSeed);
                return true;
            default:
                return false;
        }
    }

    private static void Take(TomlSection section, Key key, string other, object value)
    {
        if (section.Has(key.Name))
            throw section.Error(key.Name, $"says the same as [{other}]; remove one of the two");
        section.Inherit(key.Name, value);
    }

    private static MagneticParameters Magnetism(TomlSection s, double ms, double exchange, MagneticParameters? p)
    {
        MagneticParameters magnetism = new(
            ms,
            exchange,
            PhysicsKeys.HardAxisAnisotropy.Read(s, p?.HardAxisAnisotropy),
            PhysicsKeys.GilbertDamping.Read(s, p?.GilbertDamping),
            PhysicsKeys.GyromagneticRatio.Read(s, p?.GyromagneticRatio),
            PhysicsKeys.Demagnetisation.Read(s, p?.Demagnetisation),
            PhysicsKeys.InitialState.Read(s, p?.InitialState),
            PhysicsKeys.Seed.Read(s, p?.Seed),
            PhysicsKeys.CoerciveField.Read(s, p?.CoerciveField),
            PhysicsKeys.Temperature.Read(s, p?.Temperature),
            Grains(s, p?.Grains),
            PhysicsKeys.Prepare.Read(s, p?.Prepare));
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

    // A beginning that a word of initial_state stands for is that word.
    private static (MagneticParameters Magnetism, MagnetParts Parts) Initial(MagneticParameters magnetism, MagnetParts parts)
    {
        InitialParameters own = parts.Initial! with { Direction = parts.Initial!.Direction.Normalised() };
        MagneticParameters[] words = [.. Enum.GetValues<InitialState>().Select(state => magnetism with { InitialState = state })];
        return words.FirstOrDefault(word => FilmMagnet.Initial(word) == own) is MagneticParameters said
            ? (said, parts with { Initial = null }) : (magnetism, parts);
    }

    // 2A_ex/(µ0 Ms) in A·m; that of a preset stays as it is where a file changes Ms alone.
    private static double Exchange(TomlSection s, double ms, MagneticParameters? p)
    {
        if (ExchangeDeclaration.ConstantOf(s) is double constant)
            return constant;

        return p is not null && !s.Has(PhysicsKeys.ExchangeStiffness.Name)
            ? p.ExchangeConstant
            : MagneticParameters.ExchangeConstantOf(PhysicsKeys.ExchangeStiffness.Read(s), ms);
    }

    private static GrainParameters? Grains(TomlSection s, GrainParameters? p)
    {
        double field = PhysicsKeys.GrainAnisotropyField.Read(s, p?.AnisotropyField);
        double size = PhysicsKeys.GrainSize.Read(s, p?.Size);
        int seed = PhysicsKeys.GrainSeed.Read(s, p?.Seed);
        return field > 0 ? new GrainParameters(size, field, seed) : null;
    }
}

using System.Text.Json.Serialization;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Magnet;
using MagHopfield.Toml;

namespace MagHopfield.Film.Parameters;

/// <summary>Everything that makes a film: under a gold layer whose pulses re-write it, or re-written by its own current.</summary>
/// <param name="Name">Name, as in "niu2024".</param>
/// <param name="Geometry">Outline, thickness and mesh.</param>
/// <param name="Electrodes">Electrodes of the film in the order of the nodes.</param>
/// <param name="Terminals">Terminals of the gold layer in the order of the nodes; as many as electrodes.</param>
/// <param name="Magnetism">Parameters of the magnetisation.</param>
/// <param name="Transport">Conductivity of the film.</param>
/// <param name="Gold">The gold layer, or null for a film that its own current re-writes.</param>
/// <param name="Simulation">How far a pulse is integrated.</param>
public sealed record FilmParameters(
    string Name,
    FilmGeometry Geometry,
    IReadOnlyList<Electrode> Electrodes,
    IReadOnlyList<Electrode> Terminals,
    MagneticParameters Magnetism,
    TransportParameters Transport,
    GoldParameters? Gold,
    PulseParameters Simulation)
{
    /// <summary>Whether the Oersted field of the film's own current acts, in a film without gold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasOersted { get; init; }

    /// <summary>The gold layer of a film that must have one.</summary>
    /// <exception cref="ArgumentException">It has none.</exception>
    [JsonIgnore]
    public GoldParameters NeededGold => Gold
        ?? throw new ArgumentException($"Film {Name} has no layer of gold, its own current re-writes it; give a film with [gold] here.");

    /// <summary>Regions, energy terms and torques beside those of <see cref="Magnetism"/>, and an initial state in place of that.</summary>
    [JsonIgnore]
    public MagnetParts Parts { get; init; } = MagnetParts.None;

    /// <summary>The same as a film file writes them, with the full paths of files; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PartsText
    {
        get
        {
            DocumentWriter text = new(path => path);
            Parts.WriteRegions(text);
            text.Section("[magnetism]");
            Parts.WriteMaterial(text);
            Parts.WriteTerms(text);
            Parts.WriteInitial(text);
            return text.ToString() is { Length: > 0 } written ? written : null;
        }
    }

    /// <summary>Refuses parameters that do not go together.</summary>
    /// <exception cref="ArgumentException">One line says which, and how to mend it.</exception>
    public void Check()
    {
        Magnetism.Check();
        string? key = Magnetism.Prepare != EquilibriumMethod.None ? "prepare"
            : Simulation.AfterPulse != EquilibriumMethod.None ? "after_pulse" : null;
        if (key is not null && Magnetism.WhyNoEquilibrium() is string why)
            throw new ArgumentException($"Film {Name}: {key} {why}; leave it out, or set coercive_field and temperature to 0.");
    }

    /// <summary>Number of nodes N.</summary>
    public int NodeCount => Electrodes.Count;

    /// <summary>Names of the built-in films.</summary>
    public static IReadOnlyList<string> Presets { get; } =
    [
        "niu2024", "niu2024-held", "niu2024-gates", "permalloy", "permalloy-thin", "permalloy-5um", "niu2024-7x5",
        "yu2021",
    ];

    /// <summary>
    /// A built-in film: "niu2024" (Table 1 as printed, each gold pad behind a lead of its own), "niu2024-held" (the same with pads held at
    /// the pattern's voltages), "niu2024-gates" (that with a coercive field, which keeps all gates), "permalloy" (as printed with the full
    /// demagnetising field, which keeps it from learning), "permalloy-thin" (a wider, thinner film that learns with it), "permalloy-5um" (a
    /// thin film that learns with it and keeps all patterns) "niu2024-7x5" (35 nodes)
    /// or "yu2021" (the maze film of Yu et al., PRB 2021, which its own current re-writes).
    /// </summary>
    /// <param name="name">One of <see cref="Presets"/>.</param>
    /// <exception cref="ArgumentException">No preset has that name.</exception>
    public static FilmParameters Preset(string name) => ReadAll(TomlFile.Parse(PresetText(name), name + ".toml"));

    /// <summary>The TOML text of a built-in film, to start a file of one's own from.</summary>
    /// <param name="name">One of <see cref="Presets"/>.</param>
    /// <exception cref="ArgumentException">No preset has that name.</exception>
    public static string PresetText(string name)
    {
        if (!Presets.Contains(name))
        {
            throw new ArgumentException(
                $"There is no film preset '{name}'; there are {string.Join(", ", Presets.SkipLast(1))} and {Presets[^1]}.");
        }

        string resource = $"MagHopfield.Film.Presets.{name}.toml";
        using Stream stream = typeof(FilmParameters).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Reads a film from a TOML file that holds nothing else.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="ProblemFileException">Something in the file is wrong; the message says what, where and how to mend it.</exception>
    public static FilmParameters Load(string path) => ReadAll(TomlFile.Load(path));

    /// <summary>
    /// Reads the film's part of a file: preset, [film], [[electrode]], [array] or [image], [magnetism], regions and terms as problem files
    /// have them, [transport], [gold] with [[gold.terminal]], [simulation].
    /// With <c>preset = "niu2024"</c> at the top everything else is optional and replaces the preset's value. A file with [mesh] is a
    /// problem file, of which the magnet is read, and which has [gold] and [simulation] besides.
    /// </summary>
    /// <param name="root">Root of the file; keys of other readers are left alone.</param>
    /// <exception cref="ProblemFileException">Something in the file is wrong; the message says what, where and how to mend it.</exception>
    public static FilmParameters Read(TomlSection root) => FilmParametersReader.Read(root);

    /// <summary>The sections that <see cref="Read"/> reads, with every key, in the order of the reference page.</summary>
    public static IReadOnlyList<SectionDeclaration> Sections => FilmSections.All;

    /// <summary>The sections that make the magnet of a problem file a film that pulses train.</summary>
    public static IReadOnlyList<SectionDeclaration> SectionsOfProblem => ProblemAsFilm.Own;

    /// <summary>The sections that <see cref="Read"/> reads of a file, which may be a problem file.</summary>
    /// <param name="root">Root of the file.</param>
    public static IReadOnlyList<SectionDeclaration> SectionsOf(TomlSection root)
    {
        ArgumentNullException.ThrowIfNull(root);
        return ProblemAsFilm.IsOne(root) ? ProblemAsFilm.Sections : Sections;
    }

    private static FilmParameters ReadAll(TomlSection root)
    {
        // A slip in a required key shall be told as a slip, not as a missing key.
        if (DeclaredKeys.Unknown(root, SectionsOf(root)) is [string first, ..])
            throw new ProblemFileException(first);

        FilmParameters film = Read(root);
        root.RefuseUnknownKeys();
        return film;
    }
}

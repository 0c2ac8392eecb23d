using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Magnetoresistance;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Files;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Shapes;
using MagHopfield.Model.Transport;
using MagHopfield.Toml;

namespace MagHopfield.Film.Parameters;

/// <summary>
/// Reads a problem file as a film that pulses train: its magnet, with the gold and the course of a pulse in [gold] and [simulation]. What
/// a run does with the magnet, its stages, solver and output, is left out, and the film is in single precision as all are.
/// </summary>
internal static class ProblemAsFilm
{
    private static readonly string[] OfRuns = ["solver", "stage", "output"];

    /// <summary>The sections that such a file has beside those of a run.</summary>
    public static IReadOnlyList<SectionDeclaration> Own { get; } = [PhysicsKeys.Gold, LayoutKeys.Terminal, PhysicsKeys.Simulation];

    /// <summary>The sections that such a file may have.</summary>
    public static IReadOnlyList<SectionDeclaration> Sections => [.. ProblemFile.Sections, .. Own];

    /// <summary>Whether a file describes its magnet as problem files do: it has a mesh.</summary>
    public static bool IsOne(TomlSection root) => root.Has(MeshSection.Declaration.Name);

    public static FilmParameters Read(TomlSection root)
    {
        Mesh mesh = MeshSection.Read(root.Section("mesh"));
        TomlSection material = root.Section("material");
        TransportTerm transport = Transport(root, material, mesh);
        (FilmGeometry geometry, IReadOnlyList<Electrode> terminals) = LayoutReader.Of(root, mesh, transport.Electrodes);
        (MagneticParameters magnetism, MagnetParts parts) = FilmMagnetReader.OfProblem(root, material, geometry);
        PulseParameters simulation = FilmParametersReader.Simulation(
            Needed(root, "simulation", "rest_torque, longest_time and relaxation_time"), null);
        FilmParametersReader.RefuseWithoutEquilibrium(root, "simulation", PhysicsKeys.Prepare, magnetism.Prepare, magnetism);
        FilmParametersReader.RefuseWithoutEquilibrium(root, "simulation", PhysicsKeys.AfterPulse, simulation.AfterPulse, magnetism);
        GoldParameters? gold = FilmParametersReader.GoldOf(root, null, parts);
        RootSection.Precision.Read(root);
        foreach (string section in OfRuns)
            root.LeaveOut(section);
        AnisotropicModel model = transport.Model as AnisotropicModel ?? throw root.Section("transport").Error(
            TransportDeclaration.Model.Name, "is another than that of films, which have anisotropic magnetoresistance; write \"amr\"");
        return new FilmParameters(
            RootSection.Title.Read(root),
            geometry,
            transport.Electrodes,
            terminals,
            magnetism,
            new TransportParameters(model.IsotropicConductivity, model.AmrRatio, transport.ContactResistance, transport.SolverTolerance),
            gold,
            simulation)
        {
            Parts = parts,
            HasOersted = transport.HasOersted,
        };
    }

    private static TransportTerm Transport(TomlSection root, TomlSection material, Mesh mesh)
    {
        if (root.Has("gold") && root.Sections("drive") is [TomlSection drive, ..])
        {
            throw drive.Error(
                "a film that pulses train has its current in the gold, and none between its electrodes but what measures it; "
                + "remove [[drive]]");
        }

        TermReading reading = new(root, material, [], [], mesh, Path.GetDirectoryName(Path.GetFullPath(root.Source)) ?? "")
        {
            IsOfFilm = true,
        };
        return new TransportDeclaration().Read(reading).OfType<TransportTerm>().FirstOrDefault() ?? throw root.Error(
            "section [transport] is missing; a film that pulses train has [[electrode]] and [transport], so add them");
    }

    private static TomlSection Needed(TomlSection root, string section, string keys) => root.OptionalSection(section) ?? throw root.Error(
        $"section [{section}] is missing; a problem file is a film that pulses train with [gold] and [simulation], so add it with "
        + $"{keys}");
}

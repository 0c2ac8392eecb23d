using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Shapes;
using MagHopfield.Model.Terms;

namespace MagHopfield.Model.Magnet;

/// <summary>Regions and terms of a magnet as a file states them; problem files and film files have them alike.</summary>
/// <param name="Regions">Parts of the body with parameters of their own, numbered from 2 in their order; the rest is region 1.</param>
/// <param name="Terms">Energy terms, torques and noise, in the order of their declarations.</param>
public sealed record MagnetParts(IReadOnlyList<RegionParameters> Regions, IReadOnlyList<Term> Terms)
{
    /// <summary>Number of the first region; the rest of the body is region 1.</summary>
    internal const int FirstRegion = 2;

    /// <summary>Neither regions nor terms.</summary>
    public static MagnetParts None { get; } = new([], []);

    /// <summary>The magnetisation at the start, where a file has a section for it; problem files must have one, which they read
    /// themselves.</summary>
    public InitialParameters? Initial { get; init; }

    /// <summary>Sections of regions, terms and the magnetisation at the start, in the order of the reference page.</summary>
    public static IReadOnlyList<SectionDeclaration> Sections { get; } =
        [
            RegionSection.Declaration, .. TermDeclaration.All.Where(term => term.IsOfFilms).SelectMany(term => term.Sections),
            InitialSection.Declaration,
        ];

    /// <summary>The keys of terms in the section of the material.</summary>
    public static IReadOnlyList<KeyDeclaration> MaterialKeys { get; } = [.. TermDeclaration.All.SelectMany(term => term.MaterialKeys)];

    /// <summary>What the reference page says of these keys, each in paragraphs.</summary>
    public static IReadOnlyList<string> MaterialNotes { get; } =
        [.. TermDeclaration.All.Select(term => term.MaterialNote).Where(note => note.Length > 0)];

    internal static IEnumerable<SectionDeclaration> TermSections => TermDeclaration.All.SelectMany(term => term.Sections);

    /// <summary>Names of the regions.</summary>
    public IReadOnlyList<string> RegionNames => [.. Regions.Select(region => region.Name)];

    /// <summary>Reads regions, those terms that a file says anything of, and the magnetisation at the start.</summary>
    /// <param name="root">Root of the file; files that it names are sought from the folder of its source.</param>
    /// <param name="material">Section of the material.</param>
    /// <param name="mesh">The mesh.</param>
    /// <exception cref="ProblemFileException">Something is wrong; one line says where, what and how to mend it.</exception>
    public static MagnetParts Stated(TomlSection root, TomlSection material, Mesh mesh)
    {
        ArgumentNullException.ThrowIfNull(root);
        InputFiles files = InputFiles.Beside(root.Source);
        TomlSection? initial = root.OptionalSection("initial");
        return Read(root, material, mesh, files, isOfFilm: true).Parts with
        {
            Initial = initial is null ? null : InitialSection.Read(initial, files),
        };
    }

    /// <summary>Reads regions and terms.</summary>
    /// <param name="root">Root of the file.</param>
    /// <param name="material">Section of the material.</param>
    /// <param name="mesh">The mesh.</param>
    /// <param name="files">Receives the files that the file names.</param>
    /// <param name="isOfFilm">
    /// Whether as a film that pulses train: without the terms that a file need not say anything of to have them, and without electrodes.
    /// </param>
    internal static (MagnetParts Parts, TermReading Reading) Read(
        TomlSection root, TomlSection material, Mesh mesh, InputFiles files, bool isOfFilm = false)
    {
        IReadOnlyList<TomlSection> sections = root.Sections("region");
        RegionParameters[] regions = [.. sections.Select(s => RegionSection.Read(s, files, mesh))];
        HashSet<string> names = [];
        for (int i = 0; i < regions.Length; i++)
        {
            if (!names.Add(regions[i].Name))
                throw sections[i].Error("name", $"is \"{regions[i].Name}\" again; give each region a name of its own");
        }

        if (!isOfFilm && ExchangeDeclaration.ConstantOf(material) is double constant)
        {
            double ms = MaterialSection.SaturationMagnetisation.Read(material);
            material.Inherit(ExchangeDeclaration.Stiffness.OfMaterial.Name, ExchangeDeclaration.StiffnessOf(constant, ms));
        }

        TermReading reading = new(root, material, sections, [.. regions.Select(r => r.Name)], mesh, files) { IsOfFilm = isOfFilm };
        IEnumerable<TermDeclaration> read = TermDeclaration.All.Where(d => !isOfFilm || (d.IsOfFilms && d.IsIn(reading)));
        MagnetParts parts = new(regions, [.. read.SelectMany(d => d.Read(reading).Select(term => term with { Order = d.Order }))]);
        ExternalFieldDeclaration.CheckFeedback(root, parts.Terms);
        return (parts, reading);
    }

    /// <summary>A parameter by region.</summary>
    /// <param name="value">Its value in a region; null stands for the rest of the body.</param>
    public ByRegion By(Func<RegionParameters?, double> value) =>
        Regions.Count == 0 ? value(null) : ByRegion.Of([value(null), .. Regions.Select(value)]);

    /// <summary>Cells and regions of a body.</summary>
    /// <param name="mesh">The mesh.</param>
    /// <param name="inside">Whether each cell is in the body.</param>
    /// <exception cref="ArgumentException">No cell is.</exception>
    public Geometry Geometry(Mesh mesh, IReadOnlyList<bool> inside)
    {
        int[] region = [.. inside.Select(i => i ? 1 : 0)];
        for (int r = 0; r < Regions.Count; r++)
        {
            int number = FirstRegion + r;
            Micromagnetics.Fields.Geometry.ForCellsIn(mesh, Regions[r].Shape, i => region[i] = region[i] == 0 ? 0 : number);
        }

        return new Geometry(mesh, region);
    }

    /// <summary>What is wrong with the terms and regions, or probably not meant.</summary>
    /// <param name="check">What they are checked against.</param>
    /// <param name="source">Name of the file in findings.</param>
    public IEnumerable<Finding> Check(TermCheck check, string source)
    {
        ArgumentNullException.ThrowIfNull(check);
        IEnumerable<Finding> empty = check.Geometry() is Geometry body ? EmptyRegions(body, source) : [];
        IEnumerable<Finding> initial = Initial?.File is not null && check.Geometry() is Geometry whole
            ? check.Reading(check.LineOf("initial", "file"), () => InitialMagnetisation.Create<float>(whole, Initial)) : [];
        return [.. Terms.SelectMany(term => term.Check(check).Concat(term.CheckOnMesh(check))).Concat(empty).Concat(initial).Distinct()];
    }

    /// <summary>Regions that have no cell of a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="source">Name of the file in findings.</param>
    public IEnumerable<Finding> EmptyRegions(Geometry body, string source)
    {
        ArgumentNullException.ThrowIfNull(body);
        bool[] used = new bool[body.LastRegion + 1];
        foreach (int region in body.Region)
            used[region] = true;
        bool IsEmpty(int number) => number >= used.Length || !used[number];
        return Regions.Where((_, i) => IsEmpty(FirstRegion + i)).Select(r => new Finding(
            Severity.Warning,
            source,
            r.Line,
            $"region \"{r.Name}\" has no cell: it lies outside the body or under a later region; move it or remove it."));
    }

    /// <summary>Writes the sections of the regions.</summary>
    /// <param name="text">The file.</param>
    public void WriteRegions(DocumentWriter text)
    {
        for (int i = 0; i < Regions.Count; i++)
        {
            RegionSection.Write(text, Regions[i]);
            foreach (Term term in Terms)
                term.WriteRegion(text, i);
        }
    }

    /// <summary>Writes the terms' keys of the material.</summary>
    /// <param name="text">The file, at the end of the section.</param>
    public void WriteMaterial(DocumentWriter text)
    {
        foreach (Term term in Terms)
            term.WriteMaterial(text);
    }

    /// <summary>Writes the sections of the terms.</summary>
    /// <param name="text">The file.</param>
    public void WriteTerms(DocumentWriter text)
    {
        foreach (Term term in Terms)
            term.Write(text);
    }

    /// <summary>Writes the section of the magnetisation at the start, where there is one.</summary>
    /// <param name="text">The file.</param>
    public void WriteInitial(DocumentWriter text)
    {
        if (Initial is not null)
            InitialSection.Write(text, Initial);
    }
}

using System.Security.Cryptography;
using System.Text;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Problems;
using MagHopfield.Model.Shapes;

namespace MagHopfield.Model.Files;

/// <summary>A problem file: its text, and the problem that it states.</summary>
public sealed class ProblemFile
{
    private readonly Func<string, string, int> _lineOf;

    private ProblemFile(
        string source, string text, Problem problem, IReadOnlyDictionary<string, string> inputs, Func<string, string, int> lineOf)
    {
        (Source, Text, Problem, Inputs, _lineOf) = (source, text, problem, inputs, lineOf);
        Identity = Hash(string.Concat(inputs.Values.Order(StringComparer.Ordinal).Prepend(Hash(text))));
        TextHash = Hash(text);
    }

    /// <summary>Name of the file in messages, as a rule its path.</summary>
    public string Source { get; }

    /// <summary>Text of the file.</summary>
    public string Text { get; }

    /// <summary>SHA-256 of the text, in hexadecimal.</summary>
    public string TextHash { get; }

    /// <summary>SHA-256 of the text and of all files that it names, in hexadecimal: two runs of the same identity are the same.</summary>
    public string Identity { get; }

    /// <summary>Full paths of the files that the text names, with the SHA-256 of each in hexadecimal.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; }

    /// <summary>What the file states.</summary>
    public Problem Problem { get; }

    /// <summary>Sections of a problem file in the order of the reference page.</summary>
    internal static IReadOnlyList<SectionDeclaration> Sections { get; } =
    [
        RootSection.Declaration,
        MeshSection.Declaration,
        GeometrySection.Declaration,
        RegionSection.Declaration,
        MaterialSection.Declaration,
        .. MagnetParts.TermSections,
        InitialSection.Declaration, SolverSection.Declaration, StageSection.Declaration,
        .. TermDeclaration.All.Select(term => term.OfStage).OfType<SectionDeclaration>(),
        OutputSection.Declaration,
    ];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="others">
    /// Sections that the file may have for other uses, as what makes its magnet a film that pulses train; a run leaves them out.
    /// </param>
    /// <exception cref="ProblemFileException">
    /// The file cannot be read or is wrong; one line says where, what and how to mend it.
    /// </exception>
    public static ProblemFile Load(string path, params IReadOnlyList<SectionDeclaration> others) =>
        Parse(InputText.Read(path), path, others);

    /// <summary>Reads a text.</summary>
    /// <param name="text">TOML.</param>
    /// <param name="source">Name for messages, as a rule the path; files that the text names are sought from its folder.</param>
    /// <exception cref="ProblemFileException">The text is wrong; one line says where, what and how to mend it.</exception>
    public static ProblemFile Parse(string text, string source) => Parse(text, source, []);

    /// <inheritdoc cref="Parse(string, string)"/>
    /// <param name="text">TOML.</param>
    /// <param name="source">Name for messages, as a rule the path; files that the text names are sought from its folder.</param>
    /// <param name="others">Sections that the text may have for other uses; a run leaves them out.</param>
    public static ProblemFile Parse(string text, string source, IReadOnlyList<SectionDeclaration> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        TomlSection root = TomlFile.Parse(text, source);

        // A slip in a required key shall be told as a slip, not as a missing key.
        if (UnknownKeys(root, others) is [string first, ..])
            throw new ProblemFileException(first);

        InputFiles files = InputFiles.Beside(source);
        Problem problem = Read(root, files);
        foreach (SectionDeclaration other in others)
            root.LeaveOut(other.Name);
        root.RefuseUnknownKeys();
        return new ProblemFile(
            source, text, problem, files.Hashes, (section, key) =>
                (section.Length == 0 ? root : root.OptionalSection(section))?.LineOf(key) ?? 1);
    }

    /// <summary>Line of a key, from 1.</summary>
    /// <param name="section">A section that stands once at most.</param>
    /// <param name="key">Key.</param>
    internal int LineOf(string section, string key) => _lineOf(section, key);

    /// <summary>All keys of a text that no problem file has: one message a key, in the order of the file.</summary>
    internal static IReadOnlyList<string> UnknownKeys(TomlSection root, IReadOnlyList<SectionDeclaration> others) =>
        DeclaredKeys.Unknown(root, [.. Sections, .. others]);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Problem Read(TomlSection root, InputFiles files)
    {
        Precision precision = RootSection.Precision.Read(root);
        Mesh mesh = MeshSection.Read(root.Section("mesh"));
        (string Path, ScalarField<double> Field)? saturation = MaterialSection.ReadSaturation(root.Section("material"), files, mesh);
        MaterialParameters material = MaterialSection.Read(root.Section("material"), saturation);
        (MagnetParts parts, TermReading reading) = MagnetParts.Read(root, root.Section("material"), mesh, files);
        (IReadOnlyList<RegionParameters> regions, IReadOnlyList<Term> terms) = parts;
        SolverParameters solver = SolverSection.Read(root.OptionalSection("solver"));
        IReadOnlyList<TomlSection> stages = root.Sections("stage");
        return new Problem
        {
            Title = RootSection.Title.Read(root),
            Precision = precision,
            Mesh = mesh,
            Geometry = [.. root.Sections("geometry").Select(s => GeometrySection.Read(s, files, mesh))],
            Regions = regions,
            Material = material,
            SaturationMagnetisation = saturation?.Field,
            Terms = terms,
            Initial = InitialSection.Read(root.Section("initial"), files),
            Solver = solver,
            Stages = stages.Count > 0
                ? [.. stages.Select(s => StageSection.Read(s, reading, material, regions, precision, terms.Any(t => t.Temperature > 0)))]
                : throw root.Error("there is no [[stage]], so nothing would happen; add one, as in [[stage]] kind = \"relax\""),
            Output = OutputSection.Read(root.OptionalSection("output"), mesh, terms),
        };
    }
}

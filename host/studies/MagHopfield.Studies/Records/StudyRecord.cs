using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using MagHopfield.Reports;

namespace MagHopfield.Studies.Records;

/// <summary>What came of a study. The exporters make of it a page, data and tables; the command line shows it.</summary>
/// <param name="Title">Title of the page.</param>
/// <param name="Sections">What is shown, in order.</param>
public sealed record StudyRecord(string Title, IReadOnlyList<StudySection> Sections)
{
    /// <summary>Values with unit and provenance.</summary>
    public IReadOnlyList<StudyValue> Values { get; init; } = [];

    /// <summary>Claims and values of a paper beside ours, misses included.</summary>
    public IReadOnlyList<StudyComparison> Comparisons { get; init; } = [];

    /// <summary>What the data hold besides, by name.</summary>
    public IReadOnlyList<StudyData> Data { get; init; } = [];

    /// <summary>Other files that belong to the result, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>Files that are told to the user, with what they are; those of the exporters are by themselves.</summary>
    public IReadOnlyList<StudyFile> Told { get; init; } = [];

    /// <summary>Whether every check of the result passed; a miss of a paper's value is no such check.</summary>
    public bool Passes { get; init; } = true;
}

/// <summary>A file of a result.</summary>
/// <param name="What">What it is, in a word or two.</param>
/// <param name="Name">Its name, or, where it is told to the user, its path.</param>
/// <param name="Note">What it is good for; may be empty.</param>
public sealed record StudyFile(string What, string Name, string Note = "");

/// <summary>A number of a result.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The number, in the unit.</param>
/// <param name="Unit">SI unit; "1" for a pure number.</param>
/// <param name="Provenance">Where it comes from: what was measured or computed, by which equation.</param>
public sealed record StudyValue(string Name, double Value, string Unit, string Provenance);

/// <summary>Data of a result, with their form in JSON, which loses nothing.</summary>
/// <param name="Name">Name in the data.</param>
/// <param name="Value">The data.</param>
/// <param name="Type">Their form, made by the source generator, so that a trimmed program has it.</param>
public sealed record StudyData(string Name, object Value, JsonTypeInfo Type)
{
    /// <summary>Data by their names.</summary>
    /// <param name="values">Name and value of each.</param>
    /// <param name="forms">Their forms in JSON.</param>
    /// <exception cref="NotSupportedException">A value has no form.</exception>
    public static IReadOnlyList<StudyData> All(IReadOnlyDictionary<string, object> values, JsonSerializerContext forms) =>
    [
        .. values.Select(v => new StudyData(
            v.Key, v.Value,
            forms.GetTypeInfo(v.Value.GetType())
                ?? throw new NotSupportedException($"{v.Key}: {v.Value.GetType()} has no form in JSON."))),
    ];
}

/// <summary>A part of what a result shows.</summary>
public abstract record StudySection
{
    /// <summary>Where it is shown.</summary>
    public Outlet On { get; init; } = Outlet.Page | Outlet.Terminal;
}

/// <summary>Where a section of a result is shown.</summary>
[Flags]
public enum Outlet
{
    /// <summary>On the page.</summary>
    Page = 1,

    /// <summary>On the terminal, and as a file if it is a table.</summary>
    Terminal = 2,

    /// <summary>On the terminal, below the list of files.</summary>
    End = 4,
}

/// <summary>How a word is marked.</summary>
public enum Tone
{
    /// <summary>Not at all.</summary>
    Plain,

    /// <summary>Emphasised.</summary>
    Strong,

    /// <summary>Something that is as it should be.</summary>
    Good,

    /// <summary>Something that is not.</summary>
    Bad,

    /// <summary>Something to look at.</summary>
    Doubtful,

    /// <summary>Of little weight.</summary>
    Faint,
}

/// <summary>Text in one tone.</summary>
/// <param name="Text">The text.</param>
/// <param name="Tone">How it is marked.</param>
public readonly record struct Words(string Text, Tone Tone = Tone.Plain)
{
    /// <summary>Plain text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator Words(string text) => new(text);

    /// <summary>A verdict.</summary>
    /// <param name="good">Which it is.</param>
    /// <param name="yes">Text where it is good.</param>
    /// <param name="no">Text where it is not.</param>
    public static Words Verdict(bool good, string yes, string no) => new(good ? yes : no, good ? Tone.Good : Tone.Bad);
}

/// <summary>A heading.</summary>
/// <param name="Text">Its text.</param>
public sealed record StudyHeading(params IReadOnlyList<Words> Text) : StudySection;

/// <summary>A line of text.</summary>
/// <param name="Text">Its text.</param>
public sealed record StudyLine(params IReadOnlyList<Words> Text) : StudySection;

/// <summary>Text that is shown as it is, line by line.</summary>
/// <param name="Text">The text, with its ends of lines.</param>
public sealed record StudyText(string Text) : StudySection;

/// <summary>A table.</summary>
/// <param name="Name">Name of its file, without extension.</param>
/// <param name="Heads">Heads of the columns.</param>
/// <param name="Rows">Cells, row by row.</param>
public sealed record StudyTable(string Name, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<Words>> Rows) : StudySection
{
    /// <summary>Text above it.</summary>
    public string Title { get; init; } = "";

    /// <summary>Text below it.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Columns of text, from the left; numbers are set to the right.</summary>
    public int TextColumns { get; init; } = 1;

    /// <summary>Whether the last column is text, too, as a verdict is.</summary>
    public bool LastIsText { get; init; }

    /// <summary>Least width of the terminal in characters; narrower, its cells would break.</summary>
    public int Width { get; init; }

    /// <summary>Whether no cell is broken.</summary>
    public bool IsUnbroken { get; init; }
}

/// <summary>Small pictures of text in rows, for the terminal alone.</summary>
/// <param name="Cells">Each of one line or more.</param>
/// <param name="PerRow">How many stand in a row.</param>
public sealed record StudyGrid(IReadOnlyList<IReadOnlyList<Words>> Cells, int PerRow) : StudySection;

/// <summary>The table of the comparisons.</summary>
public sealed record ComparisonTable : StudySection;

/// <summary>Pictures side by side.</summary>
/// <param name="Pictures">Name of its files without extension, figure and caption of each.</param>
public sealed record StudyPictures(params IReadOnlyList<(string Name, Figure Figure, string Caption)> Pictures) : StudySection;

/// <summary>A part of the page that a study draws by itself.</summary>
/// <param name="Draw">Draws it.</param>
public sealed record StudyPage(Action<HtmlPage> Draw) : StudySection;

/// <summary>How the result came about; where a record has none, the page ends in it.</summary>
/// <param name="More">Names and values besides command, version and time.</param>
public sealed record StudyProvenance(params IReadOnlyList<(string Name, string Value)> More) : StudySection;

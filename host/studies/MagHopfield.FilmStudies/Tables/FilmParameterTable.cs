using MagHopfield.Film.Parameters;
using MagHopfield.Model.Magnet;
using MagHopfield.Toml;

namespace MagHopfield.FilmStudies.Tables;

/// <summary>All parameters of a film as a table of a report: what it is, its value, its unit, and where the value is from.</summary>
public static class FilmParameterTable
{
    private const int MostOpen = 8;
    private const string PaperTable = "Niu 2024, Table 1";

    private static readonly (string Section, string Title)[] Groups =
    [
        ("film", "Film"), ("electrode", "Electrodes"), ("gold.terminal", "Terminals of the gold"), ("magnetism", "Magnetisation"),
        .. MagnetParts.Sections.Select(section => section.Name).Where(name => name is not ("transport" or "electrode"))
            .Select(name => (name, $"[{name}]")),
        ("transport", "Current through the film"),
        ("gold", "Gold layer"), ("simulation", "Integration of a pulse"),
    ];

    // Niu et al., PNAS 2024, Table 1, as the preset niu2024 has it.
    private static readonly (string Section, string Key)[] InPaper =
    [
        (
            "magnetism",
            "saturation_magnetisation"), ("magnetism", "exchange_stiffness"), ("magnetism", "exchange_constant"), (
                "magnetism", "hard_axis_anisotropy"),
        ("magnetism", "gilbert_damping"), ("magnetism", "gyromagnetic_ratio"), ("transport", "isotropic_conductivity"),
    ];

    private static readonly IReadOnlyDictionary<(string, string), FilmParameterRow> Published = ByKey(FilmParameters.Preset("niu2024"));

    /// <summary>Adds the table.</summary>
    public static void Add(HtmlPage page, FilmParameters film)
    {
        ArgumentNullException.ThrowIfNull(film);
        IReadOnlyDictionary<(string, string), FilmParameterRow>? builtIn = FilmParameters.Presets.Contains(film.Name)
            ? ByKey(FilmParameters.Preset(film.Name))
            : null;
        IReadOnlyList<FilmParameterRow> all = FilmParameterRows.Of(film);
        page.Heading($"Parameters of the film {film.Name}");
        page.Paragraph(
            "All in SI units, by the keys of film files; coordinates from the lower-left corner of the film's box, x to the right, y up.");
        string[] header = ["parameter", "key", "value", "unit", "source"];
        foreach ((string section, string title) in Groups)
        {
            List<IReadOnlyList<string>> rows = [.. all.Where(r => r.Section == section).Select(r => Cells(r, film.Name, builtIn))];
            if (rows.Count == 0)
                continue;
            if (rows.Count > MostOpen && section is "electrode" or "gold.terminal")
            {
                page.Details($"{title}: {rows.Count}", header, rows, header.Length);
                continue;
            }

            page.Paragraph($"<b>{title}</b>");
            page.Table(header, rows, header.Length);
        }
    }

    private static IReadOnlyList<string> Cells(
        FilmParameterRow row, string film, IReadOnlyDictionary<(string, string), FilmParameterRow>? builtIn)
    {
        KeyDeclaration? key = FilmParameters.Sections.Single(s => s.Name == row.Section).Keys.SingleOrDefault(k => k.Name == row.Key);
        string meaning = row.Meaning.Length > 0 ? row.Meaning : key?.Meaning ?? row.Key;
        string unit = key?.Unit is null or "1" || !row.Value.Any(char.IsAsciiDigit)
            ? ""
            : key.Unit.Replace("ohm", "Ω", StringComparison.Ordinal);
        return
        [
            HtmlPage.Encode(meaning), $"<code>{HtmlPage.Encode(row.Key)}</code>", HtmlPage.Encode(row.Value), ReportText.NoBreak(unit),
            ReportText.NoBreak(Source(row, film, builtIn)),
        ];
    }

    private static string Source(FilmParameterRow row, string film, IReadOnlyDictionary<(string, string), FilmParameterRow>? builtIn) =>
        InPaper.Contains((row.Section, row.Key)) && Published[(row.Section, row.Key)].Value == row.Value ? PaperTable
        : builtIn is null ? ""
        : builtIn.TryGetValue((row.Section, row.Key), out FilmParameterRow? own) && own.Value == row.Value ? $"built-in film {film}"
        : "set for this run";

    private static Dictionary<(string, string), FilmParameterRow> ByKey(FilmParameters film) =>
        FilmParameterRows.Of(film).DistinctBy(r => (r.Section, r.Key)).ToDictionary(r => (r.Section, r.Key));
}

using System.Text;
using System.Text.Json.Serialization.Metadata;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Json;

namespace MagHopfield.FilmStudies.Tables;

/// <summary>
/// Records of a paper's experiments with a film: its values beside ours, the page below, the film as a file to run again.
/// </summary>
public static class FilmRecord
{
    /// <summary>Makes a record.</summary>
    /// <typeparam name="T">Type of the data.</typeparam>
    /// <param name="title">Title of the page.</param>
    /// <param name="paper">The paper, in short.</param>
    /// <param name="film">The film of the run.</param>
    /// <param name="comparisons">The paper's values beside ours, misses included.</param>
    /// <param name="body">What the page shows below.</param>
    /// <param name="data">The data.</param>
    /// <param name="type">Their form in JSON.</param>
    /// <param name="files">Other files: names and texts.</param>
    /// <param name="hasTable">Whether the page begins with the table of comparisons.</param>
    public static StudyRecord Of<T>(
        string title,
        string paper,
        FilmParameters film,
        IReadOnlyList<StudyComparison> comparisons,
        Action<HtmlPage> body,
        T data,
        JsonTypeInfo<T> type,
        IEnumerable<(string Name, string Text)>? files = null, bool hasTable = true)
        where T : notnull
    {
        (string Name, byte[] Content)[] others = [.. (files ?? []).Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))];
        return new(
            title,
            [
                new StudyPage(
                    page =>
                        page.Paragraph(
                            $"<span class=\"lead\">Film <b>{HtmlPage.Encode(film.Name)}</b>; paper: {HtmlPage.Encode(paper)}.</span>")),
                new ComparisonTable { On = hasTable ? Outlet.Page | Outlet.Terminal : Outlet.Terminal },
                new StudyPage(body),
                new StudyProvenance(),
                new StudyPage(page => FilmParameterTable.Add(page, film)),
            ])
        {
            Comparisons = comparisons,
            Data = [new("film", film, FilmJson.Default.FilmParameters), new("data", data, type)],
            Files = FilmDocument.Of(film).Files.Concat(others).ToDictionary(f => f.Item1, f => f.Item2),
            Told = [.. others.Select(f => new StudyFile("file", f.Name))],
        };
    }

    /// <summary>What the page of a record shows below its table.</summary>
    /// <param name="record">The record.</param>
    /// <param name="page">The page.</param>
    public static void Body(StudyRecord record, HtmlPage page)
    {
        foreach (
            StudyPage part in record.Sections.SkipWhile(
                s => s is not ComparisonTable).TakeWhile(s => s is not StudyProvenance).OfType<StudyPage>())
            part.Draw(page);
    }
}

using System.Text.Json.Serialization.Metadata;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Tables;

namespace MagHopfield.Papers.Niu2024.Paper;

/// <summary>Records of the paper's experiments: its values beside ours, the page below, the film as a file to run again.</summary>
public static class PaperRecord
{
    /// <summary>Makes a record.</summary>
    /// <typeparam name="T">Type of the data.</typeparam>
    /// <param name="title">Title of the page.</param>
    /// <param name="film">The film of the run.</param>
    /// <param name="comparisons">The paper's values beside ours, misses included.</param>
    /// <param name="body">What the page shows below.</param>
    /// <param name="data">The data.</param>
    /// <param name="type">Their form in JSON.</param>
    /// <param name="files">Other files: names and texts.</param>
    /// <param name="hasTable">Whether the page begins with the table of comparisons.</param>
    public static StudyRecord Of<T>(
        string title,
        FilmParameters film,
        IReadOnlyList<StudyComparison> comparisons,
        Action<HtmlPage> body,
        T data,
        JsonTypeInfo<T> type,
        IEnumerable<(string Name, string Text)>? files = null,
        bool hasTable = true)
        where T : notnull =>
        FilmRecord.Of(title, "Niu et al., PNAS 2024", film, comparisons, body, data, type, files, hasTable);
}

using MagHopfield.Store;
using MagHopfield.Studies.Records;

namespace MagHopfield.Studies.Exports;

/// <summary>The tables of a result as tab-separated text, the first line the heads of the columns.</summary>
public static class StudyTsv
{
    /// <summary>Writes a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="table">The table.</param>
    public static void Write(string path, StudyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        WholeFile.Write(path, string.Concat(
            ((IEnumerable<IEnumerable<string>>)[table.Heads, .. table.Rows.Select(r => r.Select(w => w.Text))])
                .Select(cells => string.Join('\t', cells.Select(c => c.Replace('\t', ' ').Replace('\n', ' '))) + "\n")));
    }
}

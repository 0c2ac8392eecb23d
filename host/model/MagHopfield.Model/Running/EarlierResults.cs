using System.Text.Json;
using MagHopfield.Model.Files;

namespace MagHopfield.Model.Running;

/// <summary>What a folder already holds of a finished run.</summary>
public static class EarlierResults
{
    /// <summary>Refuses a folder with the results of another problem; results of the same text or the same file may be replaced.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="file">The problem that is to run.</param>
    /// <returns>Whether it holds results of an earlier text of the same file, which will be replaced.</returns>
    /// <exception cref="ProblemFileException">It holds the results of another problem; one line says which and how to mend it.</exception>
    public static bool Refuse(string folder, ProblemFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        string text = Path.Combine(folder, "problem.toml");
        if (!File.Exists(text) || File.ReadAllText(text) == file.Text)
            return false;
        string? source = SourceOf(Path.Combine(folder, "run.json"));
        return source is not null && Path.GetFullPath(source) == Path.GetFullPath(file.Source) ? true
            : throw new ProblemFileException(
                $"'{folder}' holds the results of another problem{(source is null ? "" : $", '{source}'")}; name another folder with "
                + "--out, or replace them with --overwrite.");
    }

    // The file that the record of a run names; a record that cannot be read names none.
    private static string? SourceOf(string record)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(record));
            return json.RootElement.TryGetProperty("problem_file", out JsonElement name) && name.ValueKind == JsonValueKind.String
                ? name.GetString()
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}

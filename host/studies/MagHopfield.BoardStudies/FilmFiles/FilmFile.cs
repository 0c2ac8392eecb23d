using System.Text.RegularExpressions;
using MagHopfield.Film.Checking;
using MagHopfield.Model.Magnet;
using MagHopfield.Toml;

namespace MagHopfield.BoardStudies.FilmFiles;

/// <summary>A film file: how it is told from other files, and what is wrong in it.</summary>
public static partial class FilmFile
{
    // Shares that were probably written in per cent.
    private const double LargestShare = 0.1;

    /// <summary>Whether a file is one of a film rather than a micromagnetic problem: it has more of what only films have.</summary>
    /// <param name="root">Root of the file.</param>
    public static bool IsOne(TomlSection root)
    {
        ArgumentNullException.ThrowIfNull(root);
        if (root.Has("mesh"))
            return root.Has("gold") || root.Has("simulation");
        string[] problem = ["title", "precision", "mesh", "geometry", "material", "solver", "stage", "output"];
        string[] both = [.. MagnetParts.Sections.Select(s => s.Name), "electrode", "transport"];
        IEnumerable<string> own = EndToEndParameters.Sections.Select(s => s.Name.Split('.')[0]).Where(n => n.Length > 0).Distinct();
        string[] film = ["preset", .. own.Except(both)];
        return film.Count(root.Has) > problem.Count(root.Has);
    }

    /// <summary>The findings about a file, in the order of its lines; a file that cannot be read is a finding, too.</summary>
    /// <param name="path">Its path.</param>
    public static IReadOnlyList<Finding> Check(string path)
    {
        try
        {
            return Check(TomlFile.Load(path));
        }
        catch (ProblemFileException e)
        {
            return [Of(e.Message, path)];
        }
    }

    /// <summary>The findings about a file by its root.</summary>
    /// <param name="root">Root of the file.</param>
    public static IReadOnlyList<Finding> Check(TomlSection root)
    {
        ArgumentNullException.ThrowIfNull(root);
        IReadOnlyList<string> unknown = DeclaredKeys.Unknown(root, EndToEndParameters.SectionsOf(root));
        if (unknown.Count > 0)
            return [.. unknown.Select(m => Of(m, root.Source))];

        try
        {
            EndToEndParameters parameters = EndToEndParameters.Read(root);
            return [.. FilmCheck.Of(root, parameters.Film).Concat(OfExperiment(root, parameters)).OrderBy(f => f.Line)];
        }
        catch (ProblemFileException e)
        {
            return [Of(e.Message, root.Source)];
        }
    }

    private static IEnumerable<Finding> OfExperiment(TomlSection root, EndToEndParameters parameters)
    {
        foreach ((string key, double share) in new[]
        {
            (ExperimentKeys.Budget.Name, parameters.MeasurementBudget), (ExperimentKeys.ConsistencyLimit.Name, parameters.ConsistencyLimit),
        })
        {
            if (share > LargestShare)
            {
                yield return new(
                    Severity.Warning,
                    root.Source,
                    root.OptionalSection("measurement")?.LineOf(key) ?? 1,
                    FormattableString.Invariant(
                        $"measurement.{key} is {share:R}, a share and not per cent: {share} % would be {0.01 * share:R}."));
            }
        }
    }

    // Messages of the reader begin with "file(line): ".
    private static Finding Of(string message, string path) => WithLine().Match(message) is { Success: true } match
        ? new(
            Severity.Error,
            path,
            int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture),
            match.Groups[2].Value)
        : new(Severity.Error, path, 1, message.StartsWith(path + ": ", StringComparison.Ordinal) ? message[(path.Length + 2)..] : message);

    [GeneratedRegex(@"^.*?\((\d+)\): (.*)$")]
    private static partial Regex WithLine();
}

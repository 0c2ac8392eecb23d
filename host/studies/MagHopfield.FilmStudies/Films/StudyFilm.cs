using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Toml;

namespace MagHopfield.FilmStudies.Films;

/// <summary>The film of a study, by the name of a built-in one or by its file.</summary>
public static class StudyFilm
{
    /// <summary>The parameter "film".</summary>
    /// <param name="what">What it is, as in "Film of 4 nodes".</param>
    /// <param name="fallback">Film where none is given.</param>
    public static StudyParameter<string> Parameter(string what, string fallback) => StudyParameter.Text(
        "film", $"{what}: a built-in one ({string.Join(", ", FilmParameters.Presets)}) or the path of a TOML file.", fallback, "NAME|FILE");

    /// <summary>The film.</summary>
    /// <param name="name">What the parameter says.</param>
    /// <param name="cancellation">Ends the preparation.</param>
    /// <exception cref="ProblemFileException">There is no such film, or its file is wrong.</exception>
    public static FilmParameters Load(string name, CancellationToken cancellation) =>
        FilmParameters.Presets.Contains(name) ? FilmParameters.Preset(name)
        : Path.HasExtension(name) || File.Exists(name) ? Preparation.Of(() => FilmParameters.Load(name), cancellation)
        : throw new ProblemFileException(
            $"--film {name}: there is no such preset or file; presets: {string.Join(", ", FilmParameters.Presets)}.");
}

using MagHopfield.Experiments.Boards;
using MagHopfield.Experiments.EndToEnd;
using MagHopfield.Film;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Shared;
using MagHopfield.Toml;

namespace MagHopfield.Experiments.BoardCrossCheck;

/// <summary>A protocol for a board, and the film of the simulator that it is held against.</summary>
/// <param name="FilmName">Name of the film.</param>
/// <param name="Film">The simulator's film, as it was made.</param>
/// <param name="Trainings">Lessons in order.</param>
/// <param name="CalibrationVoltage">Amplitude in volts of the pulses that span the reference.</param>
/// <param name="CalibrationWidth">Width of those pulses in seconds.</param>
/// <param name="Averages">Rounds over all wirings that a measurement averages.</param>
/// <param name="Budget">Largest relative error of an element of G that passes.</param>
public sealed record BoardCrossCheckPlan(
    string FilmName,
    ISelfLearningFilm Film,
    IReadOnlyList<Training> Trainings,
    double CalibrationVoltage,
    double CalibrationWidth,
    int Averages,
    double Budget)
{
    /// <summary>The published experiment, or that of a file.</summary>
    /// <param name="film">Name of a film or path of a TOML file; the first built-in one where empty.</param>
    /// <param name="patterns">Patterns in place of the experiment's own; none keeps those.</param>
    /// <param name="budget">Largest relative error in place of the experiment's, or null.</param>
    /// <exception cref="ProblemFileException">There is no such film, its file is wrong, or a text is no pattern of its nodes.</exception>
    public static BoardCrossCheckPlan For(string film, IReadOnlyList<string> patterns, double? budget)
    {
        string name = film.Length == 0 ? FilmParameters.Presets[0] : film;
        bool isOja = name == BoardOpening.OjaFilmName;
        EndToEndParameters parameters = isOja ? EndToEndParameters.Preset(FilmParameters.Presets[0]) : BoardOpening.Parameters(name);
        parameters = patterns.Count > 0 ? parameters.WithPatterns(patterns) : parameters;
        return new BoardCrossCheckPlan(
            name,
            isOja ? OjaFilm.Niu2024() : new MicromagneticFilm(parameters.Film),
            parameters.Trainings,
            parameters.CalibrationVoltage,
            parameters.CalibrationWidth,
            parameters.Averages,
            budget ?? parameters.MeasurementBudget);
    }
}

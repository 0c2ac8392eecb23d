using MagHopfield.BoardStudies.Boards;
using MagHopfield.BoardStudies.FilmFiles;
using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Shared;
using MagHopfield.Toml;

namespace MagHopfield.BoardStudies.CrossCheck;

/// <summary>A protocol for a board, and the film of the simulator that it is held against.</summary>
/// <param name="FilmName">Name of the film.</param>
/// <param name="Film">The simulator's film, as it was made.</param>
/// <param name="Trainings">Lessons in order.</param>
/// <param name="CalibrationVoltage">Amplitude in volts of the pulses that span the reference.</param>
/// <param name="CalibrationWidth">Width of those pulses in seconds.</param>
/// <param name="Averages">Rounds over all wirings that a measurement averages.</param>
/// <param name="Budget">Largest relative error of an element of G that passes.</param>
/// <param name="Whole">What the whole of Niu's experiment needs besides; null where it is not asked for.</param>
public sealed record BoardCrossCheckPlan(
    string FilmName,
    IMagneticDevice Film,
    IReadOnlyList<Training> Trainings,
    double CalibrationVoltage,
    double CalibrationWidth,
    int Averages,
    double Budget,
    WholeExperiment? Whole = null)
{
    /// <summary>The published experiment, or that of a file.</summary>
    /// <param name="film">Name of a film or path of a TOML file; the first built-in one where empty.</param>
    /// <param name="patterns">Patterns in place of the experiment's own; none keeps those.</param>
    /// <param name="budget">Largest relative error in place of the experiment's, or null.</param>
    /// <param name="cancellation">Ends the preparation of the film.</param>
    /// <exception cref="ProblemFileException">There is no such film, its file is wrong, or a text is no pattern of its nodes.</exception>
    public static BoardCrossCheckPlan For(
        string film, IReadOnlyList<string> patterns, double? budget, CancellationToken cancellation = default)
    {
        string name = film.Length == 0 ? FilmParameters.Presets[0] : film;
        OjaFilm? model = BoardOpening.Model(name);
        EndToEndParameters parameters = model is not null
            ? EndToEndParameters.Preset(FilmParameters.Presets[0])
            : Preparation.Of(() => BoardOpening.Parameters(name), cancellation);
        parameters = parameters.WithPatterns(patterns);
        return new BoardCrossCheckPlan(
            name,
            model ?? (IMagneticDevice)MicromagneticFilm.Prepare(parameters.Film, cancellation),
            parameters.Trainings,
            parameters.CalibrationVoltage,
            parameters.CalibrationWidth,
            parameters.Averages,
            budget ?? parameters.MeasurementBudget);
    }

    /// <summary>
    /// The whole of Niu's experiment on four nodes: all seven independent patterns one after the other, every state recalled from each of
    /// them, asynchronously and synchronously, from weights and by measured currents, and the four gates.
    /// </summary>
    /// <param name="film">Name of a film or path of a TOML file; the first built-in one where empty.</param>
    /// <param name="budget">Largest relative error in place of the experiment's, or null.</param>
    /// <param name="cancellation">Ends the preparation of the film.</param>
    /// <exception cref="ProblemFileException">
    /// There is no such film, its file is wrong, or it has another number of nodes than four.
    /// </exception>
    public static BoardCrossCheckPlan Niu(string film, double? budget, CancellationToken cancellation = default)
    {
        BoardCrossCheckPlan plan = For(film, [], budget, cancellation);
        const int Nodes = 4;
        if (plan.Film.NodeCount != Nodes)
        {
            throw new ProblemFileException(
                $"film '{plan.FilmName}' has {plan.Film.NodeCount} nodes, Niu's experiment {Nodes}; choose a film of {Nodes} nodes or "
                + "another protocol.");
        }

        Training lesson = plan.Trainings[0];
        FilmParameters? parameters = BoardOpening.Model(plan.FilmName) is not null ? null
            : Preparation.Of(() => BoardOpening.Parameters(plan.FilmName).Film, cancellation);
        return plan with
        {
            Trainings = [.. WiringGeometry.All(Nodes).Select(p => lesson with { Pattern = p })],
            Whole = new WholeExperiment(
                parameters is null
                    ? null
                    : Preparation.Of(() => new TextureConductance(parameters).Saturated(parameters.Transport.AmrRatio), cancellation),

                // A film that learns by eq. 2 as printed forgets slowly what it has learned before; one pulse turns a micromagnetic one and
                // its fit.
                plan.FilmName == BoardOpening.OjaFilmName ? 40 : 1),
        };
    }
}

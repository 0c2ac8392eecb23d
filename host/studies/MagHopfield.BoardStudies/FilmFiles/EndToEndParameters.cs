using System.Globalization;
using MagHopfield.Film.Parameters;
using MagHopfield.Instrument.Board;
using MagHopfield.Shared;
using MagHopfield.Toml;
using MagHopfield.VirtualBoard.Circuit;

namespace MagHopfield.BoardStudies.FilmFiles;

/// <summary>What the end-to-end experiment needs to know, read from one TOML file.</summary>
/// <param name="Film">The film.</param>
/// <param name="Board">The board's model.</param>
/// <param name="Trainings">Lessons in order.</param>
/// <param name="CalibrationVoltage">Amplitude in volts of the pulses that span the reference G_avg.</param>
/// <param name="CalibrationWidth">Width of those pulses in seconds.</param>
/// <param name="Averages">Measurements averaged into one G.</param>
/// <param name="ConsistencyLimit">Largest relative deviation between wiring geometries that the instrument accepts (Niu 2024: 2 %).</param>
/// <param name="MeasurementBudget">
/// Largest error of an element of G that the cross-check lets pass, as a share of the largest element of its two rows.
/// </param>
public sealed record EndToEndParameters(
    FilmParameters Film,
    BoardParameters Board,
    IReadOnlyList<Training> Trainings,
    double CalibrationVoltage,
    double CalibrationWidth,
    int Averages,
    double ConsistencyLimit,
    double MeasurementBudget)
{
    /// <summary>The measurement budget of the board: 0.05 % of the largest element of the two rows.</summary>
    public const double DefaultBudget = 5e-4;

    /// <summary>
    /// That of a film without gold. The dividers (405 kΩ) and the bleed (1 MΩ) of the driven terminals lie at its electrodes then, which
    /// stand at some 100 Ω of shunt and reference times the current against ground: they take 0.02 to 0.03 % of it at each, whatever G is.
    /// </summary>
    public const double BudgetWithoutGold = 1e-3;

    private const string DefaultSource = "default";

    // One 5 V pulse of 200 µs is what the paper trains with before Fig. 3.
    private const double DefaultVoltage = 5;
    private const double DefaultWidth = 200e-6;

    // What leaves the 0.05 V of Yu 2021 at the electrodes of a film without gold: some per cent of it drop in drivers, switches and leads.
    private const double OwnCurrentVoltage = 0.052;

    // Where in the file a lesson is missing, for films that have no default; asked for only where nothing else gives one.
    private ProblemFileException? NoTraining { get; init; }

    /// <summary>The published experiment with a built-in film: "+ - + -", then "+ + - -".</summary>
    /// <param name="preset">Name of the film.</param>
    public static EndToEndParameters Preset(string preset) => Parse($"preset = \"{preset}\"", preset);

    /// <summary>
    /// Reads a file: the film's sections, and [training], [[training.pattern]], [measurement], [board] of this experiment.
    /// </summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="ProblemFileException">Something in the file is wrong.</exception>
    public static EndToEndParameters Load(string path) => Read(TomlFile.Load(path));

    /// <summary>Reads a text as <see cref="Load"/> reads a file.</summary>
    /// <param name="text">TOML.</param>
    /// <param name="source">Name for error messages.</param>
    /// <exception cref="ProblemFileException">Something in the text is wrong.</exception>
    public static EndToEndParameters Parse(string text, string source) => Read(TomlFile.Parse(text, source));

    /// <summary>Replaces the lessons by patterns given as text; none keeps the file's own.</summary>
    /// <param name="texts">Patterns, as in "+ - + -".</param>
    /// <exception cref="ProblemFileException">
    /// A text is no pattern, or one of another length than the film; or neither it nor the file gives one.
    /// </exception>
    public EndToEndParameters WithPatterns(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
            return Trainings.Count > 0 ? this : throw NoTraining ?? new ProblemFileException("no lesson is given; give one with --train.");

        List<Training> trainings = [];
        for (int i = 0; i < texts.Count; i++)
        {
            Pattern pattern = ParsePattern(texts[i], Film.NodeCount, $"--train \"{texts[i]}\"");
            trainings.Add(Trainings.Count > 0
                ? Trainings[Math.Min(i, Trainings.Count - 1)] with { Pattern = pattern }
                : Default(pattern, Film.Gold is null ? OwnCurrentVoltage : null));
        }

        return this with { Trainings = trainings };
    }

    /// <summary>The sections that a film file may have, with every key, in the order of the reference page.</summary>
    public static IReadOnlyList<SectionDeclaration> Sections { get; } =
        [.. FilmParameters.Sections, ExperimentKeys.Training, ExperimentKeys.Measurement, ExperimentKeys.Board];

    /// <summary>The sections that a problem file may have of the film that its magnet is, and of the experiment with it.</summary>
    public static IReadOnlyList<SectionDeclaration> SectionsOfProblem { get; } =
        [.. FilmParameters.SectionsOfProblem, ExperimentKeys.Training, ExperimentKeys.Measurement, ExperimentKeys.Board];

    /// <summary>The sections that a file may have, which may be a problem file.</summary>
    /// <param name="root">Root of the file.</param>
    internal static IReadOnlyList<SectionDeclaration> SectionsOf(TomlSection root) =>
        [.. FilmParameters.SectionsOf(root), ExperimentKeys.Training, ExperimentKeys.Measurement, ExperimentKeys.Board];

    /// <summary>Reads a file's root, as <see cref="Load"/> reads a file.</summary>
    /// <param name="root">Root of the file.</param>
    /// <exception cref="ProblemFileException">Something in the file is wrong.</exception>
    internal static EndToEndParameters Read(TomlSection root)
    {
        // A slip in a required key shall be told as a slip, not as a missing key.
        if (DeclaredKeys.Unknown(root, SectionsOf(root)) is [string first, ..])
            throw new ProblemFileException(first);

        FilmParameters film = FilmParameters.Read(root);
        BoardParameters board = BoardParametersReader.Read(root.OptionalSection("board"));
        TomlSection? measurement = root.OptionalSection("measurement");
        int averages = Of(measurement, ExperimentKeys.Averages);
        double consistency = Of(measurement, ExperimentKeys.ConsistencyLimit);
        double budget = Of(measurement, ExperimentKeys.Budget, film.Gold is null ? BudgetWithoutGold : null);
        double? volts = film.Gold is null ? OwnCurrentVoltage : null;
        double calibrationVoltage = Of(measurement, ExperimentKeys.CalibrationVoltage, volts);
        double calibrationWidth = Of(measurement, ExperimentKeys.CalibrationWidth);
        CheckPulse(measurement, "calibration_width", calibrationVoltage, calibrationWidth);
        IReadOnlyList<TomlSection> lessons = root.Sections("training");
        List<Training> trainings = [.. lessons.Select(l => ReadTraining(l, film.NodeCount, volts))];
        ProblemFileException? noTraining = null;
        if (trainings.Count == 0 && film.NodeCount == 4)
        {
            trainings =
            [
                Default(ParsePattern("+ - + -", 4, DefaultSource), volts), Default(ParsePattern("+ + - -", 4, DefaultSource), volts),
            ];
        }
        else if (trainings.Count == 0)
        {
            noTraining = root.Error(
                $"no [[training]] is given, and only films of 4 nodes have a default; add [[training]] with a pattern of {film.NodeCount} "
                + "signs, or give one with --train");
        }

        root.RefuseUnknownKeys();
        return new EndToEndParameters(
            film, board, trainings, calibrationVoltage, calibrationWidth, averages, consistency, budget)
        { NoTraining = noTraining };
    }

    private static Training Default(Pattern pattern, double? volts) => new(pattern, volts ?? DefaultVoltage, DefaultWidth, 1);

    private static Training ReadTraining(TomlSection lesson, int nodeCount, double? volts)
    {
        string text = ExperimentKeys.Pattern.Read(lesson);
        Pattern pattern;
        try
        {
            pattern = ParsePattern(text, nodeCount, $"is \"{text}\"");
        }
        catch (ProblemFileException e)
        {
            throw lesson.Error("pattern", e.Message.TrimEnd('.'));
        }

        double voltage = ExperimentKeys.Voltage.Read(lesson, volts);
        double width = ExperimentKeys.Width.Read(lesson);
        CheckPulse(lesson, "width", voltage, width);
        return new Training(pattern, voltage, width, ExperimentKeys.Pulses.Read(lesson));
    }

    // The instrument would refuse such a pulse too, but only when its turn comes.
    private static void CheckPulse(TomlSection? section, string key, double voltage, double width)
    {
        PulseLimits limits = new();
        double longest = Math.Min(1e-6 * limits.WidthMicroseconds, limits.Joules / (voltage * PulseLimits.DriverAmperes));
        if (section is not null && width > longest * (1 + 1e-9))
        {
            throw section.Error(key, string.Create(
                CultureInfo.InvariantCulture,
                $"is {width} s, more than the instrument lets a pulse of {voltage} V last; give at most {longest:0.######} s or a lower "
                + $"voltage"));
        }
    }

    // An empty section reads as the defaults.
    private static TValue Of<TValue>(TomlSection? section, Key<TValue> key) => key.Read(section ?? TomlFile.Parse("", ""));

    private static double Of(TomlSection? section, Key<double> key, double? fallback) =>
        key.Read(section ?? TomlFile.Parse("", ""), fallback);

    private static Pattern ParsePattern(string text, int nodeCount, string where)
    {
        if (!Pattern.TryParse(text, out Pattern? pattern, out string error))
            throw new ProblemFileException($"{where}: {error}.");

        if (pattern!.Length != nodeCount)
        {
            throw new ProblemFileException(
                $"{where}: the pattern has {pattern.Length} signs, the film {nodeCount} nodes; write {nodeCount} signs.");
        }

        bool uniform = Enumerable.Range(1, nodeCount - 1).All(i => pattern[i] == pattern[0]);
        return uniform
            ? throw new ProblemFileException(
                $"{where}: all signs are the same, which drives no current and teaches nothing; mix '+' and '-'.")
            : pattern;
    }
}

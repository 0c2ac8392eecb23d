using System.Text.Json.Serialization;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Pictures;
using MagHopfield.FilmStudies.Tables;
using MagHopfield.Papers.Yu2021.Maze;
using MagHopfield.Papers.Yu2021.Paper;
using MagHopfield.Shared;
using MagHopfield.Studies.Numbers;
using ScottPlot;

namespace MagHopfield.Papers.Yu2021.Figure1;

/// <summary>Fig. 1(a-f): what a current makes of a maze, and of its conductance along and across.</summary>
public sealed class Figure1Study : MazeStudy
{
    private static readonly StudyParameter<Quantity> Voltage = StudyParameter.Of(
        "voltage", "V0, applied across the film between contacts along whole edges.", Unit.Volt, "0.05V");

    private static readonly StudyParameter<Quantity> Duration = StudyParameter.Of(
        "duration", "Time of the current.", Unit.Second, "50ns");

    /// <summary>Declares it.</summary>
    public Figure1Study()
        : base(
            "fig1",
            "|G| of mazes along and across a current, beside the same mazes without and with it turned; goes on after an interruption.",
            0)
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<StudyParameter> Parameters => [.. base.Parameters, Voltage, Duration];

    /// <inheritdoc/>
    protected override StudyRecord Run(FilmParameters film, StudyContext context)
    {
        double volts = context.Of(Voltage).Value, duration = context.Of(Duration).Value;
        (int, CurrentAxis, double)[] work =
            [.. from seed in Seeds(context) from axis in Enum.GetValues<CurrentAxis>() select (seed, axis, volts)];
        return Of(
            film,
            volts,
            duration,
            MazeCourse.Run(
                context.Store,
                film,
                work,
                duration,
                context.Of(Threads),
                n => context.Progress.Report(new($"{n} of {work.Length} courses", (double)n / work.Length)),
                context.Cancellation));
    }

    /// <summary>Makes the report.</summary>
    public static StudyRecord Of(FilmParameters film, double volts, double duration, IReadOnlyList<MazeCourse> courses) => FilmRecord.Of(
        "Yu 2021, Figure 1: a maze under a current",
        Yu2021Paper.Title,
        film,
        [.. Compare(courses)],
        page => Body(page, film, volts, duration, courses),
        new Dictionary<string, object>
        {
            ["voltage_V"] = volts,
            ["seeds"] = courses.Select(c => c.Seed).ToArray(),
            ["axes"] = courses.Select(c => c.Axis.ToString()).ToArray(),
            ["times_s"] = courses.Select(c => c.Times).ToArray(),
            ["along_x_S"] = courses.Select(c => c.AlongX).ToArray(),
            ["along_y_S"] = courses.Select(c => c.AlongY).ToArray(),
        },
        Figure1Json.Default.DictionaryStringObject);

    // The effect of a current in a maze: its change of |G| less that of the same maze without.
    private static double[][] Effects(IReadOnlyList<MazeCourse> courses, CurrentAxis axis, bool along) =>
    [
        .. courses.Where(c => c.Axis == axis).Select(c =>
        {
            MazeCourse still = courses.Single(s => s.Seed == c.Seed && s.Axis == CurrentAxis.None);
            (double[] with, double[] without) = (axis == CurrentAxis.X) == along ? (c.AlongX, still.AlongX) : (c.AlongY, still.AlongY);
            return Times(courses).Select((_, k) => (MazeSpread.At(with, k) / with[0]) - (MazeSpread.At(without, k) / without[0])).ToArray();
        }),
    ];

    private static double[] Times(IReadOnlyList<MazeCourse> courses) => courses.MaxBy(c => c.Times.Length)!.Times;

    private static IEnumerable<StudyComparison> Compare(IReadOnlyList<MazeCourse> courses)
    {
        foreach (CurrentAxis axis in (CurrentAxis[])[CurrentAxis.X, CurrentAxis.Y])
        {
            double[] along = [.. Effects(courses, axis, true).Select(e => e[^1])];
            double[] across = [.. Effects(courses, axis, false).Select(e => e[^1])];
            yield return new(
                "Fig. 1(b): |G| rises along the current", $"current along {Axis(axis)}: change at the end, less that without a current",
                "rises", MazeSpread.Text(along) + $", {along.Count(e => e > 0)} of {along.Length} mazes", along.Average() > 0);
            yield return new(
                "Fig. 1(b): |G| falls across the current", $"current along {Axis(axis)}: change at the end, less that without a current",
                "falls", MazeSpread.Text(across) + $", {across.Count(e => e < 0)} of {across.Length} mazes", across.Average() < 0);
            double[] course = Average(Effects(courses, axis, true));
            double late = course[^1] - course[course.Length * 3 / 4];
            yield return new(
                "Fig. 1(b): the change saturates",
                $"current along {Axis(axis)}: share of the rise that falls in the last quarter of the time",
                "saturates", Percent(late / course[^1], "0"), Math.Abs(late) < 0.15 * Math.Abs(course[^1]));
        }
    }

    private static void Body(HtmlPage page, FilmParameters film, double volts, double duration, IReadOnlyList<MazeCourse> courses)
    {
        int seeds = courses.Select(c => c.Seed).Distinct().Count();
        page.Paragraph(
            $"{seeds} mazes, each from a seed of its own and relaxed, with {Number(volts, "0.###")} V across contacts along whole edges "
            + "for "
            + $"{Number(1e9 * duration, "0.#")} ns, along x, along y and not at all. What is shown is the effect of the current: the "
            + "change "
            + "of |G| less that of the same maze without it. The paper prints one maze and no figures.");
        page.Figures(
            ("figure1-along", Plot(courses), "Change of |G| along the current (red) and across it (blue), both directions of the current "
                + "together; bands: standard deviation over the mazes."));
        int first = courses.Min(c => c.Seed);
        FilmOutline outline = FilmPlan.Outline(ContactPair.AlongX(film));
        MazeCourse shown = courses.Single(c => c.Seed == first && c.Axis == CurrentAxis.X);
        Pattern signs = new([1, -1]);
        page.Heading($"Maze {first}, current along x");
        page.Figures((
            "figure1-textures",
            FilmPicture.Textures(outline, [.. shown.Frames.Select(f => new FilmPicture.Magnetisation(
                $"{Number(1e9 * f.Time, "0")} ns", f.Texture[0], f.Texture[1], f.Texture[2], signs))]),
            "Textures, as Figs. 1(a), (c) and (e)."));
        page.Figures([.. shown.Frames.Skip(1).Select(f => (
            $"figure1-current-{Number(1e9 * f.Time, "0")}ns",
            FilmPicture.Current(outline, f.Current[0], f.Current[1], signs),
            $"|j| at {Number(1e9 * f.Time, "0")} ns, as Figs. 1(d) and (f)."))]);
        page.Heading("Maze by maze");
        page.Table(
            ["seed", "along, x", "across, x", "along, y", "across, y", "without current: G<sub>x</sub>", "G<sub>y</sub>"],
            courses.Where(c => c.Axis == CurrentAxis.None).Select((still, k) => (IReadOnlyList<string>)
            [
                $"{still.Seed}", .. ((CurrentAxis, bool)[])
                    [(CurrentAxis.X, true), (CurrentAxis.X, false), (CurrentAxis.Y, true), (CurrentAxis.Y, false)] is var cases
                    ? cases.Select(c => MazeSpread.Signed(Effects(courses, c.Item1, c.Item2)[k][^1])) : [],
                MazeSpread.Signed((still.AlongX[^1] / still.AlongX[0]) - 1), MazeSpread.Signed((still.AlongY[^1] / still.AlongY[0]) - 1),
            ]));
    }

    private static Figure Plot(IReadOnlyList<MazeCourse> courses)
    {
        return MazeSpread.Plot(
            Times(courses), 360, (Colors.FireBrick, "along the current", Both(true)), (Colors.SteelBlue, "across it", Both(false)));

        double[][] Both(bool along) => [.. Effects(courses, CurrentAxis.X, along), .. Effects(courses, CurrentAxis.Y, along)];
    }

    private static string Axis(CurrentAxis axis) => axis == CurrentAxis.X ? "x" : "y";

    private static double[] Average(double[][] all) => [.. all[0].Select((_, k) => all.Average(e => e[k]))];
}

/// <summary>Its data in JSON.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(double[][]))]
internal sealed partial class Figure1Json : JsonSerializerContext;

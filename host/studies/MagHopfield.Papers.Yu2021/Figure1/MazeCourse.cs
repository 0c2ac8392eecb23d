using System.Globalization;
using System.Text.Json.Serialization;
using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.FilmStudies.Json;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Papers.Yu2021.Maze;
using MagHopfield.Papers.Yu2021.Paper;
using MagHopfield.Store;

namespace MagHopfield.Papers.Yu2021.Figure1;

/// <summary>Where a maze's current flows.</summary>
public enum CurrentAxis
{
    /// <summary>Nowhere: the maze that still relaxes.</summary>
    None,

    /// <summary>Along x.</summary>
    X,

    /// <summary>Along y.</summary>
    Y,
}

/// <summary>A maze in time, with a current or without.</summary>
/// <param name="Seed">Seed of the maze.</param>
/// <param name="Axis">Where its current flows.</param>
/// <param name="Volts">Voltage across the film in volts.</param>
/// <param name="Times">Times in seconds.</param>
/// <param name="AlongX">|G| in siemens between contacts on the left and right edge, at each time.</param>
/// <param name="AlongY">|G| in siemens between contacts on the lower and upper edge.</param>
/// <param name="Frames">The film at the start and at the instants of the paper's snapshots, as far as the run goes.</param>
public sealed record MazeCourse(
    int Seed, CurrentAxis Axis, double Volts, double[] Times, double[] AlongX, double[] AlongY, MazeFrame[] Frames)
{
    /// <summary>Runs mazes, or takes them from the store.</summary>
    /// <param name="store">Keeps them.</param>
    /// <param name="film">The film; its electrodes are not used.</param>
    /// <param name="work">Seed, axis and voltage across the film in volts of each.</param>
    /// <param name="duration">Duration in seconds.</param>
    /// <param name="threads">How many at the same time.</param>
    /// <param name="done">Is told how many are there, one at a time.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static IReadOnlyList<MazeCourse> Run(
        ResultStore store,
        FilmParameters film,
        IReadOnlyList<(int Seed, CurrentAxis Axis, double Volts)> work,
        double duration,
        int threads,
        Action<int> done,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(film);
        return MazeParts.Of(
            store,
            "a maze in time",
            film,
            [.. work.Select(w => (w.Seed, string.Create(CultureInfo.InvariantCulture, $"{w.Axis} {w.Volts:R} {duration:R}")))],
            MazeCourseJson.Default.MazeCourse,
            (k, one) => Run(one, work[k].Seed, work[k].Axis, work[k].Volts, duration, cancellation),
            threads,
            done,
            cancellation);
    }

    /// <summary>Runs one.</summary>
    public static MazeCourse Run(
        FilmParameters film, int seed, CurrentAxis axis, double volts, double duration, CancellationToken cancellation)
    {
        FilmParameters x = ContactPair.AlongX(film), y = ContactPair.AlongY(film);
        FilmParameters driven = axis == CurrentAxis.Y ? y : x;
        MicromagneticFilm maze = MicromagneticFilm.Prepare(
            driven with { Simulation = driven.Simulation.WithoutRest() with { LongestTime = duration } }, cancellation);
        TextureConductance alongX = new(x), alongY = new(y);
        double ratio = film.Transport.AmrRatio;
        double[] voltages = [0.5 * volts, -0.5 * volts];
        List<double> times = [], gx = [], gy = [];
        List<MazeFrame> frames = [];
        Look(0);
        maze.Progress += (_, progress) => Look(progress.Time);
        if (axis == CurrentAxis.None)
            maze.Rest(duration, cancellation);
        else
            maze.Drive(new VoltageDrive(Waveform.Pulse(voltages, duration)), cancellation);
        return new(seed, axis, volts, [.. times], [.. gx], [.. gy], [.. frames]);

        void Look(double time)
        {
            double[][] m = Texture(maze.Magnetisation);
            times.Add(time);
            gx.Add(Math.Abs(alongX.Of(m, ratio)[0, 1]));
            gy.Add(Math.Abs(alongY.Of(m, ratio)[0, 1]));
            double next = frames.Count == 0 ? 0 : frames.Count <= Yu2021Paper.Snapshots.Count ? Yu2021Paper.Snapshots[frames.Count - 1]
                : double.PositiveInfinity;
            if (time < next * (1 - 1e-9))
                return;
            (double[] jx, double[] jy) = maze.SheetCurrent(voltages);
            frames.Add(new(time, m, [jx, jy]));
        }
    }

    private static double[][] Texture(VectorField<float> m) =>
        [.. new[] { m.X, m.Y, m.Z }.Select(values => Array.ConvertAll(values, v => (double)v))];
}

/// <summary>A maze at an instant.</summary>
/// <param name="Time">Time in seconds.</param>
/// <param name="Texture">Unit magnetisation, x, y, z of each cell, x fastest.</param>
/// <param name="Current">Sheet current density in A/m under the voltage, x and y of each cell.</param>
public sealed record MazeFrame(double Time, double[][] Texture, double[][] Current);

/// <summary>Their form in JSON, which loses no bit.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, UseStringEnumConverter = true, Converters = [typeof(DoublesJson)])]
[JsonSerializable(typeof(MazeCourse))]
internal sealed partial class MazeCourseJson : JsonSerializerContext;

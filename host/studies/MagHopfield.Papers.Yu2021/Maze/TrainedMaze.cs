using System.Globalization;
using System.Text.Json.Serialization;
using MagHopfield.Devices;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.FilmStudies.Json;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Shared;
using MagHopfield.Store;

namespace MagHopfield.Papers.Yu2021.Maze;

/// <summary>A maze that was trained with one pattern.</summary>
/// <param name="Seed">Seed of the maze.</param>
/// <param name="Pattern">The pattern.</param>
/// <param name="Untrained">G in siemens before.</param>
/// <param name="Trained">G in siemens at the end, the voltages still on.</param>
/// <param name="Times">Times in seconds.</param>
/// <param name="Course">G_12, G_13, … in siemens at each time.</param>
/// <param name="Texture">Unit magnetisation at the end, x, y, z of each cell, x fastest.</param>
/// <param name="Current">Sheet current density in A/m at the end, x and y of each cell.</param>
/// <param name="LargestRowSum">Largest |Σ_j G_ij| over the largest |G_ij|, at the end.</param>
/// <param name="LargestAsymmetry">Largest |G_ij − G_ji| over the largest |G_ij|, at the end.</param>
/// <param name="Steps">Number of time steps.</param>
public sealed record TrainedMaze(
    int Seed,
    Pattern Pattern,
    ConductanceMatrix Untrained,
    ConductanceMatrix Trained,
    double[] Times,
    double[][] Course,
    double[][] Texture,
    double[][] Current,
    double LargestRowSum,
    double LargestAsymmetry,
    long Steps)
{
    /// <summary>Trains mazes, each from the relaxed maze of its seed, or takes them from the store.</summary>
    /// <param name="store">Keeps them.</param>
    /// <param name="film">The film.</param>
    /// <param name="work">Seed and pattern of each.</param>
    /// <param name="volts">V0 in volts: the nodes are at ±V0.</param>
    /// <param name="threads">How many at the same time.</param>
    /// <param name="done">Is told how many are there, one at a time.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static IReadOnlyList<TrainedMaze> Train(
        ResultStore store,
        FilmParameters film,
        IReadOnlyList<(int Seed, Pattern Pattern)> work,
        double volts,
        int threads,
        Action<int> done,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(film);
        return MazeParts.Of(
            store,
            "a trained maze",
            film,
            [.. work.Select(w => (w.Seed, string.Create(CultureInfo.InvariantCulture, $"{w.Pattern} {volts:R}")))],
            TrainedMazeJson.Default.TrainedMaze,
            (k, one) => Train(one, work[k].Seed, work[k].Pattern, volts, cancellation),
            threads,
            done,
            cancellation);
    }

    /// <summary>Trains one for as long as the film's file says.</summary>
    /// <param name="film">The film.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="volts">V0 in volts.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static TrainedMaze Train(FilmParameters film, int seed, Pattern pattern, double volts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(film);
        double[] voltages = pattern.Voltages(volts);
        MicromagneticFilm maze = MicromagneticFilm.Prepare(film with { Simulation = film.Simulation.WithoutRest() }, cancellation);
        ConductanceMatrix before = maze.Conductance;
        List<double> times = [0];
        List<double[]> course = [before.ToPairs()];
        maze.Progress += (at, progress) =>
        {
            times.Add(progress.Time);
            course.Add(at.Conductance.ToPairs());
        };
        maze.Drive(new VoltageDrive(Waveform.Pulse(voltages, film.Simulation.LongestTime)), cancellation);
        ConductanceMatrix after = maze.Conductance;
        (double[] x, double[] y) = maze.SheetCurrent(voltages);
        VectorField<float> m = maze.Magnetisation;
        (double rows, double asymmetry) = Faults(after);
        return new(
            seed, pattern, before, after, [.. times], [.. course], [Widen(m.X), Widen(m.Y), Widen(m.Z)], [x, y], rows, asymmetry,
            maze.LastPulse!.Steps);
    }

    /// <summary>Relative change of |G_ij| averaged over the pairs whose voltages differ, or are alike, at each time.</summary>
    /// <param name="unlike">Whether of those that differ.</param>
    public double[] Change(bool unlike)
    {
        int n = Pattern.Length;
        int[] pairs =
        [
            .. from i in Enumerable.Range(0, n)
               from j in Enumerable.Range(i + 1, n - i - 1)
               where (Pattern[i] != Pattern[j]) == unlike
               select ConductanceMatrix.PairIndex(i, j, n),
        ];
        return [.. Course.Select(g => pairs.Length == 0 ? 0 : pairs.Average(p => (g[p] / Course[0][p]) - 1))];
    }

    private static (double RowSum, double Asymmetry) Faults(ConductanceMatrix g)
    {
        double largest = 0, row = 0, asymmetry = 0;
        for (int i = 0; i < g.NodeCount; i++)
        {
            double sum = 0;
            for (int j = 0; j < g.NodeCount; j++)
            {
                sum += g[i, j];
                largest = Math.Max(largest, Math.Abs(g[i, j]));
                asymmetry = Math.Max(asymmetry, Math.Abs(g[i, j] - g[j, i]));
            }

            row = Math.Max(row, Math.Abs(sum));
        }

        return (row / largest, asymmetry / largest);
    }

    private static double[] Widen(float[] values) => Array.ConvertAll(values, v => (double)v);
}

/// <summary>Their form in JSON, which loses no bit.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(ConductanceJson), typeof(DoublesJson), typeof(PatternJson)])]
[JsonSerializable(typeof(TrainedMaze))]
internal sealed partial class TrainedMazeJson : JsonSerializerContext;

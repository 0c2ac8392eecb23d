using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Yu2021.Maze;

/// <summary>A conductance that is taken off G, so that G' = G − G_ref is the weight matrix (Yu 2021, eqs. 6 and 7).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Of">G_ref in siemens for a trained maze among all.</param>
public sealed record MazeReference(string Name, Func<TrainedMaze, IReadOnlyList<TrainedMaze>, ConductanceMatrix> Of)
{
    /// <summary>G of the same film before it was trained.</summary>
    public static MazeReference Untrained { get; } = new("untrained film", (maze, _) => maze.Untrained);

    /// <summary>The mean of G over untrained films of other seeds, as a maker knows it.</summary>
    public static MazeReference MeanUntrained { get; } = new(
        "mean untrained film",
        (_, all) => Mean([.. all.DistinctBy(m => m.Seed).Select(m => m.Untrained)]));

    /// <summary>Half the sum of the largest and the smallest G_ij that the same film has after any of the patterns.</summary>
    public static MazeReference MiddleOfRange { get; } =
        new("(Gmin + Gmax)/2", (maze, all) => Middle([.. all.Where(m => m.Seed == maze.Seed)
        .Select(m => m.Trained)]));

    /// <summary>The paper's own: G of the film saturated along z.</summary>
    /// <param name="film">The film.</param>
    public static MazeReference Saturated(FilmParameters film)
    {
        ArgumentNullException.ThrowIfNull(film);
        ConductanceMatrix saturated = new TextureConductance(film).Saturated(film.Transport.AmrRatio);
        return new("saturated along z, the paper's G0", (_, _) => saturated);
    }

    /// <summary>All of them, for a film.</summary>
    /// <param name="film">The film.</param>
    public static IReadOnlyList<MazeReference> All(FilmParameters film) => [Untrained, MeanUntrained, MiddleOfRange, Saturated(film)];

    /// <summary>E' = −Vᵀ(G − G_ref)V in watts of a state (eq. 7).</summary>
    /// <param name="g">G in siemens.</param>
    /// <param name="reference">G_ref in siemens.</param>
    /// <param name="state">Signs of the voltages.</param>
    /// <param name="volts">V0 in volts.</param>
    public static double Energy(ConductanceMatrix g, ConductanceMatrix reference, Pattern state, double volts)
    {
        ArgumentNullException.ThrowIfNull(g);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(state);
        double sum = 0;
        for (int i = 0; i < g.NodeCount; i++)
        {
            for (int j = 0; j < g.NodeCount; j++)
                sum += state[i] * state[j] * (g[i, j] - reference[i, j]);
        }

        return -sum * volts * volts;
    }

    private static ConductanceMatrix Mean(IReadOnlyList<ConductanceMatrix> all) =>
        ConductanceMatrix.FromPairs(
            all[0].NodeCount, [.. Enumerable.Range(0, all[0].PairCount).Select(p => all.Average(g => g.ToPairs()[p]))]);

    private static ConductanceMatrix Middle(IReadOnlyList<ConductanceMatrix> all) => ConductanceMatrix.FromPairs(
        all[0].NodeCount,
        [.. Enumerable.Range(0, all[0].PairCount).Select(p => 0.5 * (all.Min(g => g.ToPairs()[p]) + all.Max(g => g.ToPairs()[p])))]);
}

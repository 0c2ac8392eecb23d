using MagHopfield.Film.Parameters;
using MagHopfield.Papers.Yu2021.Maze;
using MagHopfield.Papers.Yu2021.Paper;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Yu2021.Figure2;

/// <summary>Mazes trained with each of the patterns, and how well each reference tells what they learned.</summary>
/// <param name="Film">The film.</param>
/// <param name="Volts">V0 in volts.</param>
/// <param name="Mazes">All trained mazes.</param>
/// <param name="Scores">By reference and pattern.</param>
public sealed record Figure2Result(
    FilmParameters Film, double Volts, IReadOnlyList<TrainedMaze> Mazes, IReadOnlyList<ReferenceScore> Scores)
{
    /// <summary>Scores the mazes.</summary>
    /// <param name="film">The film.</param>
    /// <param name="volts">V0 in volts.</param>
    /// <param name="mazes">All trained mazes.</param>
    public static Figure2Result Of(FilmParameters film, double volts, IReadOnlyList<TrainedMaze> mazes)
    {
        IReadOnlyList<MazeReference> references = MazeReference.All(film);
        return new(
            film,
            volts,
            mazes,
            [
                .. from reference in references
                   from pattern in Yu2021Paper.Patterns
                   select ReferenceScore.Of(reference, pattern, mazes, volts),
            ]);
    }

    /// <summary>Number of mazes of each pattern.</summary>
    public int Seeds => Mazes.Select(maze => maze.Seed).Distinct().Count();

    /// <summary>The mazes of a pattern.</summary>
    public IEnumerable<TrainedMaze> Of(MazePattern pattern) => Mazes.Where(maze => maze.Pattern.SameAs(pattern.Pattern));
}

/// <summary>How well a reference tells a trained pattern.</summary>
/// <param name="Reference">Name of the reference.</param>
/// <param name="Pattern">The pattern.</param>
/// <param name="Mazes">Number of mazes.</param>
/// <param name="Lowest">Of those, with the trained pattern lowest in E' among the 14 states that are not uniform.</param>
/// <param name="LowestOfAll">Of those, lowest among all 16.</param>
/// <param name="Ranks">Rank of the trained pattern among the 7 of the 14 that differ by more than their sign, from 1, of each maze.</param>
/// <param name="Fixed">Mazes of which the trained pattern is a fixed point of recall.</param>
/// <param name="Asynchronous">Share of asynchronous recalls, from all 14 states, that end in it.</param>
/// <param name="Synchronous">Share of synchronous ones.</param>
public sealed record ReferenceScore(
    string Reference,
    MazePattern Pattern,
    int Mazes,
    int Lowest,
    int LowestOfAll,
    int[] Ranks,
    int Fixed,
    double Asynchronous,
    double Synchronous)
{
    /// <summary>The score of a reference on the mazes of a pattern.</summary>
    public static ReferenceScore Of(MazeReference reference, MazePattern pattern, IReadOnlyList<TrainedMaze> all, double volts)
    {
        TrainedMaze[] mazes = [.. all.Where(maze => maze.Pattern.SameAs(pattern.Pattern))];
        int nodes = pattern.Pattern.Length, lowest = 0, lowestOfAll = 0, isFixed = 0;
        List<int> ranks = [];
        (int Right, int Starts) asynchronous = default, synchronous = default;
        foreach (TrainedMaze maze in mazes)
        {
            ConductanceMatrix g = maze.Trained, g0 = reference.Of(maze, all);
            double own = MazeReference.Energy(g, g0, pattern.Pattern, volts);

            // One of each pair of states that differ by their sign.
            Pattern[] others =
            [
                .. Enumerable.Range(0, 1 << (nodes - 1)).Select(state => Shared.Pattern.FromState(state, nodes))
                    .Where(state => !state.SameUpToSign(pattern.Pattern)),
            ];
            int below = others.Count(state => !MazeRecall.IsUniform(state) && MazeReference.Energy(g, g0, state, volts) <= own);
            ranks.Add(below + 1);
            lowest += below == 0 ? 1 : 0;
            lowestOfAll += others.All(state => MazeReference.Energy(g, g0, state, volts) > own) ? 1 : 0;
            isFixed += MazeRecall.IsFixed(g, g0, pattern.Pattern) ? 1 : 0;
            asynchronous = Sum(asynchronous, MazeRecall.FromAllStates(g, g0, pattern.Pattern, false, maze.Seed));
            synchronous = Sum(synchronous, MazeRecall.FromAllStates(g, g0, pattern.Pattern, true, maze.Seed));
        }

        return new(
            reference.Name, pattern, mazes.Length, lowest, lowestOfAll, [.. ranks], isFixed, Share(asynchronous), Share(synchronous));
    }

    private static (int, int) Sum((int, int) a, (int, int) b) => (a.Item1 + b.Item1, a.Item2 + b.Item2);

    private static double Share((int Right, int Starts) recalls) => recalls.Starts == 0 ? 0 : (double)recalls.Right / recalls.Starts;
}

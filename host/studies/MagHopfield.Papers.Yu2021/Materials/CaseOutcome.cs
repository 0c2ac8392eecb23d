using MagHopfield.Papers.Yu2021.Maze;
using MagHopfield.Papers.Yu2021.Paper;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Yu2021.Materials;

/// <summary>How the mazes of a case learned.</summary>
/// <param name="Group">What is varied.</param>
/// <param name="Name">The value.</param>
/// <param name="Mazes">Number of trained mazes, all patterns together.</param>
/// <param name="Lowest">Of those, with the trained pattern lowest of the 14 states, by reference.</param>
/// <param name="LowestByResistance">The same with resistances as weights, against the untrained film.</param>
/// <param name="Unlike">Mean relative change of |G_ij| between nodes of unlike voltage.</param>
/// <param name="UnlikeSpread">Its standard deviation over the mazes.</param>
public sealed record CaseOutcome(
    string Group,
    string Name,
    int Mazes,
    IReadOnlyDictionary<string, int> Lowest,
    int LowestByResistance,
    double Unlike,
    double UnlikeSpread)
{
    /// <summary>Scores the mazes of a case.</summary>
    public static CaseOutcome Of(MazeCase of, IReadOnlyList<TrainedMaze> mazes, double volts)
    {
        ArgumentNullException.ThrowIfNull(of);
        double[] unlike = [.. mazes.Select(maze => maze.Change(true)[^1])];
        return new(
            of.Group,
            of.Name,
            mazes.Count,
            MazeReference.All(of.Film).ToDictionary(
                r => r.Name,
                r => mazes.Count(maze => IsLowest(maze.Pattern, s => MazeReference.Energy(maze.Trained, r.Of(maze, mazes), s, volts)))),
            mazes.Count(maze => IsLowest(maze.Pattern, s => MazeResistance.Energy(maze.Trained, maze.Untrained, s))),
            unlike.Average(),
            MazeSpread.Deviation(unlike));
    }

    private static bool IsLowest(Pattern trained, Func<Pattern, double> energy)
    {
        double own = energy(trained);
        return Enumerable.Range(0, 1 << (trained.Length - 1)).Select(state => Pattern.FromState(state, trained.Length))
            .Where(state => !state.SameUpToSign(trained) && !MazeRecall.IsUniform(state)).All(state => energy(state) > own);
    }
}

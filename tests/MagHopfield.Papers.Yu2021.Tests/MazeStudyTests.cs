using MagHopfield.Film.Parameters;
using MagHopfield.Papers.Yu2021.Figure1;
using MagHopfield.Papers.Yu2021.Figure2;
using MagHopfield.Papers.Yu2021.Maze;
using MagHopfield.Papers.Yu2021.Paper;
using MagHopfield.Shared;
using MagHopfield.Store;
using MagHopfield.Studies.Records;

namespace MagHopfield.Papers.Yu2021.Tests;

/// <summary>
/// The figures on a film of a few cells for a short time: what they are made of, and that they go on after an interruption.
/// </summary>
public class MazeStudyTests
{
    private static readonly FilmParameters Film = Small();

    [Fact]
    public void Training_goes_on_after_an_interruption_with_the_same_bits()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        (int, Pattern)[] work = [.. Yu2021Paper.Patterns.Take(2).Select(p => (7, p.Pattern))];
        using CancellationTokenSource source = new();
        Assert.ThrowsAny<OperationCanceledException>(
            () => TrainedMaze.Train(Store(folder), Film, work, 0.05, 1, _ => source.Cancel(), source.Token));
        Assert.Single(Directory.GetFiles(folder, "*.part"));
        IReadOnlyList<TrainedMaze> goesOn = TrainedMaze.Train(Store(folder), Film, work, 0.05, 1, _ => { }, default);
        IReadOnlyList<TrainedMaze> whole = TrainedMaze.Train(ResultStore.None, Film, work, 0.05, 1, _ => { }, default);
        Assert.All(whole.Zip(goesOn), pair => Assert.Equal(pair.First.Trained.ToPairs(), pair.Second.Trained.ToPairs()));
        Assert.NotEqual(whole[0].Trained.ToPairs(), whole[1].Trained.ToPairs());
        Assert.Equal(whole[0].Untrained.ToPairs(), whole[1].Untrained.ToPairs());
        Assert.All(whole, maze =>
        {
            Assert.True(maze.LargestRowSum < 1e-8);
            Assert.True(maze.LargestAsymmetry < 1e-8);
        });
        Directory.Delete(folder, true);
    }

    [Fact]
    public void Figure_2_scores_every_reference_and_pattern()
    {
        (int, Pattern)[] work = [.. Yu2021Paper.Patterns.Select(p => (7, p.Pattern))];
        Figure2Result r = Figure2Result.Of(
            Film, 0.05, TrainedMaze.Train(ResultStore.None, Film, work, 0.05, 2, _ => { }, default));
        Assert.Equal(16, r.Scores.Count);

        // Against the film saturated along z the uniform states are the lowest, whatever was learned.
        Assert.All(r.Scores.Where(s => s.Reference.Contains("saturated")), s => Assert.Equal(0, s.LowestOfAll));
        StudyRecord record = Figure2Study.Of(r);
        Assert.Equal(10, record.Comparisons.Count);
    }

    [Fact]
    public void Figure_1_is_of_the_difference_to_the_maze_without_a_current()
    {
        (int, CurrentAxis, double)[] work = [.. Enum.GetValues<CurrentAxis>().Select(axis => (7, axis, 0.05))];
        IReadOnlyList<MazeCourse> courses = MazeCourse.Run(ResultStore.None, Film, work, 0.3e-9, 2, _ => { }, default);
        Assert.All(courses, c => Assert.Equal(courses[0].AlongX[0], c.AlongX[0], 1e-9));
        Assert.All(courses, c => Assert.Single(c.Frames));

        // The relaxed maze stays as it is without a current.
        Assert.Equal(courses[0].AlongX[0], courses[0].AlongX[^1], 1e-3 * courses[0].AlongX[0]);
        Assert.NotEqual(courses[1].AlongX[^1], courses[2].AlongX[^1]);
        Assert.Equal(6, Figure1Study.Of(Film, 0.05, 0.3e-9, courses).Comparisons.Count);

        // A maze that came to rest ends before its time: what it was then is what it is.
        MazeCourse rested = courses[1] with
        {
            Times = courses[1].Times[..2],
            AlongX = courses[1].AlongX[..2],
            AlongY = courses[1].AlongY[..2],
        };
        StudyRecord early = Figure1Study.Of(Film, 0.05, 0.3e-9, [courses[0], rested, courses[2]]);
        Assert.Equal(6, early.Comparisons.Count);
        Assert.NotEqual(Figure1Study.Of(Film, 0.05, 0.3e-9, courses).Comparisons[0].Ours, early.Comparisons[0].Ours);
    }

    private static ResultStore Store(string folder) => new(folder, ProgramBuild.Of(typeof(MazeStudyTests).Assembly));

    private static FilmParameters Small()
    {
        FilmParameters film = FilmParameters.Preset("yu2021");
        string text = FilmParameters.PresetText("yu2021")
            .Replace("cells = [96, 96, 1]", "cells = [24, 24, 1]").Replace("4.166666666666667e-9", "6e-9")
            .Replace("size = [125e-9, 62.5e-9]", "size = [48e-9, 24e-9]").Replace("size = [62.5e-9, 125e-9]", "size = [24e-9, 48e-9]")
            .Replace("168.75e-9", "60e-9").Replace("longest_time = 20e-9", "longest_time = 0.3e-9")
            .Replace("progress_interval = 1e-9", "progress_interval = 0.1e-9");
        string path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "small.toml");
        File.WriteAllText(path, text);
        FilmParameters small = FilmParameters.Load(path);
        Assert.Equal(film.Parts.Terms.Count, small.Parts.Terms.Count);
        return small;
    }
}

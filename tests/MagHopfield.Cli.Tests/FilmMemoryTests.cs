using System.Diagnostics;

namespace MagHopfield.Cli.Tests;

/// <summary>A film that does not fit into memory is refused before any work on its cells, by every command that takes a film.</summary>
public sealed class FilmMemoryTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("maghopfield-memory").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("demo", "--out", "OUT", "--film", "FILM")]
    [InlineData("gates", "--film", "FILM")]
    [InlineData("paper", "niu2024", "fig3", "--out", "OUT", "--film", "FILM")]
    [InlineData("board", "measure", "--board", "virtual:FILM")]
    [InlineData("board", "serve", "--tcp", "0", "--film", "FILM")]
    [InlineData("board", "demo", "--film", "FILM")]
    [InlineData("crosscheck", "--out", "OUT", "--film", "FILM")]
    [InlineData("check", "FILM")]
    public void A_film_that_does_not_fit_into_memory_is_refused_at_once(params string[] arguments)
    {
        // 1e8 cells, some 157 GB; a reader that lays the electrodes out first takes 20 s and 3.6 GB for them.
        Assert.SkipWhen(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > 150e9, "On this machine the film fits.");
        string film = Path.Combine(_root, "film.toml");
        File.WriteAllText(film, "preset = \"niu2024\"\n[film]\ncells_x = 10000\ncells_y = 10000\n");
        Stopwatch watch = Stopwatch.StartNew();
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run(
            [.. arguments.Select(a => a.Replace("FILM", film).Replace("OUT", Path.Combine(_root, "out")))]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(8));
        Assert.Matches(
            @"film\.toml\(2\): (error: )?a film of 10000×10000 cells with 4 electrodes takes about 156\.9 GB, "
            + @"this machine has [0-9.]+ GB; use fewer cells\.\n$",
            outcome.Error + outcome.Output);
        Assert.False(Directory.Exists(Path.Combine(_root, "out")));
    }
}

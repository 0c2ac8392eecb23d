using System.Diagnostics;

namespace MagHopfield.Cli.Tests;

/// <summary>Two signals end a command as one does, at any moment: exit code 130, one line, nothing half-written.</summary>
public sealed class InterruptionTests : IDisposable
{
    // From the signal to the end of the process, on a machine whose cores others use too; what is asked for is a second on one of its own.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);
    private const string FilmOfManyCells = "preset = \"niu2024\"\n[film]\ncells_x = 1500\ncells_y = 1500\n";
    private readonly string _root = Directory.CreateTempSubdirectory("maghopfield-signal").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("demo", "--out", "OUT", "--trace-spi", "OUT.tsv")]
    [InlineData("demo", "--film", "FILM", "--out", "OUT")]
    [InlineData("gates")]
    [InlineData("gates", "--film", "FILM")]
    [InlineData("paper", "niu2024", "fig3", "--out", "OUT")]
    [InlineData("paper", "niu2024", "gates", "--film", "FILM", "--out", "OUT")]
    [InlineData("paper", "niu2024", "pulse", "--film", "FILM", "--out", "OUT")]
    [InlineData("paper", "niu2024", "letters-search", "--out", "OUT")]
    [InlineData("check", "PIPE")]
    [InlineData("run", "PIPE", "--out", "OUT")]
    [InlineData("demo", "--film", "PIPE", "--out", "OUT")]
    [InlineData("gates", "--film", "PIPE")]
    [InlineData("surrogate", "+ - + -", "--fit", "PIPE")]
    [InlineData("paper", "niu2024", "scaling", "--out", "OUT")]
    [InlineData("bench", "--out", "OUT.tsv")]
    [InlineData("validate", "--problem", "4", "--out", "OUT")]
    [InlineData("hardware", "budget", "--out", "OUT")]
    [InlineData("hardware", "scaling", "--out", "OUT")]
    [InlineData("hardware", "write", "--out", "OUT")]
    [InlineData("board", "letters", "--out", "OUT")]
    [InlineData("board", "measure", "--board", "virtual:FILM")]
    [InlineData("board", "serve", "--tcp", "0", "--film", "FILM")]
    [InlineData("board", "console", "--board", "virtual:oja")]
    [InlineData("board", "log", "--board", "virtual:oja", "--number", "1000", "--out", "OUT.tsv")]
    [InlineData("crosscheck", "--out", "OUT")]
    public void Two_signals_to_the_process_group_end_a_command_like_one(params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sends signals by the tools of a Linux machine.");
        string film = Path.Combine(_root, "film.toml");
        File.WriteAllText(film, FilmOfManyCells);

        // A file that takes for ever to be read: a pipe that nobody writes to.
        string pipe = Path.Combine(_root, "pipe.toml");
        Process.Start("mkfifo", [pipe]).WaitForExit();
        using Process process = MaghopfieldProcess.StartInGroup(
            [.. arguments.Select(a => a.Replace("OUT", Path.Combine(_root, "out")).Replace("FILM", film).Replace("PIPE", pipe))]);

        // Long enough for the runtime to start and the work to begin.
        Thread.Sleep(2000);
        Assert.False(process.HasExited, $"{string.Join(' ', arguments)} ended before it could be interrupted");
        Stopwatch ending = Stopwatch.StartNew();
        Signals.Send(-process.Id, Signals.Terminate);
        Thread.Sleep(20);
        Signals.Send(-process.Id, Signals.Interrupt);
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Finish(process);
        Assert.Equal(130, outcome.ExitCode);
        Assert.InRange(ending.Elapsed, TimeSpan.Zero, Soon);
        Assert.DoesNotContain("Exception", outcome.Error);
        Assert.True(outcome.Error.Count(c => c == '\n') <= 1, outcome.Error);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_root, "*partial*", SearchOption.AllDirectories));
        Assert.False(File.Exists(Path.Combine(_root, "out", "report.html")) || File.Exists(Path.Combine(_root, "out", "bom.csv")));
    }

    [Fact]
    public void A_run_that_gets_three_signals_leaves_its_checkpoint_and_goes_on_from_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sends signals by the tools of a Linux machine.");
        string problem = Path.Combine(_root, "problem.toml"), folder = Path.Combine(_root, "out");
        File.WriteAllText(problem, """
            title = "Square"
            [mesh]
            cells = [64, 64, 1]
            cell_size = [4e-9, 4e-9, 4e-9]
            [material]
            saturation_magnetisation = 8e5
            exchange_stiffness = 1.3e-11
            gilbert_damping = 0.02
            [initial]
            state = "vortex"
            [[stage]]
            kind = "run"
            time = 2e-10
            [output]
            table_interval = 1e-12
            """);
        using Process process = MaghopfieldProcess.StartInGroup("run", problem, "--out", folder);
        Signals.WaitFor(process, () => File.Exists(Path.Combine(folder, "running", "table.tsv")));
        foreach (int signal in (int[])[Signals.Terminate, Signals.Terminate, Signals.Interrupt])
        {
            Signals.Send(-process.Id, signal);
            Thread.Sleep(2);
            if (process.HasExited)
                break;
        }

        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Finish(process);
        Assert.Equal(130, outcome.ExitCode);
        Assert.Matches("^maghopfield: interrupted in stage 1 at t = .* --resume\n$", outcome.Error);
        Assert.Equal(0, MaghopfieldProcess.Run("run", problem, "--out", folder, "--resume").ExitCode);
    }

    [Fact]
    public void Ctrl_C_is_how_a_served_board_and_a_log_without_a_number_end()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sends signals by the tools of a Linux machine.");
        string log = Path.Combine(_root, "log.tsv");
        string[][] commands =
        [
            ["board", "serve", "--tcp", "0", "--film", "oja"],
            ["board", "log", "--board", "virtual:oja", "--out", log],
        ];
        foreach (string[] arguments in commands)
        {
            using Process process = MaghopfieldProcess.StartInGroup(arguments);
            Assert.NotNull(process.StandardOutput.ReadLine());
            Signals.Send(process.Id, Signals.Interrupt);
            Signals.Send(process.Id, Signals.Terminate);
            MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Finish(process);
            Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        }
    }
}

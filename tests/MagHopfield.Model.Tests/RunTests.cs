using CsCheck;
using MagHopfield.Model.Files;
using MagHopfield.Model.Running;

namespace MagHopfield.Model.Tests;

public sealed class RunTests
{
    // All that can be interrupted: both relaxations, jumps of the field, thermal noise, a current, table and snapshots, rejected steps.
    // Pictures, which cost more than the rest of it together and are made from the fields alone, have a test of their own.
    private const string Eventful = """
        [mesh]
        cells = [12, 8, 1]
        cell_size = [4e-9, 4e-9, 4e-9]
        [[geometry]]
        shape = "ellipse"
        size = [48e-9, 32e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.05
        [current]
        density = [1e12, 0, 0]
        polarisation = 0.5
        nonadiabaticity = 0.05
        [initial]
        state = "random"
        [[stage]]
        kind = "relax"
        max_torque = 500.0
        [[stage]]
        kind = "minimise"
        max_torque = 50.0
        [[stage]]
        kind = "run"
        time = 6e-11
        [stage.field]
        waveform = "pulse"
        amplitude = [0, 0, 5e4]
        delay = 1.05e-11
        duration = 2e-11
        [output]
        table_interval = 2e-12
        snapshot_interval = 2e-11
        pictures = []
        columns = ["t", "stage", "steps", "dt", "mx", "my", "mz", "Hz", "E_total", "max_torque"]
        """;

    [Theory]
    [InlineData("")]
    [InlineData("[solver]\nintegrator = \"heun\"\nfixed_step = 1e-13\n[thermal]\ntemperature = 300\n")]
    [InlineData("[solver]\nintegrator = \"semi_implicit_midpoint\"\nfixed_step = 1e-13\n[thermal]\ntemperature = 300\n")]
    [InlineData("[solver]\nintegrator = \"bogacki_shampine_32\"\nmax_error = 1e-4\n[thermal]\ntemperature = 300\n")]
    [InlineData("[solver]\nintegrator = \"bogacki_shampine_32\"\n")]
    [InlineData("""
        [slonczewski]
        current_density = 1e11
        fixed_layer = [1, 0, 1]
        polarisation = 0.4
        lambda = 1.5
        [field]
        waveform = "table"
        amplitude = [0, 2e4, 0]
        points = [[0, 0], [1.3e-11, 1], [4e-11, 0]]
        [[region]]
        name = "core"
        shape = "disk"
        diameter = 16e-9
        gilbert_damping = 0.3
        [[stage]]
        kind = "run"
        time = 2e-11
        energy_change = 1e-3
        current_factor = 0.5
        """)]
    public void A_run_that_was_interrupted_anywhere_ends_with_the_same_bytes(string extra)
    {
        foreach (string precision in new[] { "double", "single" })
        {
            string text = $"precision = \"{precision}\"\n{Eventful}\n{extra}";
            ProblemFile file = ProblemFile.Parse(text, "a.toml");
            using TemporaryFolder whole = new();
            CountingObserver counter = new(int.MaxValue, null);
            ProblemRun.Execute(file, whole.Path, false, "test", counter, default);
            Gen.Int[1, counter.Count].Array[1, 4].Sample(
                cuts =>
                {
                    using TemporaryFolder pieces = new();
                    bool resume = false;
                    foreach (int cut in cuts)
                    {
                        if (!Interrupted(file, pieces.Path, resume, cut))
                            return Same(whole.Path, pieces.Path);

                        resume = true;
                    }

                    ProblemRun.Execute(file, pieces.Path, true, "test", new CountingObserver(int.MaxValue, null), default);
                    return Same(whole.Path, pieces.Path);
                },
                iter: 4,
                threads: 1);
        }
    }

    [Fact]
    public void A_run_that_was_interrupted_leaves_the_same_pictures()
    {
        ProblemFile file = ProblemFile.Parse(Eventful.Replace("pictures = []", "pictures = [\"texture\", \"mz\"]"), "a.toml");
        using TemporaryFolder whole = new(), pieces = new();
        CountingObserver counter = new(int.MaxValue, null);
        ProblemRun.Execute(file, whole.Path, false, "test", counter, default);
        Assert.True(Interrupted(file, pieces.Path, false, counter.Count * 9 / 10));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(pieces.Path, "running"), "m0*.svg"));
        ProblemRun.Execute(file, pieces.Path, true, "test", new CountingObserver(int.MaxValue, null), default);
        Assert.Equal(5, Directory.GetFiles(whole.Path, "m*_mz.png").Length);
        Assert.True(Same(whole.Path, pieces.Path));
    }

    public static TheoryData<string> Examples => [.. Example.Paths.Select(p => Path.GetFileName(p))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_runs_and_leaves_every_file_whole(string name)
    {
        ProblemFile file = ProblemFile.Parse(Example.Reduced(Path.Combine(Example.Root, "examples", name)), name);
        using TemporaryFolder folder = new();
        RunOutcome outcome = ProblemRun.Execute(file, folder.Path, false, "test", new CountingObserver(int.MaxValue, null), default);
        Assert.True(outcome.Reached);
        string[] files = [.. Directory.EnumerateFileSystemEntries(folder.Path).Select(f => Path.GetFileName(f)!)];
        Assert.Superset(
            new HashSet<string>
            {
                "table.tsv",
                "m_final.ovf",
                "m_final.png",
                "bibliography.txt",
                "problem.toml",
                "run.json",
            }, files.ToHashSet());
        Assert.DoesNotContain(files, f => f.Contains("partial") || f.Contains("checkpoint") || f == "running");
        string[][] rows = [.. File.ReadAllLines(Path.Combine(folder.Path, "table.tsv")).Select(l => l.Split('\t'))];
        // A table of states at rest counts its stages, one of a run in time its seconds.
        bool inTime = rows[0][0] == "# t (s)";
        Assert.True(inTime || rows[0][0] == "# stage (1)", rows[0][0]);
        Assert.True(rows.Length > (inTime ? 20 : 1));
        Assert.All(rows.Skip(1).SelectMany(r => r), v => Assert.True(double.IsFinite(double.Parse(v))));
        if (inTime)
            Assert.Equal(file.Problem.Stages.Sum(s => s.Duration), double.Parse(rows[^1][0]), 1e-18);
    }

    [Fact]
    public void A_field_that_waits_for_the_checkpoint_is_refused_without_resume()
    {
        ProblemFile file = ProblemFile.Parse(Eventful, "a.toml");
        using TemporaryFolder folder = new();
        Assert.True(Interrupted(file, folder.Path, false, 40));
        CountingObserver observer = new(int.MaxValue, null);
        Assert.Contains(
            "--resume", Assert.Throws<ProblemFileException>(
                () => ProblemRun.Execute(file, folder.Path, false, "test", observer, default)).Message);
        ProblemFile other = ProblemFile.Parse(Eventful.Replace("6e-11", "7e-11"), "a.toml");
        Assert.Contains(
            "another text", Assert.Throws<ProblemFileException>(
                () => ProblemRun.Execute(other, folder.Path, true, "test", observer, default)).Message);
    }

    [Theory]
    [InlineData("1e-9", "")]
    [InlineData("0.002", "")]
    [InlineData("1e-9", "[solver]\nintegrator = \"bogacki_shampine_32\"\nmax_error = 1e-4\n[thermal]\ntemperature = 300\n")]
    public void A_run_that_was_killed_goes_on_from_its_last_checkpoint_to_the_same_bytes(string checkpointInterval, string extra)
    {
        // What a killed process leaves is what its folder holds at that moment.
        ProblemFile file = ProblemFile.Parse($"{Eventful}\ncheckpoint_interval = {checkpointInterval}\n{extra}", "a.toml");
        using TemporaryFolder whole = new(), left = new();
        int copies = 0;
        CopyingObserver observer = new(whole.Path, at => Path.Combine(left.Path, $"{copies++}"));
        ProblemRun.Execute(file, whole.Path, false, "test", observer, default);
        string[] folders = [.. Enumerable.Range(0, copies).Select(i => Path.Combine(left.Path, $"{i}"))];
        string[] resumable = [.. folders.Where(f => File.Exists(Path.Combine(f, "running", "checkpoint.ovf")))];
        Assert.True(resumable.Length >= 2, $"{resumable.Length} of {copies}");
        foreach (string folder in resumable.Take(4).Concat(resumable.TakeLast(4)).Distinct())
        {
            File.WriteAllText(Path.Combine(folder, "running", "m000007.png.partial-0123456789abcdef0123456789abcdef"), "half a pic");
            ProblemRun.Execute(file, folder, true, "test", new CountingObserver(int.MaxValue, null), default);
            Assert.True(Same(whole.Path, folder));
        }
    }

    [Fact]
    public void A_run_that_was_killed_while_its_results_were_moved_has_them_moved_by_the_next()
    {
        ProblemFile file = ProblemFile.Parse(Eventful, "a.toml");
        using TemporaryFolder whole = new(), pieces = new();
        ProblemRun.Execute(file, whole.Path, false, "test", new CountingObserver(int.MaxValue, null), default);
        string running = Directory.CreateDirectory(Path.Combine(pieces.Path, "running")).FullName;
        string[] names = [.. Directory.GetFiles(whole.Path).Select(f => Path.GetFileName(f)!)];
        for (int i = 0; i < names.Length; i++)
            File.Copy(Path.Combine(whole.Path, names[i]), Path.Combine(i % 2 == 0 ? running : pieces.Path, names[i]));
        File.WriteAllLines(Path.Combine(running, ".complete"), names);
        File.WriteAllText(Path.Combine(running, "checkpoint.ovf"), "left over");
        File.WriteAllText(Path.Combine(pieces.Path, "m000099.ovf"), "of an earlier run");
        Assert.Contains("is complete; its results are in place", Assert.Throws<ProblemFileException>(
            () => ProblemRun.Execute(file, pieces.Path, true, "test", new CountingObserver(int.MaxValue, null), default)).Message);
        Assert.True(Same(whole.Path, pieces.Path));
        Assert.False(Directory.Exists(running));
    }

    [Theory]
    [InlineData(0.5, "the checkpoint is damaged (")]
    [InlineData(0.0, "the checkpoint is damaged (")]
    public void A_damaged_checkpoint_is_refused(double share, string part)
    {
        ProblemFile file = ProblemFile.Parse(Eventful, "a.toml");
        using TemporaryFolder folder = new();
        Assert.True(Interrupted(file, folder.Path, false, 40));
        string path = Path.Combine(folder.Path, "running", "checkpoint.ovf");
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(int)(share * bytes.Length)]);
        string message = Assert.Throws<ProblemFileException>(
            () => ProblemRun.Execute(file, folder.Path, true, "test", new CountingObserver(int.MaxValue, null), default)).Message;
        Assert.Contains(part, message);
        Assert.DoesNotContain('\n', message);
    }

    private static bool Interrupted(ProblemFile file, string folder, bool resume, int after)
    {
        using CancellationTokenSource source = new();
        try
        {
            ProblemRun.Execute(file, folder, resume, "test", new CountingObserver(after, source), source.Token);
            return false;
        }
        catch (RunInterruptedException)
        {
            return true;
        }
    }

    private static bool Same(string a, string b)
    {
        string[] Results(string folder) =>
            [.. Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Where(f => f != "run.json").Order()];
        Assert.Equal(Results(a), Results(b));
        Assert.All(Results(a), f => Assert.Equal(File.ReadAllBytes(Path.Combine(a, f)), File.ReadAllBytes(Path.Combine(b, f))));
        return true;
    }

    private sealed class CountingObserver(int limit, CancellationTokenSource? source) : IRunObserver
    {
        public int Count { get; private set; }

        public void Report(int stage, int stages, string activity, double fraction)
        {
            if (++Count >= limit)
                source?.Cancel();
        }
    }

    /// <summary>Copies the folder of a run at some of its steps.</summary>
    private sealed class CopyingObserver(string folder, Func<int, string> target) : IRunObserver
    {
        private const int Every = 13;
        private int _count;

        public void Report(int stage, int stages, string activity, double fraction)
        {
            if (++_count % Every != 0)
                return;
            string to = Directory.CreateDirectory(Path.Combine(target(_count), "running")).FullName;
            foreach (string file in Directory.GetFiles(Path.Combine(folder, "running")))
                File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}

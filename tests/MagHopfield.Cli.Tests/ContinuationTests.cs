using System.Diagnostics;
using System.Text.Json;

namespace MagHopfield.Cli.Tests;

/// <summary>
/// Long commands that are killed, run twice at once, or find damaged or foreign parts: what comes out is what it would have been.
/// </summary>
public sealed class ContinuationTests : IDisposable
{
    private const string Film = "preset = \"niu2024-held\"\n[film]\ncells_x = 24\ncells_y = 24\n";

    private const string Problem = """
        title = "Small square"
        [mesh]
        cells = [16, 16, 1]
        cell_size = [4e-9, 4e-9, 4e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.05
        [initial]
        state = "vortex"
        [thermal]
        temperature = 300.0
        seed = 7
        [solver]
        integrator = "bogacki_shampine_32"
        max_error = 1e-4
        [[stage]]
        kind = "run"
        time = 2e-10
        [output]
        table_interval = 1e-12
        snapshot_interval = 2e-11
        checkpoint_interval = 0.02

        """;

    private readonly string _root = Directory.CreateTempSubdirectory("maghopfield-again").FullName;

    public ContinuationTests()
    {
        File.WriteAllText(InRoot("film.toml"), Film);
        File.WriteAllText(InRoot("problem.toml"), Problem);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Random_devices_killed_at_random_instants_are_the_same_bits()
    {
        Run(Spread("whole", 4));
        Assert.True(KillThreeTimes(Spread("pieces", 4), "pieces") > 0);
        Assert.Equal(Data("whole", "result.json"), Data("pieces", "result.json"));
        AssertSameParts("whole", "pieces");
        AssertClean("pieces");
    }

    [Theory]
    [InlineData("fig3")]
    [InlineData("pulse")]
    public void Figures_killed_at_random_instants_are_the_same_bits(string study)
    {
        string[] arguments = ["paper", "niu2024", study, "--film", InRoot("film.toml"), "--out", InRoot("whole")];
        Run(arguments);
        arguments[^1] = InRoot("pieces");
        Assert.True(KillThreeTimes(arguments, "pieces") > 0);
        Assert.Equal(Data("whole", "result.json"), Data("pieces", "result.json"));
        AssertSameParts("whole", "pieces");
        AssertClean("pieces");
    }

    [Fact]
    public void An_error_budget_killed_at_random_instants_is_the_same()
    {
        string[] arguments = ["hardware", "budget", "--boards", "2", "--out", InRoot("whole")];
        MaghopfieldProcess.Outcome whole = MaghopfieldProcess.Run(arguments);
        arguments[^1] = InRoot("pieces");
        Assert.True(KillThreeTimes(arguments, "pieces") > 0);
        Assert.Equal(Tables(whole), Tables(MaghopfieldProcess.Run(arguments)));
        AssertSameParts("whole", "pieces");
        AssertClean("pieces");

        // Without the lines of the progress, which tell the time.
        static string[] Tables(MaghopfieldProcess.Outcome outcome) => [.. outcome.Output.Split('\n').Where(l => !l.Contains(" %  "))];
    }

    [Fact]
    public void Trainings_killed_at_random_instants_are_the_same_bits()
    {
        Run(Scaling("whole"));
        Assert.True(KillThreeTimes(Scaling("pieces"), "pieces") > 0);
        Assert.Equal(File.ReadAllText(InRoot("whole", "report", "scores.tsv")), File.ReadAllText(InRoot("pieces", "report", "scores.tsv")));

        // A training says how long it took, which no two do alike.
        Assert.Equal(Trainings("whole"), Trainings("pieces"));
        AssertClean("pieces");

        (string, string)[] Trainings(string folder) =>
            [
                .. Parts(folder).Select(
                    p =>
                        (
                            p,
                            JsonDocument.Parse(
                                File.ReadAllLines(InRoot(folder, "parts", p))[1]).RootElement.GetProperty("Lessons").GetRawText())),
            ];
    }

    [Fact]
    public void A_run_killed_at_random_instants_ends_with_the_same_bytes()
    {
        string[] run = ["run", InRoot("problem.toml"), "--out", InRoot("whole")];
        Run(run);
        run[^1] = InRoot("pieces");
        Random random = new(3);
        int kills = 0;
        for (bool done = false; !done;)
        {
            string checkpoint = InRoot("pieces", "running", "checkpoint.ovf");
            DateTime earlier = File.GetLastWriteTimeUtc(checkpoint);
            using Process process = MaghopfieldProcess.Start(File.Exists(checkpoint) ? [.. run, "--resume"] : run);
            if (kills < 3)
            {
                while (!process.HasExited && File.GetLastWriteTimeUtc(checkpoint) == earlier)
                    Thread.Sleep(5);
                if (!process.WaitForExit(random.Next(200)))
                {
                    process.Kill();
                    kills++;
                }
            }

            // One that was killed while its results were moved is complete.
            MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Finish(process);
            done = outcome.ExitCode == 0 || outcome.Error.Contains("is complete");
        }

        Assert.True(kills > 0);
        string[] results = [.. Names("whole").Except(["run.json"])];
        Assert.Equal(results, Names("pieces").Except(["run.json"]));
        Assert.All(results, f => Assert.Equal(File.ReadAllBytes(InRoot("whole", f)), File.ReadAllBytes(InRoot("pieces", f))));
        AssertClean("pieces");
    }

    [Fact]
    public void Two_commands_into_the_same_folder_at_once_share_the_work_and_both_end_well()
    {
        Run(Spread("whole", 4));
        using Process first = MaghopfieldProcess.Start(Spread("shared", 4)), second = MaghopfieldProcess.Start(Spread("shared", 4));
        MaghopfieldProcess.Outcome[] outcomes = [MaghopfieldProcess.Finish(first), MaghopfieldProcess.Finish(second)];
        Assert.All(outcomes, o => Assert.Equal((0, ""), (o.ExitCode, o.Error)));
        Assert.Equal(Data("whole", "result.json"), Data("shared", "result.json"));
        AssertSameParts("whole", "shared");
        AssertClean("shared");
    }

    [Fact]
    public void A_command_goes_on_while_another_one_that_computes_into_its_folder_is_killed()
    {
        Run(Spread("whole", 4));
        using Process killed = MaghopfieldProcess.Start(Spread("shared", 4));
        Signals.WaitFor(
            killed,
            () => Directory.Exists(InRoot("shared", "parts")) && Directory.GetFiles(InRoot("shared", "parts"), "*.lock").Length > 0);
        using Process other = MaghopfieldProcess.Start(Spread("shared", 4));
        killed.Kill();
        MaghopfieldProcess.Finish(killed);
        Assert.Equal(0, MaghopfieldProcess.Finish(other).ExitCode);
        Assert.Equal(Data("whole", "result.json"), Data("shared", "result.json"));
        AssertClean("shared");
    }

    [Fact]
    public void Parts_of_another_build_and_damaged_ones_are_told_in_one_line_and_computed_again()
    {
        Run(Spread("out", 2));
        byte[][] parts = [.. Parts("out").Select(p => File.ReadAllBytes(InRoot("out", "parts", p)))];
        string damaged = InRoot("out", "parts", Parts("out")[0]);
        File.WriteAllBytes(damaged, parts[0][..^40]);
        MaghopfieldProcess.Outcome again = MaghopfieldProcess.Run(Spread("out", 2));
        Assert.Equal(0, again.ExitCode);
        Assert.Equal($"maghopfield: '{damaged}', spread, a device, is not used (it is damaged); it is computed again.\n", again.Error);
        Assert.Equal(parts, Parts("out").Select(p => File.ReadAllBytes(InRoot("out", "parts", p))));

        MaghopfieldProcess.Outcome other = MaghopfieldProcess.RunUnder(["env", "MAGHOPFIELD_BUILD=other"], Spread("out", 2));
        Assert.Matches(
            @"^maghopfield: '.*parts' holds parts of another build of the program; they are computed again \(.*\)\.\n$", other.Error);
        Assert.All(Parts("out"), p => Assert.Contains("; build other;", File.ReadLines(InRoot("out", "parts", p)).First()));
        Assert.Equal("", MaghopfieldProcess.RunUnder(["env", "MAGHOPFIELD_BUILD=other"], Spread("out", 2)).Error);
    }

    [Fact]
    public void A_checkpoint_of_another_build_goes_on_only_where_one_insists()
    {
        string[] run = ["run", InRoot("problem.toml"), "--out", InRoot("out")];
        using Process process = MaghopfieldProcess.Start(run);
        Signals.WaitFor(process, () => File.Exists(InRoot("out", "running", "checkpoint.ovf")));
        process.Kill();
        MaghopfieldProcess.Finish(process);
        MaghopfieldProcess.Outcome refused = MaghopfieldProcess.RunUnder(["env", "MAGHOPFIELD_BUILD=other"], [.. run, "--resume"]);
        Assert.Equal(2, refused.ExitCode);
        Assert.Matches(
            "^maghopfield: .*checkpoint is of another build of the program, .*MAGHOPFIELD_BUILD=[0-9a-f]{16} in the environment, or .*\n$",
            refused.Error);
        string build = refused.Error.Split("MAGHOPFIELD_BUILD=")[1][..16];
        Assert.Equal(0, MaghopfieldProcess.RunUnder(["env", "MAGHOPFIELD_BUILD=" + build], [.. run, "--resume"]).ExitCode);
        MaghopfieldProcess.Outcome senseless = MaghopfieldProcess.RunUnder(["env", "MAGHOPFIELD_BUILD=a b"], Spread("spread", 1));
        Assert.Equal(2, senseless.ExitCode);
        Assert.Matches("^maghopfield: MAGHOPFIELD_BUILD=a b: .*leave the variable unset.\n$", senseless.Error);
    }

    [Fact]
    public void Devices_and_trainings_of_earlier_versions_are_told_and_left_alone()
    {
        Directory.CreateDirectory(InRoot("out"));
        File.WriteAllText(InRoot("out", "devices.tsv"), "# maghopfield devices of run 0123456789ABCDEF\n");
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run(Spread("out", 1));
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            $"maghopfield: '{InRoot("out", "devices.tsv")}' is of an earlier version of the program, and not used; it may be removed.\n",
            outcome.Error);
        Assert.True(File.Exists(InRoot("out", "devices.tsv")));
    }

    [Theory]
    [InlineData("paper", "niu2024", "spread", "--devices", "1", "--film", "FILM", "--out", "DISK/out")]
    [InlineData("run", "PROBLEM", "--out", "DISK/out")]
    [InlineData("demo", "--film", "FILM", "--out", "DISK/out")]
    [InlineData("hardware", "write", "--out", "DISK")]
    public void A_full_disk_is_said_in_one_line_and_leaves_nothing_half_written(params string[] arguments)
    {
        string disk = Directory.CreateDirectory(InRoot("disk")).FullName;
        string[] small =
        [
            "unshare", "-Urm", "sh", "-c",
            $"mount -t tmpfs -o size=24k none '{disk}' || exit 99; \"$@\"; code=$?; cd '{disk}'; echo LEFT; find . -type f; exit "
            + "$code", "sh",
        ];
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.RunUnder(
            small,
            [
                .. arguments.Select(
                    a => a.Replace("FILM", InRoot("film.toml")).Replace("PROBLEM", InRoot("problem.toml")).Replace("DISK", disk)),
            ]);
        Assert.SkipWhen(outcome.ExitCode is 99 or 1 && !outcome.Output.Contains("LEFT"), "this machine lets nobody mount a small disk.");
        Assert.Equal(2, outcome.ExitCode);
        Assert.Matches(@"^maghopfield: [^\n]*No space left on device[^\n]*\n$", outcome.Error);
        string[] left = outcome.Output[outcome.Output.IndexOf("LEFT", StringComparison.Ordinal)..].Split(
            '\n', StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.DoesNotContain(left, f => f.Contains("partial") || f.Contains("report") || f.Contains("result") || f.EndsWith(".lock"));
    }

    private static void Run(string[] arguments)
    {
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run(arguments);
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
    }

    // SIGKILL, after which a process cannot do anything any more: three times, each at a random instant a little further on.
    private int KillThreeTimes(string[] arguments, string folder)
    {
        Random random = new(5);
        int kills = 0;
        for (int tries = 0; tries < 3; tries++)
        {
            using Process process = MaghopfieldProcess.Start(arguments);
            while (!process.HasExited
                && (!Directory.Exists(InRoot(folder, "parts")) || Parts(folder).Count(p => p.EndsWith(".part")) < tries))
                Thread.Sleep(5);
            if (!process.WaitForExit(random.Next(300)))
            {
                process.Kill();
                kills++;
            }

            Assert.DoesNotContain("maghopfield:", MaghopfieldProcess.Finish(process).Error);
        }

        // One that was killed while its results were moved has them moved by the next.
        Run(arguments);
        return kills;
    }

    private string[] Spread(string folder, int devices) =>
        ["paper", "niu2024", "spread", "--devices", $"{devices}", "--film", InRoot("film.toml"), "--threads", "1", "--out", InRoot(folder)];

    private string[] Scaling(string folder) =>
        ["paper", "niu2024", "scaling", "--nodes", "4", "--patterns", "1", "--seeds", "1", "2", "--threads", "1", "--out", InRoot(folder)];

    private string Data(params string[] path) =>
        JsonDocument.Parse(File.ReadAllText(InRoot(path))).RootElement.GetProperty("data").GetRawText();

    private string[] Names(string folder) =>
        [.. Directory.EnumerateFileSystemEntries(InRoot(folder)).Select(f => Path.GetFileName(f)).Order()];

    private string[] Parts(string folder) => Names(Path.Combine(folder, "parts"));

    private void AssertSameParts(string a, string b)
    {
        Assert.Equal(Parts(a), Parts(b));
        Assert.All(Parts(a), p => Assert.Equal(File.ReadAllBytes(InRoot(a, "parts", p)), File.ReadAllBytes(InRoot(b, "parts", p))));
    }

    private void AssertClean(string folder) => Assert.DoesNotContain(
        Directory.EnumerateFileSystemEntries(InRoot(folder), "*", SearchOption.AllDirectories),
        f => f.Contains("partial") || f.EndsWith(".lock") || f.EndsWith("running"));

    private string InRoot(params string[] path) => Path.Combine([_root, .. path]);
}

using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace MagHopfield.Cli.Tests;

/// <summary>`maghopfield run` and `maghopfield check` as processes of their own.</summary>
public sealed class RunTests : IDisposable
{
    private const string Head = """
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

        """;

    private const string Relaxing = Head + "[[stage]]\nkind = \"relax\"\nmax_torque = 500.0\n";

    // Some seconds of work: a relaxation, then noise with adaptive steps, a pulse, rows and snapshots.
    private const string Long = Head + """
        [thermal]
        temperature = 300.0
        seed = 7
        [solver]
        integrator = "bogacki_shampine_32"
        max_error = 1e-4
        [[stage]]
        kind = "relax"
        max_torque = 500.0
        [[stage]]
        kind = "run"
        time = 4e-10
        [stage.field]
        waveform = "pulse"
        amplitude = [0.0, 0.0, 2e4]
        delay = 1.05e-11
        duration = 1e-10
        [output]
        table_interval = 1e-12
        snapshot_interval = 1e-10
        columns = ["t", "steps", "dt", "mx", "my", "mz", "E_total"]

        """;

    private readonly string _root = Directory.CreateTempSubdirectory("maghopfield-run").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_run_says_what_it_did_and_leaves_its_results()
    {
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run("run", Problem(Relaxing), "--out", InRoot("out"));
        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(
            [
                "bibliography.txt", "m_final.ovf", "m_final.png", "m_final.svg", "problem.toml", "run.json", "table.png", "table.svg",
                "table.tsv",
            ],
            Directory.EnumerateFileSystemEntries(InRoot("out")).Select(Path.GetFileName).Order());
        Assert.Contains("Small square: 16×16×1 cells of 4×4×4 nm, double precision", outcome.Output);
        Assert.Matches(@"1 relax +settled +\d+ +0 +[\d.]+e2", outcome.Output);
        Assert.Matches(@"⟨m⟩ = \(.*\), E = [\d.]+e-1\d J", outcome.Output);
        Assert.Contains($"results {InRoot("out")}", outcome.Output.ReplaceLineEndings(""));
        using JsonDocument record = JsonDocument.Parse(File.ReadAllText(InRoot("out", "run.json")));
        Assert.StartsWith("maghopfield run ", record.RootElement.GetProperty("command").GetString());
        Assert.StartsWith("# t (s)\tmx (1)\tmy (1)\tmz (1)\tE_total (J)\n0\t", File.ReadAllText(InRoot("out", "table.tsv")));
    }

    [Fact]
    public void A_file_that_is_a_run_and_a_film_runs_and_is_checked_as_both()
    {
        string both = Relaxing + """
            [[electrode]]
            name = "a"
            shape = "rectangle"
            size = [8e-9, 64e-9]
            centre = [-28e-9, 0.0, 0.0]
            [[electrode]]
            name = "b"
            shape = "rectangle"
            size = [8e-9, 64e-9]
            centre = [28e-9, 0.0, 0.0]
            [transport]
            isotropic_conductivity = 4e6
            [gold]
            thickness = 100e-9
            conductivity = 4e7
            insulator_thickness = 30e-9
            lead_resistance = 0.5
            [simulation]
            rest_torque = 100.0
            longest_time = 5e-9
            relaxation_time = 1e-9
            [[training]]
            pattern = "+ -"

            """;
        string problem = Problem(both);
        MaghopfieldProcess.Outcome run = MaghopfieldProcess.Run("run", problem, "--out", InRoot("out"));
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("no mistake found", MaghopfieldProcess.Run("check", problem).Output);

        // Ms that only a check of the run minds, and a solver that only one of the film does.
        string checks = MaghopfieldProcess.Run(
            "check", Problem(both.Replace("max_torque = 500.0", "max_torque = 1e-9").Replace("rest_torque = 100.0", "rest_torque = 1e-9")))
            .Output;
        Assert.Contains("simulation.rest_torque is 1E-09 A/m", checks);
        Assert.Contains("max_torque", checks);
        AssertRefused(
            MaghopfieldProcess.Run("run", Problem(both.Replace("thickness = 100e-9", "thicknes = 100e-9")), "--out", InRoot("slip")),
            "unknown key 'gold.thicknes'; did you mean 'thickness'?");
    }

    [Fact]
    public void Ctrl_C_leaves_a_checkpoint_and_the_resumed_run_ends_with_the_same_bytes()
    {
        string problem = Problem(Long);
        Assert.Equal(0, MaghopfieldProcess.Run("run", problem, "--out", InRoot("whole")).ExitCode);
        foreach (int rows in new[] { 2, 60 })
        {
            using Process process = MaghopfieldProcess.StartInterruptible(
                rows == 2 ? ["run", problem, "--out", InRoot("pieces")] : ["run", problem, "--out", InRoot("pieces"), "--resume"]);
            WaitFor(process, () => Rows("pieces") >= rows);
            Interrupt(process.Id);
            MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Finish(process);
            Assert.Equal(130, outcome.ExitCode);
            Assert.Matches(
                @"^maghopfield: interrupted in stage \d at t = [\d.]+ ns; go on with: maghopfield run .* --resume\n$", outcome.Error);
            Assert.True(File.Exists(InRoot("pieces", "running", "checkpoint.ovf")));
            Assert.False(File.Exists(InRoot("pieces", "m_final.ovf")));
        }

        AssertRefused(
            MaghopfieldProcess.Run("run", problem, "--out", InRoot("pieces")), "holds an interrupted run; go on with it by --resume");
        Assert.Equal(0, MaghopfieldProcess.Run("run", problem, "--out", InRoot("pieces"), "--resume").ExitCode);
        AssertSameResults("whole", "pieces");
        AssertRefused(
            MaghopfieldProcess.Run("run", problem, "--out", InRoot("pieces"), "--resume"),
            "holds no interrupted run; run without --resume");
    }

    [Fact]
    public void A_killed_run_goes_on_from_its_last_checkpoint_and_ends_with_the_same_bytes()
    {
        string problem = Problem(Long + "checkpoint_interval = 0.05\n");
        Assert.Equal(0, MaghopfieldProcess.Run("run", problem, "--out", InRoot("whole")).ExitCode);
        foreach (int rows in new[] { 20, 100 })
        {
            string[] arguments = ["run", problem, "--out", InRoot("pieces")];
            using Process process = MaghopfieldProcess.Start(rows == 20 ? arguments : [.. arguments, "--resume"]);
            WaitFor(process, () => File.Exists(InRoot("pieces", "running", "checkpoint.ovf")) && Rows("pieces") >= rows);
            // SIGKILL: the process cannot do anything any more.
            process.Kill();
            Assert.NotEqual(0, MaghopfieldProcess.Finish(process).ExitCode);
        }

        Assert.Equal(0, MaghopfieldProcess.Run("run", problem, "--out", InRoot("pieces"), "--resume").ExitCode);
        AssertSameResults("whole", "pieces");
    }

    [Fact]
    public void A_second_run_into_the_folder_of_one_at_work_is_refused()
    {
        string problem = Problem(Long);
        using Process process = MaghopfieldProcess.Start("run", problem, "--out", InRoot("out"));
        try
        {
            WaitFor(process, () => Rows("out") >= 2);
            AssertRefused(MaghopfieldProcess.Run("run", problem, "--out", InRoot("out")), "end the run that is at work there");
            Assert.False(process.HasExited);
        }
        finally
        {
            process.Kill();
            MaghopfieldProcess.Finish(process);
        }
    }

    [Fact]
    public void A_relaxation_that_runs_out_of_steps_is_exit_code_1_and_said()
    {
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run("run", Problem(Relaxing + "max_steps = 3\n"), "--out", InRoot("out"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Matches(
            @"^maghopfield: a stage of kind relax ran out of steps at a torque of [\d.]+ A/m; raise max_steps or max_torque.\n$",
            outcome.Error);
        Assert.True(File.Exists(InRoot("out", "m_final.ovf")));
    }

    [Fact]
    public void A_run_that_explodes_stops_with_exit_code_1_and_says_why()
    {
        string problem = Problem(
            Head + "[solver]\nintegrator = \"semi_implicit_midpoint\"\nfixed_step = 1e-12\n[[stage]]\nkind = \"run\"\ntime = 1e-9\n");
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run("run", problem, "--out", InRoot("out"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("is longer than semi_implicit_midpoint bears here", outcome.Error);
        Assert.Matches(
            @"maghopfield: stopped in stage 1 at t = [\d.]+ ns: the energy rises by .* with nothing to bring it; "
            + "the step of 1e-12 s is too long",
            outcome.Error);
        Assert.True(File.Exists(InRoot("out", "m_final.ovf")));
        Assert.False(Directory.Exists(InRoot("out", "running")));
    }

    [Fact]
    public void A_run_that_cannot_fit_into_memory_is_not_begun()
    {
        string problem = Problem(Relaxing.Replace("[16, 16, 1]", "[1000, 1000, 500]"));
        AssertRefused(MaghopfieldProcess.Run("run", problem, "--out", InRoot("out")), "5e8 cells take about 340 GB, this machine has ");
        Assert.False(Directory.Exists(InRoot("out")));
    }

    [Theory]
    [
        InlineData(
            "gilbert_damping = 0.05",
            "gilbert_dampin = 0.05",
            "(8): unknown key 'material.gilbert_dampin'; did you mean 'gilbert_damping'?"),
    ]
    [InlineData("[material]", "[materail]", "(5): unknown section [materail]; did you mean 'material'?")]
    [InlineData("state = \"vortex\"", "state = \"votex\"", "(10): initial.state is \"votex\" (did you mean \"vortex\"?)")]
    [InlineData("state = \"vortex\"", "state = \"file\"\nfile = \"gone.ovf\"", "but there is no such file; mend the path.")]
    [InlineData("cells = [16, 16, 1]", "size = [64e-9, 65e-9, 4e-9]", "(4): mesh.cell_size does not divide the size along y")]
    [InlineData("cells = [16, 16, 1]", "cells = [16, 16]", "(3): mesh.cells is an array of 2; write an array of 3 numbers")]
    [InlineData("= 8e5", "= -8e5", "(6): material.saturation_magnetisation is -800000 A/m; it must be greater than 0 A/m.")]
    [InlineData("[mesh]", "[mesh", "(2)")]
    [InlineData("[[stage]]\nkind = \"relax\"\nmax_torque = 500.0\n", "", "there is no [[stage]], so nothing would happen; add one")]
    [InlineData("kind = \"relax\"", "kind = \"run\"", "key 'stage.time' is missing; add it as a number in s.")]
    public void A_mistake_in_the_file_is_one_line_for_run_and_check_and_exit_code_2(string from, string to, string expected)
    {
        string text = Relaxing.ReplaceLineEndings("\n");
        Assert.Contains(from, text);
        string problem = Problem(text.Replace(from, to));
        AssertRefused(MaghopfieldProcess.Run("run", problem, "--out", InRoot("out")), expected);
        Assert.False(Directory.Exists(InRoot("out")));
        MaghopfieldProcess.Outcome check = MaghopfieldProcess.Run("check", problem);
        Assert.Equal(2, check.ExitCode);
        string line = Assert.Single(check.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Matches(@"problem\.toml\(\d+\): error: ", line);
        Assert.Contains(
            expected[(expected.IndexOf("): ", StringComparison.Ordinal) is int at and >= 0 ? at + 3 : 0)..].Trim('(', '2', ')'), line);
    }

    [Theory]
    [InlineData(new[] { "run", "/missing/problem.toml" }, "/missing/problem.toml: there is no such file; check the path.")]
    [InlineData(new[] { "run" }, "see 'maghopfield run --help'.")]
    [InlineData(new[] { "run", "PROBLEM", "--resumee" }, "did you mean '--resume'?")]
    [InlineData(new[] { "run", "PROBLEM", "--out", "/dev/null" }, "is a file; name a folder with --out.")]
    [InlineData(new[] { "run", "PROBLEM", "--out", "/proc/maghopfield" }, "cannot be written")]
    [InlineData(new[] { "run", "PROBLEM", "--out", "OUT", "--resume" }, "holds no interrupted run; run without --resume")]
    public void A_mistake_on_the_command_line_is_one_line_and_exit_code_2(string[] arguments, string expected)
    {
        string problem = Problem(Relaxing);
        AssertRefused(
            MaghopfieldProcess.Run([.. arguments.Select(a => a switch { "PROBLEM" => problem, "OUT" => InRoot("out"), _ => a })]),
            expected);
    }

    [Fact]
    public void The_check_finds_coarse_cells_and_forced_steps_as_warnings_with_exit_code_1()
    {
        string problem = Problem(
            Head.Replace("[4e-9, 4e-9", "[8e-9, 8e-9") + "[solver]\nfixed_step = 1e-18\n[[stage]]\nkind = \"run\"\ntime = 1e-12\n");
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run("check", problem);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("", outcome.Error);
        string[] lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith($"{problem}(4): warning: cells of 8 nm are larger than the exchange length", lines[0]);
        Assert.StartsWith($"{problem}(12): warning: a step of 1e-18 s is forced tiny", lines[1]);
    }

    [Fact]
    public void Every_example_passes_the_check()
    {
        string[] examples = Directory.GetFiles(Path.Combine(Root(), "examples"), "*.toml");
        Assert.True(examples.Length >= 8);
        foreach (string example in examples)
        {
            MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run("check", example);
            Assert.Equal($"{example}: no mistake found\n", outcome.Output);
            Assert.Equal(0, outcome.ExitCode);
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Signal(int process, int signal);

    private static void Interrupt(int process) => Assert.Equal(0, Signal(process, 2));

    private static void WaitFor(Process process, Func<bool> condition)
    {
        Stopwatch patience = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.False(process.HasExited, "the run ended before it could be interrupted");
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2), "the run did not get far enough in 2 min");
            Thread.Sleep(5);
        }
    }

    private static void AssertRefused(MaghopfieldProcess.Outcome outcome, string expected)
    {
        Assert.Equal(2, outcome.ExitCode);
        Assert.Matches(@"^maghopfield: [^\n]+\n$", outcome.Error);
        Assert.Contains(expected, outcome.Error);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MagHopfield.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No MagHopfield.sln above the tests.");
    }

    private int Rows(string folder)
    {
        string path = InRoot(folder, "running", "table.tsv");
        if (!File.Exists(path))
            return 0;
        using StreamReader reader = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        return reader.ReadToEnd().Count(c => c == '\n') - 1;
    }

    private void AssertSameResults(string a, string b)
    {
        string[] Results(string folder) =>
            [.. Directory.GetFileSystemEntries(InRoot(folder)).Select(f => Path.GetFileName(f)).Where(f => f != "run.json").Order()];
        Assert.Equal(Results(a), Results(b));
        Assert.Contains("m000003.ovf", Results(a));
        Assert.All(Results(a), f => Assert.Equal(File.ReadAllBytes(InRoot(a, f)), File.ReadAllBytes(InRoot(b, f))));
    }

    private string Problem(string text)
    {
        string path = InRoot("problem.toml");
        File.WriteAllText(path, text);
        return path;
    }

    private string InRoot(params string[] path) => Path.Combine([_root, .. path]);
}

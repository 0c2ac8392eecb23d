using System.Globalization;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Model.Checking;
using MagHopfield.Model.Running;

namespace MagHopfield.Model.Tests;

/// <summary>A step that check calls stable is, one above it is not, and a run whose numbers grow on their own stops and says so.</summary>
public sealed class InstabilityTests
{
    private static readonly string[] Methods =
    [
        "dormand_prince_54", "bogacki_shampine_32", "runge_kutta_4", "heun", "semi_implicit_midpoint",
    ];

    // A vortex in a square of 50 nm, as in µMAG standard problem 5 but smaller.
    private static string Vortex(string method, double step, string more, double time, double damping = 0.1, string stageKeys = "") =>
        string.Create(
        CultureInfo.InvariantCulture,
        $"""
        [mesh]
        cells = [16, 16, 1]
        cell_size = [3.125e-9, 3.125e-9, 10e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = {damping}
        [initial]
        state = "vortex"
        {more}
        [solver]
        integrator = "{method}"
        fixed_step = {step}
        [[stage]]
        kind = "minimise"
        max_torque = 800.0
        [[stage]]
        kind = "run"
        time = {time}
        {stageKeys}
        [[stage]]
        kind = "run"
        time = 1e-12
        [output]
        pictures = []
        columns = ["t", "stage", "mx", "E_exchange"]
        """);

    private const string Current = "[current]\ndensity = [1e12, 0.0, 0.0]\npolarisation = 1.0\nnonadiabaticity = 0.05\n";

    [Fact]
    public void The_stable_step_knows_a_current_that_flows_in_one_cell_of_a_file_only()
    {
        using TestRun run = new();
        string Text(string current) => Vortex("heun", 1e-14, $"[current]\n{current}\npolarisation = 1.0\nnonadiabaticity = 0.05\n", 1e-12);
        double Stable(string current) => StepChecks.Steps(run.Parse(Text(current)).Problem).Stable;
        VectorField<double> density = new(new(16, 16, 1, 3.125e-9, 3.125e-9, 10e-9));
        density[77] = (3e14, -2e14, 0);
        Ovf2.Write(run.PathOf("j.ovf"), density, OvfData.Binary8, "J", "A/m2");
        double strong = Stable("density = [3e14, 2e14, 0.0]");
        Assert.InRange(strong, 0, 0.5 * Stable("density = [0.0, 0.0, 0.0]"));
        Assert.Equal(strong, Stable("density_file = \"j.ovf\""), 1e-6 * strong);
        // What the file adds to: together 4e14 + 1e14.
        Assert.Equal(Stable("density = [4e14, 1e14, 0.0]"), Stable("density = [1e14, 1e14, 0.0]\ndensity_file = \"j.ovf\""), 1e-6 * strong);
    }

    public static TheoryData<string, string> MethodsAndDrives
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach (string method in Methods)
            {
                foreach (
                    string drive in new[]
                    {
                        "",
                        Current,
                        "[field]\nconstant = [2e4, 0.0, 0.0]\n",
                        "[field]\nwaveform = \"sine\"\nfrequency = 2e9\namplitude = [2e3, 0.0, 0.0]\n",
                    })
                    all.Add(method, drive);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(MethodsAndDrives))]
    public void Below_the_limit_of_check_a_run_is_sound_and_above_it_it_stops(string method, string drive)
    {
        using TestRun run = new();
        double limit = StepChecks.Steps(run.Parse(Vortex(method, 1e-15, drive, 1.2e-10)).Problem).Stable;
        double exact = Exchange(run, Vortex("dormand_prince_54", 2e-13, drive, 1.2e-10), null);
        // What lies in the step beside stability is its order's own error.
        Assert.Equal(exact, Exchange(run, Vortex(method, 0.9 * limit, drive, 1.2e-10), null), 0.01 * exact);
        Exchange(run, Vortex(method, 1.2 * limit, drive, 1.2e-10), "shorten fixed_step");
        Finding finding = Assert.Single(ProblemCheck.Of(run.Parse(Vortex(method, 1.2 * limit, drive, 1.2e-10))));
        Assert.Contains($"longer than {method} bears here", finding.Message);
        Assert.Empty(ProblemCheck.Of(run.Parse(Vortex(method, 0.9 * limit, drive, 1.2e-10))));
    }

    private static double Exchange(TestRun run, string text, string? failure)
    {
        RunOutcome outcome = run.Run(text);
        if (failure is null)
        {
            Assert.Null(outcome.Failure);
            Assert.True(outcome.Reached);
            return run.Column("E_exchange")[^1];
        }

        Assert.False(outcome.Reached);
        Assert.Contains(failure, outcome.Failure);
        Assert.DoesNotContain('\n', outcome.Failure!);
        // The stage after it is not begun; what there is of results is whole, in place, and holds numbers only.
        Assert.Equal(2, outcome.Stages.Count);
        Assert.DoesNotContain(3, run.Column("stage"));
        Assert.True(run.Column("t").SequenceEqual(run.Column("t").Order()));
        Assert.All(run.Column("mx"), v => Assert.True(double.IsFinite(v)));
        Assert.True(double.IsFinite(run.Final[100].X));
        Assert.Contains(failure, File.ReadAllText(run.PathOf("out/run.json")));
        Assert.False(Directory.Exists(run.PathOf("out/running")));
        return 0;
    }

    [Theory]
    [InlineData("heun")]
    [InlineData("semi_implicit_midpoint")]
    public void An_unstable_step_is_told_from_heat_and_from_heat_with_a_current(string method)
    {
        foreach (string more in new[] { "", Current })
        {
            using TestRun run = new();
            string heat = more + "[thermal]\ntemperature = 300.0\n";
            double limit = StepChecks.Steps(run.Parse(Vortex(method, 1e-15, heat, 5e-11)).Problem).Stable;
            Exchange(run, Vortex(method, 1.5 * limit, heat, 5e-11), "shorten fixed_step");
            Exchange(run, Vortex(method, 0.5 * limit, heat, 5e-11), null);
        }
    }

    [Fact]
    public void An_interrupted_run_that_ends_unstable_ends_with_the_same_bytes()
    {
        using TestRun check = new();
        double limit = StepChecks.Steps(check.Parse(Vortex("bogacki_shampine_32", 1e-15, Current, 1e-9)).Problem).Stable;
        string text = Vortex("bogacki_shampine_32", 1.2 * limit, Current, 1e-9).Replace(
            "pictures = []", "pictures = []\ntable_interval = 4e-11");
        using TestRun whole = new(), pieces = new();
        RunOutcome first = whole.Run(text), second = pieces.RunInterruptedAfter(text, 60);
        Assert.NotNull(first.Failure);
        Assert.Equal(first.Failure, second.Failure);
        Assert.Equal(File.ReadAllBytes(whole.PathOf("out/table.tsv")), File.ReadAllBytes(pieces.PathOf("out/table.tsv")));
        Assert.Equal(File.ReadAllBytes(whole.PathOf("out/m_final.ovf")), File.ReadAllBytes(pieces.PathOf("out/m_final.ovf")));
    }

    private static string Macrospin(string more, double time) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        [mesh]
        cells = [12, 12, 1]
        cell_size = [10e-9, 10e-9, 10e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 0
        gilbert_damping = 0.1
        [[anisotropy]]
        axis = [0, 0, 1]
        ku1 = 2.5e5
        [demagnetisation]
        enabled = false
        [thermal]
        temperature = 300.0
        [initial]
        state = "uniform"
        direction = [0, 0, 1]
        [[stage]]
        kind = "run"
        time = {time}
        [output]
        pictures = []
        table_interval = 1e-11
        columns = ["t", "mz2"]
        {more}
        """);

    // ⟨cos²θ⟩ of Boltzmann's law with E = −KV cos²θ.
    private static double MeanSquare(double barrier)
    {
        double weight = 0, sum = 0;
        for (int i = 0; i < 100_000; i++)
        {
            double z = (i + 0.5) / 100_000, w = Math.Exp(barrier * ((z * z) - 1));
            (weight, sum) = (weight + w, sum + (w * z * z));
        }

        return sum / weight;
    }

    [Theory]
    [InlineData("heun")]
    [InlineData("semi_implicit_midpoint")]
    public void The_step_that_check_recommends_for_macrospins_at_300_K_gives_Boltzmann(string method)
    {
        using TestRun run = new();
        string Solver(double step) =>
            string.Create(CultureInfo.InvariantCulture, $"[solver]\nintegrator = \"{method}\"\nfixed_step = {step}\n");
        // 50 fs are no reason to lengthen the step; the 16 ps that were recommended once have γH_k Δt = 2.
        Assert.Empty(ProblemCheck.Of(run.Parse(Macrospin(Solver(5e-14), 1e-9))));
        Assert.Contains("shorten it", Assert.Single(ProblemCheck.Of(run.Parse(Macrospin(Solver(1.58e-11), 1e-9)))).Message);
        (double stable, double accurate) = StepChecks.Steps(run.Parse(Macrospin(Solver(5e-14), 2e-9)).Problem);
        Assert.InRange(stable, 1e-12, 1e-11);
        Assert.InRange(accurate, 2e-13, 1.5e-12);
        run.Run(Macrospin(Solver(accurate), 2e-9));
        double expected = MeanSquare(2.5e5 * 1e-24 / (1.380649e-23 * 300)), found = run.Column("mz2").Skip(40).Average();
        Assert.Equal(0.983, expected, 5e-4);
        Assert.Equal(expected, found, 1e-3);
        RunOutcome ruinous = run.Run(Macrospin(Solver(1.58e-11), 1e-7).Replace("table_interval = 1e-11", "table_interval = 1e-9"));
        Assert.Contains("shorten fixed_step", ruinous.Failure);
    }

    [Fact]
    public void An_adaptive_step_that_no_tolerance_allows_stops_the_run_with_its_results()
    {
        using TestRun run = new();
        string text = Macrospin(
            "[field]\nwaveform = \"table\"\namplitude = [1.0, 0.0, 0.0]\npoints = [[0.0, 0.0], [5e-11, 0.0], [5.1e-11, 1e40]]\n", 1e-10)
            .Replace("[thermal]\ntemperature = 300.0\n", "");
        RunOutcome outcome = run.Run(text);
        Assert.False(outcome.Reached);
        Assert.Contains("No step down to", outcome.Failure);
        Assert.True(run.Column("t")[^1] > 4e-11);
    }
}

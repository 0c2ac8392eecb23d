using System.Globalization;
using CsCheck;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Model.Tests;

/// <summary>The rows and snapshots of a run are those that its file asks for, at their times, whatever the steps between them.</summary>
public sealed class RowsTests
{

    private static string Macrospin(string more) => $"""
        [mesh]
        cells = [1, 1, 1]
        cell_size = [5e-9, 5e-9, 5e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.3e-11
        gilbert_damping = 0.1
        [demagnetisation]
        enabled = false
        [initial]
        state = "uniform"
        direction = [1.0, 0.2, 0.1]
        {more}
        """;

    private static string N(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    [Fact]
    public void A_step_that_divides_the_interval_of_the_table_leaves_no_row_out()
    {
        using TestRun run = new();
        run.Run(Case.Text("table-stops.toml"));
        double[] t = run.Column("t");
        Assert.Equal(101, t.Length);
        Assert.All(Enumerable.Range(0, 101), k => Assert.Equal(k * 1e-12, t[k], 1e-24));
        Assert.Equal(11, Directory.GetFiles(run.PathOf("out"), "m0*.ovf").Length);
        // 10 fs in 100 ps, and no step for what rounding leaves.
        Assert.Equal(10_000, run.Column("steps")[^1]);
    }

    private static readonly (string Name, bool Adaptive)[] Integrators =
    [
        ("dormand_prince_54", true), ("bogacki_shampine_32", true), ("runge_kutta_4", false), ("heun", false), (
            "semi_implicit_midpoint", false),
    ];

    // Numbers of two digits times powers of ten: pairs divide one another, nearly do, or not at all.
    private static Gen<double> Times(double from, double to) =>
        Gen.Select(Gen.Int[1, 99], Gen.Int[-16, -11], (digits, power) => digits * Math.Pow(10, power))
        .Where(v => v >= from && v <= to).Select(
            v => double.Parse(v.ToString("0.##e0", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private sealed record Asked(
        int Integrator,
        bool Fixed,
        double Step,
        double Row,
        double Snapshot,
        double[] Durations,
        double[] Corners,
        bool Thermal,
        bool OwnField)
    {
        public string Text()
        {
            (string name, bool adaptive) = Integrators[Integrator];
            string step = Fixed || !adaptive ? $"fixed_step = {N(Step)}" : $"max_step = {N(Step)}\nmax_error = 1e-3";
            string points = string.Join(", ", Corners.Select((c, i) => $"[{N(c)}, {i % 3}.0]"));
            string field = $"waveform = \"table\"\namplitude = [0.0, 0.0, 1e5]\npoints = [{points}]";
            string stages = string.Concat(
                Durations.Select(d => $"[[stage]]\nkind = \"run\"\ntime = {N(d)}\n{(OwnField ? "[stage.field]\n" + field + "\n" : "")}"));
            return Macrospin(
                $"[solver]\nintegrator = \"{name}\"\n{step}\n"
                + (OwnField ? "" : $"[field]\n{field}\n")
                + (Thermal ? "[thermal]\ntemperature = 10.0\n" : "")
                + stages
                + $"[output]\ntable_interval = {N(Row)}\nsnapshot_interval = {N(Snapshot)}\npictures = []\ncolumns = [\"t\", \"stage\", "
                + "\"dt\", \"Hz\", \"mx\"]\n");
        }

        /// <summary>Starts and ends of the stages and all multiples of an interval, each once.</summary>
        public List<double> TimesOf(double interval, bool stages)
        {
            List<double> times = [];
            double end = 0;
            foreach (double d in Durations)
            {
                end += d;
                if (stages)
                    times.Add(end);
            }

            for (int k = 0; k * interval <= end * (1 + 1e-12); k++)
                times.Add(k * interval);
            times.Sort();
            return [.. times.Where((t, i) => i == 0 || t - times[i - 1] > 2e-12 * t)];
        }
    }

    private static readonly Gen<Asked> AnyRun =
        Gen.Select(
            Gen.Int[0, 4],
            Gen.Bool,
            Times(1e-15, 4e-13),
            Times(1e-14, 5e-11),
            Times(2e-13, 5e-11),
            Times(1e-14, 2e-11).Array[1, 3],
            Times(1e-15, 2e-11).Array[1, 4],
            Gen.Select(Gen.Bool, Gen.Bool))
            .Select((integrator, isFixed, step, row, snapshot, durations, corners, flags) => new Asked(
                integrator, isFixed, step, row, snapshot, durations,
                [
                    .. corners.Append(0).Append(3e-11).Order(),
                ], flags.Item1, flags.Item2))
            // Small enough to be run often, and no three points of the field at one time.
            .Where(a => a.Durations.Sum() / a.Step < 20_000 && a.Durations.Sum() / a.Row < 300 && a.Durations.Sum() / a.Snapshot < 60
                && !a.Corners.Zip(a.Corners.Skip(2)).Any(p => p.First == p.Second));

    [Fact]
    public void Every_row_and_snapshot_that_was_asked_for_comes_once_and_at_its_time()
    {
        AnyRun.Sample(
            asked =>
            {
                using TestRun run = new();
                run.Run(asked.Text());
                List<double> rows = asked.TimesOf(asked.Row, stages: true);
                // A row before and a row after a jump of the field between stages stand at one time.
                double[] t = [.. run.Column("t")], once = [.. t.Where((v, i) => i == 0 || v != t[i - 1])];
                Assert.Equal(rows.Count, once.Length);
                Assert.All(rows.Zip(once), p => Assert.Equal(p.First, p.Second, 2e-12 * p.First));
                Assert.Equal(asked.TimesOf(asked.Snapshot, stages: false).Count, Directory.GetFiles(run.PathOf("out"), "m0*.ovf").Length);
                // No step longer than what was asked for, but by rounding.
                Assert.All(run.Column("dt"), dt => Assert.InRange(dt, 0, asked.Step * (1 + 2e-6)));
            },
            iter: 150,
            threads: 1);
    }

    [Fact]
    public void A_run_that_goes_on_from_a_checkpoint_anywhere_has_the_same_rows()
    {
        AnyRun.SelectMany(a => Gen.Select(Gen.Const(a), Gen.Int[1, (int)Math.Max(2, a.Durations.Sum() / a.Step)])).Sample(
            drawn =>
            {
                (Asked asked, int cut) = drawn;
                using TestRun whole = new(), pieces = new();
                whole.Run(asked.Text());
                pieces.RunInterruptedAfter(asked.Text(), cut);
                Assert.Equal(File.ReadAllBytes(whole.PathOf("out/table.tsv")), File.ReadAllBytes(pieces.PathOf("out/table.tsv")));
                Assert.Equal(Names(whole), Names(pieces));
            },
            iter: 40,
            threads: 1);
    }

    private static string[] Names(TestRun run) =>
        [.. Directory.GetFiles(run.PathOf("out"), "*.ovf").Select(f => Path.GetFileName(f)).Order()];

    [Fact]
    public void A_minimisation_that_takes_no_step_writes_the_row_of_its_field()
    {
        using TestRun run = new();
        run.Run(Case.Text("hysteresis-rows.toml"));
        Assert.Equal([3e5, 3e5, 2e5, 1e5, 5e4], run.Column("Hx"));
        Assert.Equal([0, 1, 2, 3, 4], run.Column("stage"));
        double volume = 16 * 125e-27;
        Assert.All(
            run.Column("Hx").Zip(run.Column("E_zeeman")),
            p => Assert.Equal(-PhysicalConstants.Mu0 * 8e5 * p.First * volume, p.Second, 1e-12 * 1e-18));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("relax")]
    [InlineData("minimise")]
    public void A_later_stage_has_a_row_at_its_start_where_its_field_differs(string kind)
    {
        using TestRun run = new();
        string time = kind == "run" ? "time = 1e-12\n" : "";
        run.Run(Macrospin(
            $"[[stage]]\nkind = \"{kind}\"\n{time}[stage.field]\nconstant = [0.0, 0.0, 2e5]\n[[stage]]\nkind = "
            + $"\"{kind}\"\n{time}[stage.field]\nconstant = [0.0, 1e5, 0.0]\n"
            + $"[[stage]]\nkind = \"{kind}\"\n{time}[stage.field]\nconstant = [0.0, 1e5, 0.0]\n[output]\ncolumns = [\"t\", \"stage\", "
            + "\"steps\", \"Hy\", \"Hz\", \"my\", \"mz\"]\n"));
        // The third stage goes on in the second's field: a row at its start would say nothing new.
        Assert.Equal([0, 1, 2, 2, 3], run.Column("stage"));
        Assert.Equal([2e5, 2e5, 0, 0, 0], run.Column("Hz"));
        Assert.Equal([0, 0, 1e5, 1e5, 1e5], run.Column("Hy"));
        double[] my = run.Column("my"), steps = run.Column("steps");
        Assert.Equal((my[1], steps[1]), (my[2], steps[2]));
        Assert.NotEqual(my[2], my[3]);
    }

    [Fact]
    public void A_field_of_one_average_but_another_pattern_counts_as_another()
    {
        using TestRun run = new();
        Mesh mesh = new(2, 1, 1, 4e-9, 4e-9, 4e-9);
        foreach ((string name, double left) in new[] { ("a.ovf", 1e5), ("b.ovf", -1e5) })
        {
            VectorField<double> field = new(mesh);
            (field[0], field[1]) = ((0, left, 0), (0, -left, 0));
            Ovf2.Write(run.PathOf(name), field, OvfData.Binary8, "H", "A/m");
        }

        run.Run(Macrospin(
            "[[stage]]\nkind = \"run\"\ntime = 1e-13\n[stage.field]\nspatial_file = \"a.ovf\"\n[[stage]]\nkind = \"run\"\ntime = "
            + "1e-13\n[stage.field]\nspatial_file = \"b.ovf\"\n"
            + "[output]\ncolumns = [\"t\", \"stage\", \"E_zeeman\"]\n").Replace("cells = [1, 1, 1]", "cells = [2, 1, 1]"));
        Assert.Equal([0, 1, 2, 2], run.Column("stage"));
    }

    [Fact]
    public void Each_stage_may_save_its_field_at_its_end()
    {
        using TestRun run = new();
        run.Run(Macrospin(
            "[[stage]]\nkind = \"minimise\"\nsave_field = true\n[stage.field]\nconstant = [0.0, 0.0, 2e5]\n[[stage]]\nkind = \"run\"\ntime "
            + "= 1e-12\n[[stage]]\nkind = \"relax\"\nsave_field = true\n"
            + "[stage.field]\nconstant = [0.0, 3e5, 0.0]\n[output]\npictures = [\"mz\"]\n"));
        Assert.Equal(["m_final.ovf", "m_stage001.ovf", "m_stage003.ovf"], Names(run));
        Assert.True(File.Exists(run.PathOf("out/m_stage001_mz.png")));
        Assert.Equal(1, Ovf.Read<double>(run.PathOf("out/m_stage001.ovf")).Field[0].Z, 1e-6);
        Assert.Equal(1, Ovf.Read<double>(run.PathOf("out/m_stage003.ovf")).Field[0].Y, 1e-6);
    }

    [Theory]
    [InlineData("dormand_prince_54", 1)]
    [InlineData("bogacki_shampine_32", 1)]
    [InlineData("runge_kutta_4", 1)]
    [InlineData("heun", 0.01)]
    [InlineData("semi_implicit_midpoint", 0.01)]
    public void Two_points_of_a_table_at_one_time_are_a_jump_which_costs_no_order(string integrator, double share)
    {
        // Without damping the angle about z is γ ∫Hz dt: 0.3 H to 31 ps, falling to 0 at 47 ps, then H; and late stages have their jumps
        // there, too.
        using TestRun run = new();
        string stage = "[[stage]]\nkind = \"run\"\ntime = 9.3e-11\n[stage.field]\nwaveform = \"table\"\namplitude = [0.0, 0.0, 1e5]\n"
            + "points = [[3.1e-11, 0.3], [3.1e-11, 0.5], [4.7e-11, 0.0], [4.7e-11, 1.0]]\n";
        run.Run(
            Macrospin(
                $"[solver]\nintegrator = \"{integrator}\"\nfixed_step = {N(share * 1e-13)}\n[[stage]]\nkind = \"run\"\ntime = "
                + $"1e-9\n{stage}{stage}[output]\ntable_interval = 1e-12\ncolumns = [\"t\", \"mx\", \"my\", \"Hz\"]\n")
                .Replace("gilbert_damping = 0.1", "gilbert_damping = 0.0").Replace("[1.0, 0.2, 0.1]", "[1.0, 0.0, 0.0]"));
        double turn = 2.21e5 * 1e5 * ((0.3 * 31e-12) + (0.5 * 0.5 * 16e-12) + 46e-12);
        double[] t = run.Column("t"), mx = run.Column("mx"), my = run.Column("my"), hz = run.Column("Hz");
        Assert.Equal(Math.Cos(2 * turn), mx[^1], 2e-7);
        Assert.Equal(Math.Sin(2 * turn), my[^1], 2e-7);
        // At the jump itself stands what follows it.
        int at = Array.FindIndex(t, v => Math.Abs(v - 1.031e-9) < 1e-16), then = Array.FindIndex(t, v => Math.Abs(v - 1.047e-9) < 1e-16);
        Assert.Equal(0.5e5, hz[at], 1e-6);
        Assert.Equal(1e5, hz[then], 1e-6);
        Assert.Equal(0.3e5, hz[at - 1], 1e-6);
    }

    [Theory]
    [InlineData("[[0.0, 0.0], [2e-12, 1.0], [1e-12, 0.0]]", "has the time 1E-12 s after 2E-12 s", "order the points by time")]
    [InlineData("[[0.0, 0.0], [1e-12, 1.0], [1e-12, 2.0], [1e-12, 0.0]]", "has the time 1E-12 s three times", "keep two points")]
    public void Times_that_fall_and_points_that_never_hold_are_refused(string points, string what, string mend)
    {
        using TestRun run = new();
        string message = Assert.Throws<MagHopfield.Toml.ProblemFileException>(
            () => run.Parse(Macrospin(
                $"[field]\nwaveform = \"table\"\namplitude = [0.0, 0.0, 1e5]\npoints = {points}\n"
                + "[[stage]]\nkind = \"run\"\ntime = 1e-12\n"))).Message;
        Assert.Contains(what, message);
        Assert.Contains(mend, message);
    }
}

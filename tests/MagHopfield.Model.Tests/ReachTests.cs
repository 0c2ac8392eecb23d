using System.Globalization;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Checking;
using MagHopfield.Model.Files;
using MagHopfield.Pictures;

namespace MagHopfield.Model.Tests;

/// <summary>What a problem file can state, each against a solution known in closed form.</summary>
public sealed class ReachTests
{
    private const double Gamma = 2.21e5, Ms = 8e5;

    // Cells without exchange and demagnetising field: each is a macrospin of its own, along x at the start.
    private static string Macrospins(string more, string stage = "kind = \"run\"\ntime = 1e-10", double damping = 0, string cells = "[6, 4, 1]") => $"""
        [mesh]
        cells = {cells}
        cell_size = [4e-9, 4e-9, 4e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 0
        gilbert_damping = {damping.ToString(System.Globalization.CultureInfo.InvariantCulture)}
        [demagnetisation]
        enabled = false
        [initial]
        state = "uniform"
        {more}
        [[stage]]
        {stage}
        """;

    private const string Rows = "\n[output]\ntable_interval = 1e-11\ncolumns = [\"t\", \"mx\", \"my\", \"mz\", \"Hx\", \"Hz\"]\n";

    [Fact]
    public void Slonczewski_torque_without_damping_turns_m_to_the_fixed_layer_as_tanh()
    {
        using TestRun run = new();
        run.Run(Macrospins(
            "[slonczewski]\ncurrent_density = 2e11\nfixed_layer = [0, 0, 1]\npolarisation = 0.4\nfield_like = 0.3\nthickness = "
            + "2e-9\n[solver]\nmax_error = 1e-8"
                + Rows));
        double tau = Gamma * PhysicalConstants.ReducedPlanck * 0.4 * 2e11 / (
            PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge * Ms * 2e-9);
        foreach ((double t, double mz) in run.Column("t").Zip(run.Column("mz")))
            Assert.Equal(Math.Tanh(0.5 * tau * t), mz, 1e-6);
        Assert.True(run.Column("mz")[^1] > 0.1);
    }

    [Fact]
    public void Lambda_makes_the_torque_depend_on_the_angle_as_in_Zheng_eq_1()
    {
        // With m_z' = τ Λ² (1 − m_z²)/[(Λ²+1) + (Λ²−1) m_z], time as an integral over m_z.
        using TestRun run = new();
        run.Run(
            Macrospins(
                "[slonczewski]\ncurrent_density = 8e11\nfixed_layer = [0, 0, 1]\npolarisation = 0.4\nlambda = 2\n[solver]\nmax_error = 1e-8"
                    + Rows));
        double tau = Gamma * PhysicalConstants.ReducedPlanck * 0.4 * 8e11 / (
            PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge * Ms * 4e-9);
        double end = run.Column("mz")[^1], time = 0;
        const int parts = 2000;
        for (int i = 0; i < parts; i++)
        {
            double z = (i + 0.5) * end / parts;
            time += end / parts * (5 + (3 * z)) / (tau * 4 * (1 - (z * z)));
        }

        Assert.True(end > 0.3);
        Assert.Equal(1e-10, time, 1e-15);
    }

    [Fact]
    public void The_current_factor_of_a_stage_switches_currents()
    {
        using TestRun run = new();
        string problem = Macrospins(
            "[slonczewski]\ncurrent_density = 2e11\nfixed_layer = [0, 0, 1]\npolarisation = 0.4\n",
            "kind = \"run\"\ntime = 1e-10\ncurrent_factor = 0.0");
        run.Run(problem + "\n[[stage]]\nkind = \"run\"\ntime = 1e-10\n[[stage]]\nkind = \"run\"\ntime = 1e-10\ncurrent_factor = -1.0\n");
        double[] mz = run.Column("mz");
        Assert.Equal(4, mz.Length);
        Assert.Equal(0, mz[1]);
        Assert.True(mz[2] > 0.1);
        Assert.Equal(0, mz[3], 1e-4);
    }

    [Theory]
    [InlineData("semi_implicit_midpoint")]
    [InlineData("heun")]
    [InlineData("runge_kutta_4")]
    [InlineData("dormand_prince_54")]
    [InlineData("bogacki_shampine_32")]
    public void Every_integrator_precesses_at_gamma_H(string name)
    {
        using TestRun run = new();
        run.Run(Macrospins($"[solver]\nintegrator = \"{name}\"\nfixed_step = 1e-13\n[field]\nconstant = [0, 0, 1e5]" + Rows));
        foreach ((double t, double my) in run.Column("t").Zip(run.Column("my")))
            Assert.Equal(Math.Sin(Gamma * 1e5 * t), my, 2e-5);
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("light")]
    public void An_image_masks_the_body_pixel_by_cell(string inside)
    {
        using TestRun run = new();
        RgbImage image = RgbImage.Filled(6, 4, Rgb.White);
        image[1, 0] = Rgb.Black;
        image[5, 3] = Rgb.Black;
        image[2, 2] = new Rgb(100, 100, 100);
        image[3, 2] = new Rgb(150, 150, 150);
        File.WriteAllBytes(run.PathOf("mask.png"), Png.Bytes(image));
        run.Run(Macrospins(
            $"[[geometry]]\nshape = \"image\"\nfile = \"mask.png\"\nsize = [24e-9, 16e-9]\ninside = \"{inside}\"",
            "kind = \"relax\"\nmax_torque = 1.0"));
        VectorField<double> m = run.Final;
        for (int i = 0; i < 24; i++)
        {
            // Row 0 of an image is at the top.
            bool dark = image.Brightness(i % 6, 3 - (i / 6)) < 0.5;
            Assert.Equal(dark == (inside == "dark") ? 1 : 0, m[i].Length);
        }
    }

    [Fact]
    public void Shapes_add_subtract_and_intersect_in_their_order()
    {
        using TestRun run = new();
        const string shapes = """
            [[geometry]]
            shape = "rectangle"
            size = [24e-9, 8e-9]
            [[geometry]]
            shape = "rectangle"
            size = [8e-9, 24e-9]
            [[geometry]]
            operation = "subtract"
            shape = "rectangle"
            size = [8e-9, 8e-9]
            [[geometry]]
            operation = "intersect"
            shape = "rectangle"
            size = [24e-9, 24e-9]
            centre = [4e-9, 0, 0]
            """;
        run.Run(Macrospins(shapes, "kind = \"relax\"\nmax_torque = 1.0", cells: "[6, 6, 1]"));
        string[] rows =
        [
            .. Enumerable.Range(0, 6).Select(
                y => string.Concat(Enumerable.Range(0, 6).Select(x => run.Final[(6 * y) + x].Length > 0 ? '#' : '.'))),
        ];
        Assert.Equal(["..##..", "..##..", ".#..##", ".#..##", "..##..", "..##.."], rows);
    }

    [Theory]
    [InlineData("points = [[2e-11, 0.5], [4e-11, -1.0], [9e-11, 1.0]]")]
    [InlineData("points_file = \"drive.txt\"")]
    public void A_field_follows_the_straight_lines_of_a_table(string points)
    {
        using TestRun run = new();
        File.WriteAllText(run.PathOf("drive.txt"), "# t (s)\ts\r\n2e-11\t0.5\r\n\r\n4e-11, -1 # turn\n9e-11 1");
        run.Run(Macrospins($"[field]\nwaveform = \"table\"\namplitude = [0, 0, 1e5]\n{points}\n[solver]\nmax_error = 1e-8" + Rows));
        (double T, double S)[] table = [(0, 0.5), (2e-11, 0.5), (4e-11, -1), (9e-11, 1), (1e-10, 1)];
        double angle = 0;
        double[] t = run.Column("t"), hz = run.Column("Hz"), my = run.Column("my");
        for (int i = 0; i < t.Length; i++)
        {
            int k = Math.Max(1, Array.FindIndex(table, p => p.T >= t[i] * (1 - 1e-9)));
            double At(double time) =>
                table[k - 1].S + ((time - table[k - 1].T) / (table[k].T - table[k - 1].T) * (table[k].S - table[k - 1].S));
            Assert.Equal(1e5 * At(t[i]), hz[i], 1e-3);
            // Trapezia are exact for straight lines, whose corners all are at rows.
            angle += i == 0 ? 0 : Gamma * 0.5 * (hz[i] + hz[i - 1]) * (t[i] - t[i - 1]);
            Assert.Equal(Math.Sin(angle), my[i], 1e-6);
        }

        Assert.Equal(11, t.Length);
    }

    [Theory]
    [InlineData("A/m", "spatial_scale = 2.0", 2e5, 1)]
    [InlineData("T", "", 1.2566370614359173e-1, 1)]
    [InlineData("A/m", "spatial_follows = true\nwaveform = \"sine\"\nfrequency = 2e9", 1e5, 0)]
    public void A_field_from_a_file_varies_in_space_and_may_follow_the_waveform(string unit, string keys, double factor, int constant)
    {
        using TestRun run = new();
        VectorField<double> field = new(new Mesh(6, 4, 1, 4e-9, 4e-9, 4e-9));
        double perUnit = unit == "T" ? factor / 1e5 : 1;
        for (int i = 0; i < 24; i++)
            field[i] = new(0, 0, 1e5 * (i / 24.0) * perUnit);
        Ovf2.Write(run.PathOf("h.ovf"), field, OvfData.Binary8, "H", unit);
        run.Run(Macrospins($"[field]\nspatial_file = \"h.ovf\"\n{keys}\n[solver]\nmax_error = 1e-8" + Rows));
        double scale = unit == "T" ? 1 / PhysicalConstants.Mu0 : keys.Contains("spatial_scale") ? 2 : 1;
        double time = constant == 1 ? 1e-10 : (1 - Math.Cos(2 * Math.PI * 2e9 * 1e-10)) / (2 * Math.PI * 2e9);
        VectorField<double> m = run.Final;
        for (int i = 0; i < 24; i++)
            Assert.Equal(Math.Sin(Gamma * scale * field[i].Z * time), m[i].Y, 1e-5);
        double now = constant == 1 ? scale : Math.Sin(2 * Math.PI * 2e9 * 1e-10);
        Assert.Equal(now * field.Z.Average(), run.Column("Hz")[^1], 1);
    }

    [Fact]
    public void A_stage_may_have_a_spatial_field_of_its_own()
    {
        using TestRun run = new();
        VectorField<double> field = new(new Mesh(6, 4, 1, 4e-9, 4e-9, 4e-9));
        field.Fill((0, 0, 1e5));
        Ovf1.Write(run.PathOf("h.ovf"), field, OvfData.Text, "H", "A/m");
        run.Run(
            Macrospins("[solver]\nmax_error = 1e-8\n[output]\ncolumns = [\"my\", \"Hz\"]")
                + "\n[stage.field]\nspatial_file = \"h.ovf\"\n[[stage]]\nkind = \"run\"\ntime = 1e-10\n");
        Assert.Equal(Math.Sin(Gamma * 1e5 * 1e-10), run.Column("my")[1], 1e-6);
        // A row before the first stage has that stage's field.
        Assert.Equal([1e5, 1e5, 0, 0], run.Column("Hz"));
        Assert.Equal(run.Column("my")[1], run.Column("my")[3], 1e-12);
    }

    [Fact]
    public void Every_region_has_its_own_damping_and_easy_axis()
    {
        using TestRun run = new();
        const string regions = """
            [[region]]
            name = "right"
            gilbert_damping = 0.5
            shape = "rectangle"
            size = [12e-9, 16e-9]
            centre = [6e-9, 0, 0]
            """;
        run.Run(Macrospins(regions + "\n[field]\nconstant = [0, 0, 1e5]\n[solver]\nmax_error = 1e-8", damping: 0.1));
        VectorField<double> m = run.Final;
        foreach ((int cell, double alpha) in new[] { (0, 0.1), (2, 0.1), (3, 0.5), (23, 0.5) })
            Assert.Equal(Math.Tanh(alpha * Gamma * 1e5 * 1e-10 / (1 + (alpha * alpha))), m[cell].Z, 1e-6);

        const string axes =
            "\n[[anisotropy]]\naxis = [1, 1, 0]\nku1 = 1e5\n[[anisotropy]]\naxis = [1, -1, 0]\nku1 = 3e5\nregion = \"right\"";
        using TestRun relaxed = new();
        relaxed.Run(
            Macrospins(regions + axes, "kind = \"relax\"\nmax_torque = 1.0", damping: 0.1).Replace(
                "state = \"uniform\"", "state = \"uniform\"\ndirection = [1.0, 0.1, 0.0]"));
        Assert.Equal(Math.Sqrt(0.5), relaxed.Final[0].Y, 1e-4);
        Assert.Equal(-Math.Sqrt(0.5), relaxed.Final[3].Y, 1e-4);
    }

    [Theory]
    [InlineData("integrator = \"heun\"\nfixed_step = 2e-13")]
    [InlineData("integrator = \"semi_implicit_midpoint\"\nfixed_step = 2e-13")]
    [InlineData("integrator = \"bogacki_shampine_32\"\nmax_error = 2e-4")]
    [InlineData("integrator = \"dormand_prince_54\"\nmax_error = 1e-4")]
    public void Macrospins_at_300_K_follow_Boltzmann_with_fixed_and_with_adaptive_steps(string solver)
    {
        using TestRun run = new();
        double h = 2 * PhysicalConstants.Boltzmann * 300 / (PhysicalConstants.Mu0 * Ms * 64e-27);
        run.Run(Macrospins(
            string.Create(CultureInfo.InvariantCulture,
                $"[thermal]\ntemperature = 300\n[solver]\n{solver}\n[field]\nconstant = [0, 0, {h}]\n[output]\ntable_interval = "
                + $"2e-12\ncolumns = [\"t\", \"mz\", \"mz2\"]\n"),
            "kind = \"run\"\ntime = 4e-10",
            damping: 0.5,
            cells: "[24, 24, 1]").Replace("state = \"uniform\"", "state = \"random\"\nseed = 3"));
        double[] mz = [.. run.Column("mz").Skip(75)], square = [.. run.Column("mz2").Skip(75)];
        double langevin = (1 / Math.Tanh(2)) - 0.5;
        Assert.Equal(langevin, mz.Average(), 0.025);
        Assert.Equal(1 - langevin, square.Average(), 0.02);
    }

    [Theory]
    [InlineData("max_torque = 100.0")]
    [InlineData("energy_change = 1e-6")]
    public void A_run_ends_before_its_time_where_it_has_settled(string rule)
    {
        using TestRun run = new();
        run.Run(
            Macrospins(
                "[field]\nconstant = [0, 0, 1e5]\n[output]\ncolumns = [\"t\", \"mz\", \"max_torque\"]",
                "kind = \"run\"\ntime = 1e-6\n" + rule,
                damping: 0.5));
        Assert.InRange(run.Column("t")[^1], 1e-10, 1e-7);
        Assert.InRange(run.Column("mz")[^1], 0.999, 1);
        Assert.InRange(run.Column("max_torque")[^1], 0, 100);
    }

    [Fact]
    public void A_minimisation_may_end_by_its_energy_alone()
    {
        using TestRun run = new();
        run.Run(Macrospins("[field]\nconstant = [0, 0, 1e5]\n", "kind = \"minimise\"\nenergy_change = 1e-9", damping: 0.5));
        Assert.Equal(1, run.Final[7].Z, 1e-6);
    }

    [Theory]
    [InlineData("state = \"uniform\"\ndirection = [0, 0, -2]", 0, 0, -1)]
    [InlineData("state = \"vortex\"\npolarity = -1\ndiameter = 16e-9", double.NaN, 0, double.NaN)]
    [InlineData("state = \"neel_skyrmion\"\npolarity = -1\ndiameter = 40e-9", -1, double.NaN, double.NaN)]
    [InlineData("state = \"bloch_skyrmion\"\npolarity = -1\ndiameter = 40e-9", -1, double.NaN, double.NaN)]
    [InlineData("state = \"two_domains\"\ndirection = [0, 0, 1]\nwall_direction = [1, 0, 0]", 0, double.NaN, 0)]
    [InlineData("state = \"maze\"\nperiod = 32e-9", double.NaN, double.NaN, 0)]
    [InlineData("state = \"random\"", double.NaN, double.NaN, 0)]
    [InlineData("state = \"file\"\nfile = \"m.ovf\"", 0, 1, 0)]
    public void Every_named_initial_state_is_what_it_is_called(string state, double charge, double mx, double mz)
    {
        using TestRun run = new();
        VectorField<double> file = new(new Mesh(32, 32, 1, 1, 1, 1));
        file.Fill((7, 0, 0));
        Ovf2.Write(run.PathOf("m.ovf"), file, OvfData.Text);
        run.Run(Macrospins(
            "[output]\ncolumns = [\"mx\", \"my\", \"mz\", \"charge\"]", "kind = \"run\"\ntime = 1e-15", cells: "[32, 32, 1]").Replace(
                "state = \"uniform\"", state));
        void Near(double expected, string column, double tolerance)
        {
            if (!double.IsNaN(expected))
                Assert.Equal(expected, run.Column(column)[0], tolerance);
        }

        Near(charge, "charge", 0.02);
        Near(mx, "mx", 0.02);
        Near(mz, "mz", 0.05);
    }

    [Fact]
    public void A_current_density_from_a_file_acts_where_it_flows()
    {
        using TestRun run = new();
        VectorField<double> density = new(new Mesh(64, 2, 1, 4e-9, 4e-9, 4e-9));
        for (int i = 0; i < 64; i++)
            density[i] = (4e12, 0, 0);
        Ovf2.Write(run.PathOf("j.ovf"), density, OvfData.Binary4, "J", "A/m2");
        run.Run(
            Macrospins(
                "[current]\ndensity_file = \"j.ovf\"\npolarisation = 0.6\ndrift = \"thiaville\"",
                "kind = \"run\"\ntime = 1e-11",
                cells: "[64, 2, 1]")
            .Replace("state = \"uniform\"", "state = \"two_domains\"\ndirection = [0, 0, 1]\nwall_width = 100e-9"));
        VectorField<double> m = run.Final;
        // Electrons move to −x and shift the wall by u t; Ms without exchange keeps its profile.
        const double shift = 9.274e-24 * 0.6 * 4e12 / (1.602177e-19 * Ms) * 1e-11;
        double Wall(int row) => Enumerable.Range(0, 64).Sum(x => m[(64 * row) + x].Z) * 0.5 * 4e-9;
        Assert.Equal(0, Wall(1), 1e-15);
        Assert.Equal(-shift, Wall(0), 0.01 * shift);
    }

    [Fact]
    public void The_mesh_may_be_given_by_its_size()
    {
        using TestRun run = new();
        Mesh By(string keys) =>
            run.Parse(Macrospins("").Replace("cells = [6, 4, 1]\ncell_size = [4e-9, 4e-9, 4e-9]".ReplaceLineEndings(), keys)).Problem.Mesh;
        Mesh mesh = By("size = [5e-7, 1.25e-7, 3e-9]\ncell_size = [2.5e-9, 2.5e-9, 3e-9]");
        Assert.Equal((200, 50, 1), (mesh.Nx, mesh.Ny, mesh.Nz));
        Assert.Equal(mesh, By("size = [5e-7, 1.25e-7, 3e-9]\ncells = [200, 50, 1]"));
        Assert.Contains(
            "cell_size does not divide the size along y: 1.25E-07 m are 41.6667 cells of 3E-09 m; 42 cells would be 2.97619e-9 m each",
            Assert.Throws<ProblemFileException>(() => By("size = [6e-7, 1.25e-7, 3e-9]\ncell_size = [3e-9, 3e-9, 3e-9]")).Message);
        Assert.Contains("remove one of the three", Assert.Throws<ProblemFileException>(
            () => By("size = [5e-7, 1.25e-7, 3e-9]\ncells = [200, 50, 1]\ncell_size = [2.5e-9, 2.5e-9, 3e-9]")).Message);
    }

    [Theory]
    [InlineData("[field]\nspatial_file = \"none.ovf\"", "field.spatial_file names '", "but there is no such file; mend the path")]
    [
        InlineData(
            "[[geometry]]\nshape = \"image\"\nsize = [1e-9, 1e-9]\nfile = \"text.txt\"",
            "geometry.file names an image that cannot be read",
            "write the path of a PNG file"),
    ]
    [InlineData("[field]\nwaveform = \"table\"\namplitude = [1, 0, 0]\npoints = [[0.0, 0.0]]", "at least 2 points", "")]
    [
        InlineData(
            "[field]\nwaveform = \"table\"\namplitude = [1, 0, 0]\npoints = [[0.0, 0.0], [-1e-12, 1.0]]",
            "has the time -1E-12 s after 0 s",
            "order the points by time"),
    ]
    [
        InlineData(
            "[field]\nwaveform = \"table\"\namplitude = [1, 0, 0]\npoints_file = \"text.txt\"",
            "whose line 1 is not a time in s and a value",
            "write two numbers a line"),
    ]
    [InlineData("[field]\nwaveform = \"sine\"\nfrequency = 1e9", "needs an amplitude", "add amplitude")]
    [InlineData("[field]\nconstant = [1e4, 0, 0]\nspatial_scale = 2.0", "spatial_scale", "has no effect beside the other keys here")]
    [InlineData("[current]\npolarisation = 0.5", "there is no current; add density", "")]
    [
        InlineData(
            "[thermal]\ntemperature = 300.0\n[[stage]]\nkind = \"run\"\ntime = 1e-9\nmax_torque = 1.0",
            "has no meaning with thermal fluctuations",
            "remove it"),
    ]
    public void What_cannot_be_is_refused_in_one_line(string more, string what, string mend)
    {
        using TestRun run = new();
        File.WriteAllText(run.PathOf("text.txt"), "some words that are no numbers\n");
        string message = Assert.Throws<ProblemFileException>(() => run.Parse(Macrospins(more))).Message;
        Assert.Contains(what, message);
        Assert.Contains(mend, message);
        Assert.DoesNotContain('\n', message);
        Assert.StartsWith(run.PathOf("problem.toml") + "(", message);
    }

    [Fact]
    public void The_check_reads_the_fields_that_are_named()
    {
        using TestRun run = new();
        Ovf2.Write(run.PathOf("h.ovf"), new VectorField<double>(new Mesh(5, 4, 1, 4e-9, 4e-9, 4e-9)), OvfData.Text, "H", "A/m");
        Ovf2.Write(run.PathOf("j.ovf"), new VectorField<double>(new Mesh(6, 4, 1, 4e-9, 4e-9, 4e-9)), OvfData.Text, "J", "V/m");
        File.WriteAllText(run.PathOf("m.ovf"), "# OOMMF OVF 2.0\n");
        ProblemFile file = run.Parse(Macrospins(
            "file = \"m.ovf\"\n[field]\nspatial_file = \"h.ovf\"\n[current]\npolarisation = 0.5\ndensity_file = \"j.ovf\"").Replace(
                "\"uniform\"", "\"file\""));
        Finding[] errors = [.. ProblemCheck.Of(file).Where(f => f.Severity == Severity.Error)];
        Assert.Equal([12, 14, 17], errors.Select(e => e.Line));
        Assert.Contains("there is no line \"# Begin: Data …\"", errors[0].Message);
        Assert.Contains("has 5×4×1 cells, the mesh 6×4×1", errors[1].Message);
        Assert.Contains("has values in \"V/m\"", errors[2].Message);
    }
}

using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Checking;
using MagHopfield.Model.Files;

namespace MagHopfield.Model.Tests;

/// <summary>
/// Spin torques and boundaries as a problem file states them, each against a solution known in closed form or a peer's formula.
/// </summary>
public sealed class SpinTorqueTests
{
    private const double Gamma = 2.21e5, Ms = 8e5;

    // Cells without exchange and demagnetising field: each is a macrospin of its own, along x at the start.
    private static string Macrospins(string more, string cells = "[2, 2, 1]", double damping = 0) => $"""
        [mesh]
        cells = {cells}
        cell_size = [4e-9, 4e-9, 2e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 0
        gilbert_damping = {damping.ToString(System.Globalization.CultureInfo.InvariantCulture)}
        [demagnetisation]
        enabled = false
        [initial]
        state = "uniform"
        {more}
        [solver]
        max_error = 1e-9
        [[stage]]
        kind = "run"
        time = 1e-10
        [output]
        table_interval = 1e-11
        columns = ["t", "mx", "my", "mz"]
        """;

    // Rate γħj/(µ0 e Ms t) in 1/s.
    private static double Rate(double j, double t) =>
        Gamma * PhysicalConstants.ReducedPlanck * j / (PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge * Ms * t);

    [Fact]
    public void A_free_layer_in_part_of_the_mesh_takes_the_current_by_its_own_thickness()
    {
        // Two of three layers: m_z = tanh(½τt) with the 4 nm of the layer, not the 6 nm of the mesh.
        using TestRun run = new();
        const string layer = "[[geometry]]\nshape = \"layer\"\nbottom = -3e-9\ntop = 1e-9\n";
        run.Run(Macrospins(layer + "[slonczewski]\ncurrent_density = 1e12\nfixed_layer = [0, 0, 1]\npolarisation = 0.4\n", "[2, 2, 3]"));
        double tau = 0.4 * Rate(1e12, 4e-9);
        foreach ((double t, double mz) in run.Column("t").Zip(run.Column("mz")))
            Assert.Equal(Math.Tanh(0.5 * tau * t), mz, 1e-7);
        Assert.True(run.Column("mz")[^1] > 0.3);
    }

    [Theory]
    [InlineData("thickness = 6e-9", "the torque is that of a layer of 6e-9 m, but the body has 4e-9 m along z")]
    [InlineData("thickness = 2e-9", "the torque is that of a layer of 2e-9 m, but the body has 4e-9 m along z")]
    [InlineData("thickness = 4.02e-9", null)]
    [InlineData("", null)]
    public void Check_finds_a_thickness_that_is_not_the_bodys(string key, string? message)
    {
        string layer = "[[geometry]]\nshape = \"layer\"\nbottom = -3e-9\ntop = 1e-9\n";
        string text = Macrospins(
            layer + "[slonczewski]\ncurrent_density = 1e12\nfixed_layer = [0, 0, 1]\npolarisation = 0.4\n" + key, "[2, 2, 3]");
        ProblemFile file = ProblemFile.Parse(text, "a.toml");
        IReadOnlyList<Finding> findings = ProblemCheck.Of(file);
        if (message is null)
        {
            Assert.DoesNotContain(findings, f => f.Message.Contains("layer of"));
            return;
        }

        Finding finding = Assert.Single(findings, f => f.Message.Contains("layer of"));
        Assert.StartsWith(message, finding.Message);
        Assert.StartsWith("thickness", text.Split('\n')[finding.Line - 1]);
    }

    [Fact]
    public void Check_takes_any_thickness_between_those_of_the_bodys_columns()
    {
        // A step: 2 nm on the left, 4 nm on the right.
        string Of(string t) => Macrospins(
            "[[geometry]]\nshape = \"layer\"\nbottom = -2e-9\ntop = 0\n[[geometry]]\nshape = \"rectangle\"\nsize = [4e-9, 8e-9]\ncentre = "
            + "[2e-9, 0, 0]\n"
            + $"[slonczewski]\ncurrent_density = 1e12\nfixed_layer = [0, 0, 1]\npolarisation = 0.4\nthickness = {t}", "[2, 2, 2]");
        Assert.DoesNotContain(ProblemCheck.Of(ProblemFile.Parse(Of("3e-9"), "a.toml")), f => f.Message.Contains("layer of"));
        Assert.Contains(
            ProblemCheck.Of(ProblemFile.Parse(Of("5e-9"), "a.toml")), f => f.Message.Contains("the body has 2e-9 m to 4e-9 m along z"));
    }

    [Theory]
    [InlineData("epsilon_prime = 0.08")]
    [InlineData("field_like = 0.2")]
    public void The_field_like_torque_is_that_of_epsilon_prime_and_of_its_ratio_to_P(string key)
    {
        // The torque in the explicit form of mumax3 and OOMMF (A = ε, B = ε′, both over 1 + α²): (A + αB) m×(p×m) + (B − αA) p×m, times
        // γħj/(µ0 e Ms t) and integrated by itself.
        using TestRun run = new();
        const double alpha = 0.3, j = 1e12, p = 0.4, prime = 0.08, lambda = 1.5;
        run.Run(Macrospins(
            $"[slonczewski]\ncurrent_density = 1e12\nfixed_layer = [1, 2, 3]\npolarisation = 0.4\nlambda = 1.5\n{key}", damping: alpha));
        double beta = Rate(j, 2e-9);
        Vector3D fixedLayer = new Vector3D(1, 2, 3).Normalised(), m = new(1, 0, 0);
        const int steps = 4000;
        const double h = 1e-10 / steps;
        for (int i = 0; i < steps; i++)
        {
            Vector3D k1 = Explicit(m), k2 = Explicit(m + (0.5 * h * k1)), k3 = Explicit(m + (0.5 * h * k2)), k4 = Explicit(m + (h * k3));
            m = (m + (h / 6 * (k1 + (2.0 * k2) + (2.0 * k3) + k4))).Normalised();
        }

        Assert.Equal(m.X, run.Column("mx")[^1], 1e-7);
        Assert.Equal(m.Y, run.Column("my")[^1], 1e-7);
        Assert.Equal(m.Z, run.Column("mz")[^1], 1e-7);

        Vector3D Explicit(Vector3D at)
        {
            double a = p * lambda * lambda / ((lambda * lambda) + 1 + (((lambda * lambda) - 1) * Vector3D.Dot(fixedLayer, at)));
            Vector3D pxm = Vector3D.Cross(fixedLayer, at);
            return beta / (1 + (alpha * alpha)) * (((a + (alpha * prime)) * Vector3D.Cross(at, pxm)) + ((prime - (alpha * a)) * pxm));
        }
    }

    [Fact]
    public void Two_keys_for_one_torque_are_refused()
    {
        string text = Macrospins(
            "[slonczewski]\ncurrent_density = 1e12\nfixed_layer = [0, 0, 1]\npolarisation = 0.4\nfield_like = 0.2\nepsilon_prime = 0.08");
        string message = Assert.Throws<ProblemFileException>(() => ProblemFile.Parse(text, "a.toml")).Message;
        Assert.Contains("field_like", message);
        Assert.Contains("beside epsilon_prime", message);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("one_sided", 1.0)]
    [InlineData("oommf", 1.0)]
    [InlineData("clamped", 0.5)]
    [InlineData("three_point", 1.25)]
    public void The_slope_at_an_edge_is_that_of_its_name(string name, double slope)
    {
        // Three spins along x, x and, by a small angle δ from the last, ... : without field, dm/dt in the first cell is u times its slope.
        using TestRun run = new();
        const double angle = 1e-3, time = 1e-15, d = 4e-9, j = 1e12;
        File.WriteAllText(run.PathOf("start.ovf"), Ovf(0, angle, 1.5 * angle));
        run.Run($"""
            [mesh]
            cells = [3, 1, 1]
            cell_size = [4e-9, 4e-9, 2e-9]
            [material]
            saturation_magnetisation = 8e5
            exchange_stiffness = 0
            gilbert_damping = 0
            [demagnetisation]
            enabled = false
            [current]
            density = [1e12, 0, 0]
            polarisation = 1.0
            edge_slope = "{name}"
            [initial]
            state = "file"
            file = "start.ovf"
            [[stage]]
            kind = "run"
            time = 1e-15
            """);
        double u = PhysicalConstants.BohrMagneton * j / (PhysicalConstants.ElementaryCharge * Ms);
        Assert.Equal(u * slope * angle / d * time, run.Final[0].Y, 1e-3 * u * angle / d * time);
    }

    [Theory]
    [InlineData("open", 0)]
    [InlineData("chiral", 0.25)]
    [InlineData("mumax3", 0.5)]
    public void A_boundary_by_name_is_an_energy_of_the_edge_cells(string name, double share)
    {
        // Uniform m along z has no energy of interfacial DMI but that of the four cells at the two free ends, −share D²/(2A) V each.
        using TestRun run = new();
        run.Run(Chain($"dmi_boundary = \"{name}\""));
        const double d = 3e-3, a = 15e-12, volume = 2e-9 * 2e-9 * 1e-9;
        Assert.Equal(2 * -share * 0.5 * d * d / a * volume, run.Column("E_dmi")[0], 1e-6 * d * d / a * volume);
    }

    [Theory]
    [InlineData("arithmetic", 2e-3)]
    [InlineData("harmonic", 1.5e-3)]
    public void The_mean_of_D_by_name_is_that_of_the_face(string name, double mean)
    {
        // Two cells of two regions at a right angle, ẑ and x̂: E = V D/Δ ŷ·(m₁×m₂) = V D/Δ.
        using TestRun run = new();
        File.WriteAllText(run.PathOf("start.ovf"), Ovf((0, 0, 1), (1, 0, 0)));
        run.Run($"""
            [mesh]
            cells = [2, 1, 1]
            cell_size = [4e-9, 4e-9, 2e-9]
            [material]
            saturation_magnetisation = 8e5
            exchange_stiffness = 1.5e-11
            gilbert_damping = 0
            interfacial_dmi = 1e-3
            dmi_mean = "{name}"
            [[region]]
            name = "right"
            shape = "rectangle"
            size = [4e-9, 4e-9]
            centre = [2e-9, 0, 0]
            interfacial_dmi = 3e-3
            [demagnetisation]
            enabled = false
            [initial]
            state = "file"
            file = "start.ovf"
            [[stage]]
            kind = "run"
            time = 1e-18
            [output]
            columns = ["E_dmi"]
            """);
        Assert.Equal(4e-9 * 4e-9 * 2e-9 * mean / 4e-9, run.Column("E_dmi")[0], 1e-9 * 4e-9 * 2e-9 * mean);
    }

    [Theory]
    [InlineData("chiral")]
    [InlineData("mumax3")]
    public void A_boundary_of_ghost_cells_without_exchange_is_refused(string name)
    {
        string text = Chain($"dmi_boundary = \"{name}\"").Replace("exchange_stiffness = 1.5e-11", "exchange_stiffness = 0");
        string message = Assert.Throws<ProblemFileException>(() => ProblemFile.Parse(text, "a.toml")).Message;
        Assert.Contains("dmi_boundary", message);
        Assert.Contains("write exchange_stiffness > 0, or \"open\"", message);
    }

    private static string Chain(string more) => $"""
        [mesh]
        cells = [8, 1, 1]
        cell_size = [2e-9, 2e-9, 1e-9]
        [material]
        saturation_magnetisation = 8e5
        exchange_stiffness = 1.5e-11
        gilbert_damping = 0.1
        interfacial_dmi = 3e-3
        {more}
        [demagnetisation]
        enabled = false
        [initial]
        state = "uniform"
        direction = [0, 0, 1]
        [[stage]]
        kind = "run"
        time = 1e-14
        [output]
        columns = ["t", "E_dmi"]
        """;

    private static string Ovf(params double[] angles) => Ovf([.. angles.Select(a => new Vector3D(Math.Cos(a), Math.Sin(a), 0))]);

    private static string Ovf(params Vector3D[] spins) => FormattableString.Invariant($"""
        # OOMMF OVF 2.0
        # Segment count: 1
        # Begin: Segment
        # Begin: Header
        # Title: m
        # meshtype: rectangular
        # meshunit: m
        # valuedim: 3
        # valuelabels: m_x m_y m_z
        # valueunits: 1 1 1
        # xmin: 0
        # ymin: 0
        # zmin: 0
        # xmax: {spins.Length * 4e-9}
        # ymax: 4e-9
        # zmax: 2e-9
        # xbase: 2e-9
        # ybase: 2e-9
        # zbase: 1e-9
        # xnodes: {spins.Length}
        # ynodes: 1
        # znodes: 1
        # xstepsize: 4e-9
        # ystepsize: 4e-9
        # zstepsize: 2e-9
        # End: Header
        # Begin: Data Text

        """) + string.Concat(spins.Select(s => FormattableString.Invariant($"{s.X:R} {s.Y:R} {s.Z:R}\n"))) + "# End: Data Text\n# End: Segment\n";
}

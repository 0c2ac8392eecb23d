using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Model.Checking;
using MagHopfield.Model.Files;
using MagHopfield.Toml;

namespace MagHopfield.Model.Tests.Transport;

/// <summary>The spin-orbit torque of a current that is solved between electrodes, in a heavy metal below the film.</summary>
public sealed class SolvedSpinOrbitTests : IDisposable
{
    // Between the electrodes, which cover a nanometre at each end.
    private const double Length = 398e-9, Thickness = 2e-9, Ms = 8e5, Conductivity = 5e6, Efficiency = 0.1;

    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void In_a_uniform_strip_it_is_that_of_a_current_given_as_a_number()
    {
        const double voltage = 0.4;
        _run.Run(Strip(Drives(voltage), "field_like = 0.05", "1e-10", "1e-13"));
        using TestRun given = new();
        string density = $"current_density = {TomlText.Number(Conductivity * voltage / Length)}\ncurrent_direction = [1, 0, 0]\n";
        given.Run(Strip("", density + "field_like = 0.05", "1e-10", "1e-13"));
        (VectorField<double> m, VectorField<double> expected) = (_run.Final, given.Final);
        Assert.True(Math.Abs(expected[10].Z) < 0.5, $"m_z = {expected[10].Z}: m has turned far");

        // Cells that an electrode covers in part have less current.
        for (int i = 0; i < m.X.Length; i++)
        {
            if (i % 80 is > 0 and < 79)
                Assert.Equal(0, (m[i] - expected[i]).Length, 1e-7);
        }
    }

    [Fact]
    public void In_a_constriction_it_is_that_of_each_cells_current_twice_as_large_where_half_the_width_is_left()
    {
        const double step = 1e-15;
        _run.Run(Strip(Drives(0.1), "", "1e-15", "1e-15", """
            [[geometry]]
            shape = "everywhere"
            [[geometry]]
            operation = "subtract"
            shape = "rectangle"
            size = [100e-9, 20e-9]
            centre = [0, 10e-9, 0]
            """));
        VectorField<double> m = _run.Final, j = Ovf.Read<double>(_run.PathOf("out/m_final_J.ovf")).Field;

        // m = ẑ turns by a(σ − (m·σ)m) Δt with jσ = ẑ×j.
        double turn = PhysicalConstants.GyromagneticRatio * PhysicalConstants.ReducedPlanck * Efficiency * step
            / (2 * PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge * Ms * Thickness);
        double largest = m.Y.Max();
        Assert.True(largest is > 1e-7 and < 1e-4);
        for (int i = 0; i < m.X.Length; i++)
        {
            Assert.Equal(-turn * j.Y[i], m.X[i], 1e-6 * largest);
            Assert.Equal(turn * j.X[i], m.Y[i], 1e-6 * largest);
        }

        double Mean(int column, int rows) => Enumerable.Range(0, rows).Average(row => m.Y[(row * 80) + column]);
        Assert.InRange(Mean(40, 4) / Mean(8, 8), 1.99, 2.01);
    }

    [Fact]
    public void The_ratio_of_the_currents_scales_it_as_the_voltage_does()
    {
        _run.Run(Strip(Drives(0.1), "current_ratio = 2.0", "2e-11", "1e-13"));
        using TestRun twice = new();
        twice.Run(Strip(Drives(0.2), "", "2e-11", "1e-13"));
        Assert.Equal(_run.Final.X, twice.Final.X);
        Assert.Equal(_run.Final.Y, twice.Final.Y);
        Assert.True(_run.Final.Y.Max() > 0.1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[current]\npolarisation = 1.0\n")]
    public void Check_bears_a_step_only_that_follows_what_the_solved_current_does(string current)
    {
        bool TooLong(double voltage)
        {
            string text = Strip(Drives(voltage), "", "1e-10", "2e-12").Replace("runge_kutta_4", "heun") + current;
            if (current.Length > 0)
                text = text.Replace("damping_like = 0.1", "damping_like = 0");
            return ProblemCheck.Of(ProblemFile.Parse(text, "a.toml")).Any(f => f.Message.Contains("is longer than heun bears here"));
        }

        Assert.False(TooLong(0.01));
        Assert.True(TooLong(1e3));
    }

    [Theory]
    [InlineData("polarisation = [0, 1, 0]", "spin_orbit.polarisation is given without current_density")]
    [InlineData("current_direction = [1, 0, 0]", "spin_orbit.current_direction is given without current_density")]
    [InlineData("current_density = 1e11\npolarisation = [0, 1, 0]\ncurrent_ratio = 2.0", "'spin_orbit.current_ratio' has no effect")]
    public void What_cannot_be_meant_is_refused_in_one_line(string keys, string message)
    {
        string said = Assert.Throws<ProblemFileException>(() => ProblemFile.Parse(Strip(Drives(0.1), keys, "1e-12", "1e-13"), "a.toml"))
            .Message;
        Assert.Contains(message, said);
        Assert.DoesNotContain('\n', said);
    }

    [Fact]
    public void It_is_read_again_from_its_document()
    {
        ProblemDocument document = ProblemDocument.Of(
            _run.Parse(Strip(Drives(0.1), "current_ratio = 0.25\nthickness = 2e-9", "1e-12", "1e-13")));
        Assert.Contains("current_ratio = 0.25", document.Text);
        Assert.Equal(document, ProblemDocument.Of(ProblemFile.Parse(document.Text, "elsewhere.toml")));
    }

    private static string Drives(double voltage) => $"""
        [[electrode]]
        name = "left"
        shape = "rectangle"
        size = [2e-9, 1e-6]
        centre = [-200e-9, 0, 0]
        [[electrode]]
        name = "right"
        shape = "rectangle"
        size = [2e-9, 1e-6]
        centre = [200e-9, 0, 0]
        [transport]
        isotropic_conductivity = {TomlText.Number(Conductivity)}
        [[drive]]
        electrode = "left"
        voltage = {TomlText.Number(voltage)}
        [[drive]]
        electrode = "right"
        voltage = 0.0

        """;

    // Cells that nothing moves but the torque.
    private static string Strip(string drives, string torque, string time, string step, string geometry = "") => drives + $"""
        [mesh]
        cells = [80, 8, 1]
        size = [400e-9, 40e-9, {TomlText.Number(Thickness)}]
        {geometry}
        [material]
        saturation_magnetisation = {TomlText.Number(Ms)}
        exchange_stiffness = 0
        gilbert_damping = 0
        [demagnetisation]
        enabled = false
        [spin_orbit]
        damping_like = {TomlText.Number(Efficiency)}
        {torque}
        [initial]
        state = "uniform"
        direction = [0, 0, 1]
        [solver]
        integrator = "runge_kutta_4"
        fixed_step = {step}
        [[stage]]
        kind = "run"
        time = {time}
        [output]
        pictures = []
        columns = ["t", "mx", "my", "mz"]
        {(drives.Length > 0 ? "save = [\"m\", \"J\"]" : "")}

        """;
}

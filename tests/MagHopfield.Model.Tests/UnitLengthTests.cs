using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Running;

namespace MagHopfield.Model.Tests;

/// <summary>|m| = 1 to the rounding of the precision, whatever moves m and for however long.</summary>
public sealed class UnitLengthTests
{
    [Theory]
    [InlineData("fuzz100_minimise.toml")]
    [InlineData("fuzz45_minimise.toml")]
    public void Minimising_in_single_precision_keeps_the_length_of_m(string name)
    {
        using TestRun run = new();
        ProblemRun.Execute(Case.Load(name), run.PathOf("out"), false, "test", new Silent(), default);
        Assert.InRange(Drift(run.Final), 0, 1e-6);
    }

    [Theory]
    [InlineData("kind = \"relax\"\nmax_torque = 1e-9\nmax_steps = 20000")]
    [InlineData("kind = \"minimise\"\nmax_torque = 1e-9\nmax_steps = 20000")]
    [InlineData("kind = \"run\"\ntime = 2e-9", "dormand_prince_54", "max_error = 1e-5")]
    [InlineData("kind = \"run\"\ntime = 2e-9", "bogacki_shampine_32", "max_error = 1e-5")]
    [InlineData("kind = \"run\"\ntime = 2e-9", "runge_kutta_4", "fixed_step = 1e-13")]
    [InlineData("kind = \"run\"\ntime = 2e-9", "heun", "fixed_step = 1e-13")]
    [InlineData("kind = \"run\"\ntime = 2e-9", "semi_implicit_midpoint", "fixed_step = 1e-13")]
    public void Every_method_keeps_the_length_of_m_in_single_precision(
        string stage, string integrator = "dormand_prince_54", string step = "")
    {
        using TestRun run = new();
        run.Run($"""
            precision = "single"
            [mesh]
            cells = [6, 5, 2]
            cell_size = [2e-9, 2e-9, 2e-9]
            [material]
            saturation_magnetisation = 8e5
            exchange_stiffness = 1.3e-11
            gilbert_damping = 0.001
            [field]
            constant = [1e5, 2e5, 7e5]
            [initial]
            state = "random"
            seed = 3
            [solver]
            integrator = "{integrator}"
            {step}
            [output]
            format = "binary8"
            pictures = []
            [[stage]]
            {stage}
            """);
        Assert.InRange(Drift(run.Final), 0, 1e-6);
    }

    private static double Drift(VectorField<double> m) =>
        Enumerable.Range(0, m.X.Length).Select(i => m[i].Length).Where(l => l > 0).Max(l => Math.Abs(l - 1));

    private sealed class Silent : IRunObserver
    {
        public void Report(int stage, int stages, string activity, double fraction)
        {
        }
    }
}

using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.InitialState;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Minimisation;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Tests.Minimisation;

public class RelaxationTests
{
    // Bodies of all materials, 1e4 to 1.5e6 A/m, whose exchange field is up to 1e5 Ms, with all terms and from noise or from uniform
    // states: damped motion with explicit steps stuck or climbed on many of these.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_never_climbs_and_settles_with_at_most_three_times_the_evaluations_of_minimise_in_any_material(int part)
    {
        for (int seed = part; seed < 100; seed += 4)
        {
            (LandauLifshitzGilbert<double> equation, VectorField<double> m, double ms) = RandomProblem(seed);
            VectorField<double> other = m.Clone();
            Relaxation<double> relaxation = new(equation);
            double energy = equation.TotalEnergy(m), size = Stiffness(equation) + Math.Abs(energy), start = energy;
            Assert.True(relaxation.Relax(m, 1e-5 * ms, 5000, afterStep: () =>
            {
                double now = equation.TotalEnergy(m);
                Assert.True(now <= energy + (4e-16 * size), $"seed {seed}: the energy rises by {now - energy} J of {energy} J");
                energy = now;
            }));
            Assert.Equal(energy - start, relaxation.EnergyChange, 1e-3 * Math.Abs(energy - start));
            BarzilaiBorwein<double> peer = new(equation);
            Assert.True(peer.Minimise(other, 1e-5 * ms, 20_000), $"seed {seed}: the peer does not settle");
            Assert.True(
                relaxation.Evaluations <= 3 * peer.Evaluations,
                $"seed {seed}: {relaxation.Evaluations} evaluations, minimise {peer.Evaluations}");
            for (int i = 0; i < m.X.Length; i++)
                Assert.Equal(1, m[i].Length, 1e-14);
        }
    }

    [Fact]
    public void In_single_precision_it_settles_or_says_that_rounding_ends_it_and_keeps_the_length_of_m()
    {
        int ended = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            (LandauLifshitzGilbert<double> twin, VectorField<double> start, double ms) = RandomProblem(seed);
            (LandauLifshitzGilbert<float> equation, _, _) = RandomProblem<float>(seed);
            VectorField<float> m = start.To<float>();
            Relaxation<float> relaxation = new(equation);
            double energy = twin.TotalEnergy(m.To<double>()), size = Stiffness(twin) + Math.Abs(energy);
            bool settled = relaxation.Relax(m, 1e-4 * ms, 5000, afterStep: () =>
            {
                // In double, so that only the state is rounded, not its energy.
                double now = twin.TotalEnergy(m.To<double>());
                Assert.True(now <= energy + (1.2e-7 * size), $"seed {seed}: the energy rises by {now - energy} J of {energy} J");
                energy = now;
            });
            Assert.True(settled || relaxation.AtRounding, $"seed {seed}: {relaxation.Steps} steps, torque {relaxation.MaxTorque} A/m");
            // At rounding the torque is that of a rounded state: 2^-23 of the exchange field of opposite neighbours.
            Assert.True(
                settled || relaxation.MaxTorque < 2.4e-7 * LargestExchange(equation), $"seed {seed}: torque {relaxation.MaxTorque} A/m");
            ended += settled ? 0 : 1;
            for (int i = 0; i < m.X.Length; i++)
                Assert.Equal(1, m[i].Length, 1e-6);
        }

        Assert.InRange(ended, 1, 10);
    }

    [Fact]
    public void It_settles_where_damped_motion_with_adaptive_steps_was_stuck_at_a_tenth_of_Ms()
    {
        Ferromagnet body = new(new Mesh(8, 8, 3, 2e-9, 2e-9, 2e-9), 8e5);
        LandauLifshitzGilbert<double> equation = new(body, 0.3, new Exchange<double>(body, 1.3e-11), new Demagnetisation<double>(body));
        VectorField<double> m = UniformState.Create<double>(body.Geometry, (1, 0.2, 0.1));
        Relaxation<double> relaxation = new(equation);
        Assert.True(relaxation.Relax(m, 8));
        Assert.Equal(1.33892e-19, equation.TotalEnergy(m), 1e-24);
        Assert.True(relaxation.Evaluations < 400, $"{relaxation.Evaluations} evaluations");
    }

    [Fact]
    public void It_settles_where_every_cell_has_an_Ms_of_its_own()
    {
        Geometry geometry = new(new Mesh(20, 14, 1, 4e-9, 4e-9, 4e-9), Shape.Ellipse(80e-9, 56e-9));
        ScalarField<double> ms = new(geometry.Mesh);
        Random random = new(3);
        for (int i = 0; i < ms.Values.Length; i++)
            ms.Values[i] = geometry.Contains(i) ? 8e5 * (0.1 + random.NextDouble()) : 0;
        Ferromagnet body = new(geometry, ms);
        LandauLifshitzGilbert<double> equation = new(body, 0.3, new Exchange<double>(body, 1.3e-11), new Demagnetisation<double>(body));
        VectorField<double> m = UniformState.Create<double>(geometry, (1, 0.3, 0.1)), other = m.Clone();
        double energy = equation.TotalEnergy(m), size = Math.Abs(energy);
        Assert.True(new Relaxation<double>(equation).Relax(m, 8, 5000, afterStep: () =>
        {
            double now = equation.TotalEnergy(m);
            Assert.True(now <= energy + (1e-13 * size));
            energy = now;
        }));
        Assert.True(new BarzilaiBorwein<double>(equation).Minimise(other, 8));
        Assert.Equal(equation.TotalEnergy(other), energy, 1e-6 * size);
        Assert.True(new SaddleTest<double>(equation).IsMinimum(m, 8, 1));
    }

    private static (LandauLifshitzGilbert<double> Equation, VectorField<double> Start, double Ms) RandomProblem(int seed) =>
        RandomProblem<double>(seed);

    private static (LandauLifshitzGilbert<T> Equation, VectorField<T> Start, double Ms) RandomProblem<T>(int seed)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        Random random = new(seed);
        double ms =
            Log(1e4, 1.5e6), a = Log(1e-12, 3e-11), shape = 0.5 * PhysicalConstants.Mu0 * ms * ms, ku = Even(-1, 1) * shape * Log(0.1, 10);
        double cell = Math.Min(Math.Sqrt(a / shape), 20e-9) * Even(0.2, 0.8);
        Ferromagnet body = new(
            new Mesh(random.Next(1, 14), random.Next(1, 14), random.Next(1, 4), cell, cell * Even(0.7, 1.4), cell * Even(0.7, 1.4)), ms);
        List<IEnergyTerm<T>> terms = [new Exchange<T>(body, a)];
        if (random.Next(2) == 0)
            terms.Add(new Demagnetisation<T>(body));
        if (random.Next(2) == 0)
            terms.Add(new UniaxialAnisotropy<T>(body, (Even(-1, 1), Even(-1, 1), Even(-1, 1)), ku, random.Next(2) == 0 ? 0 : ku * 0.3));
        if (random.Next(3) == 0)
            terms.Add(new CubicAnisotropy<T>(body, (1, 1, 0), (0, 0, 1), ku * 0.5, ku * 0.2));
        if (random.Next(2) == 0)
            terms.Add(new InterfacialDmi<T>(body, Even(-1, 1) * 4 * Math.Sqrt(a * Math.Abs(ku)) / Math.PI));
        if (random.Next(2) == 0)
            terms.Add(new Zeeman<T>(body, (Even(-0.3, 0.3) * ms, Even(-0.3, 0.3) * ms, Even(-0.3, 0.3) * ms)));
        VectorField<T> start = random.Next(2) == 0
            ? RandomState.Create<T>(body.Geometry, seed)
            : UniformState.Create<T>(body.Geometry, (1, 0.2, 0.1));
        return (new LandauLifshitzGilbert<T>(body, 1, [.. terms]), start, ms);

        double Even(double from, double to) => from + ((to - from) * random.NextDouble());
        double Log(double from, double to) => Math.Exp(Even(Math.Log(from), Math.Log(to)));
    }

    // Σ A V/d² over all cells and axes in J, what rounding of the exchange energy is measured by.
    private static double Stiffness(LandauLifshitzGilbert<double> equation)
    {
        Mesh mesh = equation.Body.Mesh;
        double a = ((Exchange<double>)equation.Terms[0]).ExchangeStiffness[1];
        return mesh.CellCount * mesh.CellVolume * a * InverseSquares(mesh);
    }

    private static double LargestExchange(LandauLifshitzGilbert<float> equation) =>
        8 * ((Exchange<float>)equation.Terms[0]).ExchangeStiffness[1] * InverseSquares(equation.Body.Mesh)
        / (PhysicalConstants.Mu0 * equation.Body.SaturationMagnetisation[1]);

    private static double InverseSquares(Mesh mesh) => (1 / (mesh.Dx * mesh.Dx)) + (1 / (mesh.Dy * mesh.Dy)) + (1 / (mesh.Dz * mesh.Dz));
}

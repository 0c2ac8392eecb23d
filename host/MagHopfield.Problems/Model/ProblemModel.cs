using System.Numerics;
using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Energy;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Model;

/// <summary>What a problem becomes in the engine: body, energy terms, equations of motion, integrators.</summary>
internal sealed class ProblemModel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ISpinTorque<T>[] _torques;

    private readonly ThreadTeam _team;

    public ProblemModel(Problem problem, ThreadTeam team)
    {
        (Problem, _team) = (problem, team);
        Body = BodyBuilder.Body(problem);
        Zeeman = problem.Stages.Select(s => s.Field).Append(problem.Field).Any(f => f is not null && f != DriveField.None)
            ? new Zeeman<T>(Body, default(Vector3D))
            : null;
        Terms = [.. MakeTerms(problem)];
        _torques = problem.Current is CurrentParameters current && current.Density != default ? [Torque(current)] : [];
    }

    public Problem Problem { get; }

    public Ferromagnet Body { get; }

    /// <summary>The energy terms without the thermal field.</summary>
    public IReadOnlyList<IEnergyTerm<T>> Terms { get; }

    /// <summary>The external field, or null where there is none in any stage.</summary>
    public Zeeman<T>? Zeeman { get; }

    /// <summary>The equation of motion for the dynamics.</summary>
    /// <param name="block">
    /// Number of the block of steps; each has thermal noise of its own seed, so that a run can go on at the start of any block.
    /// </param>
    public LandauLifshitzGilbert<T> Dynamics(long block)
    {
        MaterialParameters material = Problem.Material;
        IEnumerable<IEnergyTerm<T>> terms = Terms;
        if (Problem.Thermal is { Temperature: > 0 } thermal)
        {
            terms = terms.Append(new ThermalField<T>(
                Body, thermal.Temperature, material.GilbertDamping, SeedOf(thermal.Seed, block), material.GyromagneticRatio));
        }

        return new LandauLifshitzGilbert<T>(Body, material.GilbertDamping, [.. terms])
        {
            GyromagneticRatio = material.GyromagneticRatio,
            Torques = _torques,
            Team = _team,
        };
    }

    /// <summary>The equation of motion for relaxing: α = 1, no precession, no spin-transfer torque, no thermal field.</summary>
    public LandauLifshitzGilbert<T> Descent() => new(Body, 1, [.. Terms])
    {
        GyromagneticRatio = Problem.Material.GyromagneticRatio,
        Precession = false,
        Team = _team,
    };

    /// <summary>The integrator for the dynamics.</summary>
    public IIntegrator<T> Integrator()
    {
        SolverParameters solver = Problem.Solver;
        switch (solver.Integrator)
        {
            case IntegratorKind.RungeKutta4:
                return new RungeKutta4<T>(solver.FixedStep!.Value);
            case IntegratorKind.Heun:
                return new Heun<T>(solver.FixedStep!.Value);
            default:
                EmbeddedRungeKutta<T> pair = solver.Integrator == IntegratorKind.DormandPrince54
                    ? EmbeddedRungeKutta<T>.DormandPrince54(solver.MaxError)
                    : EmbeddedRungeKutta<T>.BogackiShampine32(solver.MaxError);
                pair.FixedStep = solver.FixedStep ?? 0;
                pair.MaxStep = solver.MaxStep;
                return pair;
        }
    }

    // Weyl's sequence and the finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): neighbouring blocks get unrelated seeds.
    private static int SeedOf(int seed, long block)
    {
        ulong z = ((ulong)(uint)seed << 32) + ((ulong)block * 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) & int.MaxValue);
    }

    private IEnumerable<IEnergyTerm<T>> MakeTerms(Problem problem)
    {
        MaterialParameters material = problem.Material;
        if (problem.Demagnetisation.Enabled)
            yield return new Demagnetisation<T>(Body, problem.Demagnetisation.PeriodicImages, _team);
        if (Any(problem, material.ExchangeStiffness, r => r.ExchangeStiffness))
            yield return new Exchange<T>(Body, BodyBuilder.By(problem, r => r?.ExchangeStiffness ?? material.ExchangeStiffness));
        if (Any(problem, material.InterfacialDmi, r => r.InterfacialDmi))
            yield return new InterfacialDmi<T>(Body, BodyBuilder.By(problem, r => r?.InterfacialDmi ?? material.InterfacialDmi));
        if (Any(problem, material.BulkDmi, r => r.BulkDmi))
            yield return new BulkDmi<T>(Body, BodyBuilder.By(problem, r => r?.BulkDmi ?? material.BulkDmi));
        foreach (AnisotropyParameters a in problem.Anisotropies)
        {
            ByRegion Constant(double value) =>
                a.Region is null ? value : BodyBuilder.By(problem, r => r?.Name == a.Region ? value : 0);
            yield return a.Kind == AnisotropyKind.Uniaxial
                ? new UniaxialAnisotropy<T>(Body, a.Axis, Constant(a.First), Constant(a.Second))
                : new CubicAnisotropy<T>(Body, a.Axis, a.SecondAxis, Constant(a.First), Constant(a.Second));
        }

        if (Zeeman is not null)
            yield return Zeeman;
    }

    private ZhangLi<T> Torque(CurrentParameters current)
    {
        VectorField<T> density = new(Body.Mesh);
        density.Fill(current.Density);
        return new ZhangLi<T>(Body, density, current.Polarisation, current.Nonadiabaticity);
    }

    private static bool Any(Problem problem, double material, Func<RegionParameters, double?> own) =>
        material != 0 || problem.Regions.Any(r => own(r) is double value && value != 0);
}

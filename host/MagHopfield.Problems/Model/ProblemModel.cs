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
    private readonly ThermalField<T>? _noise;
    private readonly ThreadTeam _team;
    private readonly VectorField<T>? _density;
    private readonly ZhangLi<T>? _inPlane;
    private readonly Slonczewski<T>? _through;

    public ProblemModel(Problem problem, ThreadTeam team)
    {
        (Problem, _team) = (problem, team);
        Body = BodyBuilder.Body(problem);
        DriveField[] fields = [.. problem.Stages.Select(s => s.Field).OfType<DriveField>().Append(problem.Field).Where(f => f != DriveField.None)];
        External = fields.Length > 0 ? new ExternalField<T>(Body, fields) : null;
        if (problem.Current is CurrentParameters current)
        {
            _density = Density(current, Body.Mesh);
            _inPlane = new ZhangLi<T>(Body, new VectorField<T>(Body.Mesh), current.Polarisation, current.Nonadiabaticity, current.EdgeSlope)
            {
                ZhangLiFactor = current.PaperDrift,
            };
        }

        if (problem.Slonczewski is SlonczewskiParameters through)
        {
            _through = new Slonczewski<T>(Body, through.FixedLayer, through.Polarisation, through.Lambda, through.Thickness)
            {
                EpsilonPrime = through.EpsilonPrime,
            };
        }

        _noise = problem.Thermal is { Temperature: > 0 } thermal ? new(Body, thermal.Temperature, SeedOf(thermal.Seed, 0), team) : null;
        IEnergyTerm<T>[] noise = _noise is null ? [] : [_noise];
        ByRegion damping = BodyBuilder.By(problem, r => r?.GilbertDamping ?? problem.Material.GilbertDamping);
        Equation = new(Body, damping, [.. MakeTerms(problem), .. noise])
        {
            GyromagneticRatio = problem.Material.GyromagneticRatio,
            Torques = [.. new ISpinTorque<T>?[] { _inPlane, _through }.OfType<ISpinTorque<T>>()],
            Team = team,
        };
        Descent = Equation.Descent();
    }

    public Problem Problem { get; }

    public Ferromagnet Body { get; }

    /// <summary>The external field, or null where there is none in any stage.</summary>
    public ExternalField<T>? External { get; }

    /// <summary>The equation of motion, with the thermal field where there is a temperature.</summary>
    public LandauLifshitzGilbert<T> Equation { get; }

    /// <summary>The equation of steepest descent of its energy, the thermal field's left out.</summary>
    public LandauLifshitzGilbert<T> Descent { get; }

    /// <summary>Whether the thermal field has drawn noise for times that the run has not reached yet.</summary>
    public bool HasNoiseAhead => _noise is { HasNoiseAhead: true };

    /// <summary>Begins the thermal field of a block of steps, where there is a temperature.</summary>
    /// <param name="block">Number of the block; each has noise of its own seed, so that a run can go on at the start of any block.</param>
    public void BeginNoise(long block) => _noise?.Restart(SeedOf(Problem.Thermal!.Seed, block));

    /// <summary>Sets all currents.</summary>
    /// <param name="factor">Factor on those of the problem.</param>
    public void SetCurrents(double factor)
    {
        if (_through is not null)
            _through.CurrentDensity = factor * Problem.Slonczewski!.CurrentDensity;
        if (_inPlane is null)
            return;
        T scale = T.CreateChecked(factor);
        VectorField<T> target = _inPlane.CurrentDensity, source = _density!;
        for (int i = 0; i < source.X.Length; i++)
            (target.X[i], target.Y[i], target.Z[i]) = (scale * source.X[i], scale * source.Y[i], scale * source.Z[i]);
    }

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
            case IntegratorKind.SemiImplicitMidpoint:
                return new SemiImplicitMidpoint<T>(solver.FixedStep!.Value);
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
        ByRegion stiffness = BodyBuilder.By(problem, r => r?.ExchangeStiffness ?? material.ExchangeStiffness);
        if (problem.Demagnetisation.Enabled)
            yield return new Demagnetisation<T>(Body, problem.Demagnetisation.PeriodicImages, _team);
        if (Any(problem, material.ExchangeStiffness, r => r.ExchangeStiffness))
            yield return new Exchange<T>(Body, stiffness);
        if (Any(problem, material.InterfacialDmi, r => r.InterfacialDmi))
        {
            yield return new InterfacialDmi<T>(
                Body, BodyBuilder.By(problem, r => r?.InterfacialDmi ?? material.InterfacialDmi), material.DmiBoundary, stiffness, material.DmiMean);
        }

        if (Any(problem, material.BulkDmi, r => r.BulkDmi))
            yield return new BulkDmi<T>(Body, BodyBuilder.By(problem, r => r?.BulkDmi ?? material.BulkDmi), material.DmiBoundary, stiffness, material.DmiMean);
        foreach (AnisotropyParameters a in problem.Anisotropies)
        {
            ByRegion Constant(double value) =>
                a.Region is null ? value : BodyBuilder.By(problem, r => r?.Name == a.Region ? value : 0);
            yield return a.Kind == AnisotropyKind.Uniaxial
                ? new UniaxialAnisotropy<T>(Body, a.Axis, Constant(a.First), Constant(a.Second))
                : new CubicAnisotropy<T>(Body, a.Axis, a.SecondAxis, Constant(a.First), Constant(a.Second));
        }

        if (External is not null)
            yield return External.Term;
    }

    /// <summary>The current density on a mesh in A/m².</summary>
    /// <exception cref="MagHopfield.Toml.ProblemFileException">Its file cannot be read or does not fit.</exception>
    public static VectorField<T> Density(CurrentParameters current, Mesh mesh)
    {
        const string what = "current density";
        VectorField<T> density = current.DensityFile is string path
            ? FieldFile.Finite(
                FieldFile.Read<T>(path, mesh, what, "density_file of [current]", unit => unit is "A/m2" or "A/m^2" or "A/m²" or "" ? 1 : null), path, what)
            : new VectorField<T>(mesh);
        for (int i = 0; i < density.X.Length; i++)
            density[i] += current.Density;
        return density;
    }

    private static bool Any(Problem problem, double material, Func<RegionParameters, double?> own) =>
        material != 0 || problem.Regions.Any(r => own(r) is double value && value != 0);
}

using System.Numerics;
using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Energy;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Problems.Declarations;
using MagHopfield.Problems.Drives;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Model;

/// <summary>What a problem becomes in the engine: body, energy terms, equations of motion, integrators.</summary>
internal sealed class ProblemModel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TermScope<T> _scope;
    private readonly TermParts<T>[] _parts;
    private readonly ISpinTorque<T>[] _torques;
    private readonly ByRegion _damping;
    private readonly ThreadTeam _team;

    public ProblemModel(Problem problem, ThreadTeam team)
    {
        (Problem, _team) = (problem, team);
        Body = BodyBuilder.Body(problem);
        _damping = BodyBuilder.By(problem, r => r?.GilbertDamping ?? problem.Material.GilbertDamping);
        _scope = new(Body, [.. problem.Regions.Select(r => r.Name)], problem.Magnet.Stages, team, _damping, problem.Material.GyromagneticRatio);
        _parts = [.. problem.Terms.Select(term => term.Make(_scope)).OfType<TermParts<T>>()];
        Terms = [.. _parts.Select(part => part.Energy).OfType<IEnergyTerm<T>>()];
        External = _parts.Select(part => part.Drive).OfType<ExternalField<T>>().FirstOrDefault();
        _torques = [.. _parts.Select(part => part.Torque).OfType<ISpinTorque<T>>()];
    }

    public Problem Problem { get; }

    public Ferromagnet Body { get; }

    /// <summary>The energy terms without the thermal field.</summary>
    public IReadOnlyList<IEnergyTerm<T>> Terms { get; }

    /// <summary>The external field, or null where there is none in any stage.</summary>
    public ExternalField<T>? External { get; }

    /// <summary>The equation of motion for the dynamics.</summary>
    /// <param name="noise">Its thermal field, or null.</param>
    public LandauLifshitzGilbert<T> Dynamics(ThermalField<T>? noise) =>
        new(Body, _damping, noise is null ? [.. Terms] : [.. Terms, noise])
        {
            GyromagneticRatio = Problem.Material.GyromagneticRatio,
            Torques = _torques,
            Team = _team,
        };

    /// <summary>The thermal field of a block of steps, or null without temperature.</summary>
    /// <param name="block">Number of the block; each has noise of its own seed, so that a run can go on at the start of any block.</param>
    public ThermalField<T>? Noise(long block) =>
        Problem.Terms.Select(term => term.Noise(_scope, block)).OfType<ThermalField<T>>().FirstOrDefault();

    /// <summary>Sets all currents.</summary>
    /// <param name="factor">Factor on those of the problem.</param>
    public void SetCurrents(double factor)
    {
        foreach (TermParts<T> part in _parts)
            part.SetCurrent?.Invoke(factor);
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
}

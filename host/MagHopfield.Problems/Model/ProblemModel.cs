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
    private readonly TermParts<T>[] _parts;

    public ProblemModel(Problem problem, ThreadTeam team)
    {
        Problem = problem;
        Body = BodyBuilder.Body(problem);
        TermScope<T> scope = new(Body, problem.Magnet, team);
        _parts = [.. problem.Terms.Select(term => term.Make(scope)).OfType<TermParts<T>>()];
        External = _parts.Select(part => part.Drive).OfType<ExternalField<T>>().FirstOrDefault();
        ByRegion damping = BodyBuilder.By(problem, r => r?.GilbertDamping ?? problem.Material.GilbertDamping);
        Equation = new(Body, damping, [.. _parts.Select(part => part.Energy).OfType<IEnergyTerm<T>>()])
        {
            GyromagneticRatio = problem.Material.GyromagneticRatio,
            Torques = [.. _parts.Select(part => part.Torque).OfType<ISpinTorque<T>>()],
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
    public bool HasNoiseAhead => _parts.Any(part => part.Energy is ThermalField<T> { HasNoiseAhead: true });

    /// <summary>Begins the thermal field of a block of steps, where there is a temperature.</summary>
    /// <param name="block">Number of the block; each has noise of its own seed, so that a run can go on at the start of any block.</param>
    public void BeginNoise(long block)
    {
        foreach (TermParts<T> part in _parts)
            part.BeginNoise?.Invoke(block);
    }

    /// <summary>Sets all currents.</summary>
    /// <param name="factor">Factor on those of the problem.</param>
    public void SetCurrents(double factor)
    {
        foreach (TermParts<T> part in _parts)
            part.SetCurrent?.Invoke(factor);
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
}

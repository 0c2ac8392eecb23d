using System.Numerics;
using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Magnet;

namespace MagHopfield.Model.Problems;

/// <summary>What a problem becomes in the engine: body, energy terms, equations of motion, integrators.</summary>
internal sealed class ProblemModel<T> : MagnetModel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public ProblemModel(Problem problem, ThreadTeam team)
        : this(problem, BodyBuilder.Body(problem), team)
    {
    }

    private ProblemModel(Problem problem, Ferromagnet body, ThreadTeam team)
        : base(
            body,
            problem.Parts.By(r => r?.GilbertDamping ?? problem.Material.GilbertDamping),
            problem.Material.GyromagneticRatio,
            new TermScope<T>(body, problem.Magnet, team).Make(problem.Terms),
            team)
    {
        Problem = problem;
        Descent = Equation.Descent();
        Quiet = new(Body, Equation.Motion.Damping, [.. Equation.Terms.Where(term => term is not IRandomTerm)])
        {
            GyromagneticRatio = Equation.GyromagneticRatio,
            Torques = Equation.Torques,
            Following = Equation.Following,
            Friction = Equation.Friction,
            Backend = Equation.Backend,
        };
    }

    public Problem Problem { get; }

    /// <summary>The equation of motion without the thermal field.</summary>
    public LandauLifshitzGilbert<T> Quiet { get; }

    /// <summary>The equation of steepest descent of its energy, the thermal field's left out.</summary>
    public LandauLifshitzGilbert<T> Descent { get; }

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

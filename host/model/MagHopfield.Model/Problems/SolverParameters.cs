using MagHopfield.Micromagnetics.Integrators;

namespace MagHopfield.Model.Problems;

/// <summary>How the equation of motion is integrated in stages of kind run.</summary>
/// <param name="Integrator">The method.</param>
/// <param name="MaxError">Largest error per step of an adaptive method, dimensionless.</param>
/// <param name="FixedStep">Step in seconds, or null for adaptive steps.</param>
/// <param name="MaxStep">Longest step in seconds; infinite for no limit.</param>
public sealed record SolverParameters(IntegratorKind Integrator, double MaxError, double? FixedStep, double MaxStep);

/// <summary>Integrators.</summary>
public enum IntegratorKind
{
    /// <summary>Dormand and Prince's pair of orders 5 and 4.</summary>
    DormandPrince54,

    /// <summary>Bogacki and Shampine's pair of orders 3 and 2.</summary>
    BogackiShampine32,

    /// <summary>The classical method of order 4, of fixed step.</summary>
    RungeKutta4,

    /// <summary>Heun's method, of fixed step.</summary>
    Heun,

    /// <summary>The semi-implicit midpoint method, of fixed step.</summary>
    SemiImplicitMidpoint,
}

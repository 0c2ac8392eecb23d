using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>
/// Adaptive explicit Runge-Kutta pair. The error of a step is the largest |Δm| between the two solutions of the pair over all cells
/// (dimensionless, radians for small ones); a step above <see cref="MaxError"/> is redone. The next step is
/// 0.8 (MaxError/error)^(1/p), changed by a factor 0.5 to 2 at most, as in mumax3 (Vansteenkiste et al., AIP Adv. 4, 107133 (2014)).
/// |m| is set to 1 after each accepted step only, which keeps the order of the pair.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class EmbeddedRungeKutta<T> : IIntegrator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Headroom = 0.8;
    private const double ShortestStep = 1e-22;

    private readonly ButcherTableau _tableau;
    private readonly RungeKuttaStages<T> _stages;
    private bool _firstStageKnown;

    private EmbeddedRungeKutta(ButcherTableau tableau, double maxError)
    {
        if (!(maxError > 0) || !double.IsFinite(maxError))
            throw new ArgumentOutOfRangeException(
                nameof(maxError), $"Largest error per step = {maxError}; give a positive value, about 1e-5.");
        _tableau = tableau;
        _stages = new RungeKuttaStages<T>(tableau);
        MaxError = maxError;
    }

    /// <summary>Largest error of a step, dimensionless (of m).</summary>
    public double MaxError { get; set; }

    /// <summary>Longest step in seconds.</summary>
    public double MaxStep { get; set; } = double.PositiveInfinity;

    /// <summary>A fixed step in seconds without error control, or 0 for adaptive steps.</summary>
    public double FixedStep { get; set; }

    /// <inheritdoc/>
    public double NextStep { get; set; }

    /// <summary>Error of the last accepted step, dimensionless.</summary>
    public double LastError { get; private set; }

    /// <summary>Number of steps that were redone.</summary>
    public long RejectedSteps { get; private set; }

    /// <inheritdoc/>
    public IBackendField<T>? LastDerivative => _firstStageKnown ? _stages.First : null;

    /// <summary>Dormand and Prince's pair of orders 5 and 4: six evaluations a step.</summary>
    /// <param name="maxError">Largest error of a step, dimensionless.</param>
    public static EmbeddedRungeKutta<T> DormandPrince54(double maxError = 1e-5) => new(ButcherTableau.DormandPrince54, maxError);

    /// <summary>Bogacki and Shampine's pair of orders 3 and 2: three evaluations a step.</summary>
    /// <param name="maxError">Largest error of a step, dimensionless.</param>
    public static EmbeddedRungeKutta<T> BogackiShampine32(double maxError = 1e-5) => new(ButcherTableau.BogackiShampine32, maxError);

    /// <inheritdoc/>
    public void Forget() => _firstStageKnown = false;

    /// <inheritdoc/>
    public double Step(IEquationOfMotion<T> equation, double time, IBackendField<T> m, double limit)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(m);
        if (_stages.Prepare(equation, m.Mesh))
            _firstStageKnown = false;
        if (!_firstStageKnown)
            equation.Derivative(time, m, _stages.First);
        if (NextStep <= 0)
            NextStep = FirstStep(limit);
        while (true)
        {
            double wanted = FixedStep > 0 ? FixedStep : Math.Min(NextStep, MaxStep);
            double step = StepLength.Within(wanted, limit);
            if (equation.BeginStep(time, step))
                equation.Derivative(time, m, _stages.First);
            _stages.Compute(equation, time, m, step);
            double error = _stages.Error(step);
            bool accepted = error <= MaxError || FixedStep > 0;
            if (FixedStep == 0)
                NextStep = Proposed(step, wanted, error, accepted);
            if (accepted)
            {
                LastError = error;
                _stages.Accept(m);
                _stages.LastBecomesFirst();
                _firstStageKnown = true;
                return step;
            }
            RejectedSteps++;
            if (NextStep < ShortestStep)
            {
                throw new ArithmeticException(
                    $"No step down to {ShortestStep} s has an error below {MaxError} at t = {time} s (last error {error}); look for NaN or "
                    + "huge fields.");
            }
        }
    }

    // A step cut short by the limit says nothing against the longer one that was wanted.
    private double Proposed(double step, double wanted, double error, bool accepted)
    {
        double factor = error > 0 ? Headroom * Math.Pow(MaxError / error, 1.0 / _tableau.ErrorOrder) : 2;
        if (double.IsNaN(factor))
            factor = 0.5;
        double next = step * Math.Clamp(factor, 0.5, 2);
        return accepted ? (step < wanted ? Math.Max(next, wanted) : next) : Math.Min(next, 0.9 * step);
    }

    // A rotation of about the tolerance's root of order p would meet it for a smooth motion; a tenth of that is safe.
    private double FirstStep(double limit)
    {
        double rate = _stages.LargestFirst();
        return rate > 0 ? Math.Min(limit, 0.1 * Math.Pow(MaxError, 1.0 / _tableau.ErrorOrder) / rate) : limit;
    }
}

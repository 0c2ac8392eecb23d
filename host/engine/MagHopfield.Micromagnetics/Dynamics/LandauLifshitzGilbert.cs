using System.Numerics;
using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Backends.Cpu;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;

namespace MagHopfield.Micromagnetics.Dynamics;

/// <summary>
/// Landau-Lifshitz-Gilbert equation in explicit form, dm/dt = −γ/(1+α²) [m×H + α m×(m×H)], with the effective field H in A/m as the sum of
/// energy terms (Niu 2024, eq. S1, with γ in m/(A·s)), and further torques, if any.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class LandauLifshitzGilbert<T> : IEquationOfMotion<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IRandomTerm[] _random;
    private readonly ITimeDependentTerm[] _timeDependent;
    private readonly ITimeDependentTerm[] _following = [];
    private readonly IStateDependentTerm<T>[] _stateDependent;
    private VectorField<T>? _state;
    private readonly RightHandSide<T> _rightHandSide;
    private IFieldEvaluation<T>? _evaluation;

    /// <summary>Makes the equation.</summary>
    /// <param name="body">The body.</param>
    /// <param name="gilbertDamping">Gilbert damping α, dimensionless, ≥ 0; one number, or one a region.</param>
    /// <param name="terms">Energy terms of the same body.</param>
    public LandauLifshitzGilbert(Ferromagnet body, ByRegion gilbertDamping, params IEnergyTerm<T>[] terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        _rightHandSide = new RightHandSide<T>(body, gilbertDamping, terms);
        _random = [.. terms.OfType<IRandomTerm>()];
        _timeDependent = [.. terms.OfType<ITimeDependentTerm>()];
        _stateDependent = [.. terms.OfType<IStateDependentTerm<T>>()];
    }

    /// <summary>The body.</summary>
    public Ferromagnet Body => _rightHandSide.Body;

    /// <summary>The energy terms.</summary>
    public IReadOnlyList<IEnergyTerm<T>> Terms => _rightHandSide.Terms;

    /// <inheritdoc/>
    public IBackend<T> Backend { get; init; } = new CpuBackend<T>();

    /// <summary>Torques beside that of the field, such as spin-transfer torques.</summary>
    public IReadOnlyList<ISpinTorque<T>> Torques
    {
        get => _rightHandSide.Torques;
        init => _rightHandSide = _rightHandSide with { Torques = [.. value] };
    }

    /// <summary>
    /// What else follows the time of the motion, as the currents of torques do; it is set before each evaluation. What follows m, too, is
    /// told of it.
    /// </summary>
    public IReadOnlyList<ITimeDependentTerm> Following
    {
        get => _following;
        init => (_following, _stateDependent) =
            ([.. value], [.. Terms.OfType<IStateDependentTerm<T>>(), .. value.OfType<IStateDependentTerm<T>>()]);
    }

    /// <summary>Dry friction of all moments, or null.</summary>
    public DryFriction<T>? Friction
    {
        get => _rightHandSide.Friction;
        init => _rightHandSide = _rightHandSide with { Friction = value };
    }

    /// <summary>γ and α.</summary>
    public GilbertParameters Motion => _rightHandSide.Motion;

    /// <summary>Gilbert damping α, dimensionless: the largest where regions differ.</summary>
    public double GilbertDamping => _rightHandSide.GilbertDamping;

    /// <summary>Gyromagnetic ratio γ in m/(A·s).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive finite value.</exception>
    public double GyromagneticRatio
    {
        get => _rightHandSide.GyromagneticRatio;
        init => _rightHandSide = _rightHandSide with { GyromagneticRatio = value };
    }

    /// <summary>Whether the precession term −γ/(1+α²) m×H acts; without it the motion goes straight down in energy.</summary>
    public bool Precession
    {
        get => _rightHandSide.Precession;
        init => _rightHandSide = _rightHandSide with { Precession = value };
    }

    /// <summary>
    /// √(1+α²)/γ in A·s/m: that times |dm/dt| is |m×H| of a motion by the field alone, |dm/dt| = γ|m×H|/√(1+α²); with the largest α where
    /// regions differ.
    /// </summary>
    public double TorquePerRate => Math.Sqrt(1 + (GilbertDamping * GilbertDamping)) / GyromagneticRatio;

    /// <summary>
    /// The equation of steepest descent of the same energy, dm/dt = −(γ/2) m×(m×H): α = 1 and no precession, no further torques, no
    /// friction and no random fields. Its γ sets the scale of time only, and is that of <see cref="PhysicalConstants"/>.
    /// </summary>
    public LandauLifshitzGilbert<T> Descent() =>
        new(Body, 1, [.. Terms.Where(t => t is not IRandomTerm)]) { Precession = false, Backend = Backend };

    // Made at the first evaluation, when everything about the equation has been said.
    private IFieldEvaluation<T> Evaluation => _evaluation ??= Backend.Evaluation(_rightHandSide);

    /// <summary>Computes the effective field H in A/m.</summary>
    /// <param name="m">Unit magnetisation.</param>
    /// <param name="h">Receives the field in A/m.</param>
    public void EffectiveField(IBackendField<T> m, IBackendField<T> h)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(h);
        Evaluation.EffectiveField(m, h);
    }

    /// <summary>The same in host memory.</summary>
    /// <param name="m">Unit magnetisation.</param>
    /// <param name="h">Receives the field in A/m.</param>
    public void EffectiveField(VectorField<T> m, VectorField<T> h)
    {
        IBackendField<T> field = Backend.Attach(h);
        EffectiveField(Backend.Attach(m), field);
        Backend.Download(field, h);
    }

    /// <summary>Energy of all terms in joules.</summary>
    /// <param name="m">Unit magnetisation.</param>
    public double TotalEnergy(VectorField<T> m) => _rightHandSide.TotalEnergy(m);

    /// <summary>The same for a field of the back end.</summary>
    /// <param name="m">Unit magnetisation.</param>
    public double TotalEnergy(IBackendField<T> m) => Evaluation.TotalEnergy(m);

    /// <inheritdoc/>
    public bool BeginStep(double time, double step)
    {
        foreach (IRandomTerm term in _random)
            term.BeginStep(Motion, time, step);
        return _random.Length > 0;
    }

    /// <summary>Tells what follows m that a step begins.</summary>
    /// <param name="time">Time at its start in seconds.</param>
    /// <param name="m">Unit magnetisation at its start.</param>
    /// <returns>Whether dm/dt of this state is to be computed anew.</returns>
    public bool BeginFollowing(double time, IBackendField<T> m)
    {
        ArgumentNullException.ThrowIfNull(m);
        bool jumped = false;
        foreach (IStateDependentTerm<T> term in _stateDependent)
            jumped |= term.BeginStep(Host(m), time);
        return jumped;
    }

    /// <inheritdoc/>
    public void Derivative(double time, IBackendField<T> m, IBackendField<T> rate)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(rate);
        foreach (ITimeDependentTerm term in _timeDependent)
            term.SetTime(time);
        foreach (ITimeDependentTerm follower in _following)
            follower.SetTime(time);
        foreach (IStateDependentTerm<T> term in _stateDependent)
            term.Follow(Host(m), time);
        Evaluation.Derivative(m, rate);
    }

    /// <summary>The same in host memory.</summary>
    /// <param name="time">Time in seconds.</param>
    /// <param name="m">Unit magnetisation, zero outside the body.</param>
    /// <param name="rate">Receives dm/dt in 1/s.</param>
    public void Derivative(double time, VectorField<T> m, VectorField<T> rate)
    {
        IBackendField<T> field = Backend.Attach(rate);
        Derivative(time, Backend.Attach(m), field);
        Backend.Download(field, rate);
    }

    // m in host memory, brought there where the back end keeps it elsewhere.
    private VectorField<T> Host(IBackendField<T> m)
    {
        if (m is VectorField<T> host)
            return host;
        _state ??= new VectorField<T>(m.Mesh);
        Backend.Download(m, _state);
        return _state;
    }
}

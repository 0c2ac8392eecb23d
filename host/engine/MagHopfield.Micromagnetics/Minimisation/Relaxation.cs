using System.Numerics;
using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Minimisation;

/// <summary>
/// Descent that never climbs: limited-memory quasi-Newton steps (J. Nocedal, Math. Comput. 35, 773 (1980)) on the unit sphere, each along
/// one great circle a cell, judged by its energy. Like damped motion it cannot pass a barrier above the energy it has, while the fine mesh
/// does not limit its steps as it limits those of an explicit integrator. No step raises the energy by more than the rounding of its
/// stiffest part: 2⁻⁵² (double) or 2⁻²³ (single precision) of the terms' energies and of A V/d² a cell of edge d. Quadratic energies are
/// compared by ΔE = −½ µ0 V Σ Ms (H + H')·(m' − m), which is exact for them; others by their total energy, and small turns by their slopes,
/// which do not cancel. All memory is taken when it is made; a step allocates nothing, and results do not depend on the number of threads.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Relaxation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Largest angle in radians that a cell turns by in one step.</summary>
    public const double LargestTurn = 0.3;

    /// <summary>Number of past steps that the curvature of the energy is taken from.</summary>
    public const int Memory = 5;

    // Below this turn in radians the slopes at both ends give the change of the energy to 1e-4 of it.
    private const double SmallTurn = 0.02;

    // A step must lower the energy by this share of what its slope promises (Armijo).
    private const double Sufficient = 1e-4;

    // Where the lowest torque of so many steps is no lower than that before, and their energies differ by less than this share of
    // rounding's, only rounding moves m.
    private const int Patience = 100;
    private const double NoProgress = 0.9, NoEnergy = 0.01;

    // Trials of one step; a quarter each, so that the last is below rounding.
    private const int LargestNumberOfTrials = 30;

    private readonly LandauLifshitzGilbert<T> _equation;
    private readonly CurvatureMemory<T> _curvature;
    private readonly IBackend<T> _backend;
    private readonly IDescentPasses<T> _circle;
    private readonly ITimeDependentTerm[] _timeDependent;
    private readonly bool _quadratic;
    private readonly double _joules;
    private IBackendField<T> _field, _trialField;

    // Energies of m and of the trial in joules, of a body whose energy is not quadratic; NaN where not known.
    private double _energy, _trialEnergy;
    private readonly IBackendField<T> _trial, _gradient, _direction;

    /// <summary>Makes a relaxation of the energy of an equation of motion; its motion, and random fields, play no part.</summary>
    /// <param name="equation">The equation of motion, for its body, energy terms and back end.</param>
    public Relaxation(LandauLifshitzGilbert<T> equation)
    {
        ArgumentNullException.ThrowIfNull(equation);
        _equation = equation.Descent();
        Mesh mesh = equation.Body.Mesh;
        _backend = equation.Backend;
        _circle = _backend.Descent(equation.Body, 2 * Memory);
        _curvature = new CurvatureMemory<T>(mesh, Memory, _backend, _circle);
        _timeDependent = [.. _equation.Terms.OfType<ITimeDependentTerm>()];
        _quadratic = _equation.Terms.All(t => t.IsQuadratic);
        _joules = PhysicalConstants.Mu0 * equation.Body.SaturationMagnetisation.Largest * mesh.CellVolume;
        (_field, _trialField) = (_backend.Create(mesh), _backend.Create(mesh));
        (_trial, _gradient, _direction) = (_backend.Create(mesh), _backend.Create(mesh), _backend.Create(mesh));
    }

    // Spacing of numbers around 1.
    private static readonly double Rounding = typeof(T) == typeof(float) ? Math.Pow(2, -23) : Math.Pow(2, -52);

    /// <summary>Fields on the mesh that it holds: two of H, a trial, gradient, direction, and a pair for each remembered step.</summary>
    public static int FieldsHeld => 5 + (2 * Memory);

    /// <summary>Time in seconds at which terms that depend on time are taken.</summary>
    public double Time { get; set; }

    /// <summary>Number of steps of the last run.</summary>
    public int Steps { get; private set; }

    /// <summary>
    /// Number of field evaluations of the last run: one to begin with, one for each trial of a step, and one for each energy of terms that
    /// are not quadratic.
    /// </summary>
    public int Evaluations { get; private set; }

    /// <summary>Largest |m×H| in A/m where the last run began.</summary>
    public double FirstTorque { get; private set; }

    /// <summary>Largest |m×H| in A/m where the last run ended.</summary>
    public double MaxTorque { get; private set; }

    /// <summary>Change of the energy in joules over the last run, by the sum over its steps, to 1e-3 of itself.</summary>
    public double EnergyChange { get; private set; }

    /// <summary>Whether the last run ended because rounding left no lower energy to go to, above its limit.</summary>
    public bool AtRounding { get; private set; }

    /// <summary>Moves m down to an equilibrium.</summary>
    /// <param name="m">Unit magnetisation in the memory of the equation's back end, overwritten.</param>
    /// <param name="maxTorque">Ends where the largest |m×H| in A/m is no larger.</param>
    /// <param name="maxSteps">Largest number of steps.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <param name="afterStep">Called after each step; m then is what the step led to.</param>
    /// <returns>Whether the limit was reached.</returns>
    public bool Relax(
        IBackendField<T> m, double maxTorque, int maxSteps = 1_000_000, CancellationToken cancellation = default, Action? afterStep = null)
    {
        ArgumentNullException.ThrowIfNull(m);
        if (!(maxTorque > 0))
            throw new ArgumentOutOfRangeException(nameof(maxTorque), $"Torque limit = {maxTorque} A/m; give a positive value.");
        foreach (ITimeDependentTerm term in _timeDependent)
            term.SetTime(Time);
        (Evaluations, Steps, EnergyChange, AtRounding) = (1, 0, 0, false);
        (_energy, _trialEnergy) = (double.NaN, double.NaN);
        _curvature.Clear();
        _equation.EffectiveField(m, _field);
        MaxTorque = FirstTorque = _circle.Gradient(m, _field, _gradient);
        double lowest = FirstTorque, lowestBefore = FirstTorque, changeBefore = 0;
        for (bool refused = false; MaxTorque > maxTorque && Steps < maxSteps; Steps++)
        {
            cancellation.ThrowIfCancellationRequested();
            lowest = Math.Min(lowest, MaxTorque);
            if (Steps > 0 && Steps % Patience == 0)
            {
                if (lowest > NoProgress * lowestBefore
                    && changeBefore - EnergyChange < NoEnergy * Rounding * Math.Abs(_equation.TotalEnergy(m)))
                {
                    AtRounding = true;
                    return false;
                }

                (lowestBefore, changeBefore) = (lowest, EnergyChange);
            }

            Descent descent = _curvature.Direction(m, _gradient, _direction);
            if (!(descent.Slope < 0))
                descent = SteepestDescent(m);
            // A first step along the gradient turns the fastest cell by a hundredth of a radian.
            double step = _curvature.Count > 0 ? 1 : 0.01 / descent.Fastest;
            if (Step(m, descent, step))
            {
                refused = false;
                afterStep?.Invoke();
                continue;
            }

            // The remembered curvature may be the fault; the gradient alone is not.
            if (refused || _curvature.Count == 0)
            {
                AtRounding = true;
                return false;
            }

            _curvature.Clear();
            refused = true;
            Steps--;
        }

        return MaxTorque <= maxTorque;
    }

    private Descent SteepestDescent(IBackendField<T> m)
    {
        _curvature.Clear();
        return _curvature.Direction(m, _gradient, _direction);
    }

    // One step; false where no trial lowered the energy, m then is as it was.
    private bool Step(IBackendField<T> m, Descent descent, double first)
    {
        double longest =
            LargestTurn / descent.Fastest, step =
                Math.Min(first, longest), below = 0, slopeBelow = descent.Slope, above = double.PositiveInfinity;
        for (int trial = 0; trial < LargestNumberOfTrials; trial++)
        {
            CircleSums end = Try(m, step);
            double change = Change(m, descent, step, end);
            if (!(change <= Sufficient * step * descent.Slope))
            {
                // Not low enough, or not a number: the lowest point along the circle lies before. The slope's zero where it is of use.
                above = step;
                double zero = end.Slope > slopeBelow ? below + ((step - below) * slopeBelow / (slopeBelow - end.Slope)) : double.NaN;
                step = Math.Clamp(
                    double.IsFinite(zero) ? zero : below + (0.25 * (step - below)),
                    below + (0.1 * (step - below)),
                    below + (0.6 * (step - below)));
                continue;
            }

            // Still as steep as where it began: over a region of negative curvature, which longer steps cross.
            if (end.Slope < 0.9 * descent.Slope && step < longest && double.IsInfinity(above))
            {
                (below, slopeBelow) = (step, end.Slope);
                step = Math.Min(4 * step, longest);
                continue;
            }

            Accept(m, step, change, end);
            return true;
        }

        return false;
    }

    private CircleSums Try(IBackendField<T> m, double step)
    {
        _trialEnergy = double.NaN;
        _circle.Turn(m, _direction, step, across: true, _trial);
        _equation.EffectiveField(_trial, _trialField);
        Evaluations++;
        return _circle.Look(m, _field, _direction, step, _trial, _trialField);
    }

    // Change of the energy in the unit of Σ Ms/Ms_max H·m, A/m.
    private double Change(IBackendField<T> m, Descent descent, double step, CircleSums end)
    {
        if (step * descent.Fastest <= SmallTurn)
            return 0.5 * step * (descent.Slope + end.Slope);
        if (_quadratic)
            return end.Energy;
        if (double.IsNaN(_energy))
            _energy = Energy(m);
        _trialEnergy = Energy(_trial);
        return (_trialEnergy - _energy) / _joules;
    }

    private double Energy(IBackendField<T> m)
    {
        Evaluations++;
        return _equation.TotalEnergy(m);
    }

    private void Accept(IBackendField<T> m, double step, double change, CircleSums end)
    {
        _circle.Accept(m, _gradient, _direction, step, _trial, _trialField, _curvature.NextStep, _curvature.NextYield);
        _curvature.Add();
        _backend.Copy(_trial, m);
        (_field, _trialField) = (_trialField, _field);
        (_energy, _trialEnergy) = (_trialEnergy, double.NaN);
        EnergyChange += _joules * change;
        MaxTorque = end.Torque;
    }
}

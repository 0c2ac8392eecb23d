using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>
/// Heun's method with a fixed step, of order 2; with a thermal field it converges to the Stratonovich solution, which is the physical one
/// (J. L. García-Palacios and F. J. Lázaro, Phys. Rev. B 58, 14937 (1998)). |m| is set to 1 after each step.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Heun<T> : IIntegrator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[] _weights = new double[2];
    private VectorField<T>[] _k = [];
    private VectorField<T>? _trial;

    /// <summary>Makes the integrator.</summary>
    /// <param name="step">Step in seconds.</param>
    public Heun(double step)
    {
        if (!(step > 0) || !double.IsFinite(step))
            throw new ArgumentOutOfRangeException(nameof(step), $"Time step = {step} s; give a positive value in seconds.");
        NextStep = step;
    }

    /// <inheritdoc/>
    public double NextStep { get; set; }

    /// <inheritdoc/>
    public VectorField<T>? LastDerivative => null;

    /// <inheritdoc/>
    public void Forget()
    {
    }

    /// <inheritdoc/>
    public double Step(IEquationOfMotion<T> equation, double time, VectorField<T> m, double limit)
    {
        ArgumentNullException.ThrowIfNull(equation);
        ArgumentNullException.ThrowIfNull(m);
        if (_trial is null || _trial.Mesh != m.Mesh)
        {
            _trial = new VectorField<T>(m.Mesh);
            _k = [new(m.Mesh), new(m.Mesh)];
        }
        double step = Math.Min(NextStep, limit);
        equation.BeginStep(time, step);
        equation.Derivative(time, m, _k[0]);
        _weights[0] = step;
        FieldArithmetic.Combine(m, _k.AsSpan(0, 1), _weights.AsSpan(0, 1), _trial);
        equation.Derivative(time + step, _trial, _k[1]);
        (_weights[0], _weights[1]) = (0.5 * step, 0.5 * step);
        FieldArithmetic.Combine(m, _k, _weights, _trial);
        FieldArithmetic.Normalise(_trial, m);
        return step;
    }
}

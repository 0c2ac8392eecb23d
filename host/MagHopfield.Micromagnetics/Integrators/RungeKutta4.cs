using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>The classical Runge-Kutta method of order 4 with a fixed step; |m| is set to 1 after each step.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class RungeKutta4<T> : IIntegrator<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[] _weights = new double[4];
    private VectorField<T>[] _k = [];
    private VectorField<T>? _trial;

    /// <summary>Makes the integrator.</summary>
    /// <param name="step">Step in seconds.</param>
    public RungeKutta4(double step)
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
            _k = [new(m.Mesh), new(m.Mesh), new(m.Mesh), new(m.Mesh)];
        }
        double step = Math.Min(NextStep, limit);
        equation.BeginStep(time, step);
        equation.Derivative(time, m, _k[0]);
        Stage(equation, m, time + (0.5 * step), 0, 0.5 * step);
        Stage(equation, m, time + (0.5 * step), 1, 0.5 * step);
        Stage(equation, m, time + step, 2, step);
        (_weights[0], _weights[1], _weights[2], _weights[3]) = (step / 6, step / 3, step / 3, step / 6);
        FieldArithmetic.Combine(m, _k, _weights, _trial);
        FieldArithmetic.Normalise(_trial, m);
        return step;
    }

    private void Stage(IEquationOfMotion<T> equation, VectorField<T> m, double time, int from, double weight)
    {
        _weights[0] = weight;
        FieldArithmetic.Combine(m, _k.AsSpan(from, 1), _weights.AsSpan(0, 1), _trial!);
        equation.Derivative(time, _trial!, _k[from + 1]);
    }
}

using System.Numerics;
using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>Work fields of an explicit Runge-Kutta method and what is done with them, by the equation's back end.</summary>
internal sealed class RungeKuttaStages<T>(ButcherTableau tableau)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[] _weights = new double[tableau.C.Length];
    private IBackendField<T>[] _k = [];
    private IBackend<T>? _backend;
    private IBackendField<T>? _trial;

    /// <summary>dm/dt in 1/s at the beginning of the step.</summary>
    public IBackendField<T> First => _k[0];

    /// <summary>Takes the equation's back end and makes the fields, unless those of the last step serve.</summary>
    /// <returns>Whether the fields are new, so that what they held is lost.</returns>
    public bool Prepare(IEquationOfMotion<T> equation, Mesh mesh)
    {
        IBackend<T> backend = _backend = equation.Backend;
        if (_trial is not null && _trial.Mesh == mesh && backend.Owns(_trial))
            return false;
        _trial = backend.Create(mesh);
        // The end of a step is a stage only where its rate is of use: for the error, and for the next step.
        _k = new IBackendField<T>[tableau.E.Length > 0 ? tableau.E.Length : tableau.C.Length - 1];
        for (int s = 0; s < _k.Length; s++)
            _k[s] = backend.Create(mesh);
        return true;
    }

    /// <summary>Computes stage 1 and all further ones from m and stage 0.</summary>
    public void Compute(IEquationOfMotion<T> equation, double time, IBackendField<T> m, double step)
    {
        for (int s = 1; s < tableau.C.Length; s++)
        {
            double[] row = tableau.A[s];
            for (int j = 0; j < row.Length; j++)
                _weights[j] = step * row[j];
            _backend!.Combine(m, _k, _weights.AsSpan(0, row.Length), _trial!);
            if (s < _k.Length)
                equation.Derivative(time + (tableau.C[s] * step), _trial!, _k[s]);
        }
    }

    /// <summary>Largest |Δm| between the two solutions of a pair over all cells.</summary>
    public double Error(double step)
    {
        for (int s = 0; s < tableau.E.Length; s++)
            _weights[s] = step * tableau.E[s];
        return _backend!.LargestNorm(_k, _weights.AsSpan(0, tableau.E.Length));
    }

    /// <summary>Largest |dm/dt| in 1/s at the beginning of the step.</summary>
    public double LargestFirst()
    {
        _weights[0] = 1;
        return _backend!.LargestNorm(_k, _weights.AsSpan(0, 1));
    }

    /// <summary>Sets m to the solution, |m| = 1.</summary>
    public void Accept(IBackendField<T> m) => _backend!.Normalise(_trial!, m);

    /// <summary>Makes the last stage the first one of the next step.</summary>
    public void LastBecomesFirst() => (_k[0], _k[^1]) = (_k[^1], _k[0]);
}

using System.Numerics;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>
/// The magnetisation at any time inside a step, by the cubic through m and dm/dt at both ends (Hermite), set to length 1. Its error is of
/// fourth order in the step.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class DenseOutput<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly VectorField<T>[] _fields;
    private readonly double[] _weights = new double[4];
    private readonly VectorField<T> _zero;
    private double _begin, _end;

    public DenseOutput(Mesh mesh)
    {
        _fields = [new(mesh), new(mesh), new(mesh), new(mesh)];
        _zero = new VectorField<T>(mesh);
        Value = new VectorField<T>(mesh);
    }

    /// <summary>The magnetisation that <see cref="Evaluate"/> computed last.</summary>
    public VectorField<T> Value { get; }

    /// <summary>Notes the start of a step.</summary>
    public void Begin(double time, VectorField<T> m, VectorField<T> rate)
    {
        _begin = time;
        m.CopyTo(_fields[0]);
        rate.CopyTo(_fields[1]);
    }

    /// <summary>Notes the end of the step.</summary>
    public void End(double time, VectorField<T> m, VectorField<T> rate)
    {
        _end = time;
        m.CopyTo(_fields[2]);
        rate.CopyTo(_fields[3]);
    }

    /// <summary>Computes <see cref="Value"/> at a time between start and end.</summary>
    public void Evaluate(double time)
    {
        double step = _end - _begin, s = (time - _begin) / step, r = 1 - s;
        _weights[0] = (1 + (2 * s)) * r * r;
        _weights[1] = s * r * r * step;
        _weights[2] = s * s * (3 - (2 * s));
        _weights[3] = -s * s * r * step;
        FieldArithmetic.Combine(_zero, _fields, _weights, Value);
        FieldArithmetic.Normalise(Value, Value);
    }
}

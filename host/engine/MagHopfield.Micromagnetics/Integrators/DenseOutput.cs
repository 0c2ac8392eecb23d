using System.Numerics;
using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Integrators;

/// <summary>
/// The magnetisation at any time inside a step, by the cubic through m and dm/dt at both ends (Hermite), set to length 1. Its error is of
/// fourth order in the step.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class DenseOutput<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IBackend<T> _backend;
    private readonly IBackendField<T>[] _fields;
    private readonly double[] _weights = new double[4];
    private readonly IBackendField<T> _zero, _kept;
    private double _begin, _end;

    public DenseOutput(Mesh mesh, IBackend<T> backend)
    {
        _backend = backend;
        _fields = [backend.Create(mesh), backend.Create(mesh), backend.Create(mesh), backend.Create(mesh)];
        _zero = backend.Create(mesh);
        Value = new VectorField<T>(mesh);
        _kept = backend.Attach(Value);
    }

    /// <summary>The magnetisation that <see cref="Evaluate"/> computed last.</summary>
    public VectorField<T> Value { get; }

    /// <summary>Notes the start of a step.</summary>
    public void Begin(double time, IBackendField<T> m, IBackendField<T> rate)
    {
        _begin = time;
        _backend.Copy(m, _fields[0]);
        _backend.Copy(rate, _fields[1]);
    }

    /// <summary>Notes the end of the step.</summary>
    public void End(double time, IBackendField<T> m, IBackendField<T> rate)
    {
        _end = time;
        _backend.Copy(m, _fields[2]);
        _backend.Copy(rate, _fields[3]);
    }

    /// <summary>Computes <see cref="Value"/> at a time between start and end.</summary>
    public void Evaluate(double time)
    {
        double step = _end - _begin, s = (time - _begin) / step, r = 1 - s;
        _weights[0] = (1 + (2 * s)) * r * r;
        _weights[1] = s * r * r * step;
        _weights[2] = s * s * (3 - (2 * s));
        _weights[3] = -s * s * r * step;
        _backend.Combine(_zero, _fields, _weights, _kept);
        _backend.Normalise(_kept, _kept);
        _backend.Download(_kept, Value);
    }
}

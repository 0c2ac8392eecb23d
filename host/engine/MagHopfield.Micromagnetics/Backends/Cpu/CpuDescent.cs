using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Backends.Cpu;

/// <summary>The passes of descents on fields in host memory.</summary>
internal sealed class CpuDescent<T> : IDescentPasses<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly GreatCircleStep<T> _circle;
    private readonly DescentStep<T> _descent;
    private readonly CurvaturePasses<T> _curvature;

    public CpuDescent(Ferromagnet body, int remembered, ThreadTeam team)
    {
        MomentShare<T> moment = new(body);
        _circle = new GreatCircleStep<T>(body.Mesh, moment, team);
        _descent = new DescentStep<T>(body, moment, team);
        _curvature = new CurvaturePasses<T>(body.Mesh, remembered, team);
    }

    public double Gradient(IBackendField<T> m, IBackendField<T> h, IBackendField<T> g) => _circle.Gradient(Host(m), Host(h), Host(g));

    public void Turn(IBackendField<T> m, IBackendField<T> d, double step, bool across, IBackendField<T> to)
    {
        if (across)
            _circle.Turn(Host(m), Host(d), step, Host(to));
        else
            _descent.Turn(Host(m), Host(d), step, Host(to));
    }

    public CircleSums Look(
        IBackendField<T> m, IBackendField<T> h, IBackendField<T> d, double step, IBackendField<T> to, IBackendField<T> toField) =>
        _circle.Look(Host(m), Host(h), Host(d), step, Host(to), Host(toField));

    public void Accept(
        IBackendField<T> m,
        IBackendField<T> g,
        IBackendField<T> d,
        double step,
        IBackendField<T> to,
        IBackendField<T> toField,
        IBackendField<T> s,
        IBackendField<T> y) =>
        _circle.Accept(Host(m), Host(g), Host(d), step, Host(to), Host(toField), Host(s), Host(y));

    public void Products(
        ReadOnlySpan<IBackendField<T>?> fields,
        (IBackendField<T> Step, IBackendField<T> Yield)? newest,
        IBackendField<T> g,
        Span<double> products) =>
        _curvature.Products(fields, newest, Host(g), products);

    public Descent Direction(
        IBackendField<T> m, IBackendField<T> g, ReadOnlySpan<IBackendField<T>> fields, ReadOnlySpan<double> weights, IBackendField<T> d) =>
        _curvature.Direction(Host(m), Host(g), fields, weights, Host(d));

    public DescentSums Sum(IBackendField<T> from, IBackendField<T> rateFrom, IBackendField<T> to, IBackendField<T> rateTo) =>
        _descent.Sum(Host(from), Host(rateFrom), Host(to), Host(rateTo));

    private static VectorField<T> Host(IBackendField<T> field) => CpuBackend<T>.Host(field);
}

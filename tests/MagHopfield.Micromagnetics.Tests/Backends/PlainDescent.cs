using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using static MagHopfield.Micromagnetics.Tests.Backends.PlainField;

namespace MagHopfield.Micromagnetics.Tests.Backends;

/// <summary>The passes of descents, each quantity from its definition.</summary>
internal sealed class PlainDescent(Ferromagnet body) : IDescentPasses<double>
{
    public double Gradient(IBackendField<double> m, IBackendField<double> h, IBackendField<double> g)
    {
        double torque = 0;
        for (int i = 0; i < Of(m).Length; i++)
        {
            Of(g)[i] = -Weight(i) * Across(Of(m)[i], Of(h)[i]);
            torque = Math.Max(torque, Vector3D.Cross(Of(m)[i], Of(h)[i]).Length);
        }

        return torque;
    }

    public void Turn(IBackendField<double> m, IBackendField<double> d, double step, bool across, IBackendField<double> to)
    {
        for (int i = 0; i < Of(m).Length; i++)
            Of(to)[i] = PlainBackend.Unit(Turned(Of(m)[i], step * Of(d)[i]));
    }

    public CircleSums Look(
        IBackendField<double> m,
        IBackendField<double> h,
        IBackendField<double> d,
        double step,
        IBackendField<double> to,
        IBackendField<double> toField)
    {
        double slope = 0, energy = 0, torque = 0;
        for (int i = 0; i < Of(m).Length; i++)
        {
            Vector3D at = Of(m)[i], turn = step * Of(d)[i], end = Of(to)[i], field = Of(toField)[i];
            double speed = 1 / (1 + (0.25 * Vector3D.Dot(turn, turn)));
            slope -= Weight(i) * speed * Vector3D.Dot(field, Carried(at, turn, Of(d)[i]));
            energy -= 0.5 * Weight(i) * Vector3D.Dot(end - at, Of(h)[i] + field);
            torque = Math.Max(torque, Vector3D.Cross(end, field).Length);
        }

        return new CircleSums(slope, energy, torque);
    }

    public void Accept(
        IBackendField<double> m,
        IBackendField<double> g,
        IBackendField<double> d,
        double step,
        IBackendField<double> to,
        IBackendField<double> toField,
        IBackendField<double> s,
        IBackendField<double> y)
    {
        for (int i = 0; i < Of(m).Length; i++)
        {
            Vector3D at = Of(m)[i], turn = step * Of(d)[i], old = Of(g)[i], now = -Weight(i) * Across(Of(to)[i], Of(toField)[i]);
            Vector3D along = PlainBackend.Unit(turn), part = Vector3D.Dot(old, along) * along;
            Of(s)[i] = Carried(at, turn, turn);
            Of(y)[i] = now - (old - part) - Carried(at, turn, part);
            Of(g)[i] = now;
        }
    }

    public void Products(
        ReadOnlySpan<IBackendField<double>?> fields,
        (IBackendField<double> Step, IBackendField<double> Yield)? newest,
        IBackendField<double> g,
        Span<double> products)
    {
        for (int j = 0; j < fields.Length; j++)
        {
            products[(3 * j) + 2] = fields[j] is { } field ? Product(field, g) : 0;
            if (newest is not { } pair)
                continue;
            products[3 * j] = fields[j] is { } first ? Product(first, pair.Step) : 0;
            products[(3 * j) + 1] = fields[j] is { } second ? Product(second, pair.Yield) : 0;
        }
    }

    public Descent Direction(
        IBackendField<double> m,
        IBackendField<double> g,
        ReadOnlySpan<IBackendField<double>> fields,
        ReadOnlySpan<double> weights,
        IBackendField<double> d)
    {
        double slope = 0, fastest = 0;
        for (int i = 0; i < Of(m).Length; i++)
        {
            Vector3D sum = weights[^1] * Of(g)[i];
            for (int j = 0; j < fields.Length; j++)
                sum += weights[j] == 0 ? default : weights[j] * Of(fields[j])[i];
            Of(d)[i] = Of(m)[i] == default ? default : sum - (Vector3D.Dot(sum, Of(m)[i]) * Of(m)[i]);
            slope += Vector3D.Dot(Of(g)[i], Of(d)[i]);
            fastest = Math.Max(fastest, Of(d)[i].Length);
        }

        return new Descent(slope, fastest);
    }

    public DescentSums Sum(
        IBackendField<double> from, IBackendField<double> rateFrom, IBackendField<double> to, IBackendField<double> rateTo)
    {
        double ss = 0, sy = 0, yy = 0, energy = 0, fastest = 0;
        for (int i = 0; i < Of(from).Length; i++)
        {
            Vector3D s = Of(to)[i] - Of(from)[i], a = Of(rateFrom)[i], b = Of(rateTo)[i], y = a - b;
            (ss, sy, yy) = (ss + Vector3D.Dot(s, s), sy + Vector3D.Dot(s, y), yy + Vector3D.Dot(y, y));
            energy -= 0.5 * Weight(i) * Vector3D.Dot(s, a + b);
            fastest = Math.Max(fastest, b.Length);
        }

        return new DescentSums(ss, sy, yy, energy, fastest);
    }

    private double Weight(int cell) => body.MsOf(cell) / body.SaturationMagnetisation.Largest;

    private static Vector3D Across(Vector3D m, Vector3D h) => Vector3D.Cross(m, Vector3D.Cross(h, m));

    // m after a turn by 2 arctan(|t|/2) towards t.
    private static Vector3D Turned(Vector3D m, Vector3D t)
    {
        double angle = 2 * Math.Atan(0.5 * t.Length);
        return (Math.Cos(angle) * m) + (Math.Sin(angle) * PlainBackend.Unit(t));
    }

    // A vector along the turn, carried to its end.
    private static Vector3D Carried(Vector3D m, Vector3D t, Vector3D v)
    {
        double angle = 2 * Math.Atan(0.5 * t.Length);
        return (Math.Cos(angle) * v) - (Math.Sin(angle) * Vector3D.Dot(v, PlainBackend.Unit(t)) * m);
    }

    private static double Product(IBackendField<double> a, IBackendField<double> b)
    {
        double sum = 0;
        for (int i = 0; i < Of(a).Length; i++)
            sum += Vector3D.Dot(Of(a)[i], Of(b)[i]);
        return sum;
    }
}

using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using static MagHopfield.Micromagnetics.Tests.Backends.PlainField;

namespace MagHopfield.Micromagnetics.Tests.Backends;

/// <summary>
/// A second back end: memory of its own, one loop over the cells for each call, and no code of the engine's for any formula it knows. It
/// counts copies between its memory and the host's.
/// </summary>
internal sealed class PlainBackend : IBackend<double>
{
    public string Name => "plain";

    public int Uploads { get; private set; }

    public int Downloads { get; private set; }

    /// <summary>Formulas that were done here, and terms and torques that were done by their own code in host memory.</summary>
    public SortedSet<string> Kernels { get; } = [];

    public SortedSet<string> InHostMemory { get; } = [];

    public bool Owns(IBackendField<double> field) => field is PlainField;

    public IBackendField<double> Create(Mesh mesh) => new PlainField(mesh);

    public IBackendField<double> Attach(VectorField<double> host)
    {
        PlainField field = new(host.Mesh);
        Upload(host, field);
        return field;
    }

    public void Upload(VectorField<double> host, IBackendField<double> field)
    {
        Uploads++;
        for (int i = 0; i < Of(field).Length; i++)
            Of(field)[i] = host[i];
    }

    public void Download(IBackendField<double> field, VectorField<double> host)
    {
        Downloads++;
        for (int i = 0; i < Of(field).Length; i++)
            host[i] = Of(field)[i];
    }

    public void Copy(IBackendField<double> from, IBackendField<double> to) => Of(from).CopyTo(Of(to), 0);

    public void Combine(
        IBackendField<double> m, ReadOnlySpan<IBackendField<double>> k, ReadOnlySpan<double> w, IBackendField<double> target)
    {
        for (int i = 0; i < Of(m).Length; i++)
            Of(target)[i] = Of(m)[i] + Sum(k, w, i);
    }

    public double LargestNorm(ReadOnlySpan<IBackendField<double>> k, ReadOnlySpan<double> w)
    {
        double largest = 0;
        for (int i = 0; i < Of(k[0]).Length; i++)
            largest = Math.Max(largest, Sum(k, w, i).Length);
        return largest;
    }

    public void Normalise(IBackendField<double> source, IBackendField<double> target)
    {
        for (int i = 0; i < Of(source).Length; i++)
            Of(target)[i] = Unit(Of(source)[i]);
    }

    public void Rotate(
        IBackendField<double> m, IBackendField<double> at, IBackendField<double> rate, double step, IBackendField<double> target, bool mean)
    {
        for (int i = 0; i < Of(m).Length; i++)
        {
            Vector3D from = Of(m)[i], s = Of(at)[i];
            if (Vector3D.Dot(s, s) == 0)
            {
                Of(target)[i] = default;
                continue;
            }

            // m' = m + ½(m + m')×A is a rotation about A by −2 arctan(|A|/2), here by Rodrigues' formula.
            Vector3D a = (step / Vector3D.Dot(s, s)) * Vector3D.Cross(Of(rate)[i], s);
            double angle = -2 * Math.Atan(0.5 * a.Length);
            Vector3D axis = Unit(a);
            Vector3D to = (Math.Cos(angle) * from) + (Math.Sin(angle) * Vector3D.Cross(axis, from))
                + ((1 - Math.Cos(angle)) * Vector3D.Dot(axis, from) * axis);
            Of(target)[i] = mean ? 0.5 * (from + to) : Unit(to);
        }
    }

    public IFieldEvaluation<double> Evaluation(RightHandSide<double> equation) => new PlainEvaluation(this, equation);

    public IDescentPasses<double> Descent(Ferromagnet body, int remembered) => new PlainDescent(body);

    public static Vector3D Unit(Vector3D v) => v.Length == 0 ? default : (1 / v.Length) * v;

    private static Vector3D Sum(ReadOnlySpan<IBackendField<double>> k, ReadOnlySpan<double> w, int i)
    {
        Vector3D sum = default;
        for (int j = 0; j < w.Length; j++)
            sum += w[j] * Of(k[j])[i];
        return sum;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// Cubic anisotropy, e = Kc1 (a₁²a₂² + a₂²a₃² + a₃²a₁²) + Kc2 a₁²a₂²a₃² with a_i = m·c_i along three orthogonal axes,
/// H = −(2/(µ0 Ms)) Σ_i a_i [Kc1 (a_j² + a_k²) + Kc2 a_j² a_k²] c_i.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class CubicAnisotropy<T> : ILocalTerm<T>, IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Ferromagnet _body;
    private readonly Func<VectorField<T>, int, double> _density;
    private readonly Vector3D _a, _b, _c;
    // −2 Kc1/(µ0 Ms) and −2 Kc2/(µ0 Ms) of each cell in A/m.
    private readonly T[] _first, _second;

    /// <summary>Makes the term.</summary>
    /// <param name="body">The body.</param>
    /// <param name="axis1">First axis, of any length but zero.</param>
    /// <param name="axis2">Second axis, orthogonal to the first; the third is their vector product.</param>
    /// <param name="kc1">First-order constant in J/m³, by region; positive for easy axes along c_i.</param>
    /// <param name="kc2">Second-order constant in J/m³, by region.</param>
    /// <exception cref="ArgumentException">The axes are not orthogonal to 1e-6.</exception>
    public CubicAnisotropy(Ferromagnet body, Vector3D axis1, Vector3D axis2, ByRegion kc1, ByRegion kc2 = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        (_body, _density) = (body, Density);
        (_a, _b) = (axis1.Normalised(), axis2.Normalised());
        if (Math.Abs(Vector3D.Dot(_a, _b)) > 1e-6)
            throw new ArgumentException($"Cubic axes {axis1} and {axis2} are not orthogonal; give two at a right angle.", nameof(axis2));
        _c = Vector3D.Cross(_a, _b);
        (Kc1, Kc2) = (kc1, kc2);
        (_first, _second) = (OverMs(kc1), OverMs(kc2));
    }

    /// <inheritdoc/>
    public string Name => "cubic_anisotropy";

    /// <inheritdoc/>
    public bool IsQuadratic => false;

    /// <summary>First-order constant in J/m³, by region.</summary>
    public ByRegion Kc1 { get; }

    /// <summary>Second-order constant in J/m³, by region.</summary>
    public ByRegion Kc2 { get; }

    /// <inheritdoc/>
    public string? Kernel => "cubic_anisotropy";

    /// <summary>Axes a, b, c, and of each cell first = −2 Kc1/(µ0 Ms) and second = −2 Kc2/(µ0 Ms) in A/m.</summary>
    /// <param name="arguments">Receives them.</param>
    public void Describe(KernelArguments<T> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        arguments.Vector("ax", "ay", "az", _a);
        arguments.Vector("bx", "by", "bz", _b);
        arguments.Vector("cx", "cy", "cz", _c);
        arguments.Cell("first", _first);
        arguments.Cell("second", _second);
    }

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h) => AddField(m, h, 0, _body.Mesh.CellCount);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void AddField(VectorField<T> m, VectorField<T> h, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(h);
        Vector<T> ax = Lanes.All<T>(_a.X), ay = Lanes.All<T>(_a.Y), az = Lanes.All<T>(_a.Z);
        Vector<T> bx = Lanes.All<T>(_b.X), by = Lanes.All<T>(_b.Y), bz = Lanes.All<T>(_b.Z);
        Vector<T> cx = Lanes.All<T>(_c.X), cy = Lanes.All<T>(_c.Y), cz = Lanes.All<T>(_c.Z);
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, hx = h.PointerX, hy = h.PointerY, hz = h.PointerZ;
        fixed (T* first = _first, second = _second)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                Vector<T> x = Lanes.Load(mx, i, end), y = Lanes.Load(my, i, end), z = Lanes.Load(mz, i, end);
                Vector<T> a = (x * ax) + (y * ay) + (z * az), b = (x * bx) + (y * by) + (z * bz), c = (x * cx) + (y * cy) + (z * cz);
                Vector<T> k1 = Lanes.Load(first, i, end), k2 = Lanes.Load(second, i, end), aa = a * a, bb = b * b, cc = c * c;
                a *= (k1 * (bb + cc)) + (k2 * bb * cc);
                b *= (k1 * (aa + cc)) + (k2 * aa * cc);
                c *= (k1 * (aa + bb)) + (k2 * aa * bb);
                Lanes.Store(Lanes.Load(hx, i, end) + (a * ax) + (b * bx) + (c * cx), hx, i, end);
                Lanes.Store(Lanes.Load(hy, i, end) + (a * ay) + (b * by) + (c * cy), hy, i, end);
                Lanes.Store(Lanes.Load(hz, i, end) + (a * az) + (b * bz) + (c * cz), hz, i, end);
            }
        }
        GC.KeepAlive(m);
        GC.KeepAlive(h);
    }

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e) => CellEnergy.AddDensity(m, e, _density);

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => CellEnergy.Total(m, _density);

    private T[] OverMs(ByRegion k)
    {
        T[] values = new T[_body.Mesh.CellCount];
        for (int i = 0; i < values.Length; i++)
        {
            double ms = _body.MsOf(i);
            values[i] = ms == 0 ? T.Zero : T.CreateChecked(-2 * k[_body.Geometry.Region[i]] / (PhysicalConstants.Mu0 * ms));
        }
        return values;
    }

    private double Density(VectorField<T> m, int i)
    {
        int region = _body.Geometry.Region[i];
        double a = Vector3D.Dot(m[i], _a), b = Vector3D.Dot(m[i], _b), c = Vector3D.Dot(m[i], _c), aa = a * a, bb = b * b, cc = c * c;
        return (Kc1[region] * ((aa * bb) + (bb * cc) + (cc * aa))) + (Kc2[region] * aa * bb * cc);
    }
}

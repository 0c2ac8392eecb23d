using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Io;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// Uniaxial anisotropy, e = −Ku1 (m·u)² − Ku2 (m·u)⁴ (the sign of mumax3; easy axis for Ku1 &gt; 0),
/// H = [2 Ku1 (m·u) + 4 Ku2 (m·u)³] u / (µ0 Ms).
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class UniaxialAnisotropy<T> : ILocalTerm<T>, IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Ferromagnet _body;
    private readonly Func<VectorField<T>, int, double> _density;
    private readonly T[] _first, _third;
    private readonly bool _uniform, _quadratic;

    /// <summary>Makes the term.</summary>
    /// <param name="body">The body.</param>
    /// <param name="axis">Axis u, of any length but zero.</param>
    /// <param name="ku1">First-order constant in J/m³, by region; positive for an easy axis.</param>
    /// <param name="ku2">Second-order constant in J/m³, by region.</param>
    public UniaxialAnisotropy(Ferromagnet body, Vector3D axis, ByRegion ku1, ByRegion ku2 = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        (_body, _density) = (body, Density);
        Axis = axis.Normalised();
        (Ku1, Ku2) = (ku1, ku2);
        T[] ms = body.SaturationMagnetisation.Spread<T>(body.Geometry, s => s, out bool oneMs);
        _first = ku1.Spread<T>(body.Geometry, k => 2 * k / PhysicalConstants.Mu0, out bool one1);
        _third = ku2.Spread<T>(body.Geometry, k => 4 * k / PhysicalConstants.Mu0, out bool one2);
        for (int i = 0; i < ms.Length; i++)
        {
            if (ms[i] != T.Zero)
                (_first[i], _third[i]) = (_first[i] / ms[i], _third[i] / ms[i]);
        }
        _uniform = oneMs && one1 && one2;
        _quadratic = Array.TrueForAll(_third, T.IsZero);
    }

    /// <inheritdoc/>
    public string Name => "anisotropy";

    /// <inheritdoc/>
    public bool IsQuadratic => _quadratic;

    /// <summary>Unit vector u of the axis.</summary>
    public Vector3D Axis { get; }

    /// <summary>First-order constant in J/m³, by region.</summary>
    public ByRegion Ku1 { get; }

    /// <summary>Second-order constant in J/m³, by region.</summary>
    public ByRegion Ku2 { get; }

    /// <summary>
    /// A hard axis along z with the field H = −K m_z ẑ, as Niu 2024 writes it (eq. S2; K = 43.062 A/m in Table 1): Ku1 = −µ0 Ms K/2.
    /// </summary>
    /// <param name="body">The body.</param>
    /// <param name="k">Field constant K in A/m, positive for a hard axis.</param>
    /// <exception cref="InvalidOperationException">Ms of the body is given cell by cell, where Ku1 has no value by region.</exception>
    public static UniaxialAnisotropy<T> HardAxis(Ferromagnet body, double k)
    {
        ArgumentNullException.ThrowIfNull(body);
        double[] ku1 = new double[body.Geometry.LastRegion];
        for (int r = 1; r <= ku1.Length; r++)
            ku1[r - 1] = -0.5 * PhysicalConstants.Mu0 * body.SaturationMagnetisation[r] * k;
        return new UniaxialAnisotropy<T>(body, (0, 0, 1), ByRegion.Of(ku1));
    }

    /// <inheritdoc/>
    public string? Kernel => "uniaxial_anisotropy";

    /// <summary>H += (m·u) [first + third (m·u)²] u with first and third of each cell in A/m and u = (x, y, z).</summary>
    /// <param name="arguments">Receives them.</param>
    public void Describe(KernelArguments<T> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        arguments.Vector("x", "y", "z", Axis);
        arguments.Cell("first", _first);
        arguments.Cell("third", _third);
    }

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h) => AddField(m, h, 0, _first.Length);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddField(VectorField<T> m, VectorField<T> h, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(h);
        int whole = begin + ((end - begin) / Vector<T>.Count * Vector<T>.Count);
        AddField<InsideRun>(m, h, begin, whole);
        if (whole < end)
            AddField<RunEnd>(m, h, whole, end);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void AddField<TPlace>(VectorField<T> m, VectorField<T> h, int begin, int end)
        where TPlace : struct, IRunPlace
    {
        bool uniform = _uniform;
        Vector<T> ux = new(T.CreateChecked(Axis.X)), uy = new(T.CreateChecked(Axis.Y)), uz = new(T.CreateChecked(Axis.Z));
        Vector<T> first = new(_first[0]), third = new(_third[0]);
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, hx = h.PointerX, hy = h.PointerY, hz = h.PointerZ;
        fixed (T* k1 = _first, k2 = _third)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                if (!uniform)
                    (first, third) = (TPlace.At(k1, i, end), TPlace.At(k2, i, end));
                Vector<T> mu = (ux * TPlace.At(mx, i, end)) + (uy * TPlace.At(my, i, end)) + (uz * TPlace.At(mz, i, end));
                Vector<T> size = mu * Lanes.Fma(third, mu * mu, first);
                TPlace.Store(Lanes.Fma(size, ux, TPlace.At(hx, i, end)), hx, i, end, 0);
                TPlace.Store(Lanes.Fma(size, uy, TPlace.At(hy, i, end)), hy, i, end, 0);
                TPlace.Store(Lanes.Fma(size, uz, TPlace.At(hz, i, end)), hz, i, end, 0);
            }
        }
    }

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e) => CellEnergy.AddDensity(m, e, _density);

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => CellEnergy.Total(m, _density);

    private double Density(VectorField<T> m, int i)
    {
        int region = _body.Geometry.Region[i];
        double c = Vector3D.Dot(m[i], Axis);
        return -(Ku1[region] * c * c) - (Ku2[region] * c * c * c * c);
    }
}

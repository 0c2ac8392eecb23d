using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// Dzyaloshinskii-Moriya coupling as a sum over faces, E = Σ_f V (D_f/Δ_f) d_f·(m_i × m_j), with a unit vector d for each axis, which makes
/// the kind of coupling. Faces at the edge of the body are left out, which is the natural boundary condition of the energy (with exchange:
/// 2A ∂m/∂n = D m × d; Rohart and Thiaville, Phys. Rev. B 88, 184422 (2013)), so that the field is the exact gradient everywhere, or they
/// act as a <see cref="DmiBoundary"/> says.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public abstract class DzyaloshinskiiMoriya<T> : ILocalTerm<T>, IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Mesh _mesh;
    private readonly T[][] _weights;
    private readonly T[] _scale;
    private readonly Vector3D[] _directions;
    private readonly DmiFace[] _faces;
    private readonly FieldEnergy<T> _energy;

    // From D in J/m² by region and the vectors d of the three axes, zero for none.
    private protected DzyaloshinskiiMoriya(
        Ferromagnet body,
        ByRegion strength,
        DmiBoundary boundary,
        ByRegion stiffness,
        FaceMean mean,
        Vector3D alongX,
        Vector3D alongY,
        Vector3D alongZ)
    {
        ArgumentNullException.ThrowIfNull(body);
        for (int r = 1; r <= body.Geometry.LastRegion; r++)
        {
            if (!double.IsFinite(strength[r]))
                throw new ArgumentOutOfRangeException(
                    nameof(strength), $"DMI constant D = {strength[r]} J/m² in region {r}; give a finite value.");
            if (boundary is DmiBoundary.Chiral or DmiBoundary.Mumax3 && strength[r] != 0 && !(stiffness[r] > 0))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(stiffness),
                    $"A chiral boundary with D = {strength[r]} J/m² and no exchange in region {r}; give A > 0 there, or an open boundary.");
            }
        }
        _mesh = body.Mesh;
        (Strength, Boundary, Mean) = (strength, boundary, mean);
        double[] sizes = [_mesh.Dx, _mesh.Dy, _mesh.Dz];
        _weights = new T[3][];
        for (int a = 0; a < 3; a++)
        {
            double size = sizes[a];
            _weights[a] = FaceWeights.Of<T>(body.Geometry, a, (i, j) => FaceMeans.Of(mean, strength[i], strength[j]) / size);
        }
        _scale = body.SaturationMagnetisation.Spread<T>(body.Geometry, ms => 1 / (PhysicalConstants.Mu0 * ms), out _);
        _directions = [alongX, alongY, alongZ];
        _faces = DmiFace.Of(body, strength, stiffness, boundary, _directions);
        _energy = new FieldEnergy<T>(body, 0.5, AddField);
    }

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <summary>Constant D in J/m², by region.</summary>
    public ByRegion Strength { get; }

    /// <summary>What is taken for missing neighbours at free faces.</summary>
    public DmiBoundary Boundary { get; }

    /// <summary>The mean of D at a face between two regions.</summary>
    public FaceMean Mean { get; }

    /// <inheritdoc/>
    public string? Kernel => _faces.Length == 0 ? "dzyaloshinskii_moriya" : null;

    /// <summary>
    /// For every cell the weights x, y, z = D/Δ of the faces to its next neighbours, with d = (xx, xy, xz) and so on for each axis, and
    /// scale = 1/(µ0 Ms): H_i += scale Σ [w d×m_next − w d×m_previous]. Boundaries other than open have no such form.
    /// </summary>
    /// <param name="arguments">Receives them.</param>
    public void Describe(KernelArguments<T> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        arguments.Vector("xx", "xy", "xz", _directions[0]);
        arguments.Vector("yx", "yy", "yz", _directions[1]);
        arguments.Vector("zx", "zy", "zz", _directions[2]);
        arguments.Cell("x", _weights[0]);
        arguments.Cell("y", _weights[1]);
        arguments.Cell("z", _weights[2]);
        arguments.Cell("scale", _scale);
    }

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h) => AddField(m, h, 0, _mesh.CellCount);

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(h);
        // H = Σ_a [w_a d_a × m_next − w_a d_a × m_previous]/(µ0 Ms).
        for (int i = begin; i < end;)
        {
            RowSegment s = RowSegment.At(_mesh, i, end);
            Add(m, h, s, 0, s.West, s.East);
            Add(m, h, s, 1, s.South, s.North);
            Add(m, h, s, 2, s.Down, s.Up);
            i = s.End;
        }
        if (_faces.Length > 0)
            AddAtFaces(m, h, begin, end);
    }

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e) => _energy.AddDensity(m, e);

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => _energy.Total(m);

    private void AddAtFaces(VectorField<T> m, VectorField<T> h, int begin, int end)
    {
        for (int f = CellEntries.FirstFrom(_faces, begin); f < _faces.Length && _faces[f].Cell < end; f++)
        {
            (int cell, Vector3D d, double strength) = _faces[f];
            Vector3D cross = Vector3D.Cross(d, m[cell]);
            h[cell] += strength * (Boundary == DmiBoundary.Flat ? cross : Vector3D.Cross(cross, d));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Add(VectorField<T> m, VectorField<T> h, RowSegment s, int axis, int previous, int next)
    {
        Vector3D d = _directions[axis];
        if (d == default || previous == next)
            return;
        Vector<T> dx = new(T.CreateTruncating(d.X)), dy = new(T.CreateTruncating(d.Y)), dz = new(T.CreateTruncating(d.Z));
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, hx = h.PointerX, hy = h.PointerY, hz = h.PointerZ;
        fixed (T* w = _weights[axis], scale = _scale)
        {
            // Where there is no previous cell, w + previous would be the weight of the face to the next one.
            for (int i = s.Begin; i < s.End; i += Vector<T>.Count)
            {
                Vector<T> c = Lanes.Load(scale, i, s.End);
                Vector<T> plus = c * Lanes.Load(w, i, s.End), minus = previous == 0
                    ? Vector<T>.Zero
                    : c * Lanes.Load(w + previous, i, s.End);
                Vector<T> x = (plus * Lanes.Load(mx + next, i, s.End)) - (minus * Lanes.Load(mx + previous, i, s.End));
                Vector<T> y = (plus * Lanes.Load(my + next, i, s.End)) - (minus * Lanes.Load(my + previous, i, s.End));
                Vector<T> z = (plus * Lanes.Load(mz + next, i, s.End)) - (minus * Lanes.Load(mz + previous, i, s.End));
                Lanes.Store(Lanes.Load(hx, i, s.End) + (dy * z) - (dz * y), hx, i, s.End);
                Lanes.Store(Lanes.Load(hy, i, s.End) + (dz * x) - (dx * z), hy, i, s.End);
                Lanes.Store(Lanes.Load(hz, i, s.End) + (dx * y) - (dy * x), hz, i, s.End);
            }
        }
    }
}

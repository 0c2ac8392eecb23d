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
    private readonly T[] _components;
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
        _components = [.. _directions.SelectMany(d => new[] { d.X, d.Y, d.Z }).Select(T.CreateTruncating)];
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
        for (int i = begin; i < end;)
        {
            CellRun run = CellRun.At(_mesh, i, end);
            Add(m, h, run);
            i = run.End;
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
    private unsafe void Add(VectorField<T> m, VectorField<T> h, in CellRun run)
    {
        for (int i = run.Begin; i < run.End;)
        {
            if (run.IsInside<T>(i))
            {
                int end = run.InsideEnd<T>(i);
                Add<InsideRun>(m, h, run, i, end, 0);
                i = end;
            }
            else
            {
                int start = run.Start<T>(i), end = Math.Min(run.End, start + Vector<T>.Count);
                AddAtEnd(m, h, run, start, end, i - start);
                i = end;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddAtEnd(VectorField<T> m, VectorField<T> h, in CellRun run, int begin, int end, int done) =>
        Add<RunEnd>(m, h, run, begin, end, done);

    // H = Σ_a [w_a d_a × m_next − w_a d_a × m_previous]/(µ0 Ms).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void Add<TPlace>(VectorField<T> m, VectorField<T> h, in CellRun run, int begin, int end, int done)
        where TPlace : struct, IRunPlace
    {
        int south = run.South, north = run.North, down = run.Down, up = run.Up;
        bool alongX = _directions[0] != default && run.Last > run.First;
        bool alongY = _directions[1] != default && south != north;
        bool alongZ = _directions[2] != default && down != up;
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, hx = h.PointerX, hy = h.PointerY, hz = h.PointerZ;
        fixed (T* wx = _weights[0], wy = _weights[1], wz = _weights[2], scale = _scale, d = _components)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                Vector<T> c = TPlace.At(scale, i, end);
                Vector<T> x = TPlace.At(hx, i, end), y = TPlace.At(hy, i, end), z = TPlace.At(hz, i, end);
                if (alongX)
                {
                    Vector<T> plus = c * TPlace.At(wx, i, end), minus = c * TPlace.WesternFaces(wx, run, i, end);
                    Cross(
                        d,
                        (plus * TPlace.Eastern(mx, run, i, end)) - (minus * TPlace.Western(mx, run, i, end)),
                        (plus * TPlace.Eastern(my, run, i, end)) - (minus * TPlace.Western(my, run, i, end)),
                        (plus * TPlace.Eastern(mz, run, i, end)) - (minus * TPlace.Western(mz, run, i, end)),
                        ref x,
                        ref y,
                        ref z);
                }
                if (alongY)
                    Along<TPlace>(d + 3, mx, my, mz, c, wy, south, north, i, end, ref x, ref y, ref z);
                if (alongZ)
                    Along<TPlace>(d + 6, mx, my, mz, c, wz, down, up, i, end, ref x, ref y, ref z);
                TPlace.Store(x, hx, i, end, done);
                TPlace.Store(y, hy, i, end, done);
                TPlace.Store(z, hz, i, end, done);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Along<TPlace>(
        T* d, T* mx, T* my, T* mz, Vector<T> c, T* w, int previous, int next, int i, int end,
        ref Vector<T> x, ref Vector<T> y, ref Vector<T> z)
        where TPlace : struct, IRunPlace
    {
        Vector<T> plus = c * TPlace.At(w, i, end), minus = c * CellRun.Faces<T, TPlace>(w, previous, i, end);
        Cross(
            d,
            (plus * TPlace.At(mx + next, i, end)) - (minus * TPlace.At(mx + previous, i, end)),
            (plus * TPlace.At(my + next, i, end)) - (minus * TPlace.At(my + previous, i, end)),
            (plus * TPlace.At(mz + next, i, end)) - (minus * TPlace.At(mz + previous, i, end)),
            ref x,
            ref y,
            ref z);
    }

    // Adds d × v.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Cross(
        T* d, Vector<T> vx, Vector<T> vy, Vector<T> vz, ref Vector<T> x, ref Vector<T> y, ref Vector<T> z)
    {
        Vector<T> dx = new(d[0]), dy = new(d[1]), dz = new(d[2]);
        x = x + (dy * vz) - (dz * vy);
        y = y + (dz * vx) - (dx * vz);
        z = z + (dx * vy) - (dy * vx);
    }
}

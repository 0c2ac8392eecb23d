using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Torques;

/// <summary>
/// Spin-transfer torque of a current in the plane, S = m×[m×(u·∇)m] + ξ m×(u·∇)m, with the drift velocity of the electrons
/// u = −µB P J/(e Ms) · 1/(1+ξ²) (S. Zhang and Z. Li, Phys. Rev. Lett. 93, 127204 (2004)), or without the last factor (A. Thiaville et al.,
/// Europhys. Lett. 69, 990 (2005)). J is the electrical current, so that textures move against it, with the electrons. For |m| = 1 the
/// first part is −(u·∇)m; differences of cells have a part along m, too, which the double product takes away: with it |m| would not stay 1
/// and every integrator would be of first order. Derivatives are central inside the body.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class ZhangLi<T> : ISpinTorque<T>, IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Ferromagnet _body;
    private readonly T[][] _weights = new T[3][];
    private readonly T[] _inverseMs;
    private readonly FreeFace[] _faces;
    private VectorField<T> _current;

    /// <summary>Makes the torque.</summary>
    /// <param name="body">The body.</param>
    /// <param name="currentDensity">
    /// Electrical current density J in A/m² on the mesh of the body; used as it is, so that it may change every step.
    /// </param>
    /// <param name="polarisation">Spin polarisation P of the current, 0 to 1.</param>
    /// <param name="nonadiabaticity">Nonadiabaticity ξ (also β), dimensionless.</param>
    /// <param name="edgeSlope">The derivative in cells at free faces.</param>
    public ZhangLi(
        Ferromagnet body, VectorField<T> currentDensity, double polarisation, double nonadiabaticity, EdgeSlope edgeSlope = EdgeSlope.Oommf)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(currentDensity);
        _body = body;
        _current = null!;
        CurrentDensity = currentDensity;
        if (!(polarisation is >= -1 and <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(polarisation), $"Spin polarisation P = {polarisation}; give a value between -1 and 1.");
        if (!double.IsFinite(nonadiabaticity))
            throw new ArgumentOutOfRangeException(nameof(nonadiabaticity), $"Nonadiabaticity ξ = {nonadiabaticity}; give a finite value.");
        (Polarisation, Nonadiabaticity, EdgeSlope) = (polarisation, nonadiabaticity, edgeSlope);
        double[] sizes = [body.Mesh.Dx, body.Mesh.Dy, body.Mesh.Dz];
        for (int a = 0; a < 3; a++)
        {
            double weight = 0.5 / sizes[a];
            _weights[a] = FaceWeights.Of<T>(body.Geometry, a, (_, _) => weight);
        }
        _inverseMs = body.SaturationMagnetisation.Spread<T>(body.Geometry, ms => 1 / ms, out _);
        _faces = FreeFace.Of(body.Geometry, edgeSlope);
    }

    /// <inheritdoc/>
    public string Name => "zhang_li";

    /// <summary>Electrical current density J in A/m². It is used as it is, not copied.</summary>
    /// <exception cref="ArgumentException">The field has another mesh than the body.</exception>
    public VectorField<T> CurrentDensity
    {
        get => _current;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Mesh != _body.Mesh)
                throw new ArgumentException("Zhang-Li: the current has another mesh than the body; make it on body.Mesh.", nameof(value));
            _current = value;
        }
    }

    /// <summary>Spin polarisation P.</summary>
    public double Polarisation { get; }

    /// <summary>Nonadiabaticity ξ.</summary>
    public double Nonadiabaticity { get; }

    /// <summary>The derivative in cells at free faces.</summary>
    public EdgeSlope EdgeSlope { get; }

    /// <summary>Whether u has the factor 1/(1+ξ²) of Zhang and Li; without it u is that of Thiaville et al.</summary>
    public bool ZhangLiFactor { get; set; } = true;

    /// <inheritdoc/>
    public string? Kernel => _faces.Length == 0 ? "zhang_li" : null;

    /// <summary>
    /// drift = −µB P/e, with the factor 1/(1+ξ²) where it acts, xi = ξ, the current in A/m², inverse = 1/Ms of each cell in m/A, and the
    /// weights x, y, z = 1/(2d) of the faces to its next neighbours in 1/m, ∂m/∂x = w (m_next − m) + w (m − m_previous). Only slopes
    /// clamped at free faces have this form.
    /// </summary>
    /// <param name="arguments">Receives them.</param>
    public void Describe(KernelArguments<T> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        arguments.Number("drift", Drift);
        arguments.Number("xi", Nonadiabaticity);
        arguments.Field("current", _current);
        arguments.Cell("inverse", _inverseMs);
        arguments.Cell("x", _weights[0]);
        arguments.Cell("y", _weights[1]);
        arguments.Cell("z", _weights[2]);
    }

    /// <inheritdoc/>
    public void AddTorque(GilbertParameters motion, VectorField<T> m, VectorField<T> s, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(s);
        for (int i = begin; i < end;)
        {
            RowSegment segment = RowSegment.At(_body.Mesh, i, end);
            Add(m, s, segment);
            i = segment.End;
        }
        AddAtFaces(m, s, begin, end);
    }

    private double Drift =>
        -(ZhangLiFactor ? 1 / (1 + (Nonadiabaticity * Nonadiabaticity)) : 1) * Polarisation
            * PhysicalConstants.BohrMagneton / PhysicalConstants.ElementaryCharge;

    // The vector loop takes the slope at a free face as if the missing neighbour were the cell itself; this adds what that lacks.
    private void AddAtFaces(VectorField<T> m, VectorField<T> s, int begin, int end)
    {
        for (int f = CellEntries.FirstFrom(_faces, begin); f < _faces.Length && _faces[f].Cell < end; f++)
        {
            FreeFace face = _faces[f];
            Vector3D j = _current[face.Cell], at = m[face.Cell];
            double along = face.Axis switch { 0 => j.X, 1 => j.Y, _ => j.Z };
            double drift = Drift * double.CreateTruncating(_inverseMs[face.Cell]) * along;
            Vector3D cross = drift * Vector3D.Cross(at, face.Correction(at, m[face.Next], m[face.AfterNext]));
            s[face.Cell] += Vector3D.Cross(at, cross) + (Nonadiabaticity * cross);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Add(VectorField<T> m, VectorField<T> s, RowSegment r)
    {
        Vector<T> drift = new(T.CreateTruncating(Drift)), beta = new(T.CreateTruncating(Nonadiabaticity));
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, sx = s.PointerX, sy = s.PointerY, sz = s.PointerZ;
        T* jx = _current.PointerX, jy = _current.PointerY, jz = _current.PointerZ;
        fixed (T* wx = _weights[0], wy = _weights[1], wz = _weights[2], inverse = _inverseMs)
        {
            for (int i = r.Begin; i < r.End; i += Vector<T>.Count)
            {
                int end = r.End;
                Vector<T> scale = drift * Lanes.Load(inverse, i, end);
                Vector<T> ux = scale * Lanes.Load(jx, i, end), uy = scale * Lanes.Load(jy, i, end), uz = scale * Lanes.Load(jz, i, end);
                Vector<T> x = Lanes.Load(mx, i, end), y = Lanes.Load(my, i, end), z = Lanes.Load(mz, i, end);
                Vector<T> dx = Along(mx, x, ux, uy, uz, wx, wy, wz, r, i);
                Vector<T> dy = Along(my, y, ux, uy, uz, wx, wy, wz, r, i);
                Vector<T> dz = Along(mz, z, ux, uy, uz, wx, wy, wz, r, i);
                Vector<T> cx = (y * dz) - (z * dy), cy = (z * dx) - (x * dz), cz = (x * dy) - (y * dx);
                Lanes.Store(Lanes.Load(sx, i, end) + ((y * cz) - (z * cy)) + (beta * cx), sx, i, end);
                Lanes.Store(Lanes.Load(sy, i, end) + ((z * cx) - (x * cz)) + (beta * cy), sy, i, end);
                Lanes.Store(Lanes.Load(sz, i, end) + ((x * cy) - (y * cx)) + (beta * cz), sz, i, end);
            }
        }
    }

    // (u·∇) of one component.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector<T> Along(
        T* p, Vector<T> at, Vector<T> ux, Vector<T> uy, Vector<T> uz, T* wx, T* wy, T* wz, in RowSegment r, int i) =>
        (ux * Slope(p, at, wx, r.West, r.East, i, r.End))
        + (uy * Slope(p, at, wy, r.South, r.North, i, r.End))
        + (uz * Slope(p, at, wz, r.Down, r.Up, i, r.End));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector<T> Slope(T* p, Vector<T> at, T* w, int previous, int next, int i, int end) =>
        (Lanes.Load(w, i, end) * (Lanes.Load(p + next, i, end) - at))
        + (Lanes.Load(w + previous, i, end) * (at - Lanes.Load(p + previous, i, end)));
}

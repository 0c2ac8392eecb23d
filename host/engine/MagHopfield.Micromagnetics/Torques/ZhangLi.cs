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
            CellRun run = CellRun.At(_body.Mesh, i, end);
            Add(m, s, run);
            i = run.End;
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
    private unsafe void Add(VectorField<T> m, VectorField<T> s, in CellRun run)
    {
        for (int i = run.Begin; i < run.End;)
        {
            if (run.IsInside<T>(i))
            {
                int end = run.InsideEnd<T>(i);
                Add<InsideRun>(m, s, run, i, end, 0);
                i = end;
            }
            else
            {
                int start = run.Start<T>(i), end = Math.Min(run.End, start + Vector<T>.Count);
                AddAtEnd(m, s, run, start, end, i - start);
                i = end;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void AddAtEnd(VectorField<T> m, VectorField<T> s, in CellRun run, int begin, int end, int done) =>
        Add<RunEnd>(m, s, run, begin, end, done);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void Add<TPlace>(VectorField<T> m, VectorField<T> s, in CellRun run, int begin, int end, int done)
        where TPlace : struct, IRunPlace
    {
        int south = run.South, north = run.North, down = run.Down, up = run.Up;
        Vector<T> drift = new(T.CreateTruncating(Drift)), beta = new(T.CreateTruncating(Nonadiabaticity));
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, sx = s.PointerX, sy = s.PointerY, sz = s.PointerZ;
        T* jx = _current.PointerX, jy = _current.PointerY, jz = _current.PointerZ;
        fixed (T* wx = _weights[0], wy = _weights[1], wz = _weights[2], inverse = _inverseMs)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                Vector<T> scale = drift * TPlace.At(inverse, i, end);
                Vector<T> x = TPlace.At(mx, i, end), y = TPlace.At(my, i, end), z = TPlace.At(mz, i, end);
                Vector<T> u = scale * TPlace.At(jx, i, end);
                Vector<T> before = u * TPlace.WesternFaces(wx, run, i, end), after = u * TPlace.At(wx, i, end);
                Vector<T> dx = Slope(before, after, TPlace.Western(mx, run, i, end), x, TPlace.Eastern(mx, run, i, end), Vector<T>.Zero);
                Vector<T> dy = Slope(before, after, TPlace.Western(my, run, i, end), y, TPlace.Eastern(my, run, i, end), Vector<T>.Zero);
                Vector<T> dz = Slope(before, after, TPlace.Western(mz, run, i, end), z, TPlace.Eastern(mz, run, i, end), Vector<T>.Zero);
                u = scale * TPlace.At(jy, i, end);
                Along<TPlace>(u, mx, my, mz, x, y, z, wy, south, north, i, end, ref dx, ref dy, ref dz);
                if (down != up)
                {
                    u = scale * TPlace.At(jz, i, end);
                    Along<TPlace>(u, mx, my, mz, x, y, z, wz, down, up, i, end, ref dx, ref dy, ref dz);
                }
                Vector<T> cx = Lanes.Fma(y, dz, -(z * dy)), cy = Lanes.Fma(z, dx, -(x * dz)), cz = Lanes.Fma(x, dy, -(y * dx));
                Vector<T> tx = Lanes.Fma(beta, cx, TPlace.At(sx, i, end));
                Vector<T> ty = Lanes.Fma(beta, cy, TPlace.At(sy, i, end));
                Vector<T> tz = Lanes.Fma(beta, cz, TPlace.At(sz, i, end));
                TPlace.Store(Lanes.Fma(y, cz, Lanes.Fma(-z, cy, tx)), sx, i, end, done);
                TPlace.Store(Lanes.Fma(z, cx, Lanes.Fma(-x, cz, ty)), sy, i, end, done);
                TPlace.Store(Lanes.Fma(x, cy, Lanes.Fma(-y, cx, tz)), sz, i, end, done);
            }
        }
    }

    // Adds u ∂m/∂a of an axis across the run.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Along<TPlace>(
        Vector<T> u, T* mx, T* my, T* mz, Vector<T> x, Vector<T> y, Vector<T> z, T* w, int previous, int next, int i, int end,
        ref Vector<T> dx, ref Vector<T> dy, ref Vector<T> dz)
        where TPlace : struct, IRunPlace
    {
        Vector<T> before = u * CellRun.Faces<T, TPlace>(w, previous, i, end), after = u * TPlace.At(w, i, end);
        dx = Slope(before, after, TPlace.At(mx + previous, i, end), x, TPlace.At(mx + next, i, end), dx);
        dy = Slope(before, after, TPlace.At(my + previous, i, end), y, TPlace.At(my + next, i, end), dy);
        dz = Slope(before, after, TPlace.At(mz + previous, i, end), z, TPlace.At(mz + next, i, end), dz);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Slope(
        Vector<T> before, Vector<T> after, Vector<T> previous, Vector<T> at, Vector<T> next, Vector<T> sum) =>
        Lanes.Fma(after, next - at, Lanes.Fma(before, at - previous, sum));
}

using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Torques;

/// <summary>
/// Spin-orbit torque of a current in a heavy metal below or above the magnet, S = a m×(σ×m) − b m×σ with a, b = γħξj/(2 µ0 e Ms t) for the
/// damping-like and the field-like efficiency ξ (A. Manchon et al., Rev. Mod. Phys. 91, 035004 (2019): ξ = (2e/ħ) µ0 Ms t H/j with H the
/// field that acts like the torque). With positive ξ and j the damping-like part turns m towards σ, and the field-like part is that of a
/// field b/γ along σ. This is Slonczewski's torque (<see cref="Slonczewski{T}"/>) with Λ = 1, P = ξ_DL, ε′ = ξ_FL/2 and σ for the fixed
/// layer, by which mumax3 has it, but that ξ may exceed 1. Where the current varies in space, jσ is ẑ×j of each cell.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class SpinOrbit<T> : ISpinTorque<T>, IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly AbsorbedSpin<T> _spin;
    private readonly VectorField<T>? _current;

    /// <summary>Makes the torque of a current that is the same everywhere.</summary>
    /// <param name="body">The magnet.</param>
    /// <param name="polarisation">Direction σ of the spins, of any length but zero.</param>
    /// <param name="dampingLike">Damping-like efficiency ξ_DL, dimensionless: spin-Hall angle times transparency of the interface.</param>
    /// <param name="fieldLike">Field-like efficiency ξ_FL, dimensionless.</param>
    /// <param name="thickness">
    /// Thickness t of the magnet in metres; null takes that of the body's own layer at each cell (<see cref="LayerThickness"/>).
    /// </param>
    public SpinOrbit(Ferromagnet body, Vector3D polarisation, double dampingLike, double fieldLike, double? thickness = null)
        : this(body, null, polarisation, dampingLike, fieldLike, thickness)
    {
    }

    /// <summary>Makes the torque of a current that varies in space, with the spins σ = ẑ×ĵ of a heavy metal below the magnet.</summary>
    /// <param name="body">The magnet.</param>
    /// <param name="current">
    /// A current density in A/m² on the mesh of the body, whose component along z does not count; <see cref="CurrentDensity"/> is the
    /// factor on it, no unit. It is used as it is, so that it may change every step.
    /// </param>
    /// <param name="dampingLike">Damping-like efficiency ξ_DL, dimensionless.</param>
    /// <param name="fieldLike">Field-like efficiency ξ_FL, dimensionless.</param>
    /// <param name="thickness">Thickness t of the magnet in metres; null takes that of the body's own layer at each cell.</param>
    /// <exception cref="ArgumentException">The current has another mesh than the body.</exception>
    public SpinOrbit(Ferromagnet body, VectorField<T> current, double dampingLike, double fieldLike, double? thickness = null)
        : this(body, current, null, dampingLike, fieldLike, thickness)
    {
        ArgumentNullException.ThrowIfNull(current);
        if (current.Mesh != body.Mesh)
            throw new ArgumentException(
                "Spin-orbit torque: the current has another mesh than the body; make it on body.Mesh.", nameof(current));
    }

    private SpinOrbit(
        Ferromagnet body, VectorField<T>? current, Vector3D? polarisation, double dampingLike, double fieldLike, double? thickness)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (!double.IsFinite(dampingLike) || !double.IsFinite(fieldLike))
        {
            throw new ArgumentOutOfRangeException(
                nameof(dampingLike), $"Efficiencies ξ_DL = {dampingLike} and ξ_FL = {fieldLike}; give finite values.");
        }

        _spin = new AbsorbedSpin<T>(body, thickness);
        (_current, Polarisation) = (current, polarisation?.Normalised());
        (DampingLike, FieldLike) = (dampingLike, fieldLike);
    }

    /// <inheritdoc/>
    public string Name => "spin_orbit";

    /// <summary>Unit vector σ of the spins; null where it is that of the current in each cell.</summary>
    public Vector3D? Polarisation { get; }

    /// <summary>Damping-like efficiency ξ_DL.</summary>
    public double DampingLike { get; }

    /// <summary>Field-like efficiency ξ_FL.</summary>
    public double FieldLike { get; }

    /// <summary>
    /// Current density j in the heavy metal in A/m²; for a current that varies in space the factor on it, no unit. It may change at any
    /// time.
    /// </summary>
    public double CurrentDensity { get; set; }

    /// <inheritdoc/>
    public string? Kernel => _current is null ? "slonczewski" : "spin_orbit";

    /// <summary>
    /// As Slonczewski's torque with Λ = 1, P = ξ_DL, ε′ = ξ_FL/2 and σ for the fixed layer; or with a current of each cell in place of σ,
    /// S = τ [½ξ_DL m×(p×m) − ½ξ_FL m×p] with p = ẑ×current and τ = γħj/(µ0 e) inverse.
    /// </summary>
    /// <param name="arguments">Receives the numbers.</param>
    public void Describe(KernelArguments<T> arguments)
    {
        if (Polarisation is Vector3D sigma)
        {
            _spin.Describe(arguments, sigma, DampingLike, 1, 0.5 * FieldLike, CurrentDensity);
            return;
        }

        ArgumentNullException.ThrowIfNull(arguments);
        arguments.Number("damping_like", DampingLike);
        arguments.Number("field_like", FieldLike);
        arguments.Number("current_density", CurrentDensity);
        arguments.Cell("inverse", _spin.PerMoment);
        arguments.Field("current", _current);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void AddTorque(GilbertParameters motion, VectorField<T> m, VectorField<T> s, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(motion);
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(s);
        double rate = 0.5 * AbsorbedSpin<T>.Rate(motion, CurrentDensity);
        Vector<T> a = Lanes.All<T>(rate * DampingLike), b = Lanes.All<T>(rate * FieldLike);
        if (_current is not null)
        {
            AddTorqueByCell(m, s, a, b, begin, end);
            return;
        }

        Vector3D sigma = Polarisation!.Value;
        Vector<T> px = Lanes.All<T>(sigma.X), py = Lanes.All<T>(sigma.Y), pz = Lanes.All<T>(sigma.Z);
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, sx = s.PointerX, sy = s.PointerY, sz = s.PointerZ;
        fixed (T* perMoment = _spin.PerMoment)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                Vector<T> x = Lanes.Load(mx, i, end), y = Lanes.Load(my, i, end), z = Lanes.Load(mz, i, end);
                Vector<T> share = Lanes.Load(perMoment, i, end), damping = share * a, field = share * b;
                AbsorbedSpin<T>.Add(x, y, z, px, py, pz, damping, field, sx, sy, sz, i, end);
            }
        }

        GC.KeepAlive(m);
        GC.KeepAlive(s);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void AddTorqueByCell(VectorField<T> m, VectorField<T> s, Vector<T> a, Vector<T> b, int begin, int end)
    {
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, sx = s.PointerX, sy = s.PointerY, sz = s.PointerZ;
        T* jx = _current!.PointerX, jy = _current.PointerY;
        fixed (T* perMoment = _spin.PerMoment)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                Vector<T> x = Lanes.Load(mx, i, end), y = Lanes.Load(my, i, end), z = Lanes.Load(mz, i, end);
                Vector<T> share = Lanes.Load(perMoment, i, end), damping = share * a, field = share * b;
                Vector<T> px = -Lanes.Load(jy, i, end), py = Lanes.Load(jx, i, end);
                AbsorbedSpin<T>.Add(x, y, z, px, py, Vector<T>.Zero, damping, field, sx, sy, sz, i, end);
            }
        }

        GC.KeepAlive(m);
        GC.KeepAlive(s);
        GC.KeepAlive(_current);
    }
}

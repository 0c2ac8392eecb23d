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
/// layer, by which mumax3 has it, but that ξ may exceed 1.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class SpinOrbit<T> : ISpinTorque<T>, IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly AbsorbedSpin<T> _spin;

    /// <summary>Makes the torque.</summary>
    /// <param name="body">The magnet.</param>
    /// <param name="polarisation">Direction σ of the spins, of any length but zero.</param>
    /// <param name="dampingLike">Damping-like efficiency ξ_DL, dimensionless: spin-Hall angle times transparency of the interface.</param>
    /// <param name="fieldLike">Field-like efficiency ξ_FL, dimensionless.</param>
    /// <param name="thickness">
    /// Thickness t of the magnet in metres; null takes that of the body's own layer at each cell (<see cref="LayerThickness"/>).
    /// </param>
    public SpinOrbit(Ferromagnet body, Vector3D polarisation, double dampingLike, double fieldLike, double? thickness = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (!double.IsFinite(dampingLike) || !double.IsFinite(fieldLike))
        {
            throw new ArgumentOutOfRangeException(
                nameof(dampingLike), $"Efficiencies ξ_DL = {dampingLike} and ξ_FL = {fieldLike}; give finite values.");
        }

        _spin = new AbsorbedSpin<T>(body, thickness);
        Polarisation = polarisation.Normalised();
        (DampingLike, FieldLike) = (dampingLike, fieldLike);
    }

    /// <inheritdoc/>
    public string Name => "spin_orbit";

    /// <summary>Unit vector σ of the spins.</summary>
    public Vector3D Polarisation { get; }

    /// <summary>Damping-like efficiency ξ_DL.</summary>
    public double DampingLike { get; }

    /// <summary>Field-like efficiency ξ_FL.</summary>
    public double FieldLike { get; }

    /// <summary>Current density j in the heavy metal in A/m². It may change at any time.</summary>
    public double CurrentDensity { get; set; }

    /// <inheritdoc/>
    public string? Kernel => "slonczewski";

    /// <summary>As Slonczewski's torque with Λ = 1, P = ξ_DL, ε′ = ξ_FL/2 and σ for the fixed layer.</summary>
    /// <param name="arguments">Receives the numbers.</param>
    public void Describe(KernelArguments<T> arguments) =>
        _spin.Describe(arguments, Polarisation, DampingLike, 1, 0.5 * FieldLike, CurrentDensity);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void AddTorque(GilbertParameters motion, VectorField<T> m, VectorField<T> s, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(motion);
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(s);
        double rate = 0.5 * AbsorbedSpin<T>.Rate(motion, CurrentDensity);
        Vector<T> a = Lanes.All<T>(rate * DampingLike), b = Lanes.All<T>(rate * FieldLike);
        Vector<T> px = Lanes.All<T>(Polarisation.X), py = Lanes.All<T>(Polarisation.Y), pz = Lanes.All<T>(Polarisation.Z);
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
}

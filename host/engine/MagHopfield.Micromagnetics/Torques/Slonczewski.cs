using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Torques;

/// <summary>
/// Spin-transfer torque of a current through a free layer, S = τ ε m×(m_p×m) − β τ m×m_p with τ = γħPj/(µ0 e Ms t) and
/// ε = Λ²/[(Λ²+1) + (Λ²−1) m·m_p] (Zheng 2020, eq. 1, after J. C. Slonczewski, J. Magn. Magn. Mater. 159, L1 (1996)). The field-like part
/// is kept as ε′ = βP, the secondary coefficient of mumax3 and OOMMF, which does not vanish with P.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Slonczewski<T> : ISpinTorque<T>, IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly AbsorbedSpin<T> _spin;

    /// <summary>Makes the torque.</summary>
    /// <param name="body">The free layer.</param>
    /// <param name="fixedLayer">Direction m_p of the fixed layer, of any length but zero.</param>
    /// <param name="polarisation">Spin polarisation P of the current, 0 to 1.</param>
    /// <param name="lambda">Slonczewski's parameter Λ, dimensionless, positive.</param>
    /// <param name="thickness">
    /// Thickness t of the free layer in metres; null takes that of the body's own layer at each cell (<see cref="LayerThickness"/>), since
    /// what a column absorbs of the current's spin is shared by its cells.
    /// </param>
    public Slonczewski(Ferromagnet body, Vector3D fixedLayer, double polarisation, double lambda, double? thickness = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (!(polarisation is >= -1 and <= 1))
            throw new ArgumentOutOfRangeException(
                nameof(polarisation), $"Spin polarisation P = {polarisation}; give a value between -1 and 1.");
        if (!(lambda > 0) || !double.IsFinite(lambda))
            throw new ArgumentOutOfRangeException(nameof(lambda), $"Λ = {lambda}; give a positive value.");
        _spin = new AbsorbedSpin<T>(body, thickness);
        FixedLayer = fixedLayer.Normalised();
        (Polarisation, Lambda, Thickness) = (polarisation, lambda, thickness);
    }

    /// <inheritdoc/>
    public string Name => "slonczewski";

    /// <summary>Unit vector m_p of the fixed layer.</summary>
    public Vector3D FixedLayer { get; }

    /// <summary>Spin polarisation P.</summary>
    public double Polarisation { get; }

    /// <summary>Slonczewski's parameter Λ.</summary>
    public double Lambda { get; }

    /// <summary>Thickness t of the free layer in metres, or null where each cell has that of its own layer.</summary>
    public double? Thickness { get; }

    /// <summary>Current density j in A/m²; with a positive one the torque turns m towards m_p. It may change at any time.</summary>
    public double CurrentDensity { get; set; }

    /// <summary>Coefficient ε′ = βP of the field-like torque −γħε′j/(µ0 e Ms t) m×m_p, dimensionless.</summary>
    public double EpsilonPrime { get; set; }

    /// <inheritdoc/>
    public string? Kernel => "slonczewski";

    /// <summary>m_p, P, Λ, ε′ and j in A/m², and inverse = 1/(Ms t) of each cell in 1/A.</summary>
    /// <param name="arguments">Receives them.</param>
    public void Describe(KernelArguments<T> arguments) =>
        _spin.Describe(arguments, FixedLayer, Polarisation, Lambda, EpsilonPrime, CurrentDensity);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void AddTorque(GilbertParameters motion, VectorField<T> m, VectorField<T> s, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(motion);
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(s);
        double squared = Lambda * Lambda;
        double rate = AbsorbedSpin<T>.Rate(motion, CurrentDensity);
        Vector<T> above = Lanes.All<T>(rate * Polarisation * squared), prime = Lanes.All<T>(rate * EpsilonPrime);
        Vector<T> sum = Lanes.All<T>(squared + 1), difference = Lanes.All<T>(squared - 1);
        Vector<T> px = Lanes.All<T>(FixedLayer.X), py = Lanes.All<T>(FixedLayer.Y), pz = Lanes.All<T>(FixedLayer.Z);
        T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, sx = s.PointerX, sy = s.PointerY, sz = s.PointerZ;
        fixed (T* perMoment = _spin.PerMoment)
        {
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                Vector<T> x = Lanes.Load(mx, i, end), y = Lanes.Load(my, i, end), z = Lanes.Load(mz, i, end);
                Vector<T> share = Lanes.Load(perMoment, i, end);
                Vector<T> damping = share * above / (sum + (difference * ((x * px) + (y * py) + (z * pz)))), field = share * prime;
                AbsorbedSpin<T>.Add(x, y, z, px, py, pz, damping, field, sx, sy, sz, i, end);
            }
        }
        GC.KeepAlive(m);
        GC.KeepAlive(s);
    }
}

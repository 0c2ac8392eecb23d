using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Torques;

/// <summary>
/// The spin that a magnetic layer takes up from a current with the spins p: S = d m×(p×m) − f m×p, with d and f in 1/s proportional to
/// γħj/(µ0 e Ms t). Layers share what they take up among the cells of each column.
/// </summary>
internal sealed class AbsorbedSpin<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Makes it for a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="thickness">Thickness t in metres; null takes that of the body's own layer at each cell.</param>
    public AbsorbedSpin(Ferromagnet body, double? thickness)
    {
        if (thickness is double given && (!(given > 0) || !double.IsFinite(given)))
            throw new ArgumentOutOfRangeException(
                nameof(thickness), $"Thickness of the magnetic layer = {given} m; give a positive value in metres.");
        double[] layers = LayerThickness.Of(body.Geometry);
        PerMoment = new T[layers.Length];
        for (int i = 0; i < layers.Length; i++)
        {
            if (body.Geometry.Contains(i))
                PerMoment[i] = T.CreateChecked(1 / (body.MsOf(i) * (thickness ?? layers[i])));
        }
    }

    /// <summary>1/(Ms t) of each cell in 1/A, 0 outside the body.</summary>
    public T[] PerMoment { get; }

    /// <summary>γħj/(µ0 e) in A/s, for a current density j in A/m².</summary>
    public static double Rate(GilbertParameters motion, double currentDensity) =>
        motion.GyromagneticRatio * PhysicalConstants.ReducedPlanck * currentDensity
        / (PhysicalConstants.Mu0 * PhysicalConstants.ElementaryCharge);

    /// <summary>Writes the numbers of the formula "slonczewski".</summary>
    public void Describe(KernelArguments<T> arguments, Vector3D p, double polarisation, double lambda, double prime, double currentDensity)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        arguments.Vector("px", "py", "pz", p);
        arguments.Number("polarisation", polarisation);
        arguments.Number("lambda", lambda);
        arguments.Number("epsilon_prime", prime);
        arguments.Number("current_density", currentDensity);
        arguments.Cell("inverse", PerMoment);
    }

    /// <summary>Adds S of one vector of cells from <paramref name="i"/> on, whose magnetisation is x, y, z.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Add(
        Vector<T> x, Vector<T> y, Vector<T> z, Vector<T> px, Vector<T> py, Vector<T> pz, Vector<T> damping, Vector<T> field,
        T* sx, T* sy, T* sz, int i, int end)
    {
        // m×p, and m×(p×m) = −m×(m×p).
        Vector<T> ax = (y * pz) - (z * py), ay = (z * px) - (x * pz), az = (x * py) - (y * px);
        Lanes.Store(Lanes.Load(sx, i, end) - (damping * ((y * az) - (z * ay))) - (field * ax), sx, i, end);
        Lanes.Store(Lanes.Load(sy, i, end) - (damping * ((z * ax) - (x * az))) - (field * ay), sy, i, end);
        Lanes.Store(Lanes.Load(sz, i, end) - (damping * ((x * ay) - (y * ax))) - (field * az), sz, i, end);
    }
}

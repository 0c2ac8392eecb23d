using System.Numerics;
using MagHopfield.Micromagnetics.Demag;

namespace MagHopfield.Micromagnetics.Energy;

/// <summary>
/// Magnetostatic self-energy, e = −½ µ0 Ms m·H, with H_i = −Σ_j N(i − j) M_j and the tensor N averaged over both cells (Newell, Williams
/// and Dunlop, J. Geophys. Res. 98, 9551 (1993)), by fast Fourier transforms. Periodic axes are summed over a number of copies of the mesh
/// on each side.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Demagnetisation<T> : IEnergyTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Ferromagnet _body;
    private readonly DemagConvolution<T> _convolution;
    private readonly T[]? _relative;
    private readonly VectorField<T>? _scaled;
    private VectorField<T>? _scratch;

    /// <summary>Makes the term; this computes the tensor or takes it from the cache.</summary>
    /// <param name="body">The body.</param>
    /// <param name="periodicImages">Copies of the mesh on each side of a periodic axis; without effect on other axes.</param>
    /// <param name="team">Threads to share the work among; it is not disposed of. The caller's own thread when null.</param>
    /// <param name="cache">Where tensors are kept from run to run; <see cref="KernelCache.Default"/> when null.</param>
    public Demagnetisation(Ferromagnet body, int periodicImages = 10, ThreadTeam? team = null, KernelCache? cache = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (periodicImages < 0)
            throw new ArgumentOutOfRangeException(nameof(periodicImages), $"Periodic images = {periodicImages}; give 0 or more.");
        _body = body;
        double largest = 0;
        for (int r = 1; r <= body.Geometry.LastRegion; r++)
            largest = Math.Max(largest, body.SaturationMagnetisation[r]);
        if (!body.SaturationMagnetisation.IsUniform)
        {
            _relative = body.SaturationMagnetisation.Spread<T>(body.Geometry, ms => ms / largest, out _);
            _scaled = new VectorField<T>(body.Mesh);
        }
        _convolution = new DemagConvolution<T>(body.Mesh, largest, periodicImages, team ?? ThreadTeam.Single, cache ?? KernelCache.Default);
    }

    /// <inheritdoc/>
    public string Name => "demag";

    /// <summary>Memory that the kernel and the transforms hold outside the garbage-collected heap, in bytes.</summary>
    public long UnmanagedBytes => _convolution.UnmanagedBytes;

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(h);
        if (_relative is not null)
        {
            for (int i = 0; i < _relative.Length; i++)
            {
                _scaled!.X[i] = m.X[i] * _relative[i];
                _scaled.Y[i] = m.Y[i] * _relative[i];
                _scaled.Z[i] = m.Z[i] * _relative[i];
            }
        }
        _convolution.AddField(_scaled ?? m, h);
    }

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e) => FieldEnergy.AddDensity(_body, 0.5, m, FieldOf(m), e);

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => FieldEnergy.Total(_body, 0.5, m, FieldOf(m));

    private VectorField<T> FieldOf(VectorField<T> m)
    {
        _scratch ??= new VectorField<T>(_body.Mesh);
        _scratch.Clear();
        AddField(m, _scratch);
        return _scratch;
    }
}

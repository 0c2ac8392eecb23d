using System.Numerics;
using MagHopfield.Micromagnetics.Demag;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// Magnetostatic self-energy, e = −½ µ0 Ms m·H, with H_i = −Σ_j N(i − j) M_j and the tensor N averaged over both cells (Newell, Williams
/// and Dunlop, J. Geophys. Res. 98, 9551 (1993)), by fast Fourier transforms. Periodic axes are summed over a number of copies of the mesh
/// on each side.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Demagnetisation<T> : IEnergyTerm<T>, IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FieldEnergy<T> _energy;
    private readonly T[]? _relative;
    private readonly VectorField<T>? _scaled;
    private readonly ThreadTeam _team;
    private readonly Action<int, int>? _scaleShare;
    private readonly Ferromagnet _body;
    private readonly int _images;
    private T[]? _ms;
    private readonly KernelCache? _cache;
    private DemagConvolution<T>? _convolution;
    private VectorField<T>? _m;

    /// <summary>Makes the term. The first field computes the tensor, or takes it from the cache.</summary>
    /// <param name="body">The body.</param>
    /// <param name="periodicImages">Copies of the mesh on each side of a periodic axis; without effect on other axes.</param>
    /// <param name="team">Threads to share the work among; it is not disposed of. The caller's own thread when null.</param>
    /// <param name="cache">Where tensors are kept from run to run; <see cref="KernelCache.Default"/> when null.</param>
    public Demagnetisation(Ferromagnet body, int periodicImages = 10, ThreadTeam? team = null, KernelCache? cache = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (periodicImages < 0)
            throw new ArgumentOutOfRangeException(nameof(periodicImages), $"Periodic images = {periodicImages}; give 0 or more.");
        _energy = new FieldEnergy<T>(body, 0.5, AddField);
        (_body, _images, _team) = (body, periodicImages, team ?? ThreadTeam.Single);
        _cache = cache ?? KernelCache.Default;
        double largest = body.SaturationMagnetisation.Largest;
        if (!body.SaturationMagnetisation.IsUniform)
        {
            _relative = body.SaturationMagnetisation.Spread<T>(body.Geometry, ms => ms / largest, out _);
            _scaled = new VectorField<T>(body.Mesh);
            _scaleShare = (i, _) => Scale(_m!, _relative, _scaled, FieldShares.Begin(i), FieldShares.End(i, _scaled));
        }
    }

    /// <inheritdoc/>
    public string Name => "demag";

    /// <summary>Memory that the kernel and the transforms hold outside the garbage-collected heap, in bytes.</summary>
    public long UnmanagedBytes => Convolution.UnmanagedBytes;

    /// <inheritdoc/>
    public string? Kernel => "demagnetisation";

    /// <summary>Ms of each cell in A/m, and the number of images, copies of the mesh on each side of a periodic axis.</summary>
    /// <param name="arguments">Receives them.</param>
    public void Describe(KernelArguments<T> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        arguments.Number("images", _images);
        arguments.Cell("ms", _ms ??= _body.SaturationMagnetisation.Spread<T>(_body.Geometry, ms => ms, out _));
    }

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(h);
        if (_scaleShare is not null)
        {
            _m = m;
            _team.For(FieldShares.Count(m), _scaleShare);
            _m = null;
        }
        Convolution.AddField(_scaled ?? m, h);
    }

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e) => _energy.AddDensity(m, e);

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => _energy.Total(m);

    // Made when a field is asked for: another back end has a convolution of its own.
    private DemagConvolution<T> Convolution =>
        _convolution ??= new DemagConvolution<T>(_body.Mesh, _body.SaturationMagnetisation.Largest, _images, _team, _cache);

    private static unsafe void Scale(VectorField<T> m, T[] relative, VectorField<T> target, int begin, int end)
    {
        fixed (T* factor = relative)
        {
            T* mx = m.PointerX, my = m.PointerY, mz = m.PointerZ, tx = target.PointerX, ty = target.PointerY, tz = target.PointerZ;
            for (int i = begin; i < end; i += Vector<T>.Count)
            {
                Vector<T> c = Lanes.Load(factor, i, end);
                Lanes.Store(c * Lanes.Load(mx, i, end), tx, i, end);
                Lanes.Store(c * Lanes.Load(my, i, end), ty, i, end);
                Lanes.Store(c * Lanes.Load(mz, i, end), tz, i, end);
            }
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Run;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// Energy in an external field, e = −µ0 Ms m·H, with H = Uniform + SpatialScale · Spatial. All three may be replaced at any time between
/// evaluations; a running simulation must then be told by <c>Simulation.FieldChanged</c>.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Zeeman<T> : ILocalTerm<T>, ITimeDependentTerm, IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Ferromagnet _body;
    private readonly Func<VectorField<T>, int, double> _density;
    private VectorField<T>? _spatial;

    /// <summary>Makes the term for a uniform field.</summary>
    /// <param name="body">The body.</param>
    /// <param name="uniform">Uniform field in A/m.</param>
    public Zeeman(Ferromagnet body, Vector3D uniform)
    {
        ArgumentNullException.ThrowIfNull(body);
        (_body, _density) = (body, Density);
        Uniform = uniform;
    }

    /// <summary>Makes the term for a field that varies in space.</summary>
    /// <param name="body">The body.</param>
    /// <param name="spatial">Field in A/m, on the mesh of the body. It is used as it is, not copied.</param>
    public Zeeman(Ferromagnet body, VectorField<T> spatial)
        : this(body, default(Vector3D)) => Spatial = spatial;

    /// <inheritdoc/>
    public string Name => "zeeman";

    /// <summary>Uniform part of the field in A/m.</summary>
    public Vector3D Uniform { get; set; }

    /// <summary>Spatial part of the field in A/m before scaling, or null. It is used as it is, not copied.</summary>
    /// <exception cref="ArgumentException">The field has another number of cells than the body.</exception>
    public VectorField<T>? Spatial
    {
        get => _spatial;
        set
        {
            if (value is not null && value.Mesh != _body.Mesh)
                throw new ArgumentException(
                    "Zeeman: the spatial field has another mesh than the body; make it on body.Mesh.", nameof(value));
            _spatial = value;
        }
    }

    /// <summary>Factor on the spatial part, dimensionless.</summary>
    public double SpatialScale { get; set; } = 1;

    /// <summary>
    /// Uniform part in A/m as a function of the time in seconds; replaces <see cref="Uniform"/> during a run. Null for a constant.
    /// </summary>
    public Func<double, Vector3D>? UniformAt { get; set; }

    /// <summary>
    /// Factor on the spatial part as a function of the time in seconds; replaces <see cref="SpatialScale"/>. Null for a constant.
    /// </summary>
    public Func<double, double>? SpatialScaleAt { get; set; }

    /// <inheritdoc/>
    public void SetTime(double time)
    {
        if (UniformAt is not null)
            Uniform = UniformAt(time);
        if (SpatialScaleAt is not null)
            SpatialScale = SpatialScaleAt(time);
    }

    /// <inheritdoc/>
    public string? Kernel => "field";

    /// <summary>H += (x, y, z) + scale · spatial, in A/m; without the field where there is none.</summary>
    /// <param name="arguments">Receives them.</param>
    public void Describe(KernelArguments<T> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        arguments.Vector("x", "y", "z", Uniform);
        arguments.Number("scale", SpatialScale);
        arguments.Field("spatial", _spatial);
    }

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h) => AddField(m, h, 0, _body.Mesh.CellCount);

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(h);
        T scale = T.CreateChecked(SpatialScale);
        Add(Uniform.X, scale, _spatial?.X, h.X, begin, end);
        Add(Uniform.Y, scale, _spatial?.Y, h.Y, begin, end);
        Add(Uniform.Z, scale, _spatial?.Z, h.Z, begin, end);
    }

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e) => CellEnergy.AddDensity(m, e, _density);

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => CellEnergy.Total(m, _density);

    private double Density(VectorField<T> m, int i)
    {
        Vector3D h = _spatial is null ? Uniform : Uniform + (SpatialScale * _spatial[i]);
        return -PhysicalConstants.Mu0 * _body.MsOf(i) * Vector3D.Dot(m[i], h);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Add(double uniform, T scale, T[]? spatial, T[] target, int begin, int end)
    {
        if (spatial is null && uniform == 0)
            return;
        Vector<T> u = new(T.CreateChecked(uniform)), s = new(scale);
        fixed (T* source = spatial, h = target)
        {
            int i = begin, width = Vector<T>.Count;
            if (source == null)
            {
                for (; i + width <= end; i += width)
                    (Vector.Load(h + i) + u).Store(h + i);
            }
            else
            {
                for (; i + width <= end; i += width)
                    (Vector.Load(h + i) + Lanes.Fma(s, Vector.Load(source + i), u)).Store(h + i);
            }
            for (; i < end; i++)
                h[i] += T.CreateChecked(uniform) + (source == null ? T.Zero : scale * source[i]);
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// Heisenberg exchange, e = A (∇m)², H = 2A/(µ0 Ms) ∇²m, with the six-neighbour Laplacian and ∂m/∂n = 0 at free faces (Donahue and Porter,
/// Physica B 343, 177 (2004)). Between regions the stiffness of a face is the harmonic mean 2 A₁A₂/(A₁+A₂).
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Exchange<T> : ILocalTerm<T>, IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Mesh _mesh;
    private readonly FaceCoupling<T>? _faces;
    private readonly T _cx, _cy, _cz;
    private readonly FieldEnergy<T> _energy;

    /// <summary>Makes the term.</summary>
    /// <param name="body">The body.</param>
    /// <param name="exchangeStiffness">Exchange stiffness A in J/m, by region.</param>
    public Exchange(Ferromagnet body, ByRegion exchangeStiffness)
    {
        ArgumentNullException.ThrowIfNull(body);
        _mesh = body.Mesh;
        _energy = new FieldEnergy<T>(body, 0.5, AddField);
        for (int r = 1; r <= body.Geometry.LastRegion; r++)
        {
            if (!(exchangeStiffness[r] >= 0) || !double.IsFinite(exchangeStiffness[r]))
                throw new ArgumentOutOfRangeException(
                    nameof(exchangeStiffness),
                    $"Exchange stiffness A = {exchangeStiffness[r]} J/m in region {r}; give a finite value ≥ 0.");
        }
        ExchangeStiffness = exchangeStiffness;
        if (body.Geometry is { IsFull: true, IsSingleRegion: true } && body.SaturationMagnetisation.IsUniform)
        {
            int region = body.Geometry.Region[0];
            double c = 2 * exchangeStiffness[region] / (PhysicalConstants.Mu0 * body.SaturationMagnetisation[region]);
            _cx = T.CreateChecked(c / (_mesh.Dx * _mesh.Dx));
            _cy = T.CreateChecked(c / (_mesh.Dy * _mesh.Dy));
            _cz = T.CreateChecked(c / (_mesh.Dz * _mesh.Dz));
        }
        else
        {
            _faces = new FaceCoupling<T>(body, exchangeStiffness);
        }
    }

    /// <inheritdoc/>
    public string Name => "exchange";

    /// <summary>Exchange stiffness A in J/m, by region.</summary>
    public ByRegion ExchangeStiffness { get; }

    /// <inheritdoc/>
    public string? Kernel => _faces is null ? "exchange" : "exchange_of_faces";

    /// <summary>
    /// In a full body of one material numbers x, y, z = 2A/(µ0 Ms d²) in A/m for the faces along each axis, H_i += Σ c (m_j − m_i); else
    /// for every cell the couplings x, y, z = A_face/d² to its next neighbours and the factor scale = 2/(µ0 Ms).
    /// </summary>
    /// <param name="arguments">Receives them.</param>
    public void Describe(KernelArguments<T> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (_faces is not null)
        {
            _faces.Describe(arguments);
            return;
        }

        arguments.Number("x", double.CreateChecked(_cx));
        arguments.Number("y", double.CreateChecked(_cy));
        arguments.Number("z", double.CreateChecked(_cz));
    }

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h) => AddField(m, h, 0, _mesh.CellCount);

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(h);
        AddComponent(m.X, h.X, begin, end);
        AddComponent(m.Y, h.Y, begin, end);
        AddComponent(m.Z, h.Z, begin, end);
    }

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e) => _energy.AddDensity(m, e);

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => _energy.Total(m);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void AddComponent(T[] source, T[] target, int begin, int end)
    {
        int nx = _mesh.Nx, ny = _mesh.Ny, nz = _mesh.Nz, layer = nx * ny;
        fixed (T* m = source, h = target)
        {
            for (int i = begin; i < end;)
            {
                int row = i / nx, x = i - (row * nx), y = row % ny, z = row / ny;
                int stop = Math.Min(end, (row + 1) * nx);
                int south = y > 0 ? -nx : _mesh.PeriodicY ? layer - nx : 0;
                int north = y < ny - 1 ? nx : _mesh.PeriodicY ? nx - layer : 0;
                int down = z > 0 ? -layer : _mesh.PeriodicZ ? layer * (nz - 1) : 0;
                int up = z < nz - 1 ? layer : _mesh.PeriodicZ ? -layer * (nz - 1) : 0;
                if (_faces is null)
                    UniformRow(m, h, row * nx, x, stop - (row * nx), south, north, down, up);
                else
                    _faces.AddRow(m, h, row * nx, x, stop - (row * nx), south, north, down, up);
                i = stop;
            }
        }
    }

    // Free faces: the missing neighbour is the cell itself (offset 0), so its difference vanishes.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void UniformRow(T* m, T* h, int row, int begin, int end, int south, int north, int down, int up)
    {
        int nx = _mesh.Nx;
        int x = begin;
        if (x == 0)
        {
            int west = _mesh.PeriodicX ? nx - 1 : 0;
            int east = nx > 1 ? 1 : 0;
            UniformCell(m + row, h + row, west, east, south, north, down, up);
            x = 1;
        }
        int inner = Math.Min(end, nx - 1);
        Vector<T> cx = new(_cx), cy = new(_cy), cz = new(_cz);
        Vector<T> two = new(T.CreateChecked(2));
        for (; x + Vector<T>.Count <= inner; x += Vector<T>.Count)
        {
            T* p = m + row + x;
            Vector<T> twice = two * Vector.Load(p);
            Vector<T> sum = Vector.Load(h + row + x);
            sum = Lanes.Fma(cx, Vector.Load(p - 1) + Vector.Load(p + 1) - twice, sum);
            sum = Lanes.Fma(cy, Vector.Load(p + south) + Vector.Load(p + north) - twice, sum);
            if (_mesh.Nz > 1)
                sum = Lanes.Fma(cz, Vector.Load(p + down) + Vector.Load(p + up) - twice, sum);
            sum.Store(h + row + x);
        }
        if (end == nx && nx > Vector<T>.Count && row + nx < _mesh.CellCount)
        {
            // The rest in one vector that ends with the row, its first lanes done already.
            int start = nx - Vector<T>.Count;
            T* p = m + row + start, last = m + row + nx - 1;
            Vector<T> centre = Vector.Load(p), ahead = new(_mesh.PeriodicX ? last[1 - nx] : *last);
            ahead = Vector.ConditionalSelect(Lanes.From<T>(Vector<T>.Count - 1), ahead, Vector.Load(p + 1));
            Vector<T> sum = (cx * ((Vector.Load(p - 1) - centre) + (ahead - centre)))
                + (cy * ((Vector.Load(p + south) - centre) + (Vector.Load(p + north) - centre)))
                + (cz * ((Vector.Load(p + down) - centre) + (Vector.Load(p + up) - centre)));
            Vector<T> old = Vector.Load(h + row + start);
            Vector.ConditionalSelect(Lanes.From<T>(x - start), old + sum, old).Store(h + row + start);
            return;
        }
        for (; x < end; x++)
        {
            int east = x < nx - 1 ? 1 : _mesh.PeriodicX ? 1 - nx : 0;
            UniformCell(m + row + x, h + row + x, -1, east, south, north, down, up);
        }
    }

    private unsafe void UniformCell(T* m, T* h, int west, int east, int south, int north, int down, int up)
    {
        T centre = *m;
        *h += (_cx * ((m[west] - centre) + (m[east] - centre)))
            + (_cy * ((m[south] - centre) + (m[north] - centre)))
            + (_cz * ((m[down] - centre) + (m[up] - centre)));
    }
}

using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// Coupling of two layers through an interface, E = −[J1 m₁·m₂ + J2 (m₁·m₂)²] per area, H = (J1 + 2 J2 m₁·m₂) m₂/(µ0 Ms Δ) in a cell of the
/// size Δ across the interface. J1 &lt; 0 couples antiparallel (P. Grünberg et al., Phys. Rev. Lett. 57, 2442 (1986); of alternating sign
/// with the thickness of the spacer: S. S. P. Parkin, N. More and K. P. Roche, Phys. Rev. Lett. 64, 2304 (1990)), J2 &lt; 0 at right angles
/// (J. C. Slonczewski, Phys. Rev. Lett. 67, 3172 (1991)). Coupled are faces that touch, along any axis, and cells that lie opposite each
/// other along z with nothing but empty cells between. The exchange of touching faces, (2A/Δ)(1 − m₁·m₂) per area with the harmonic mean A,
/// can be scaled as well: 0 takes it away, −1 makes it antiferromagnetic.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class InterlayerExchange<T> : ILocalTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Ferromagnet _body;
    private readonly Func<VectorField<T>, int, double> _density;
    private readonly Coupling[] _couplings;

    /// <summary>Makes the term.</summary>
    /// <param name="body">The body.</param>
    /// <param name="first">Region of one layer.</param>
    /// <param name="second">Region of the other.</param>
    /// <param name="bilinear">Bilinear coupling J1 in J/m², positive for parallel layers.</param>
    /// <param name="biquadratic">Biquadratic coupling J2 in J/m², negative for layers at right angles.</param>
    /// <param name="exchangeScale">Factor on the exchange of touching faces; 1 leaves it to the exchange term alone.</param>
    /// <param name="exchangeStiffness">Exchange stiffness A of the exchange term in J/m, by region; matters to the factor only.</param>
    /// <exception cref="ArgumentOutOfRangeException">The regions are one, or a number is not finite.</exception>
    public InterlayerExchange(
        Ferromagnet body,
        int first,
        int second,
        double bilinear,
        double biquadratic,
        double exchangeScale = 1,
        ByRegion exchangeStiffness = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (first == second || first < 1 || second < 1)
            throw new ArgumentOutOfRangeException(nameof(second), $"Regions {first} and {second} are no two layers; give two "
                + "regions of the body.");
        if (!double.IsFinite(bilinear) || !double.IsFinite(biquadratic) || !double.IsFinite(exchangeScale))
        {
            throw new ArgumentOutOfRangeException(
                nameof(bilinear), $"J1 = {bilinear} J/m², J2 = {biquadratic} J/m², factor on the exchange {exchangeScale}; "
                    + "give finite values.");
        }

        (_body, _density) = (body, Density);
        (Bilinear, Biquadratic) = (bilinear, biquadratic);
        double stiffness = exchangeScale == 1 ? 0 : FaceMeans.Of(FaceMean.Harmonic, exchangeStiffness[first], exchangeStiffness[second]);
        _couplings = Couplings(body.Geometry, first, second, (exchangeScale - 1) * 2 * stiffness);
    }

    /// <inheritdoc/>
    public string Name => "interlayer";

    /// <inheritdoc/>
    public bool IsQuadratic => Biquadratic == 0;

    /// <summary>Bilinear coupling J1 in J/m².</summary>
    public double Bilinear { get; }

    /// <summary>Biquadratic coupling J2 in J/m².</summary>
    public double Biquadratic { get; }

    /// <summary>Pairs of cells that are coupled.</summary>
    public int Pairs => _couplings.Length / 2;

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h) => AddField(m, h, 0, _body.Mesh.CellCount);

    /// <inheritdoc/>
    public void AddField(VectorField<T> m, VectorField<T> h, int begin, int end)
    {
        ArgumentNullException.ThrowIfNull(m);
        ArgumentNullException.ThrowIfNull(h);
        for (int k = CellEntries.FirstFrom(_couplings, begin); k < _couplings.Length && _couplings[k].Cell < end; k++)
        {
            Coupling c = _couplings[k];
            Vector3D other = m[c.Other];
            double j = Bilinear + c.Exchange + (2 * Biquadratic * Vector3D.Dot(m[c.Cell], other));
            h[c.Cell] += j / (PhysicalConstants.Mu0 * _body.MsOf(c.Cell) * c.Size) * other;
        }
    }

    /// <inheritdoc/>
    public void AddEnergyDensity(VectorField<T> m, ScalarField<T> e) => CellEnergy.AddDensity(m, e, _density);

    /// <inheritdoc/>
    public double TotalEnergy(VectorField<T> m) => CellEnergy.Total(m, _density);

    // Half of the energy of a pair belongs to each cell.
    private double Density(VectorField<T> m, int i)
    {
        double sum = 0;
        for (int k = CellEntries.FirstFrom(_couplings, i); k < _couplings.Length && _couplings[k].Cell == i; k++)
        {
            Coupling c = _couplings[k];
            double cosine = Vector3D.Dot(m[i], m[c.Other]);
            sum -= 0.5 * ((Bilinear * cosine) + (Biquadratic * cosine * cosine) - (c.Exchange * (1 - cosine))) / c.Size;
        }

        return sum;
    }

    private static Coupling[] Couplings(Geometry geometry, int first, int second, double exchange)
    {
        Mesh mesh = geometry.Mesh;
        double[] sizes = [mesh.Dx, mesh.Dy, mesh.Dz];
        List<Coupling> couplings = [];
        for (int i = 0; i < mesh.CellCount; i++)
        {
            int region = geometry.Region[i];
            if (region != first && region != second)
                continue;
            int x = i % mesh.Nx, y = i / mesh.Nx % mesh.Ny, z = i / mesh.Nx / mesh.Ny, opposite = first + second - region;
            for (int axis = 0; axis < 3; axis++)
            {
                foreach (int sign in (ReadOnlySpan<int>)[-1, 1])
                {
                    int next = geometry.Neighbour(axis, x, y, z, sign);
                    bool touches = next >= 0;
                    if (!touches && axis == 2)
                        next = AcrossSpacer(geometry, i, z, sign);
                    if (next >= 0 && next != i && geometry.Region[next] == opposite)
                        couplings.Add(new(i, next, sizes[axis], touches ? exchange / sizes[axis] : 0));
                }
            }
        }

        return [.. couplings];
    }

    // The first cell of the body along z behind empty ones; −1 where there is none.
    private static int AcrossSpacer(Geometry geometry, int cell, int z, int sign)
    {
        Mesh mesh = geometry.Mesh;
        int layer = mesh.Nx * mesh.Ny, column = cell - (z * layer);
        for (int step = 1; step < mesh.Nz; step++)
        {
            int there = z + (sign * step);
            if (mesh.PeriodicZ)
                there = (there + mesh.Nz) % mesh.Nz;
            if (there < 0 || there >= mesh.Nz)
                return -1;
            if (geometry.Contains(column + (there * layer)))
                return column + (there * layer);
        }

        return -1;
    }

    // One side of a coupled face. Size: of the cell across it, in metres. Exchange: what the factor adds to J1, in J/m².
    private readonly record struct Coupling(int Cell, int Other, double Size, double Exchange) : ICellEntry;
}

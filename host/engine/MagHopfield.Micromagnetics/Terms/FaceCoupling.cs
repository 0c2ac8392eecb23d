using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// Exchange couplings of a body with holes or several regions: for every cell and axis the coupling A_face/d² to its next neighbour, zero
/// where a face is free.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class FaceCoupling<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Mesh _mesh;
    private readonly T[] _x, _y, _z, _scale;

    public FaceCoupling(Ferromagnet body, ByRegion stiffness)
    {
        _mesh = body.Mesh;
        _x = Couplings(body, stiffness, 0, _mesh.Dx);
        _y = Couplings(body, stiffness, 1, _mesh.Dy);
        _z = Couplings(body, stiffness, 2, _mesh.Dz);
        _scale = body.SaturationMagnetisation.Spread<T>(body.Geometry, ms => 2 / (PhysicalConstants.Mu0 * ms), out _);
    }

    /// <summary>Couplings x, y, z of every cell to its next neighbour, and scale, the factor on their sum.</summary>
    public void Describe(KernelArguments<T> arguments)
    {
        arguments.Cell("x", _x);
        arguments.Cell("y", _y);
        arguments.Cell("z", _z);
        arguments.Cell("scale", _scale);
    }

    /// <summary>Adds the field of cells begin … end − 1 of the row that starts at cell <paramref name="row"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void AddRow(T* m, T* h, int row, int begin, int end, int south, int north, int down, int up)
    {
        int nx = _mesh.Nx;
        bool film = _mesh.Nz == 1;
        fixed (T* cx = _x, cy = _y, cz = _z, scale = _scale)
        {
            int x = begin;
            if (x == 0)
            {
                Cell(m, h, cx, cy, cz, scale, row, nx - 1, nx > 1 ? 1 : 0, south, north, down, up);
                x = 1;
            }
            int inner = Math.Min(end, nx - 1);
            for (; x + Vector<T>.Count <= inner; x += Vector<T>.Count)
            {
                int i = row + x;
                Vector<T> centre = Vector.Load(m + i);
                Vector<T> sum = (Vector.Load(cx + i - 1) * (Vector.Load(m + i - 1) - centre))
                    + (Vector.Load(cx + i) * (Vector.Load(m + i + 1) - centre))
                    + (Vector.Load(cy + i + south) * (Vector.Load(m + i + south) - centre))
                    + (Vector.Load(cy + i) * (Vector.Load(m + i + north) - centre));
                if (!film)
                {
                    sum += (Vector.Load(cz + i + down) * (Vector.Load(m + i + down) - centre))
                        + (Vector.Load(cz + i) * (Vector.Load(m + i + up) - centre));
                }
                (Vector.Load(h + i) + (Vector.Load(scale + i) * sum)).Store(h + i);
            }
            for (; x < end; x++)
                Cell(m, h, cx, cy, cz, scale, row + x, -1, x < nx - 1 ? 1 : 1 - nx, south, north, down, up);
        }
    }

    private static unsafe void Cell(
        T* m, T* h, T* cx, T* cy, T* cz, T* scale, int i, int west, int east, int south, int north, int down, int up)
    {
        T centre = m[i];
        T sum = (cx[i + west] * (m[i + west] - centre)) + (cx[i] * (m[i + east] - centre))
            + (cy[i + south] * (m[i + south] - centre)) + (cy[i] * (m[i + north] - centre))
            + (cz[i + down] * (m[i + down] - centre)) + (cz[i] * (m[i + up] - centre));
        h[i] += scale[i] * sum;
    }

    private static T[] Couplings(Ferromagnet body, ByRegion stiffness, int axis, double size) =>
        FaceWeights.Of<T>(body.Geometry, axis, (i, j) => FaceMeans.Of(FaceMean.Harmonic, stiffness[i], stiffness[j]) / (size * size));
}

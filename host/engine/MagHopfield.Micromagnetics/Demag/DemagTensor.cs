using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// Demagnetising tensor N between cells of a mesh at whole-cell displacements: the field in cell i is H_i = −Σ_j N(i − j) M_j, averaged
/// over both cells. Near cells by Newell's differences, distant ones by quadrature of the dipole tensor.
/// </summary>
public sealed class DemagTensor
{
    private static readonly DoubleDouble TwentyFourPi = 96 * DoubleDouble.Atan(1);

    private readonly Vector3D _cell;
    private readonly DoubleDouble _scale;
    private readonly Dictionary<(int, int, int), double[]> _near = [];
    private readonly Dictionary<(int, int, int), DoubleDouble[]> _corners = [];

    /// <summary>Makes the tensor.</summary>
    /// <param name="cell">Edges of a cell in metres.</param>
    public DemagTensor(Vector3D cell)
    {
        // Only ratios matter; lengths of order one keep the third powers in range.
        double size = Math.Max(cell.X, Math.Max(cell.Y, cell.Z));
        _cell = (1 / size) * cell;
        _scale = TwentyFourPi * _cell.X * _cell.Y * _cell.Z;
    }

    /// <summary>The tensor at a displacement of (i, j, k) cells.</summary>
    /// <param name="i">Cells along x.</param>
    /// <param name="j">Cells along y.</param>
    /// <param name="k">Cells along z.</param>
    /// <param name="n">Receives (xx, yy, zz, xy, xz, yz), dimensionless.</param>
    public void At(int i, int j, int k, Span<double> n)
    {
        Vector3D r = new(i * _cell.X, j * _cell.Y, k * _cell.Z);
        if (r.Length >= DipoleQuadrature.Distant)
        {
            DipoleQuadrature.Tensor(r, _cell, n);
            return;
        }
        (int, int, int) key = (Math.Abs(i), Math.Abs(j), Math.Abs(k));
        if (!_near.TryGetValue(key, out double[]? near))
            _near[key] = near = ByNewell(key.Item1, key.Item2, key.Item3);
        near.CopyTo(n);
        n[3] *= Math.Sign(i) * Math.Sign(j);
        n[4] *= Math.Sign(i) * Math.Sign(k);
        n[5] *= Math.Sign(j) * Math.Sign(k);
    }

    private double[] ByNewell(int i, int j, int k)
    {
        Span<DoubleDouble> sums = stackalloc DoubleDouble[6];
        for (int a = -1; a <= 1; a++)
        {
            for (int b = -1; b <= 1; b++)
            {
                for (int c = -1; c <= 1; c++)
                {
                    double weight = (a == 0 ? 2 : -1) * (b == 0 ? 2 : -1) * (c == 0 ? 2 : -1);
                    int x = Math.Sign(i + a), y = Math.Sign(j + b), z = Math.Sign(k + c);
                    DoubleDouble[] corner = Corner(x * (i + a), y * (j + b), z * (k + c));
                    for (int t = 0; t < 3; t++)
                        sums[t] += weight * corner[t];
                    // g is odd in the two coordinates that it couples.
                    sums[3] += weight * x * y * corner[3];
                    sums[4] += weight * x * z * corner[4];
                    sums[5] += weight * y * z * corner[5];
                }
            }
        }
        double[] n = new double[6];
        for (int t = 0; t < 6; t++)
            n[t] = (sums[t] / _scale).High;
        return n;
    }

    private DoubleDouble[] Corner(int i, int j, int k)
    {
        if (!_corners.TryGetValue((i, j, k), out DoubleDouble[]? value))
        {
            value = Newell.At(DoubleDouble.Product(i, _cell.X), DoubleDouble.Product(j, _cell.Y), DoubleDouble.Product(k, _cell.Z));
            _corners[(i, j, k)] = value;
        }
        return value;
    }
}

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// Demagnetising tensor N between cells of a mesh at whole-cell displacements: the field in cell i is H_i = −Σ_j N(i − j) M_j, averaged over
/// both cells. Neighbours by Newell's differences, all others by quadrature of the dipole tensor.
/// </summary>
internal sealed class DemagTensor
{
    // Displacements, in units of the largest edge, up to which Newell's formulas are used (the neighbours that touch are within √3), and up
    // to which cells are divided for the quadrature: these are kept, as they cost more and come again in all eight octants.
    private const double NewellRadius = 2, KeptRadius = 13;

    private readonly Vector3D _cell;
    private readonly Dictionary<(int, int, int), double[]> _near = [];
    private readonly Dictionary<(int, int, int), double[]> _corners = [];

    /// <summary>Makes the tensor for cells of a size in metres.</summary>
    public DemagTensor(Vector3D cell)
    {
        // Only ratios matter; lengths of order one keep the third powers in range.
        double size = Math.Max(cell.X, Math.Max(cell.Y, cell.Z));
        _cell = (1 / size) * cell;
    }

    /// <summary>Tensor (xx, yy, zz, xy, xz, yz), dimensionless, at a displacement of (i, j, k) cells.</summary>
    public void At(int i, int j, int k, Span<double> n)
    {
        Vector3D r = new(i * _cell.X, j * _cell.Y, k * _cell.Z);
        if (r.Length > KeptRadius)
        {
            DipoleQuadrature.Tensor(r, _cell, n);
            return;
        }
        (int, int, int) key = (Math.Abs(i), Math.Abs(j), Math.Abs(k));
        if (!_near.TryGetValue(key, out double[]? near))
            _near[key] = near = r.Length <= NewellRadius ? ByNewell(key.Item1, key.Item2, key.Item3) : Divided(key.Item1, key.Item2, key.Item3);
        near.CopyTo(n);
        n[3] *= Math.Sign(i) * Math.Sign(j);
        n[4] *= Math.Sign(i) * Math.Sign(k);
        n[5] *= Math.Sign(j) * Math.Sign(k);
    }

    private double[] Divided(int i, int j, int k)
    {
        double[] n = new double[6];
        DipoleQuadrature.Tensor((i * _cell.X, j * _cell.Y, k * _cell.Z), _cell, n);
        return n;
    }

    private double[] ByNewell(int i, int j, int k)
    {
        double[] n = new double[6];
        for (int a = -1; a <= 1; a++)
        {
            for (int b = -1; b <= 1; b++)
            {
                for (int c = -1; c <= 1; c++)
                {
                    double weight = (a == 0 ? 2 : -1) * (b == 0 ? 2 : -1) * (c == 0 ? 2 : -1);
                    double[] corner = Corner(i + a, j + b, k + c);
                    for (int t = 0; t < 6; t++)
                        n[t] += weight * corner[t];
                }
            }
        }
        double scale = 1 / (4 * Math.PI * _cell.X * _cell.Y * _cell.Z);
        for (int t = 0; t < 6; t++)
            n[t] *= scale;
        return n;
    }

    private double[] Corner(int i, int j, int k)
    {
        if (!_corners.TryGetValue((i, j, k), out double[]? value))
        {
            double x = i * _cell.X, y = j * _cell.Y, z = k * _cell.Z;
            value =
            [
                Newell.F(x, y, z), Newell.F(y, x, z), Newell.F(z, y, x),
                Newell.G(x, y, z), Newell.G(x, z, y), Newell.G(y, z, x),
            ];
            _corners[(i, j, k)] = value;
        }
        return value;
    }
}

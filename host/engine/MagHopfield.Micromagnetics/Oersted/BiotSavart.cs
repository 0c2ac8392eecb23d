using System.Numerics;

namespace MagHopfield.Micromagnetics.Oersted;

/// <summary>
/// Magnetic field of a plane current distribution of finite thickness, H(r) = (1/4π) ∫ J(r') × (r − r')/|r − r'|³ d³r'. The current
/// density is constant in each box cell × thickness; the kernel is integrated over the box in closed form, the sum over the boxes is
/// a convolution by FFT on a mesh padded with zeros, so nothing repeats (free space).
/// </summary>
public sealed class BiotSavart
{
    private readonly int _cellsX;
    private readonly int _cellsY;
    private readonly int _paddedX;
    private readonly int _paddedY;

    // Spectra of the box integrals of X/R³, Y/R³ and Z/R³ over 4π, (X, Y, Z) = r − r'; in 1/m × m² = m.
    private readonly Complex[] _kernelX;
    private readonly Complex[] _kernelY;
    private readonly Complex[] _kernelZ;

    /// <summary>Prepares the kernels for one plane of observation.</summary>
    /// <param name="cellsX">Number of cells along x.</param>
    /// <param name="cellsY">Number of cells along y.</param>
    /// <param name="cellX">Extent of a cell along x in metres.</param>
    /// <param name="cellY">Extent of a cell along y in metres.</param>
    /// <param name="bottom">Height of the conductor's lower face above the plane of observation in metres; negative when below it.</param>
    /// <param name="top">Height of the conductor's upper face above the plane of observation in metres.</param>
    /// <param name="cancellation">Ends the preparation, within a row of cells.</param>
    public BiotSavart(
        int cellsX, int cellsY, double cellX, double cellY, double bottom, double top, CancellationToken cancellation = default)
    {
        if (!(top > bottom))
            throw new ArgumentException("The conductor needs a thickness: its upper face must lie above its lower face.", nameof(top));

        _cellsX = cellsX;
        _cellsY = cellsY;
        (_paddedX, _paddedY) = (Padded(cellsX), Padded(cellsY));
        _kernelX = new Complex[_paddedX * _paddedY];
        _kernelY = new Complex[_paddedX * _paddedY];
        _kernelZ = new Complex[_paddedX * _paddedY];
        for (int jy = 1 - cellsY; jy < cellsY; jy++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int jx = 1 - cellsX; jx < cellsX; jx++)
            {
                int at = (jy + _paddedY) % _paddedY * _paddedX + (jx + _paddedX) % _paddedX;
                BoxKernel kernel = BoxKernel.At(jx * cellX, jy * cellY, cellX, cellY, bottom, top);
                _kernelX[at] = kernel.X;
                _kernelY[at] = kernel.Y;
                _kernelZ[at] = kernel.Z;
            }
        }

        foreach (Complex[] kernel in (Complex[][])[_kernelX, _kernelY, _kernelZ])
        {
            cancellation.ThrowIfCancellationRequested();
            Fourier2D.Forward(kernel, _paddedY, _paddedX);
        }
    }

    /// <summary>Memory in bytes that the three kernels and a convolution take.</summary>
    /// <param name="cellsX">Number of cells along x.</param>
    /// <param name="cellsY">Number of cells along y.</param>
    public static double Bytes(int cellsX, int cellsY) => 5.0 * 2 * sizeof(double) * Padded(cellsX) * Padded(cellsY);

    private static int Padded(int cells) => (int)BitOperations.RoundUpToPowerOf2((uint)(2 * cells - 1));

    /// <summary>Field at the cell centres of the plane of observation.</summary>
    /// <param name="jx">x component of the current density of each cell in A/m², x fastest.</param>
    /// <param name="jy">y component, the same layout.</param>
    /// <returns>The field in A/m.</returns>
    public OerstedField Field(ReadOnlySpan<double> jx, ReadOnlySpan<double> jy)
    {
        if (jx.Length != _cellsX * _cellsY || jy.Length != jx.Length)
            throw new ArgumentException($"{_cellsX * _cellsY} values of each component are needed, got {jx.Length} and {jy.Length}.");

        // Both components are real, so one complex transform carries both; multiplied by a real kernel's spectrum they stay apart.
        Complex[] current = new Complex[_paddedX * _paddedY];
        for (int y = 0; y < _cellsY; y++)
        {
            for (int x = 0; x < _cellsX; x++)
                current[y * _paddedX + x] = new Complex(jx[y * _cellsX + x], jy[y * _cellsX + x]);
        }

        Fourier2D.Forward(current, _paddedY, _paddedX);

        // J × R with J_z = 0: (J_y Z, −J_x Z, J_x Y − J_y X).
        Complex[] alongZ = Convolved(current, _kernelZ);
        Complex[] alongY = Convolved(current, _kernelY);
        Complex[] alongX = Convolved(current, _kernelX);
        OerstedField field = new(_cellsX * _cellsY);
        for (int y = 0; y < _cellsY; y++)
        {
            for (int x = 0; x < _cellsX; x++)
            {
                int from = y * _paddedX + x;
                int to = y * _cellsX + x;
                field.X[to] = alongZ[from].Imaginary;
                field.Y[to] = -alongZ[from].Real;
                field.Z[to] = alongY[from].Real - alongX[from].Imaginary;
            }
        }

        return field;
    }

    private Complex[] Convolved(Complex[] current, Complex[] kernel)
    {
        Complex[] product = new Complex[current.Length];
        for (int k = 0; k < product.Length; k++)
            product[k] = current[k] * kernel[k];

        Fourier2D.Inverse(product, _paddedY, _paddedX);
        return product;
    }
}

using System.Numerics;

namespace MagHopfield.Bench;

/// <summary>What a cell of a convolution costs at least, counted the usual way: 5 N log2 N operations for a complex transform.</summary>
public static class ConvolutionCost
{
    /// <summary>
    /// Floating-point operations a cell of one demagnetising field on a mesh whose padding is never transformed: three components forward
    /// and back along every axis, and the product with the kernel.
    /// </summary>
    /// <param name="nx">Cells along x.</param>
    /// <param name="ny">Cells along y.</param>
    /// <param name="nz">Cells along z.</param>
    public static double OperationsPerCell(int nx, int ny, int nz)
    {
        static double Complex(double n) => 5 * n * Math.Log2(n);
        double py = 2.0 * ny;
        double pz = nz == 1 ? 1 : 2.0 * nz;
        double rows = (double)ny * nz * Complex(2.0 * nx) / 2;
        double columns = (nx + 1.0) * nz * Complex(py);
        double depth = nz == 1 ? 0 : (nx + 1.0) * py * Complex(pz);
        double product = (nx + 1.0) * py * pz * (nz == 1 ? 14 : 30);
        return ((6 * (rows + columns + depth)) + product) / ((double)nx * ny * nz);
    }

    /// <summary>
    /// Bytes that must cross the memory bus a cell, at least: m read, h written, the kernel read, the half spectrum written and read twice.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="nx">Cells along x.</param>
    /// <param name="ny">Cells along y.</param>
    /// <param name="nz">Cells along z.</param>
    public static unsafe double BytesPerCell<T>(int nx, int ny, int nz)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double cells = (double)nx * ny * nz;
        double spectrum = 3.0 * 2 * (nx + 1.0) * ny * nz * (nz == 1 ? 1 : 2);

        // The kernel is real and even: a quarter (film) or an eighth (body) of its points.
        double kernel = (nz == 1 ? 4 : 6) * (nx + 1.0) * (ny + 1.0) * (nz == 1 ? 1 : nz + 1.0);
        return sizeof(T) * ((6 * cells) + (4 * spectrum) + kernel) / cells;
    }
}

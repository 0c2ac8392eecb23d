using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace MagHopfield.Micromagnetics.Oersted;

/// <summary>Two-dimensional Fourier transform of a row-wise array, from the library's one-dimensional one over rows and columns.</summary>
internal static class Fourier2D
{
    public static void Forward(Complex[] samples, int rows, int columns) => Transform(samples, rows, columns, Fourier.Forward);

    public static void Inverse(Complex[] samples, int rows, int columns) => Transform(samples, rows, columns, Fourier.Inverse);

    // AsymmetricScaling: the inverse alone is divided by the number of samples, as a convolution needs it.
    private static void Transform(Complex[] samples, int rows, int columns, Action<Complex[], FourierOptions> line)
    {
        Complex[] row = new Complex[columns];
        for (int r = 0; r < rows; r++)
        {
            Array.Copy(samples, r * columns, row, 0, columns);
            line(row, FourierOptions.AsymmetricScaling);
            Array.Copy(row, 0, samples, r * columns, columns);
        }

        Complex[] column = new Complex[rows];
        for (int c = 0; c < columns; c++)
        {
            for (int r = 0; r < rows; r++)
                column[r] = samples[r * columns + c];

            line(column, FourierOptions.AsymmetricScaling);
            for (int r = 0; r < rows; r++)
                samples[r * columns + c] = column[r];
        }
    }
}

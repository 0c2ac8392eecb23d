using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Transport.Conductor;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>Rows of the product Kφ in double precision, four potentials side by side.</summary>
internal static class StiffnessProduct
{
    /// <summary>Potentials in a group.</summary>
    public const int Lanes = 4;

    /// <summary>Writes one row of Kφ.</summary>
    /// <param name="k">K.</param>
    /// <param name="y">Row of points.</param>
    /// <param name="potentials">φ.</param>
    /// <param name="product">Receives PointsX · 4 numbers, in amperes for volts.</param>
    public static void Row(NinePointStencil k, int y, LaneVector<double> potentials, Span<double> product)
    {
        int row = k.PointsX;
        int first = k.Margin + y * row;
        ref double d = ref k.Diagonal[first];
        ref double e = ref k.East[first];
        ref double n = ref k.North[first];
        ref double ne = ref k.NorthEast[first];
        ref double nw = ref k.NorthWest[first];
        ref double middle = ref Unsafe.Add(ref potentials.Origin, (nint)y * row * Lanes);
        ref double south = ref Unsafe.Add(ref middle, -row * Lanes);
        ref double north = ref Unsafe.Add(ref middle, row * Lanes);
        ref double to = ref product[0];
        Vector256<double> s0 = Load(ref south, -Lanes);
        Vector256<double> m0 = Load(ref middle, -Lanes);
        Vector256<double> n0 = Load(ref north, -Lanes);
        Vector256<double> s1 = Load(ref south, 0);
        Vector256<double> m1 = Load(ref middle, 0);
        Vector256<double> n1 = Load(ref north, 0);
        for (nint c = 0; c < row; c++)
        {
            nint next = (c + 1) * Lanes;
            Vector256<double> s2 = Load(ref south, next);
            Vector256<double> m2 = Load(ref middle, next);
            Vector256<double> n2 = Load(ref north, next);
            Vector256<double> centre = Unsafe.Add(ref d, c) * m1 + Unsafe.Add(ref n, c - row) * s1 + Unsafe.Add(ref n, c) * n1;
            Vector256<double> left = Unsafe.Add(ref e, c - 1) * m0 + Unsafe.Add(ref ne, c - row - 1) * s0 + Unsafe.Add(ref nw, c) * n0;
            Vector256<double> right = Unsafe.Add(ref e, c) * m2 + Unsafe.Add(ref nw, c - row + 1) * s2 + Unsafe.Add(ref ne, c) * n2;
            (centre + left + right).StoreUnsafe(ref Unsafe.Add(ref to, c * Lanes));
            (s0, s1, m0, m1, n0, n1) = (s1, s2, m1, m2, n1, n2);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Load(ref double start, nint at) => Vector256.LoadUnsafe(ref Unsafe.Add(ref start, at));
}

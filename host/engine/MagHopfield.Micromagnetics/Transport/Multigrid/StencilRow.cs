using System.Runtime.CompilerServices;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>What is done with the product of the matrix at a point.</summary>
/// <typeparam name="T">Register of right-hand sides.</typeparam>
internal interface IRowEnd<T>
    where T : struct, ILanes<T>
{
    /// <summary>Takes (Âx) and x at a point.</summary>
    /// <param name="at">Position of the point's lane 0 within its row.</param>
    /// <param name="x">x at the point.</param>
    /// <param name="product">Âx at the point.</param>
    void Take(nint at, T x, T product);
}

/// <summary>One row of points of a product Âx.</summary>
internal static class StencilRow
{
    /// <summary>Goes along a row.</summary>
    /// <param name="a">Matrix.</param>
    /// <param name="y">Row.</param>
    /// <param name="south">x at the first point of the row below.</param>
    /// <param name="middle">x at the first point of the row.</param>
    /// <param name="north">x at the first point of the row above.</param>
    /// <param name="end">What is done at every point.</param>
    /// <typeparam name="T">Register of right-hand sides.</typeparam>
    /// <typeparam name="TEnd">What is done.</typeparam>
    public static void Apply<T, TEnd>(ScaledStencil a, int y, ref float south, ref float middle, ref float north, ref TEnd end)
        where T : struct, ILanes<T>
        where TEnd : struct, IRowEnd<T>, allows ref struct
    {
        int row = a.PointsX;
        int first = a.Margin + y * row;
        ref float d = ref a.Diagonal[first];
        ref float e = ref a.East[first];
        ref float n = ref a.North[first];
        ref float ne = ref a.NorthEast[first];
        ref float nw = ref a.NorthWest[first];
        T s0 = T.Load(ref Unsafe.Add(ref south, -T.Count));
        T m0 = T.Load(ref Unsafe.Add(ref middle, -T.Count));
        T n0 = T.Load(ref Unsafe.Add(ref north, -T.Count));
        T s1 = T.Load(ref south);
        T m1 = T.Load(ref middle);
        T n1 = T.Load(ref north);
        nint at = 0;
        for (nint c = 0; c < row; c++, at += T.Count)
        {
            T s2 = T.Load(ref Unsafe.Add(ref south, at + T.Count));
            T m2 = T.Load(ref Unsafe.Add(ref middle, at + T.Count));
            T n2 = T.Load(ref Unsafe.Add(ref north, at + T.Count));
            T left = T.All(Unsafe.Add(ref e, c - 1)) * m0;
            T right = T.All(Unsafe.Add(ref e, c)) * m2;
            T centre = T.All(Unsafe.Add(ref d, c)) * m1;
            left = T.Fused(T.All(Unsafe.Add(ref ne, c - row - 1)), s0, left);
            centre = T.Fused(T.All(Unsafe.Add(ref n, c - row)), s1, centre);
            right = T.Fused(T.All(Unsafe.Add(ref nw, c - row + 1)), s2, right);
            left = T.Fused(T.All(Unsafe.Add(ref nw, c)), n0, left);
            centre = T.Fused(T.All(Unsafe.Add(ref n, c)), n1, centre);
            right = T.Fused(T.All(Unsafe.Add(ref ne, c)), n2, right);
            end.Take(at, m1, left + centre + right);
            (s0, s1, m0, m1, n0, n1) = (s1, s2, m1, m2, n1, n2);
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>Discrete Fourier transforms of four and eight numbers in registers, X_q = Σ_j x_j exp(∓2πi jq/n), with + for the inverse.</summary>
internal static class SmallDft
{
    /// <summary>Four numbers in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Four<T>(ref LaneComplex<T> a, ref LaneComplex<T> b, ref LaneComplex<T> c, ref LaneComplex<T> d, bool inverse)
        where T : unmanaged
    {
        LaneComplex<T> ac = a + c, amc = a - c, bd = b + d, bmd = b - d;
        a = ac + bd;
        c = ac - bd;
        b = inverse ? amc.PlusI(bmd) : amc.MinusI(bmd);
        d = inverse ? amc.MinusI(bmd) : amc.PlusI(bmd);
    }

    /// <summary>
    /// The odd ones of eight outputs whose inputs 4 … 7 are zero: X_1, X_3, X_5, X_7 in place of x_0 … x_3. For the inverse, with other signs,
    /// the same sums serve as the first half of the outputs of four odd inputs.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OddOfEight<T>(ref LaneComplex<T> a, ref LaneComplex<T> b, ref LaneComplex<T> c, ref LaneComplex<T> d, bool inverse)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // With ω = exp(−iπ/4): ωb + ω³d = √½ [(b − d) − i(b + d)] and ω³b + ωd = −√½ [(b − d) + i(b + d)].
        Vector<T> root = new(T.CreateChecked(0.70710678118654752440));
        LaneComplex<T> plus = inverse ? a.PlusI(c) : a.MinusI(c), minus = inverse ? a.MinusI(c) : a.PlusI(c);
        LaneComplex<T> sum = b + d, difference = b - d;
        LaneComplex<T> f = inverse ? difference.PlusI(sum) : difference.MinusI(sum), g = inverse ? difference.MinusI(sum) : difference.PlusI(sum);
        a = plus.Plus(root, f);
        c = plus.Minus(root, f);
        b = minus.Minus(root, g);
        d = minus.Plus(root, g);
    }
}

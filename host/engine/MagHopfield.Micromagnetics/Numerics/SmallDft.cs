using System.Numerics;
using System.Runtime.CompilerServices;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>
/// Discrete Fourier transforms of three to eight numbers in registers, X_q = Σ_j x_j exp(∓2πi jq/n), with + for the inverse.
/// </summary>
internal static class SmallDft
{
    /// <summary>Three numbers in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Three<T>(ref LaneComplex<T> a, ref LaneComplex<T> b, ref LaneComplex<T> c, bool inverse)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // sin 120°, with the sign of the exponent.
        Vector<T> half = Lanes.All<T>(0.5), sine = Lanes.All<T>(inverse ? 0.86602540378443864676 : -0.86602540378443864676);
        LaneComplex<T> sum = b + c, turned = (b - c).Scaled(sine), rest = a.Minus(half, sum);
        a += sum;
        b = rest.PlusI(turned);
        c = rest.MinusI(turned);
    }

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

    /// <summary>Five numbers in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Five<T>(
        ref LaneComplex<T> a, ref LaneComplex<T> b, ref LaneComplex<T> c, ref LaneComplex<T> d, ref LaneComplex<T> e, bool inverse)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // cos 72° + cos 144° = −½ and cos 72° − cos 144° = √5/2; sines of 72° and 144° with the sign of the exponent.
        Vector<T> quarter = Lanes.All<T>(0.25), root = Lanes.All<T>(0.55901699437494742410);
        Vector<T> s1 = Lanes.All<T>(inverse ? 0.95105651629515357212 : -0.95105651629515357212);
        Vector<T> s2 = Lanes.All<T>(inverse ? 0.58778525229247312917 : -0.58778525229247312917);
        LaneComplex<T> be = b + e, bme = b - e, cd = c + d, cmd = c - d, sum = be + cd, difference = be - cd;
        LaneComplex<T> rest = a.Minus(quarter, sum), even1 = rest.Plus(root, difference), even2 = rest.Minus(root, difference);
        LaneComplex<T> odd1 = bme.Scaled(s1).Plus(s2, cmd), odd2 = bme.Scaled(s2).Minus(s1, cmd);
        a += sum;
        b = even1.PlusI(odd1);
        e = even1.MinusI(odd1);
        c = even2.PlusI(odd2);
        d = even2.MinusI(odd2);
    }

    /// <summary>Seven numbers in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Seven<T>(
        ref LaneComplex<T> a,
        ref LaneComplex<T> b,
        ref LaneComplex<T> c,
        ref LaneComplex<T> d,
        ref LaneComplex<T> e,
        ref LaneComplex<T> f,
        ref LaneComplex<T> g,
        bool inverse)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Cosines and, with the sign of the exponent, sines of 1, 2 and 3 sevenths of a turn.
        Vector<T> c1 = Lanes.All<T>(0.62348980185873353053), c2 = Lanes.All<T>(
            -0.22252093395631440429), c3 = Lanes.All<T>(-0.90096886790241912624);
        Vector<T> s1 = Lanes.All<T>(inverse ? 0.78183148246802980871 : -0.78183148246802980871);
        Vector<T> s2 = Lanes.All<T>(inverse ? 0.97492791218182360702 : -0.97492791218182360702);
        Vector<T> s3 = Lanes.All<T>(inverse ? 0.43388373911755812048 : -0.43388373911755812048);
        LaneComplex<T> p = b + g, u = b - g, q = c + f, v = c - f, r = d + e, w = d - e;
        LaneComplex<T> even1 = a.Plus(c1, p).Plus(c2, q).Plus(c3, r), odd1 = u.Scaled(s1).Plus(s2, v).Plus(s3, w);
        LaneComplex<T> even2 = a.Plus(c2, p).Plus(c3, q).Plus(c1, r), odd2 = u.Scaled(s2).Minus(s3, v).Minus(s1, w);
        LaneComplex<T> even3 = a.Plus(c3, p).Plus(c1, q).Plus(c2, r), odd3 = u.Scaled(s3).Minus(s1, v).Plus(s2, w);
        a = a + p + (q + r);
        b = even1.PlusI(odd1);
        g = even1.MinusI(odd1);
        c = even2.PlusI(odd2);
        f = even2.MinusI(odd2);
        d = even3.PlusI(odd3);
        e = even3.MinusI(odd3);
    }

    /// <summary>
    /// The odd ones of eight outputs whose inputs 4 … 7 are zero: X_1, X_3, X_5, X_7 in place of x_0 … x_3. For the inverse, with other
    /// signs, the same sums serve as the first half of the outputs of four odd inputs.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void OddOfEight<T>(ref LaneComplex<T> a, ref LaneComplex<T> b, ref LaneComplex<T> c, ref LaneComplex<T> d, bool inverse)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // With ω = exp(−iπ/4): ωb + ω³d = √½ [(b − d) − i(b + d)] and ω³b + ωd = −√½ [(b − d) + i(b + d)].
        Vector<T> root = new(T.CreateChecked(0.70710678118654752440));
        LaneComplex<T> plus = inverse ? a.PlusI(c) : a.MinusI(c), minus = inverse ? a.MinusI(c) : a.PlusI(c);
        LaneComplex<T> sum = b + d, difference = b - d;
        LaneComplex<T> f = inverse
            ? difference.PlusI(sum)
            : difference.MinusI(sum), g = inverse
            ? difference.MinusI(sum)
            : difference.PlusI(sum);
        a = plus.Plus(root, f);
        c = plus.Minus(root, f);
        b = minus.Minus(root, g);
        d = minus.Plus(root, g);
    }
}

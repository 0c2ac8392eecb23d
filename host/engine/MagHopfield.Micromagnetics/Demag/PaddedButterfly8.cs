using System.Numerics;
using System.Runtime.CompilerServices;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// First and last stage of a padded transform with r = 8: a transform of sixteen, of which half the inputs are zero or half the outputs
/// unwanted.
/// </summary>
internal static unsafe class PaddedButterfly8
{
    // cos and sin of π/8 and √½.
    private const double Cos = 0.92387953251128675613, Sin = 0.38268343236508977173, Root = 0.70710678118654752440;

    /// <summary>x_p, x_{p+part}, … for p below <paramref name="count"/> into sixteen slots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Expand<T>(T* x, nint stride, nint part, T* y, nint slot, T* w, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> cos = new(T.CreateChecked(Cos)), sin = new(T.CreateChecked(Sin)), root = new(T.CreateChecked(Root));
        for (int p = 0; p < count; p++, x += stride, y += LaneComplex<T>.Size, w += 30)
        {
            LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + part);
            LaneComplex<T> c = LaneComplex<T>.Load(x + (2 * part)), d = LaneComplex<T>.Load(x + (3 * part));
            LaneComplex<T> e = LaneComplex<T>.Load(x + (4 * part)), f = LaneComplex<T>.Load(x + (5 * part));
            LaneComplex<T> g = LaneComplex<T>.Load(x + (6 * part)), h = LaneComplex<T>.Load(x + (7 * part));
            // Outputs 0, 4, 8, 12.
            LaneComplex<T> i = a + e, j = b + f, k = c + g, l = d + h;
            SmallDft.Four(ref i, ref j, ref k, ref l, inverse: false);
            i.Store(y);
            j.Times(w + 6).Store(y + (4 * slot));
            k.Times(w + 14).Store(y + (8 * slot));
            l.Times(w + 22).Store(y + (12 * slot));
            // 2, 6, 10, 14.
            (i, j, k, l) = (a - e, b - f, c - g, d - h);
            SmallDft.OddOfEight(ref i, ref j, ref k, ref l, inverse: false);
            i.Times(w + 2).Store(y + (2 * slot));
            j.Times(w + 10).Store(y + (6 * slot));
            k.Times(w + 18).Store(y + (10 * slot));
            l.Times(w + 26).Store(y + (14 * slot));
            // 1, 5, 9, 13: u_j = x_j − i x_{j+4} times ω^j with ω = exp(−iπ/8), then a transform of four.
            (i, j, k, l) = (a.MinusI(e), b.MinusI(f).Times(cos, -sin), c.MinusI(g), d.MinusI(h).Times(sin, -cos));
            Rotated(ref i, ref j, k.MinusI(k), ref l, out k, root);
            i.Times(w).Store(y + slot);
            j.Times(w + 8).Store(y + (5 * slot));
            k.Times(w + 16).Store(y + (9 * slot));
            l.Times(w + 24).Store(y + (13 * slot));
            // 3, 7, 11, 15: x_j + i x_{j+4} times ω^{3j}; ω⁶ = −√½ (1 + i), ω⁹ = −ω.
            (i, j, k, l) = (a.PlusI(e), b.PlusI(f).Times(sin, -cos), c.PlusI(g), d.PlusI(h).Times(-cos, sin));
            Rotated(ref i, ref j, k.PlusI(k), ref l, out k, -root);
            i.Times(w + 4).Store(y + (3 * slot));
            j.Times(w + 12).Store(y + (7 * slot));
            k.Times(w + 20).Store(y + (11 * slot));
            l.Times(w + 28).Store(y + (15 * slot));
        }
    }

    /// <summary>Back from sixteen slots.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Contract<T>(T* y, nint slot, T* x, nint stride, nint part, T* w, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector<T> cos = new(T.CreateChecked(Cos)), sin = new(T.CreateChecked(Sin)), root = new(T.CreateChecked(Root));
        for (int p = 0; p < count; p++, x += stride, y += LaneComplex<T>.Size, w += 30)
        {
            LaneComplex<T> a = LaneComplex<T>.Load(y), b = LaneComplex<T>.Load(y + (4 * slot)).TimesConjugate(w + 6);
            LaneComplex<T> c =
                LaneComplex<T>.Load(y + (8 * slot)).TimesConjugate(w + 14), d = LaneComplex<T>.Load(y + (12 * slot)).TimesConjugate(w + 22);
            SmallDft.Four(ref a, ref b, ref c, ref d, inverse: true);
            LaneComplex<T> e =
                LaneComplex<T>.Load(y + (2 * slot)).TimesConjugate(w + 2), f = LaneComplex<T>.Load(y + (6 * slot)).TimesConjugate(w + 10);
            LaneComplex<T> g =
                LaneComplex<T>.Load(y + (10 * slot)).TimesConjugate(w + 18), h =
                    LaneComplex<T>.Load(y + (14 * slot)).TimesConjugate(w + 26);
            SmallDft.Four(ref e, ref f, ref g, ref h, inverse: true);
            // The even outputs' part of x_j, j = 0 … 7, in a … h.
            LaneComplex<T> f1 = f.PlusI(f), h3 = h.MinusI(h), g2 = g;
            (a, e) = (a + e, a - e);
            (b, f) = (b.Plus(root, f1), b.Minus(root, f1));
            (c, g) = (c.PlusI(g2), c.MinusI(g2));
            (d, h) = (d.Minus(root, h3), d.Plus(root, h3));
            LaneComplex<T> i =
                LaneComplex<T>.Load(y + slot).TimesConjugate(w), j = LaneComplex<T>.Load(y + (5 * slot)).TimesConjugate(w + 8);
            LaneComplex<T> k =
                LaneComplex<T>.Load(y + (9 * slot)).TimesConjugate(w + 16), l = LaneComplex<T>.Load(y + (13 * slot)).TimesConjugate(w + 24);
            SmallDft.Four(ref i, ref j, ref k, ref l, inverse: true);
            LaneComplex<T> q =
                LaneComplex<T>.Load(y + (3 * slot)).TimesConjugate(w + 4), r = LaneComplex<T>.Load(y + (7 * slot)).TimesConjugate(w + 12);
            LaneComplex<T> s =
                LaneComplex<T>.Load(y + (11 * slot)).TimesConjugate(w + 20), t =
                    LaneComplex<T>.Load(y + (15 * slot)).TimesConjugate(w + 28);
            SmallDft.Four(ref q, ref r, ref s, ref t, inverse: true);
            // The odd outputs' part: ω⁻ʲu_j + ω⁻³ʲv_j for j below four, and i (ω⁻ʲu_j − ω⁻³ʲv_j) for j + 4.
            (a + (i + q)).Store(x);
            e.PlusI(i - q).Store(x + (4 * part));
            (j, r) = (j.Times(cos, sin), r.Times(sin, cos));
            (b + (j + r)).Store(x + part);
            f.PlusI(j - r).Store(x + (5 * part));
            // √½ (1 + i) u and √½ (−1 + i) v.
            (k, s) = (k.PlusI(k), s.MinusI(s));
            c.Plus(root, k - s).Store(x + (2 * part));
            LaneComplex<T> both = k + s;
            g.PlusI(new LaneComplex<T>(root * both.Re, root * both.Im)).Store(x + (6 * part));
            (l, t) = (l.Times(sin, cos), t.Times(cos, sin));
            (d + (l - t)).Store(x + (3 * part));
            h.PlusI(l + t).Store(x + (7 * part));
        }
    }

    // A transform of four whose third input is s·c.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rotated<T>(
        ref LaneComplex<T> a, ref LaneComplex<T> b, LaneComplex<T> c, ref LaneComplex<T> d, out LaneComplex<T> third, Vector<T> s)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LaneComplex<T> plus = a.Plus(s, c), minus = a.Minus(s, c), sum = b + d, difference = b - d;
        a = plus + sum;
        third = plus - sum;
        b = minus.MinusI(difference);
        d = minus.PlusI(difference);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>
/// Fourier transforms of as many signals at once as a SIMD vector has lanes, in place. The forward transform X_k = Σ x_j exp(−2πi jk/n)
/// leaves X_k at element <see cref="Position"/>[k] (decimation in frequency); the inverse, not divided by n, takes that order back to the
/// natural one (decimation in time). A convolution thus never reorders anything. Lengths have the factors 2, 3, 5 and 7.
/// </summary>
internal sealed unsafe class LaneFft<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Sub-blocks of at most this many elements (16 KiB) are done stage by stage; longer ones are first split, so that they fit the cache.
    private const int SplitAbove = 256;

    private readonly Stage[] _stages;

    public LaneFft(int length)
    {
        Length = length;
        List<Stage> stages = [];
        for (int size = length; size > 1;)
        {
            int radix = size % 4 == 0 ? 4 : size % 2 == 0 ? 2 : size % 3 == 0 ? 3 : size % 5 == 0 ? 5 : size % 7 == 0 ? 7
                : throw new ArgumentOutOfRangeException(nameof(length), $"Transform length {length} has a prime factor above 7.");
            stages.Add(new Stage(size, radix));
            size /= radix;
        }
        _stages = [.. stages];
        Position = new int[length];
        for (int k = 0; k < length; k++)
        {
            int rest = k, at = 0;
            foreach (Stage stage in _stages)
            {
                at += (rest % stage.Radix) * stage.Part;
                rest /= stage.Radix;
            }
            Position[k] = at;
        }
    }

    /// <summary>Number of elements n.</summary>
    public int Length { get; }

    /// <summary>Element that holds frequency k after the forward transform.</summary>
    public int[] Position { get; }

    /// <summary>Smallest length of at least n with factors 2, 3, 5 and 7 only.</summary>
    public static int GoodLength(int n)
    {
        while (true)
        {
            int rest = n;
            foreach (int p in (ReadOnlySpan<int>)[2, 3, 5, 7])
            {
                while (rest % p == 0)
                    rest /= p;
            }
            if (rest == 1)
                return n;
            n++;
        }
    }

    /// <summary>Transforms n elements that lie <paramref name="stride"/> values of T apart.</summary>
    public void Forward(T* x, int stride) => Forward(x, stride, 0);

    /// <summary>Transforms back, without the division by n.</summary>
    public void Inverse(T* x, int stride) => Inverse(x, stride, 0);

    private void Forward(T* x, int stride, int first)
    {
        if (first == _stages.Length)
            return;
        Stage top = _stages[first];
        if (top.Size > SplitAbove)
        {
            Butterflies(top, x, stride, inverse: false);
            for (int q = 0; q < top.Radix; q++)
                Forward(x + ((nint)q * top.Part * stride), stride, first + 1);
            return;
        }
        for (int s = first; s < _stages.Length; s++)
        {
            for (int block = 0; block < top.Size; block += _stages[s].Size)
                Butterflies(_stages[s], x + ((nint)block * stride), stride, inverse: false);
        }
    }

    private void Inverse(T* x, int stride, int first)
    {
        if (first == _stages.Length)
            return;
        Stage top = _stages[first];
        if (top.Size > SplitAbove)
        {
            for (int q = 0; q < top.Radix; q++)
                Inverse(x + ((nint)q * top.Part * stride), stride, first + 1);
            Butterflies(top, x, stride, inverse: true);
            return;
        }
        for (int s = _stages.Length - 1; s >= first; s--)
        {
            for (int block = 0; block < top.Size; block += _stages[s].Size)
                Butterflies(_stages[s], x + ((nint)block * stride), stride, inverse: true);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Butterflies(Stage stage, T* x, int stride, bool inverse)
    {
        nint part = (nint)stage.Part * stride;
        T* w = stage.Twiddles;
        switch (stage.Radix, inverse)
        {
            case (4, false):
                for (int p = 0; p < stage.Part; p++, x += stride, w += 6)
                    Radix4.Forward(x, part, w, p == 0);
                break;
            case (4, true):
                for (int p = 0; p < stage.Part; p++, x += stride, w += 6)
                    Radix4.Inverse(x, part, w, p == 0);
                break;
            case (2, false):
                for (int p = 0; p < stage.Part; p++, x += stride, w += 2)
                    ForwardRadix2(x, part, w);
                break;
            case (2, true):
                for (int p = 0; p < stage.Part; p++, x += stride, w += 2)
                    InverseRadix2(x, part, w);
                break;
            default:
                for (int p = 0; p < stage.Part; p++, x += stride, w += 2 * (stage.Radix - 1))
                    AnyRadix(x, part, w, stage, inverse);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ForwardRadix2(T* x, nint part, T* w)
    {
        LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + part);
        (a + b).Store(x);
        (a - b).Times(w).Store(x + part);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void InverseRadix2(T* x, nint part, T* w)
    {
        LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + part).TimesConjugate(w);
        (a + b).Store(x);
        (a - b).Store(x + part);
    }

    // Odd radices by their definition, with the pairs j and r − j taken together: (r − 1)²/2 products.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AnyRadix(T* x, nint part, T* w, Stage stage, bool inverse)
    {
        int r = stage.Radix, half = r / 2;
        LaneComplex<T>* sum = stackalloc LaneComplex<T>[4], difference = stackalloc LaneComplex<T>[4];
        LaneComplex<T> first = LaneComplex<T>.Load(x), total = first;
        for (int j = 1; j <= half; j++)
        {
            LaneComplex<T> a = LaneComplex<T>.Load(x + (j * part)), b = LaneComplex<T>.Load(x + ((r - j) * part));
            if (inverse)
                (a, b) = (a.TimesConjugate(w + (2 * (j - 1))), b.TimesConjugate(w + (2 * (r - j - 1))));
            sum[j] = a + b;
            difference[j] = a - b;
            total += sum[j];
        }
        total.Store(x);
        T* root = stage.Roots;
        for (int q = 1; q <= half; q++)
        {
            LaneComplex<T> even = first, odd = default;
            for (int j = 1; j <= half; j++)
            {
                int index = j * q % r;
                even += sum[j].Scaled(new Vector<T>(root[2 * index]));
                odd += difference[j].Scaled(new Vector<T>(root[(2 * index) + 1]));
            }
            // root = exp(−2πi/r): X_q = even + i odd and X_{r−q} = even − i odd; the inverse exchanges the two.
            LaneComplex<T> i = odd.TimesI, plus = even + i, minus = even - i;
            if (inverse)
            {
                minus.Store(x + (q * part));
                plus.Store(x + ((r - q) * part));
            }
            else
            {
                plus.Times(w + (2 * (q - 1))).Store(x + (q * part));
                minus.Times(w + (2 * (r - q - 1))).Store(x + ((r - q) * part));
            }
        }
    }

    private static class Radix4
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Forward(T* x, nint part, T* w, bool unit)
        {
            LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + part);
            LaneComplex<T> c = LaneComplex<T>.Load(x + (2 * part)), d = LaneComplex<T>.Load(x + (3 * part));
            LaneComplex<T> ac = a + c, amc = a - c, bd = b + d, bmd = (b - d).TimesMinusI;
            (ac + bd).Store(x);
            if (unit)
            {
                (amc + bmd).Store(x + part);
                (ac - bd).Store(x + (2 * part));
                (amc - bmd).Store(x + (3 * part));
                return;
            }
            (amc + bmd).Times(w).Store(x + part);
            (ac - bd).Times(w + 2).Store(x + (2 * part));
            (amc - bmd).Times(w + 4).Store(x + (3 * part));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Inverse(T* x, nint part, T* w, bool unit)
        {
            LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + part);
            LaneComplex<T> c = LaneComplex<T>.Load(x + (2 * part)), d = LaneComplex<T>.Load(x + (3 * part));
            if (!unit)
                (b, c, d) = (b.TimesConjugate(w), c.TimesConjugate(w + 2), d.TimesConjugate(w + 4));
            LaneComplex<T> ac = a + c, amc = a - c, bd = b + d, bmd = (b - d).TimesI;
            (ac + bd).Store(x);
            (amc + bmd).Store(x + part);
            (ac - bd).Store(x + (2 * part));
            (amc - bmd).Store(x + (3 * part));
        }
    }

    private sealed class Stage
    {
        private readonly T[] _twiddles, _roots;

        public Stage(int size, int radix)
        {
            (Size, Radix, Part) = (size, radix, size / radix);
            _twiddles = GC.AllocateArray<T>(2 * Part * (radix - 1), pinned: true);
            _roots = GC.AllocateArray<T>(2 * radix, pinned: true);
            for (int p = 0, i = 0; p < Part; p++)
            {
                for (int q = 1; q < radix; q++, i += 2)
                    (_twiddles[i], _twiddles[i + 1]) = Root((long)p * q % size, size);
            }
            for (int q = 0; q < radix; q++)
                (_roots[2 * q], _roots[(2 * q) + 1]) = Root(q, radix);
        }

        public int Size { get; }

        public int Radix { get; }

        public int Part { get; }

        public T* Twiddles => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_twiddles));

        public T* Roots => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_roots));

        private static (T Re, T Im) Root(long k, long n) => RootOfUnity.Of<T>(k, n);
    }
}

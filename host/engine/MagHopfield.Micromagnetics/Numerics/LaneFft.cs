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
    private readonly Stage[] _stages;

    public LaneFft(int length)
    {
        Length = length;
        List<Stage> stages = [];
        int size = length;
        foreach (int radix in Radices(length))
        {
            stages.Add(new Stage(size, radix));
            size /= radix;
        }
        _stages = [.. stages];
        EndsInFours = _stages.Length > 0 && _stages[^1].Radix == 4;
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

    /// <summary>
    /// Whether the last stage forward, and the first back, is of radix 4, so that <see cref="ForwardToFours"/> and
    /// <see cref="InverseFromFours"/> leave just the transforms of four elements each, 0 … 3, 4 … 7 and so on, to be done.
    /// </summary>
    public bool EndsInFours { get; }

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

    /// <summary>Transforms n elements.</summary>
    public void Forward(T* x)
    {
        foreach (Stage stage in _stages)
            Forward(stage, x);
    }

    /// <summary>Transforms back, without the division by n.</summary>
    public void Inverse(T* x)
    {
        for (int s = _stages.Length - 1; s >= 0; s--)
            Inverse(_stages[s], x);
    }

    /// <summary>Transforms up to the last stage.</summary>
    public void ForwardToFours(T* x)
    {
        for (int s = 0; s < _stages.Length - 1; s++)
            Forward(_stages[s], x);
    }

    /// <summary>Transforms back from the second stage on.</summary>
    public void InverseFromFours(T* x)
    {
        for (int s = _stages.Length - 2; s >= 0; s--)
            Inverse(_stages[s], x);
    }

    // Sevens, fives and threes, then as many eights as the powers of two hold, and at last a four.
    private static List<int> Radices(int length)
    {
        List<int> radices = [];
        foreach (int radix in (ReadOnlySpan<int>)[7, 5, 3])
        {
            for (; length % radix == 0; length /= radix)
                radices.Add(radix);
        }
        if (!int.IsPow2(length))
            throw new ArgumentOutOfRangeException(nameof(length), $"Transform length has a prime factor above 7: {length} is left over.");
        int powers = int.Log2(length), four = powers >= 2 ? 1 : 0, rest = powers - (2 * four);
        for (; rest % 3 != 0 && rest > 1; rest -= 2)
            radices.Add(4);
        if (rest == 1)
        {
            radices.Add(2);
            rest = 0;
        }
        radices.AddRange(Enumerable.Repeat(8, rest / 3));
        radices.AddRange(Enumerable.Repeat(4, four));
        return radices;
    }

    private void Forward(Stage stage, T* x)
    {
        int blocks = Length / stage.Size;
        switch (stage.Radix)
        {
            case 8:
                Butterfly8.Forward(x, blocks, stage.Part, stage.Twiddles);
                break;
            case 4:
                Butterfly4.Forward(x, blocks, stage.Part, stage.Twiddles);
                break;
            case 7:
                Butterfly7.Forward(x, blocks, stage.Part, stage.Twiddles);
                break;
            case 5:
                Butterfly5.Forward(x, blocks, stage.Part, stage.Twiddles);
                break;
            case 3:
                Butterfly3.Forward(x, blocks, stage.Part, stage.Twiddles);
                break;
            default:
                Pairs(x, blocks, stage, inverse: false);
                break;
        }
    }

    private void Inverse(Stage stage, T* x)
    {
        int blocks = Length / stage.Size;
        switch (stage.Radix)
        {
            case 8:
                Butterfly8.Inverse(x, blocks, stage.Part, stage.Twiddles);
                break;
            case 4:
                Butterfly4.Inverse(x, blocks, stage.Part, stage.Twiddles);
                break;
            case 7:
                Butterfly7.Inverse(x, blocks, stage.Part, stage.Twiddles);
                break;
            case 5:
                Butterfly5.Inverse(x, blocks, stage.Part, stage.Twiddles);
                break;
            case 3:
                Butterfly3.Inverse(x, blocks, stage.Part, stage.Twiddles);
                break;
            default:
                Pairs(x, blocks, stage, inverse: true);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Pairs(T* x, int blocks, Stage stage, bool inverse)
    {
        nint part = (nint)stage.Part * LaneComplex<T>.Size;
        for (int block = 0; block < blocks; block++, x += part)
        {
            T* w = stage.Twiddles;
            for (int p = 0; p < stage.Part; p++, x += LaneComplex<T>.Size, w += 2)
            {
                LaneComplex<T> a = LaneComplex<T>.Load(x), b = LaneComplex<T>.Load(x + part);
                if (inverse)
                    b = b.TimesConjugate(w);
                (a + b).Store(x);
                (inverse ? a - b : (a - b).Times(w)).Store(x + part);
            }
        }
    }

    private sealed class Stage
    {
        private readonly T[] _twiddles;

        public Stage(int size, int radix)
        {
            (Size, Radix, Part) = (size, radix, size / radix);
            _twiddles = GC.AllocateArray<T>(2 * Part * (radix - 1), pinned: true);
            for (int p = 0, i = 0; p < Part; p++)
            {
                for (int q = 1; q < radix; q++, i += 2)
                    (_twiddles[i], _twiddles[i + 1]) = RootOfUnity.Of<T>((long)p * q % size, size);
            }
        }

        public int Size { get; }

        public int Radix { get; }

        public int Part { get; }

        public T* Twiddles => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_twiddles));
    }
}

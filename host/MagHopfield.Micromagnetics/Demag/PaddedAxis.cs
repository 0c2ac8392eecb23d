using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// Transform of N values padded by zeros to P = 2N' ≥ 2N − 1 without storing or transforming the zeros: the even frequencies are the
/// N'-point transform of the values, the odd ones that of the values times exp(−2πi p/P). Elements 0 … N' − 1 hold the even frequencies,
/// N' … P − 1 the odd ones, each in the order of <see cref="LaneFft{T}"/>. An axis of one cell has P = 1 and needs no transform.
/// </summary>
internal sealed unsafe class PaddedAxis<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LaneFft<T>? _fft;
    private readonly T[] _twist;

    public PaddedAxis(int count)
    {
        Count = count;
        Half = count == 1 ? 1 : LaneFft<T>.GoodLength(count);
        Padded = count == 1 ? 1 : 2 * Half;
        _fft = count == 1 ? null : new LaneFft<T>(Half);
        _twist = GC.AllocateArray<T>(2 * Half, pinned: true);
        for (int p = 0; p < Half; p++)
            (_twist[2 * p], _twist[(2 * p) + 1]) = RootOfUnity.Of<T>(p, Padded);
        Position = new int[Padded];
        Frequency = new int[Padded];
        for (int f = 0; f < Padded; f++)
        {
            Position[f] = _fft is null ? 0 : _fft.Position[f / 2] + (f % 2 * Half);
            Frequency[Position[f]] = f;
        }
    }

    /// <summary>Number of cells N.</summary>
    public int Count { get; }

    /// <summary>Half the padded length, N'.</summary>
    public int Half { get; }

    /// <summary>Padded length P.</summary>
    public int Padded { get; }

    /// <summary>Element of each frequency 0 … P − 1.</summary>
    public int[] Position { get; }

    /// <summary>Frequency of each element.</summary>
    public int[] Frequency { get; }

    /// <summary>Transforms the first N elements into P; what the others held is overwritten.</summary>
    public void Forward(T* x, int stride)
    {
        if (_fft is null)
            return;
        T* w = Twist, even = x, odd = x + ((nint)Half * stride);
        for (int p = 0; p < Count; p++, even += stride, odd += stride, w += 2)
            LaneComplex<T>.Load(even).Times(w).Store(odd);
        for (int p = Count; p < Half; p++, even += stride, odd += stride)
        {
            default(LaneComplex<T>).Store(even);
            default(LaneComplex<T>).Store(odd);
        }
        _fft.Forward(x, stride);
        _fft.Forward(x + ((nint)Half * stride), stride);
    }

    /// <summary>Transforms P elements back and leaves the first N results, times P.</summary>
    public void Inverse(T* x, int stride)
    {
        if (_fft is null)
            return;
        T* w = Twist, even = x, odd = x + ((nint)Half * stride);
        _fft.Inverse(even, stride);
        _fft.Inverse(odd, stride);
        for (int p = 0; p < Count; p++, even += stride, odd += stride, w += 2)
            (LaneComplex<T>.Load(even) + LaneComplex<T>.Load(odd).TimesConjugate(w)).Store(even);
    }

    private T* Twist => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_twist));
}

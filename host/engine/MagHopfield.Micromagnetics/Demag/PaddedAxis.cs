using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>
/// Transform of N values padded by zeros to P = 2N' ≥ 2N − 1 without storing or transforming the zeros. Its first stage makes 2r outputs of
/// r inputs (r = 8, 4, 2 or 1, whatever divides N'), as a transform of 2r of which half is zero: <see cref="Slots"/> = 2r slots that then
/// are transforms of <see cref="SlotLength"/> = N'/r elements by themselves; slot q holds the frequencies q + 2r·k. Slots lie an odd number
/// of cache lines apart, as otherwise a power of two between them would put them all into the same few sets of the caches. An axis of one
/// cell has P = 1 and needs no transform.
/// </summary>
internal sealed unsafe class PaddedAxis<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static nint Element => LaneComplex<T>.Size;

    private readonly T[] _twiddles;
    private readonly int _radix;

    public PaddedAxis(int count)
    {
        Count = count;
        int half = count == 1 ? 1 : LaneFft<T>.GoodLength(count);
        Padded = count == 1 ? 1 : 2 * half;
        _radix = count == 1 ? 1 : half % 8 == 0 ? 8 : half % 4 == 0 ? 4 : half % 2 == 0 ? 2 : 1;
        Slots = count == 1 ? 1 : 2 * _radix;
        SlotLength = half / _radix;
        SlotStride = SlotLength % 2 == 0 ? SlotLength + 1 : SlotLength;
        Slot = new LaneFft<T>(SlotLength);
        _twiddles = GC.AllocateArray<T>(2 * SlotLength * (Slots - 1), pinned: true);
        for (int p = 0, i = 0; p < SlotLength; p++)
        {
            for (int q = 1; q < Slots; q++, i += 2)
                (_twiddles[i], _twiddles[i + 1]) = RootOfUnity.Of<T>((long)p * q % Padded, Padded);
        }
        Position = new int[Padded];
        for (int f = 0; f < Padded; f++)
            Position[f] = ((f % Slots) * SlotStride) + Slot.Position[f / Slots];
    }

    /// <summary>Number of cells N.</summary>
    public int Count { get; }

    /// <summary>Padded length P.</summary>
    public int Padded { get; }

    /// <summary>Number of slots 2r.</summary>
    public int Slots { get; }

    /// <summary>Elements of a slot.</summary>
    public int SlotLength { get; }

    /// <summary>Elements from a slot to the next.</summary>
    public int SlotStride { get; }

    /// <summary>Elements of work space.</summary>
    public int Span => Slots * SlotStride;

    /// <summary>Transform of one slot.</summary>
    public LaneFft<T> Slot { get; }

    /// <summary>Element of each frequency 0 … P − 1 in the work space.</summary>
    public int[] Position { get; }

    /// <summary>Frequency at element i of slot q.</summary>
    public int[] FrequenciesOf(int slot)
    {
        int[] frequencies = new int[SlotLength];
        for (int k = 0; k < SlotLength; k++)
            frequencies[Slot.Position[k]] = slot + (k * Slots);
        return frequencies;
    }

    /// <summary>Transforms N elements, which lie <paramref name="stride"/> values of T apart, into the work space.</summary>
    public void Forward(T* source, nint stride, T* work)
    {
        Expand(source, stride, work);
        for (int q = 0; q < Slots; q++)
            Slot.Forward(work + (q * SlotStride * Element));
    }

    /// <summary>Transforms the work space back and writes the first N results, times P. The work space is overwritten.</summary>
    public void Inverse(T* work, T* target, nint stride)
    {
        for (int q = 0; q < Slots; q++)
            Slot.Inverse(work + (q * SlotStride * Element));
        Contract(work, target, stride);
    }

    /// <summary>The first stage forward.</summary>
    public void Expand(T* source, nint stride, T* work)
    {
        int whole = Whole;
        Expand(source, stride, SlotLength * stride, work, Twiddles(0), whole);
        T* inputs = stackalloc T[8 * (int)Element];
        for (int p = whole; p < SlotLength; p++)
        {
            // Beyond the last cell the inputs are zeros.
            for (int j = 0; j < _radix; j++)
            {
                int at = p + (j * SlotLength);
                (at < Count ? LaneComplex<T>.Load(source + (at * stride)) : default).Store(inputs + (j * Element));
            }
            Expand(inputs, 0, Element, work + (p * Element), Twiddles(p), 1);
        }
    }

    /// <summary>The last stage back.</summary>
    public void Contract(T* work, T* target, nint stride)
    {
        int whole = Whole;
        Contract(work, target, stride, SlotLength * stride, Twiddles(0), whole);
        T* outputs = stackalloc T[8 * (int)Element];
        for (int p = whole; p < SlotLength; p++)
        {
            Contract(work + (p * Element), outputs, 0, Element, Twiddles(p), 1);
            for (int j = 0, at = p; at < Count; j++, at += SlotLength)
                LaneComplex<T>.Load(outputs + (j * Element)).Store(target + (at * stride));
        }
    }

    // Up to here all r inputs of a transform are there.
    private int Whole => Math.Clamp(Count - ((_radix - 1) * SlotLength), 0, SlotLength);

    private T* Twiddles(int p) => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_twiddles)) + (2 * p * (Slots - 1));

    private void Expand(T* x, nint stride, nint part, T* work, T* w, int count)
    {
        nint slot = SlotStride * Element;
        switch (Slots)
        {
            case 16:
                PaddedButterfly8.Expand(x, stride, part, work, slot, w, count);
                break;
            case 8:
                PaddedButterfly4.Expand(x, stride, part, work, slot, w, count);
                break;
            case 4:
                PaddedButterfly2.Expand(x, stride, part, work, slot, w, count);
                break;
            case 2:
                PaddedButterfly2.ExpandOne(x, stride, work, slot, w, count);
                break;
            default:
                LaneComplex<T>.Load(x).Store(work);
                break;
        }
    }

    private void Contract(T* work, T* x, nint stride, nint part, T* w, int count)
    {
        nint slot = SlotStride * Element;
        switch (Slots)
        {
            case 16:
                PaddedButterfly8.Contract(work, slot, x, stride, part, w, count);
                break;
            case 8:
                PaddedButterfly4.Contract(work, slot, x, stride, part, w, count);
                break;
            case 4:
                PaddedButterfly2.Contract(work, slot, x, stride, part, w, count);
                break;
            case 2:
                PaddedButterfly2.ContractOne(work, slot, x, stride, w, count);
                break;
            default:
                LaneComplex<T>.Load(work).Store(x);
                break;
        }
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>
/// Zeroed memory outside the garbage-collected heap that begins at a cache line, so that no SIMD vector lies across two of them; in huge
/// pages where Linux gives them, since transforms walk through many pages at once.
/// </summary>
internal sealed unsafe partial class AlignedBuffer<T>
    where T : unmanaged
{
    private const nuint CacheLine = 64, HugePage = 1 << 21;
    private readonly nuint _bytes;

    /// <summary>Allocates a buffer.</summary>
    /// <param name="length">Number of values.</param>
    public AlignedBuffer(nint length)
    {
        Length = length;
        _bytes = (nuint)length * (nuint)Unsafe.SizeOf<T>();
        bool huge = _bytes >= HugePage;
        Pointer = (T*)NativeMemory.AlignedAlloc(Math.Max(_bytes, CacheLine), huge ? HugePage : CacheLine);
        if (huge && OperatingSystem.IsLinux())
            LinuxPages.AdviseHuge(Pointer, _bytes);
        NativeMemory.Clear(Pointer, _bytes);
        if (_bytes > 0)
            GC.AddMemoryPressure((long)_bytes);
    }

    /// <summary>Frees the memory.</summary>
    ~AlignedBuffer()
    {
        NativeMemory.AlignedFree(Pointer);
        if (_bytes > 0)
            GC.RemoveMemoryPressure((long)_bytes);
    }

    /// <summary>Number of values.</summary>
    public nint Length { get; }

    /// <summary>Size in bytes.</summary>
    public long Bytes => (long)_bytes;

    /// <summary>The first value. It is valid as long as this object is reachable: owners keep it alive over their loops.</summary>
    public T* Pointer { get; }

    /// <summary>The bytes from one on, as many as asked for or as there are. Valid as long as this object is reachable.</summary>
    public Span<byte> BytesAt(long begin, int count) => new((byte*)Pointer + begin, (int)Math.Min(count, Bytes - begin));

    /// <summary>Sets all values to zero.</summary>
    public void Clear() => NativeMemory.Clear(Pointer, _bytes);
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>Four right-hand sides.</summary>
internal readonly struct FourLanes(Vector128<float> value) : ILanes<FourLanes>
{
    private readonly Vector128<float> _value = value;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator +(FourLanes a, FourLanes b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator *(FourLanes a, FourLanes b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes All(float value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Load(ref float from) => new(Vector128.LoadUnsafe(ref from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Fused(FourLanes a, FourLanes b, FourLanes c) => new(Vector128.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float to) => _value.StoreUnsafe(ref to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTo(ref double to)
    {
        (Vector128<double> lower, Vector128<double> upper) = Vector128.Widen(_value);
        (Vector128.LoadUnsafe(ref to) + lower).StoreUnsafe(ref to);
        (Vector128.LoadUnsafe(ref to, 2) + upper).StoreUnsafe(ref to, 2);
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>Eight right-hand sides.</summary>
internal readonly struct EightLanes(Vector256<float> value) : ILanes<EightLanes>
{
    private readonly Vector256<float> _value = value;

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator +(EightLanes a, EightLanes b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator *(EightLanes a, EightLanes b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes All(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Load(ref float from) => new(Vector256.LoadUnsafe(ref from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Fused(EightLanes a, EightLanes b, EightLanes c) =>
        new(Vector256.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float to) => _value.StoreUnsafe(ref to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTo(ref double to)
    {
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(_value);
        (Vector256.LoadUnsafe(ref to) + lower).StoreUnsafe(ref to);
        (Vector256.LoadUnsafe(ref to, 4) + upper).StoreUnsafe(ref to, 4);
    }
}

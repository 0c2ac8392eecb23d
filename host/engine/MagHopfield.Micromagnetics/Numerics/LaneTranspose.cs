using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>Transposes square tiles as wide as a SIMD vector.</summary>
internal static unsafe class LaneTranspose
{
    /// <summary>target[j][i] = source[i][j] for one tile; strides in values of T.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Tile<T>(T* source, nint sourceStride, T* target, nint targetStride)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float) && Vector<T>.Count == 8 && Avx.IsSupported)
            Tile8((float*)source, sourceStride, (float*)target, targetStride);
        else if (typeof(T) == typeof(double) && Vector<T>.Count == 4 && Avx.IsSupported)
            Tile4((double*)source, sourceStride, (double*)target, targetStride);
        else
            Scalar(source, sourceStride, target, targetStride);
    }

    private static void Scalar<T>(T* source, nint sourceStride, T* target, nint targetStride)
        where T : unmanaged
    {
        for (int i = 0; i < Vector<T>.Count; i++)
        {
            for (int j = 0; j < Vector<T>.Count; j++)
                target[(j * targetStride) + i] = source[(i * sourceStride) + j];
        }
    }

    private static void Tile4(double* s, nint ss, double* t, nint ts)
    {
        Vector256<double> a = Vector256.Load(s), b = Vector256.Load(s + ss);
        Vector256<double> c = Vector256.Load(s + (2 * ss)), d = Vector256.Load(s + (3 * ss));
        Vector256<double> ab0 = Avx.UnpackLow(a, b), ab1 = Avx.UnpackHigh(a, b), cd0 = Avx.UnpackLow(c, d), cd1 = Avx.UnpackHigh(c, d);
        Avx.Permute2x128(ab0, cd0, 0x20).Store(t);
        Avx.Permute2x128(ab1, cd1, 0x20).Store(t + ts);
        Avx.Permute2x128(ab0, cd0, 0x31).Store(t + (2 * ts));
        Avx.Permute2x128(ab1, cd1, 0x31).Store(t + (3 * ts));
    }

    private static void Tile8(float* s, nint ss, float* t, nint ts)
    {
        Vector256<float> a =
            Vector256.Load(s), b = Vector256.Load(s + ss), c = Vector256.Load(s + (2 * ss)), d = Vector256.Load(s + (3 * ss));
        Vector256<float> e = Vector256.Load(s + (4 * ss)), f = Vector256.Load(s + (5 * ss));
        Vector256<float> g = Vector256.Load(s + (6 * ss)), h = Vector256.Load(s + (7 * ss));
        Vector256<float> ab0 = Avx.UnpackLow(a, b), ab1 = Avx.UnpackHigh(a, b), cd0 = Avx.UnpackLow(c, d), cd1 = Avx.UnpackHigh(c, d);
        Vector256<float> ef0 = Avx.UnpackLow(e, f), ef1 = Avx.UnpackHigh(e, f), gh0 = Avx.UnpackLow(g, h), gh1 = Avx.UnpackHigh(g, h);
        Vector256<float> p0 = Avx.Shuffle(ab0, cd0, 0x44), p1 = Avx.Shuffle(ab0, cd0, 0xee);
        Vector256<float> p2 = Avx.Shuffle(ab1, cd1, 0x44), p3 = Avx.Shuffle(ab1, cd1, 0xee);
        Vector256<float> q0 = Avx.Shuffle(ef0, gh0, 0x44), q1 = Avx.Shuffle(ef0, gh0, 0xee);
        Vector256<float> q2 = Avx.Shuffle(ef1, gh1, 0x44), q3 = Avx.Shuffle(ef1, gh1, 0xee);
        Avx.Permute2x128(p0, q0, 0x20).Store(t);
        Avx.Permute2x128(p1, q1, 0x20).Store(t + ts);
        Avx.Permute2x128(p2, q2, 0x20).Store(t + (2 * ts));
        Avx.Permute2x128(p3, q3, 0x20).Store(t + (3 * ts));
        Avx.Permute2x128(p0, q0, 0x31).Store(t + (4 * ts));
        Avx.Permute2x128(p1, q1, 0x31).Store(t + (5 * ts));
        Avx.Permute2x128(p2, q2, 0x31).Store(t + (6 * ts));
        Avx.Permute2x128(p3, q3, 0x31).Store(t + (7 * ts));
    }
}

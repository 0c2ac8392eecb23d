using System.Numerics;
using System.Runtime.CompilerServices;

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>
/// Normal random numbers of mean 0 and variance 1 that depend on a stream and a place in it only, so that any part can be made at any time
/// by any thread: a counter scrambled by the output function of SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, Proc. OOPSLA 2014, 453),
/// two halves of which make two numbers (G. E. P. Box and M. E. Muller, Ann. Math. Stat. 29, 610 (1958)).
/// </summary>
internal static unsafe class NormalNumbers
{
    /// <summary>Numbers that are made at a time, whatever the SIMD width.</summary>
    public const int Block = 16;

    private const int Pairs = Block / 2;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The stream of a seed and a number.</summary>
    public static ulong Stream(int seed, long number) => Scrambled(Scrambled((uint)seed) + ((ulong)number * Golden));

    /// <summary>Numbers 16·block … 16·block + 15 of a stream.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill<T>(ulong stream, int block, T* target)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T half = T.CreateChecked(0.5), scale = T.CreateChecked(Math.ScaleB(1, -32));
        T* size = stackalloc T[Pairs], turn = stackalloc T[Pairs];
        ulong counter = stream + ((ulong)(uint)block * Pairs * Golden);
        for (int j = 0; j < Pairs; j++, counter += Golden)
        {
            ulong bits = Scrambled(counter);
            size[j] = (T.CreateTruncating((uint)(bits >> 32)) + half) * scale;
            turn[j] = T.CreateTruncating((uint)bits) * scale;
        }
        Vector<T> minusTwo = Lanes.All<T>(-2), fullTurn = Lanes.All<T>(2 * Math.PI);
        for (int j = 0; j < Pairs; j += Vector<T>.Count)
        {
            Vector<T> radius = Vector.SquareRoot(minusTwo * Lanes.Log(Vector.Load(size + j)));
            (Vector<T> sine, Vector<T> cosine) = Lanes.SinCos(fullTurn * Vector.Load(turn + j));
            (radius * cosine).Store(target + j);
            (radius * sine).Store(target + Pairs + j);
        }
    }

    private static ulong Scrambled(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

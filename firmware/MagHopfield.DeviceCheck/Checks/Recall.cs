using System;
using MagHopfield.Shared;

namespace MagHopfield.DeviceCheck.Checks;

internal static class Recall
{
    public static void Four(CheckLog log)
    {
        Pattern trained = Pattern.FromState(5, 4);
        HopfieldRecall recall = new HopfieldRecall(Outer([trained]), 0);
        for (int node = 0; node < 4; node++)
        {
            log.Expect(
                recall.SteepestDescent(trained.Flip(node), 100).State.SameUpToSign(trained), "steepest descent from one flipped node");
        }

        log.Expect(
            recall.IsFixedPoint(trained) && recall.IsFixedPoint(trained.Negate()), "the trained pattern and its negative are at rest");
    }

    public static void SixtyFour(CheckLog log)
    {
        const int n = 64;
        Pattern first = Stripes(n, 1), second = Stripes(n, 8);
        HopfieldRecall recall = new HopfieldRecall(Outer([first, second]), 0);
        long start = DateTime.UtcNow.Ticks;
        RecallResult result = recall.Synchronous(first.Flip(3).Flip(17).Flip(40), 10);
        long ticks = DateTime.UtcNow.Ticks - start;
        log.Expect(result.State.SameAs(first), "three flipped nodes of 64 are mended");
        log.Expect(result.IsStable, "the state is at rest");
        log.Speed("multiply-adds of a synchronous recall of 64 nodes", result.Iterations * n * (n - 1), ticks);
        log.Speed("synchronous recalls of 64 nodes", 1, ticks);
    }

    private static Pattern Stripes(int n, int width)
    {
        sbyte[] signs = new sbyte[n];
        for (int i = 0; i < n; i++)
            signs[i] = (sbyte)(i / width % 2 == 0 ? 1 : -1);

        return new Pattern(signs);
    }

    private static WeightMatrix Outer(Pattern[] patterns)
    {
        int n = patterns[0].Length;
        WeightMatrix weights = new WeightMatrix(n);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                double sum = 0;
                for (int p = 0; i != j && p < patterns.Length; p++)
                    sum += patterns[p][i] * patterns[p][j];

                weights[i, j] = sum;
            }
        }

        return weights;
    }
}

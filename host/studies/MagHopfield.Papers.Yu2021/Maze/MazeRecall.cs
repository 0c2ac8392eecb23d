using MagHopfield.Shared;

namespace MagHopfield.Papers.Yu2021.Maze;

/// <summary>
/// Recall as the paper has it: V_i(t+1) = sign(I'_i) V0 with I' = (G − G_ref)V, own element included (eq. 6), node by node in random order
/// or all at once.
/// </summary>
public static class MazeRecall
{
    private const int Rounds = 30;

    // Of G, whose solver leaves 1e-9 of it.
    private const double Rounding = 1e-8;

    /// <summary>Recalls from every state but the two uniform ones.</summary>
    /// <param name="g">G in siemens.</param>
    /// <param name="reference">G_ref in siemens.</param>
    /// <param name="trained">The trained pattern.</param>
    /// <param name="synchronous">Whether all nodes at once.</param>
    /// <param name="seed">Seed of the order of the nodes.</param>
    /// <returns>How many starts ended stable in the trained pattern or its negative, of how many.</returns>
    public static (int Right, int Starts) FromAllStates(
        ConductanceMatrix g, ConductanceMatrix reference, Pattern trained, bool synchronous, int seed)
    {
        ArgumentNullException.ThrowIfNull(g);
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(trained);
        Random random = new(seed);
        int n = g.NodeCount, right = 0, starts = 0;
        for (int state = 0; state < 1 << n; state++)
        {
            Pattern start = Pattern.FromState(state, n);
            if (IsUniform(start))
                continue;
            starts++;
            if (Settle(g, reference, start, synchronous, random) is Pattern end && end.SameUpToSign(trained))
                right++;
        }

        return (right, starts);
    }

    /// <summary>Whether a pattern is a fixed point.</summary>
    public static bool IsFixed(ConductanceMatrix g, ConductanceMatrix reference, Pattern state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Enumerable.Range(0, state.Length).All(i => Next(g, reference, state, i) == state[i]);
    }

    /// <summary>Whether all signs are the same.</summary>
    public static bool IsUniform(Pattern state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Enumerable.Range(1, state.Length - 1).All(i => state[i] == state[0]);
    }

    private static Pattern? Settle(
        ConductanceMatrix g, ConductanceMatrix reference, Pattern start, bool synchronous, Random random)
    {
        Pattern state = start;
        int[] order = [.. Enumerable.Range(0, start.Length)];
        for (int round = 0; round < Rounds; round++)
        {
            if (IsFixed(g, reference, state))
                return state;
            if (synchronous)
            {
                Pattern now = state;
                state = new Pattern([.. order.Order().Select(i => (sbyte)Next(g, reference, now, i))]);
                continue;
            }

            random.Shuffle(order);
            foreach (int i in order)
            {
                if (Next(g, reference, state, i) != state[i])
                    state = state.Flip(i);
            }
        }

        return null;
    }

    // A node whose currents cancel but for rounding stays as it is.
    private static int Next(ConductanceMatrix g, ConductanceMatrix reference, Pattern state, int i)
    {
        double current = 0, largest = 0;
        for (int j = 0; j < g.NodeCount; j++)
        {
            current += (g[i, j] - reference[i, j]) * state[j];
            largest = Math.Max(largest, Math.Abs(g[i, j]) + Math.Abs(reference[i, j]));
        }

        return current > Rounding * largest ? 1 : current < -Rounding * largest ? -1 : state[i];
    }
}

using System;

namespace MagHopfield.Shared;

/// <summary>
/// Recall: V_i ← sgn(Σ_j w_ij V_j), sgn(0) keeps the old value (Niu et al., PNAS 2024,
/// "Inference process for associative memory"). A measured field that is smaller than its uncertainty is 0 as far as anyone knows
/// and keeps the old value too: on a 2×2 film one flipped node leaves its two neighbours between opposite, equal couplings, and
/// their sign would be that of the noise.
/// </summary>
public sealed class HopfieldRecall
{
    // The paper stops when V "remains unchanged for more than 10 iterations".
    private const int UnchangedIterations = 10;

    private readonly ILocalField _field;
    private readonly double _fieldResolution;

    /// <summary>A recall from weights, or from the film itself.</summary>
    /// <param name="field">Local fields in siemens.</param>
    /// <param name="fieldResolution">Local field in siemens (times V = ±1) up to which it counts as 0; 0 for exact weights.</param>
    public HopfieldRecall(ILocalField field, double fieldResolution)
    {
        _field = field;
        _fieldResolution = fieldResolution;
    }

    /// <summary>Turns one node at a time, the one that lowers the energy most, until none lowers it.</summary>
    /// <param name="start">Distorted pattern.</param>
    /// <param name="maximumIterations">Turns after which the recall gives up.</param>
    public RecallResult SteepestDescent(Pattern start, int maximumIterations)
    {
        Pattern state = start;
        for (int iteration = 1; iteration <= maximumIterations; iteration++)
        {
            int steepest = -1;
            double largest = 0;
            for (int i = 0; i < state.Length; i++)
            {
                double field = _field.LocalField(state, i) * state[i];
                if (field < -_fieldResolution && -field > largest)
                {
                    largest = -field;
                    steepest = i;
                }
            }

            if (steepest < 0)
                return new RecallResult(state, iteration, true, false);

            state = state.Flip(steepest);
        }

        return new RecallResult(state, maximumIterations, IsFixedPoint(state), false);
    }

    /// <summary>Renews one randomly chosen node at a time until nothing changes.</summary>
    /// <param name="start">Distorted pattern.</param>
    /// <param name="seed">Seed of the order of the nodes.</param>
    /// <param name="maximumIterations">Updates after which the recall gives up.</param>
    public RecallResult Asynchronous(Pattern start, int seed, int maximumIterations)
    {
        Random random = new Random(seed);
        Pattern state = start;
        bool[] tried = new bool[start.Length];
        int triedCount = 0;
        int unchanged = 0;
        int iteration = 0;

        // Ten quiet draws of a random node may all miss the one that would turn, so every node must have been tried as well.
        while (iteration < maximumIterations && (unchanged <= UnchangedIterations || triedCount < start.Length))
        {
            iteration++;
            int node = random.Next(start.Length);
            if (Renewed(state, node) != state[node])
            {
                state = state.Flip(node);
                Array.Clear(tried, 0, tried.Length);
                triedCount = 0;
                unchanged = 0;
            }
            else
            {
                unchanged++;
                if (!tried[node])
                {
                    tried[node] = true;
                    triedCount++;
                }
            }
        }

        return new RecallResult(state, iteration, IsFixedPoint(state), false);
    }

    /// <summary>Renews all nodes at once until nothing changes or two states alternate.</summary>
    /// <param name="start">Distorted pattern.</param>
    /// <param name="maximumIterations">Updates after which the recall gives up.</param>
    public RecallResult Synchronous(Pattern start, int maximumIterations)
    {
        Pattern before = start;
        Pattern state = start;
        for (int iteration = 1; iteration <= maximumIterations; iteration++)
        {
            sbyte[] signs = new sbyte[state.Length];
            for (int i = 0; i < signs.Length; i++)
                signs[i] = Renewed(state, i);

            Pattern next = new Pattern(signs);
            if (next.SameAs(state))
                return new RecallResult(state, iteration, true, false);

            if (iteration > 1 && next.SameAs(before))
                return new RecallResult(next, iteration, false, true);

            before = state;
            state = next;
        }

        return new RecallResult(state, maximumIterations, IsFixedPoint(state), false);
    }

    /// <summary>Whether no node of the state would turn.</summary>
    public bool IsFixedPoint(Pattern state)
    {
        for (int i = 0; i < state.Length; i++)
        {
            if (Renewed(state, i) != state[i])
                return false;
        }

        return true;
    }

    private sbyte Renewed(Pattern state, int node)
    {
        double field = _field.LocalField(state, node);
        return (sbyte)(field > _fieldResolution ? 1 : field < -_fieldResolution ? -1 : state[node]);
    }
}

using System;
using System.Text;

namespace MagHopfield.Shared;

/// <summary>
/// The state of N binary neurons, each +1 or −1 (Niu et al., PNAS 2024: voltages V_i of the nodes, in units of the amplitude).
/// Nodes are numbered row by row; a 2×2 film has nodes 1 2 / 3 4. Immutable.
/// </summary>
public sealed class Pattern
{
    private readonly sbyte[] _signs;

    /// <summary>Makes a pattern from its signs.</summary>
    /// <param name="signs">N values, each +1 or −1; the array is copied.</param>
    /// <exception cref="ArgumentException">No value at all, or one that is neither +1 nor −1.</exception>
    public Pattern(sbyte[] signs)
    {
        if (signs.Length == 0)
            throw new ArgumentException("A pattern needs at least one node.");

        _signs = new sbyte[signs.Length];
        for (int i = 0; i < signs.Length; i++)
        {
            if (signs[i] != 1 && signs[i] != -1)
            {
                throw new ArgumentException("Node " + (i + 1).ToString() + " of a pattern is " + signs[i].ToString()
                    + "; only +1 and -1 exist.");
            }

            _signs[i] = signs[i];
        }
    }

    /// <summary>Number of nodes N.</summary>
    public int Length => _signs.Length;

    /// <summary>The sign, +1 or −1, of the node with the given zero-based index.</summary>
    public int this[int node] => _signs[node];

    /// <summary>
    /// The pattern whose node i is +1 where bit (N − 1 − i) of <paramref name="state"/> is 0, so that state 0 is "+ + … +"
    /// and the last state is "− − … −": the order of the energy diagrams of Niu 2024, Fig. 4.
    /// </summary>
    /// <param name="state">0 … 2^N − 1.</param>
    /// <param name="nodeCount">N, 1 … 30.</param>
    public static Pattern FromState(int state, int nodeCount)
    {
        if (nodeCount < 1 || nodeCount > 30)
            throw new ArgumentOutOfRangeException("nodeCount");

        if (state < 0 || state >= 1 << nodeCount)
            throw new ArgumentOutOfRangeException("state");

        sbyte[] signs = new sbyte[nodeCount];
        for (int i = 0; i < nodeCount; i++)
            signs[i] = (sbyte)(((state >> (nodeCount - 1 - i)) & 1) == 0 ? 1 : -1);

        return new Pattern(signs);
    }

    /// <summary>
    /// Reads "+ - + -". Spaces, tabs, commas and one pair of brackets are passed over; "−" (U+2212) and "–" (U+2013) count as minus.
    /// </summary>
    /// <param name="text">The pattern's text.</param>
    /// <param name="pattern">The pattern, or null where the text is none.</param>
    /// <param name="error">What is wrong and where; empty where nothing is.</param>
    /// <returns>Whether the text is a pattern.</returns>
    public static bool TryParse(string text, out Pattern? pattern, out string error)
    {
        pattern = null;
        error = "";
        sbyte[] signs = new sbyte[text.Length];
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '+')
            {
                signs[count++] = 1;
            }
            else if (c == '-' || c == '\u2212' || c == '\u2013')
            {
                signs[count++] = -1;
            }
            else if (c != ' ' && c != '\t' && c != ',' && !(c == '(' && i == 0) && !(c == ')' && i == text.Length - 1))
            {
                error = "character " + (i + 1).ToString() + " is '" + c.ToString() + "'; a pattern has only '+' and '-', as in \"+ - + -\"";
                return false;
            }
        }

        if (count == 0)
        {
            error = "it has no '+' or '-'; write one sign a node, as in \"+ - + -\"";
            return false;
        }

        sbyte[] used = new sbyte[count];
        Array.Copy(signs, used, count);
        pattern = new Pattern(used);
        return true;
    }

    /// <summary>The same pattern with the sign of one node turned.</summary>
    /// <param name="node">Zero-based index of the node.</param>
    public Pattern Flip(int node)
    {
        sbyte[] signs = Copy();
        signs[node] = (sbyte)-signs[node];
        return new Pattern(signs);
    }

    /// <summary>The pattern with every sign turned. It has the same energy (Niu 2024, "Number of independent configurations").</summary>
    public Pattern Negate()
    {
        sbyte[] signs = Copy();
        for (int i = 0; i < signs.Length; i++)
            signs[i] = (sbyte)-signs[i];

        return new Pattern(signs);
    }

    /// <summary>Whether both patterns have the same signs.</summary>
    public bool SameAs(Pattern other)
    {
        if (other.Length != Length)
            return false;

        for (int i = 0; i < Length; i++)
        {
            if (other[i] != _signs[i])
                return false;
        }

        return true;
    }

    /// <summary>Whether both patterns are the same, or each other's negative.</summary>
    public bool SameUpToSign(Pattern other) => SameAs(other) || SameAs(other.Negate());

    /// <summary>Number of nodes whose sign differs (Hamming distance).</summary>
    /// <exception cref="ArgumentException">The patterns have different lengths.</exception>
    public int DistanceTo(Pattern other)
    {
        if (other.Length != Length)
        {
            throw new ArgumentException("Patterns of " + Length.ToString() + " and " + other.Length.ToString()
                + " nodes have no distance.");
        }

        int distance = 0;
        for (int i = 0; i < Length; i++)
        {
            if (other[i] != _signs[i])
                distance++;
        }

        return distance;
    }

    /// <summary>The signs with a space between, as in "+ - + -".</summary>
    public override string ToString()
    {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < _signs.Length; i++)
        {
            if (i > 0)
                text.Append(' ');

            text.Append(_signs[i] > 0 ? '+' : '-');
        }

        return text.ToString();
    }

    private sbyte[] Copy()
    {
        sbyte[] signs = new sbyte[_signs.Length];
        Array.Copy(_signs, signs, signs.Length);
        return signs;
    }
}

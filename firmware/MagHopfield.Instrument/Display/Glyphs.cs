using System;
using MagHopfield.Shared;

namespace MagHopfield.Instrument.Display;

/// <summary>Letters and digits of 5×7 pixels. Block letters are learned well by a film of 35 nodes; rounded ones hardly.</summary>
public static class Glyphs
{
    /// <summary>Pixels of a row.</summary>
    public const int Columns = 5;

    /// <summary>Rows.</summary>
    public const int Rows = 7;

    /// <summary>Letters that the demo trains.</summary>
    public const string Letters = "HTLEXN";

    private const string Known = "HTLEXNFO1234567M";

    // Five bits a row, from the top, the highest bit on the left.
    private static readonly byte[] Bits =
    {
        17, 17, 17, 31, 17, 17, 17,
        31, 4, 4, 4, 4, 4, 4,
        16, 16, 16, 16, 16, 16, 31,
        31, 16, 16, 30, 16, 16, 31,
        17, 17, 10, 4, 10, 17, 17,
        17, 25, 25, 21, 19, 19, 17,
        31, 16, 16, 30, 16, 16, 16,
        14, 17, 17, 17, 17, 17, 14,
        4, 12, 4, 4, 4, 4, 14,
        14, 17, 1, 2, 4, 8, 31,
        31, 2, 4, 2, 1, 17, 14,
        2, 6, 10, 18, 31, 2, 2,
        31, 16, 30, 1, 1, 17, 14,
        6, 8, 16, 30, 17, 17, 14,
        31, 1, 2, 4, 4, 8, 8,
        17, 27, 21, 21, 17, 17, 17,
    };

    /// <summary>Picture of a letter or digit as a pattern of 35 nodes, lit pixels +.</summary>
    /// <param name="letter">H T L E X N F O M or 1 to 7.</param>
    /// <exception cref="ArgumentException">Another letter.</exception>
    public static Pattern Of(char letter)
    {
        int index = Known.IndexOf(letter);
        if (index < 0)
            throw new ArgumentException("There is no picture of '" + letter.ToString() + "'; there are " + Known + ".");

        sbyte[] signs = new sbyte[Columns * Rows];
        for (int i = 0; i < signs.Length; i++)
        {
            int row = Bits[index * Rows + i / Columns];
            signs[i] = (sbyte)((row >> (Columns - 1 - i % Columns) & 1) != 0 ? 1 : -1);
        }

        return new Pattern(signs);
    }
}

using MagHopfield.Shared;

namespace MagHopfield.Instrument.Display;

/// <summary>
/// How patterns lie on eight rows of eight pixels. A letter of 5×7 takes the five columns on the left, so that the bars of a film of four
/// nodes find room beside it.
/// </summary>
public static class PanelPicture
{
    /// <summary>Rows, and pixels of a row.</summary>
    public const int Side = 8;

    private const int FourNodes = 4;
    private const int BarColumn = 6;
    private const int BarRows = 3;
    private const int BarStep = 4;

    /// <summary>
    /// Draws a pattern, + lit. Four nodes are bars of three pixels in the two columns on the right and leave the others as they are; 35 are
    /// a letter of 5×7; a square number is a square at the top left; any other number fills rows of eight.
    /// </summary>
    /// <param name="pattern">Up to 64 signs.</param>
    /// <param name="rows">Eight rows, changed in place.</param>
    /// <exception cref="System.ArgumentException">The pattern has more than 64 nodes.</exception>
    public static void Draw(Pattern pattern, byte[] rows)
    {
        int nodes = pattern.Length;
        if (nodes > Side * Side)
            throw new System.ArgumentException("The panel has 64 pixels, the pattern " + nodes.ToString() + " nodes.");

        if (nodes == FourNodes)
        {
            for (int node = 0; node < FourNodes; node++)
            {
                for (int row = 0; row < BarRows; row++)
                    Set(rows, node / 2 * BarStep + row, BarColumn + node % 2, pattern[node] > 0);
            }

            return;
        }

        int columns = Columns(nodes);
        bool isLetter = nodes == Glyphs.Columns * Glyphs.Rows;
        int width = isLetter ? Glyphs.Columns + 1 : Side;
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < width; column++)
            {
                int node = row * columns + column;
                Set(rows, row, column, column < columns && node < nodes && pattern[node] > 0);
            }
        }
    }

    private static int Columns(int nodes)
    {
        if (nodes == Glyphs.Columns * Glyphs.Rows)
            return Glyphs.Columns;

        for (int side = 2; side < Side; side++)
        {
            if (side * side == nodes)
                return side;
        }

        return Side;
    }

    private static void Set(byte[] rows, int row, int column, bool lit)
    {
        int bit = 0x80 >> column;
        rows[row] = (byte)(lit ? rows[row] | bit : rows[row] & ~bit);
    }
}

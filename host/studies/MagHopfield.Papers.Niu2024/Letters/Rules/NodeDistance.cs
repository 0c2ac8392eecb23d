namespace MagHopfield.Papers.Niu2024.Letters.Rules;

/// <summary>Distance between nodes of an array.</summary>
public static class NodeDistance
{
    /// <summary>Distance between the centres of two nodes in pitches.</summary>
    /// <param name="i">Zero-based node, row by row.</param>
    /// <param name="j">The other.</param>
    /// <param name="columns">Columns of the array.</param>
    public static double Of(int i, int j, int columns)
    {
        int dx = i % columns - j % columns, dy = i / columns - j / columns;
        return Math.Sqrt(dx * dx + dy * dy);
    }
}

namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>Finds entries of cells in an array in the order of the cells.</summary>
internal static class CellEntries
{
    /// <summary>Index of the first entry whose cell is not below a cell.</summary>
    public static int FirstFrom<TEntry>(TEntry[] entries, int cell)
        where TEntry : struct, ICellEntry
    {
        int low = 0, high = entries.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = entries[middle].Cell < cell ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}

/// <summary>Something that belongs to one cell, in an array in the order of the cells.</summary>
internal interface ICellEntry
{
    /// <summary>The cell.</summary>
    int Cell { get; }
}

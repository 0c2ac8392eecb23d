namespace MagHopfield.Micromagnetics.Numerics;

/// <summary>Something that belongs to one cell, in an array in the order of the cells.</summary>
internal interface ICellEntry
{
    /// <summary>The cell.</summary>
    int Cell { get; }
}

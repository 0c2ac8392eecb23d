using System.Numerics;

namespace MagHopfield.Micromagnetics.Fields;

/// <summary>Cuts the cells of a field into shares that a thread takes at a time, some microseconds of work each.</summary>
internal static class FieldShares
{
    // A multiple of all SIMD widths, so that only the last share ends inside a vector.
    private const int Cells = 4096;

    /// <summary>Number of shares.</summary>
    public static int Count<T>(VectorField<T> field)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Count(field.X.Length);

    /// <summary>Number of shares of a number of cells.</summary>
    public static int Count(int cells) => (cells + Cells - 1) / Cells;

    /// <summary>First cell of a share.</summary>
    public static int Begin(int share) => share * Cells;

    /// <summary>Cell after the last of a share.</summary>
    public static int End<T>(int share, VectorField<T> field)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Math.Min((share + 1) * Cells, field.X.Length);
}

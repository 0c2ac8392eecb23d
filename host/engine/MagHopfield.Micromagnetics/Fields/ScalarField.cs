using System.Numerics;

namespace MagHopfield.Micromagnetics.Fields;

/// <summary>One number a cell.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class ScalarField<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A field of zeros.</summary>
    /// <param name="mesh">The mesh.</param>
    public ScalarField(Mesh mesh)
    {
        Mesh = mesh;
        Values = new T[mesh.CellCount];
    }

    /// <summary>The mesh.</summary>
    public Mesh Mesh { get; }

    /// <summary>Nx·Ny·Nz values, x fastest.</summary>
    public T[] Values { get; }

    /// <summary>Value of a cell.</summary>
    /// <param name="cell">Cell index.</param>
    public T this[int cell]
    {
        get => Values[cell];
        set => Values[cell] = value;
    }

    /// <summary>Sets every cell to zero.</summary>
    public void Clear() => Array.Clear(Values);

    /// <summary>Sum over all cells, accumulated in double.</summary>
    public double Sum()
    {
        double sum = 0;
        foreach (T v in Values)
            sum += double.CreateTruncating(v);
        return sum;
    }
}

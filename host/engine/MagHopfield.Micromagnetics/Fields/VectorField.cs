using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MagHopfield.Micromagnetics.Fields;

/// <summary>One vector a cell in host memory, as a structure of arrays.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class VectorField<T> : IBackendField<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A field of zeros.</summary>
    /// <param name="mesh">The mesh.</param>
    public VectorField(Mesh mesh)
    {
        Mesh = mesh;
        X = GC.AllocateArray<T>(mesh.CellCount, pinned: true);
        Y = GC.AllocateArray<T>(mesh.CellCount, pinned: true);
        Z = GC.AllocateArray<T>(mesh.CellCount, pinned: true);
    }

    /// <summary>The mesh.</summary>
    public Mesh Mesh { get; }

    /// <summary>x components, Nx·Ny·Nz values, x fastest.</summary>
    public T[] X { get; }

    /// <summary>y components, Nx·Ny·Nz values, x fastest.</summary>
    public T[] Y { get; }

    /// <summary>z components, Nx·Ny·Nz values, x fastest.</summary>
    public T[] Z { get; }

    // The arrays are pinned, so that kernels over many fields need no `fixed` for each.
    internal unsafe T* PointerX => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(X));

    internal unsafe T* PointerY => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Y));

    internal unsafe T* PointerZ => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(Z));

    /// <summary>Vector of a cell.</summary>
    /// <param name="cell">Cell index.</param>
    public Vector3D this[int cell]
    {
        get => new(double.CreateTruncating(X[cell]), double.CreateTruncating(Y[cell]), double.CreateTruncating(Z[cell]));
        set => (X[cell], Y[cell], Z[cell]) = (T.CreateTruncating(value.X), T.CreateTruncating(value.Y), T.CreateTruncating(value.Z));
    }

    /// <summary>Sets every cell to zero.</summary>
    public void Clear()
    {
        Array.Clear(X);
        Array.Clear(Y);
        Array.Clear(Z);
    }

    /// <summary>Sets every cell to one vector.</summary>
    /// <param name="value">The vector.</param>
    public void Fill(Vector3D value)
    {
        Array.Fill(X, T.CreateTruncating(value.X));
        Array.Fill(Y, T.CreateTruncating(value.Y));
        Array.Fill(Z, T.CreateTruncating(value.Z));
    }

    /// <summary>Copies all cells to another field of the same mesh.</summary>
    /// <param name="other">The field to overwrite.</param>
    public void CopyTo(VectorField<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        X.CopyTo(other.X, 0);
        Y.CopyTo(other.Y, 0);
        Z.CopyTo(other.Z, 0);
    }

    /// <summary>A copy with arrays of its own.</summary>
    public VectorField<T> Clone()
    {
        VectorField<T> copy = new(Mesh);
        CopyTo(copy);
        return copy;
    }

    /// <summary>The same field in another precision.</summary>
    /// <typeparam name="TOther">float or double.</typeparam>
    public VectorField<TOther> To<TOther>()
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther>
    {
        VectorField<TOther> copy = new(Mesh);
        for (int i = 0; i < X.Length; i++)
            (copy.X[i], copy.Y[i], copy.Z[i]) = (
                TOther.CreateTruncating(X[i]), TOther.CreateTruncating(Y[i]), TOther.CreateTruncating(Z[i]));
        return copy;
    }

    /// <summary>Sum over all cells, accumulated in double.</summary>
    public Vector3D Sum()
    {
        double x = 0, y = 0, z = 0;
        for (int i = 0; i < X.Length; i++)
        {
            x += double.CreateTruncating(X[i]);
            y += double.CreateTruncating(Y[i]);
            z += double.CreateTruncating(Z[i]);
        }
        return new Vector3D(x, y, z);
    }

    /// <summary>Average over all cells of the mesh, those outside a body (zero) included.</summary>
    public Vector3D Average() => (1.0 / Mesh.CellCount) * Sum();

    /// <summary>Average over the cells inside a geometry, weighted equally.</summary>
    /// <param name="geometry">Geometry on the same mesh; the field is zero outside it.</param>
    public Vector3D Average(Geometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        Vector3D sum = default;
        for (int i = 0; i < X.Length; i++)
        {
            if (geometry.Contains(i))
                sum += this[i];
        }
        return (1.0 / geometry.CellsInside) * sum;
    }
}

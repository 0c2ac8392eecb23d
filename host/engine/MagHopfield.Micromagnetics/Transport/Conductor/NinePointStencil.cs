using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MagHopfield.Micromagnetics.Transport.Conductor;

/// <summary>
/// A symmetric matrix on a grid whose points couple to their eight neighbours. Stored by half: the diagonal and the couplings to
/// east, north, north-east and north-west. All arrays, and the vectors it is applied to, carry a margin of zeros of one row and
/// more at both ends, so that the product is one flat vectorised loop without borders.
/// </summary>
internal sealed class NinePointStencil
{
    public NinePointStencil(int pointsX, int pointsY)
    {
        PointsX = pointsX;
        PointsY = pointsY;
        Margin = pointsX + 1 + Vector<double>.Count;
        Blocks = (Count + Vector<double>.Count - 1) / Vector<double>.Count;
        Diagonal = NewVector();
        East = NewVector();
        North = NewVector();
        NorthEast = NewVector();
        NorthWest = NewVector();
    }

    public int PointsX { get; }

    public int PointsY { get; }

    public int Count => PointsX * PointsY;

    /// <summary>Position of point 0 in every array.</summary>
    public int Margin { get; }

    /// <summary>Number of vector blocks that cover all points.</summary>
    public int Blocks { get; }

    public double[] Diagonal { get; }

    public double[] East { get; }

    public double[] North { get; }

    public double[] NorthEast { get; }

    public double[] NorthWest { get; }

    public double[] NewVector() => new double[Count + 2 * Margin + Vector<double>.Count];

    public void Clear()
    {
        Array.Clear(Diagonal);
        Array.Clear(East);
        Array.Clear(North);
        Array.Clear(NorthEast);
        Array.Clear(NorthWest);
    }

    /// <summary>y = A x; the margins of y stay zero.</summary>
    public void Apply(double[] x, double[] y)
    {
        ref double px = ref MemoryMarshal.GetArrayDataReference(x);
        ref double py = ref MemoryMarshal.GetArrayDataReference(y);
        ref double d = ref MemoryMarshal.GetArrayDataReference(Diagonal);
        ref double e = ref MemoryMarshal.GetArrayDataReference(East);
        ref double n = ref MemoryMarshal.GetArrayDataReference(North);
        ref double ne = ref MemoryMarshal.GetArrayDataReference(NorthEast);
        ref double nw = ref MemoryMarshal.GetArrayDataReference(NorthWest);
        int row = PointsX;
        int i = Margin;
        for (int block = 0; block < Blocks; block++, i += Vector<double>.Count)
        {
            Vector<double> sum = Load(ref d, i) * Load(ref px, i);
            sum += Load(ref e, i) * Load(ref px, i + 1) + Load(ref e, i - 1) * Load(ref px, i - 1);
            sum += Load(ref n, i) * Load(ref px, i + row) + Load(ref n, i - row) * Load(ref px, i - row);
            sum += Load(ref ne, i) * Load(ref px, i + row + 1) + Load(ref ne, i - row - 1) * Load(ref px, i - row - 1);
            sum += Load(ref nw, i) * Load(ref px, i + row - 1) + Load(ref nw, i - row + 1) * Load(ref px, i - row + 1);
            sum.StoreUnsafe(ref py, (nuint)i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Load(ref double start, int index) => Vector.LoadUnsafe(ref start, (nuint)index);
}

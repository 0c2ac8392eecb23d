using System.Numerics;
using System.Runtime.CompilerServices;

namespace MagHopfield.Micromagnetics.Fields;

/// <summary>
/// Consecutive cells of one layer with their neighbours along y and z at the same distances in the arrays, South, North, Down and Up; a
/// neighbour that does not exist is the cell itself (distance 0), so that its difference vanishes. Along a periodic x they are of one row,
/// with West the distance from its first cell to its western neighbour and East that from its last to its eastern one. Along any other
/// they may be of several rows: at the ends of these stand cells of other rows as neighbours, which the weights of faces cut off
/// (<see cref="FaceWeights"/>). Kernels go along in SIMD vectors: those inside have their neighbours along x one cell further in the
/// arrays, those of others are brought together.
/// </summary>
internal readonly unsafe record struct CellRun(
    int Begin, int End, int First, int Last, int Cells, int West, int East, int South, int North, int Down, int Up)
{
    /// <summary>The run that starts at a cell, of as many cells before <paramref name="end"/> as can be.</summary>
    public static CellRun At(in Mesh mesh, int cell, int end)
    {
        int nx = mesh.Nx, layer = nx * mesh.Ny, row = cell / nx, y = row % mesh.Ny, z = row / mesh.Ny;
        int rows = mesh.PeriodicX || y == 0 || y == mesh.Ny - 1 ? 1 : mesh.Ny - 1 - y;
        return new CellRun(
            cell,
            Math.Min(end, (row + rows) * nx),
            mesh.PeriodicX ? row * nx : 0,
            mesh.PeriodicX ? ((row + 1) * nx) - 1 : mesh.CellCount - 1,
            mesh.CellCount,
            mesh.PeriodicX ? nx - 1 : 0,
            mesh.PeriodicX ? 1 - nx : 0,
            y > 0 ? -nx : mesh.PeriodicY ? layer - nx : 0,
            y < mesh.Ny - 1 ? nx : mesh.PeriodicY ? nx - layer : 0,
            z > 0 ? -layer : mesh.PeriodicZ ? layer * (mesh.Nz - 1) : 0,
            z < mesh.Nz - 1 ? layer : mesh.PeriodicZ ? -layer * (mesh.Nz - 1) : 0);
    }

    /// <summary>Whether a whole vector at cell <paramref name="i"/> lies inside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsInside<T>(int i) => i > First && i + Vector<T>.Count <= Math.Min(End, Last);

    /// <summary>Where the whole vectors end that lie inside from cell <paramref name="i"/> on.</summary>
    public int InsideEnd<T>(int i) => i + ((Math.Min(End, Last) - i) / Vector<T>.Count * Vector<T>.Count);

    /// <summary>
    /// Where a vector that is to do the cells from <paramref name="i"/> on starts, so that it ends with the run at the latest: earlier,
    /// where the run has room, so that its first lanes are done already.
    /// </summary>
    public int Start<T>(int i) => Math.Max(Begin, Math.Min(i, End - Vector<T>.Count));

    /// <summary>
    /// The weights of the faces to neighbours at a distance below, from those of the faces above; 0 for faces that do not exist.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<T> Faces<T, TPlace>(T* weights, int distance, int i, int end)
        where T : unmanaged
        where TPlace : struct, IRunPlace =>
        distance == 0 ? Vector<T>.Zero : TPlace.At(weights + distance, i, end);
}

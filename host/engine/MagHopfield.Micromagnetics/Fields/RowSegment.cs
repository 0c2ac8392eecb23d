namespace MagHopfield.Micromagnetics.Fields;

/// <summary>
/// Consecutive cells of a row that have their six neighbours at the same distances in the arrays. A neighbour that does not exist is the
/// cell itself (distance 0), so that its difference vanishes.
/// </summary>
internal readonly record struct RowSegment(int Begin, int End, int West, int East, int South, int North, int Down, int Up)
{
    /// <summary>The segment that starts at a cell and ends at <paramref name="end"/> at the latest.</summary>
    public static RowSegment At(in Mesh mesh, int cell, int end)
    {
        int nx = mesh.Nx, layer = nx * mesh.Ny, row = cell / nx, x = cell - (row * nx), y = row % mesh.Ny, z = row / mesh.Ny;
        int stop = x == 0 || x == nx - 1 ? cell + 1 : Math.Min(end, ((row + 1) * nx) - 1);
        return new RowSegment(
            cell,
            stop,
            x > 0 ? -1 : mesh.PeriodicX ? nx - 1 : 0,
            x < nx - 1 ? 1 : mesh.PeriodicX ? 1 - nx : 0,
            y > 0 ? -nx : mesh.PeriodicY ? layer - nx : 0,
            y < mesh.Ny - 1 ? nx : mesh.PeriodicY ? nx - layer : 0,
            z > 0 ? -layer : mesh.PeriodicZ ? layer * (mesh.Nz - 1) : 0,
            z < mesh.Nz - 1 ? layer : mesh.PeriodicZ ? -layer * (mesh.Nz - 1) : 0);
    }
}

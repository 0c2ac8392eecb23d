namespace MagHopfield.Micromagnetics.Dynamics;

/// <summary>
/// A cell with a free face on one side of an axis, for the derivative along that axis: (−3m₀ + 4m₁ − m₂)/(2d), or (m₁ − m₀)/d in a row of
/// two cells.
/// </summary>
/// <param name="Cell">The cell.</param>
/// <param name="Axis">0, 1, 2 for x, y, z.</param>
/// <param name="Next">Its neighbour inside the body.</param>
/// <param name="AfterNext">The neighbour's neighbour, or the neighbour itself where there is none.</param>
/// <param name="InverseDistance">1/d in 1/m, negative where the neighbours lie below the cell.</param>
internal readonly record struct FreeFace(int Cell, int Axis, int Next, int AfterNext, double InverseDistance)
{
    /// <summary>All free faces with a neighbour opposite, in the order of the cells.</summary>
    public static FreeFace[] Of(Geometry geometry)
    {
        Mesh mesh = geometry.Mesh;
        List<FreeFace> faces = [];
        for (int z = 0; z < mesh.Nz; z++)
        {
            for (int y = 0; y < mesh.Ny; y++)
            {
                for (int x = 0; x < mesh.Nx; x++)
                {
                    for (int axis = 0; axis < 3 && geometry.Contains(mesh.Index(x, y, z)); axis++)
                    {
                        int up = Neighbour(geometry, axis, x, y, z, 1), down = Neighbour(geometry, axis, x, y, z, -1);
                        if ((up < 0) == (down < 0))
                            continue;
                        int sign = up < 0 ? -1 : 1, next = Math.Max(up, down), after = Neighbour(geometry, axis, x, y, z, 2 * sign);
                        double distance = axis switch { 0 => mesh.Dx, 1 => mesh.Dy, _ => mesh.Dz };
                        faces.Add(new FreeFace(mesh.Index(x, y, z), axis, next, after < 0 ? next : after, sign / distance));
                    }
                }
            }
        }
        return [.. faces];
    }

    /// <summary>Index of the first face whose cell is not below a cell.</summary>
    public static int FirstFrom(FreeFace[] faces, int cell)
    {
        int low = 0, high = faces.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = faces[middle].Cell < cell ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>What (m₁ − m₀)/(2d) lacks of the derivative in 1/m.</summary>
    public Vector3D Correction(Vector3D at, Vector3D next, Vector3D afterNext) =>
        AfterNext == Next ? (0.5 * InverseDistance) * (next - at) : (0.5 * InverseDistance) * ((2.0 * (next - at)) - (afterNext - next));

    private static int Neighbour(Geometry geometry, int axis, int x, int y, int z, int steps)
    {
        Mesh mesh = geometry.Mesh;
        (int position, int count, bool periodic) = axis switch
        {
            0 => (x, mesh.Nx, mesh.PeriodicX),
            1 => (y, mesh.Ny, mesh.PeriodicY),
            _ => (z, mesh.Nz, mesh.PeriodicZ),
        };
        int there = position + steps;
        if ((there < 0 || there >= count) && !periodic)
            return -1;
        there = ((there % count) + count) % count;
        int cell = axis switch { 0 => mesh.Index(there, y, z), 1 => mesh.Index(x, there, z), _ => mesh.Index(x, y, there) };
        return geometry.Contains(cell) ? cell : -1;
    }
}

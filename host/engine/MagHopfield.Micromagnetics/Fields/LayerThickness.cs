namespace MagHopfield.Micromagnetics.Fields;

/// <summary>
/// The thickness of the magnetic layer that each cell belongs to: that of the cells above and below it, along z, without an empty one
/// between. Two layers with a gap each have their own, and a layer whose thickness varies has that of each column.
/// </summary>
public static class LayerThickness
{
    /// <summary>
    /// The thickness at each cell in metres, 0 outside; x fastest. On a mesh that is periodic along z a layer may go through its ends.
    /// </summary>
    /// <param name="geometry">The geometry.</param>
    public static double[] Of(Geometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        Mesh mesh = geometry.Mesh;
        int layer = mesh.Nx * mesh.Ny, nz = mesh.Nz;
        double[] thickness = new double[mesh.CellCount];
        for (int column = 0; column < layer; column++)
        {
            for (int z = 0; z < nz; z++)
            {
                if (geometry.Contains(column + (z * layer)))
                    thickness[column + (z * layer)] = mesh.Dz * Math.Min(
                        nz, 1 + Filled(geometry, column, z, 1) + Filled(geometry, column, z, -1));
            }
        }
        return thickness;
    }

    // Cells without a gap from one on, itself not counted.
    private static int Filled(Geometry geometry, int column, int z, int sign)
    {
        Mesh mesh = geometry.Mesh;
        int layer = mesh.Nx * mesh.Ny, nz = mesh.Nz, count = 0;
        for (int at = z + sign; count < nz - 1; at += sign, count++)
        {
            if ((at < 0 || at >= nz) && !mesh.PeriodicZ)
                break;
            if (!geometry.Contains(column + (((at % nz) + nz) % nz * layer)))
                break;
        }
        return count;
    }
}

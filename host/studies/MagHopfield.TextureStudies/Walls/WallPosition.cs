namespace MagHopfield.TextureStudies.Walls;

/// <summary>Where the wall between two perpendicular domains of a strip is.</summary>
internal static class WallPosition
{
    /// <summary>
    /// Place along x from the centre of the mesh in metres at which m_z, the mean of each column of cells, is 0: between two columns on a
    /// straight line, and in the middle of all where there are several walls.
    /// </summary>
    /// <param name="m">Unit magnetisation of one layer.</param>
    /// <exception cref="ArgumentException">There is no wall.</exception>
    public static double Of(VectorField<double> m)
    {
        Mesh mesh = m.Mesh;
        double[] mean = [.. Enumerable.Range(0, mesh.Nx).Select(x => Enumerable.Range(0, mesh.Ny).Sum(y => m.Z[mesh.Index(x, y, 0)]))];
        double[] walls =
        [
            .. from x in Enumerable.Range(0, mesh.Nx - 1)
               where mean[x] < 0 != mean[x + 1] < 0
               select mesh.Centre(x, 0).X + (mesh.Dx * mean[x] / (mean[x] - mean[x + 1])),
        ];
        return walls.Length > 0 ? walls.Average() : throw new ArgumentException("The strip has no wall.", nameof(m));
    }
}

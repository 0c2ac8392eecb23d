using MagHopfield.Model.Magnet;

namespace MagHopfield.TextureStudies.Skyrmions;

/// <summary>Skyrmions in a row along a strip: made, and found again.</summary>
internal static class SkyrmionRow
{
    /// <summary>A row of skyrmions, each as the document has its one.</summary>
    /// <param name="body">The strip.</param>
    /// <param name="one">The document's skyrmion.</param>
    /// <param name="centres">Places of their centres along x in metres.</param>
    /// <returns>In each cell the magnetisation of the nearest one.</returns>
    public static VectorField<double> Create(Geometry body, InitialParameters one, IReadOnlyList<double> centres)
    {
        Mesh mesh = body.Mesh;
        VectorField<double>[] alone =
        [
            .. centres.Select(x => InitialMagnetisation.Create<double>(body, one with { Centre = new(x, one.Centre.Y, 0) })),
        ];
        VectorField<double> m = new(mesh);
        for (int cell = 0; cell < mesh.CellCount; cell++)
        {
            double x = mesh.Centre(cell % mesh.Nx, 0).X;
            m[cell] = alone[Enumerable.Range(0, centres.Count).MinBy(k => Math.Abs(x - centres[k]))][cell];
        }

        return m;
    }

    /// <summary>Places of the skyrmions' centres along x in metres, from left to right: of the connected cells with m_z below 0.</summary>
    /// <param name="m">Unit magnetisation of one layer that is up around the skyrmions.</param>
    public static double[] Find(VectorField<double> m)
    {
        Mesh mesh = m.Mesh;
        bool[] seen = new bool[mesh.Nx * mesh.Ny];
        List<double> centres = [];
        for (int cell = 0; cell < seen.Length; cell++)
        {
            if (IsCore(cell))
                centres.Add(Domain(cell));
        }

        return [.. centres.Order()];

        bool IsCore(int cell) => !seen[cell] && m.Z[cell] < 0;

        double Domain(int first)
        {
            Stack<int> open = new([first]);
            seen[first] = true;
            (double sum, int count) = (0, 0);
            while (open.TryPop(out int cell))
            {
                (int x, int y) = (cell % mesh.Nx, cell / mesh.Nx);
                (sum, count) = (sum + mesh.Centre(x, y).X, count + 1);
                foreach ((int nx, int ny) in new[] { (x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1) })
                {
                    int next = nx + (mesh.Nx * ny);
                    if (nx < 0 || nx >= mesh.Nx || ny < 0 || ny >= mesh.Ny || !IsCore(next))
                        continue;
                    seen[next] = true;
                    open.Push(next);
                }
            }

            return sum / count;
        }
    }
}

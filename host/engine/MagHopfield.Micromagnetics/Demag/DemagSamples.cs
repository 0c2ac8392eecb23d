using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Numerics;

namespace MagHopfield.Micromagnetics.Demag;

/// <summary>The demagnetising tensor on a grid of displacements, copies of the mesh along periodic axes added up.</summary>
internal static class DemagSamples
{
    // Rows that a thread takes at a time; neighbouring ones share what the tensor keeps of near cells.
    private const int Rows = 8;

    /// <summary>
    /// Samples the six components (xx, yy, zz, xy, xz, yz): arrays of hx·hy·hz displacements, x fastest, of which those below the number of
    /// cells are filled.
    /// </summary>
    public static double[][] Of(Mesh mesh, int hx, int hy, int hz, int images, ThreadTeam team)
    {
        double[][] n = new double[6][];
        for (int c = 0; c < 6; c++)
            n[c] = new double[hx * hy * hz];
        DemagTensor[] tensors = new DemagTensor[team.Count];
        for (int t = 0; t < tensors.Length; t++)
            tensors[t] = new DemagTensor((mesh.Dx, mesh.Dy, mesh.Dz));
        (int At, double Weight)[][] alongX = Axis(
            mesh.Nx, mesh.PeriodicX), alongY = Axis(mesh.Ny, mesh.PeriodicY), alongZ = Axis(mesh.Nz, mesh.PeriodicZ);
        int rows = mesh.Ny * mesh.Nz;
        team.For((rows + Rows - 1) / Rows, (share, thread) =>
        {
            for (int row = share * Rows; row < Math.Min(rows, (share + 1) * Rows); row++)
            {
                (int k, int j) = Math.DivRem(row, mesh.Ny);
                for (int i = 0; i < mesh.Nx; i++)
                    Sum(tensors[thread], alongX[i], alongY[j], alongZ[k], n, i + (hx * (j + (hy * k))));
            }
        });
        return n;

        (int, double)[][] Axis(int count, bool periodic) => [.. Enumerable.Range(0, count).Select(i => Images(i, count, periodic, images))];
    }

    private static void Sum(
        DemagTensor tensor, (
            int At, double Weight)[] alongX, (int At, double Weight)[] alongY, (int At, double Weight)[] alongZ, double[][] n, int at)
    {
        Span<double> one = stackalloc double[6];
        foreach ((int z, double wz) in alongZ)
        {
            foreach ((int y, double wy) in alongY)
            {
                foreach ((int x, double wx) in alongX)
                {
                    tensor.At(x, y, z, one);
                    for (int t = 0; t < 6; t++)
                        n[t][at] += wx * wy * wz * one[t];
                }
            }
        }
    }

    // Displacements that a periodic axis adds up: all within (images + ½) periods of the cell itself, those just at the limit by half, so
    // that every cell has the same surroundings and a shift of the magnetisation shifts the field.
    private static (int At, double Weight)[] Images(int displacement, int count, bool periodic, int images)
    {
        if (!periodic)
            return [(displacement, 1)];
        List<(int, double)> all = [];
        int limit = ((2 * images) + 1) * count;
        for (int a = -images - 1; a <= images; a++)
        {
            int at = displacement + (a * count);
            if (2 * Math.Abs(at) <= limit)
                all.Add((at, 2 * Math.Abs(at) == limit ? 0.5 : 1));
        }
        return [.. all];
    }
}

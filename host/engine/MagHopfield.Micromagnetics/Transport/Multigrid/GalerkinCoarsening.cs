using MagHopfield.Micromagnetics.Transport.Conductor;

namespace MagHopfield.Micromagnetics.Transport.Multigrid;

/// <summary>
/// Every second point of a grid becomes a point of the coarser one; where a side has an even number of points its last one is
/// kept too, so that any size can be coarsened. P is bilinear interpolation, zero at points of known potential (those of zero diagonal).
/// </summary>
internal static class GalerkinCoarsening
{
    /// <summary>The coarse stencil Pᵀ A P.</summary>
    public static NinePointStencil Coarsen(NinePointStencil fine)
    {
        NinePointStencil coarse = new(Coarser(fine.PointsX), Coarser(fine.PointsY));
        for (int iy = 0; iy < fine.PointsY; iy++)
        {
            for (int ix = 0; ix < fine.PointsX; ix++)
            {
                int i = fine.Margin + iy * fine.PointsX + ix;
                if (fine.Diagonal[i] == 0)
                    continue;

                Parents here = new(ix, iy, fine, coarse);
                AddSelf(coarse, here, fine.Diagonal[i]);
                AddPair(coarse, here, ix + 1, iy, fine, fine.East[i]);
                AddPair(coarse, here, ix, iy + 1, fine, fine.North[i]);
                AddPair(coarse, here, ix + 1, iy + 1, fine, fine.NorthEast[i]);
                AddPair(coarse, here, ix - 1, iy + 1, fine, fine.NorthWest[i]);
            }
        }

        return coarse;
    }

    private static int Coarser(int points) => points / 2 + 1;

    /// <summary>Pᵀ along one side: the fine point of coarse point j, and the weights of the two points beside it.</summary>
    public static (int Fine, double Before, double After) Restriction(int j, int finePoints)
    {
        bool even = (finePoints & 1) == 0;
        int last = finePoints - 1;
        if (even && j == finePoints / 2)
            return (last, 0, 0);

        int i = 2 * j;
        return (i, i > 0 ? 0.5 : 0, i == last || (even && i == last - 1) ? 0 : 0.5);
    }

    /// <summary>
    /// P along one side: the coarse points between which fine point i is interpolated by halves; the same twice where it is one of them.
    /// </summary>
    public static (int First, int Second) Interpolation(int i, int finePoints)
    {
        if ((i & 1) == 0)
            return (i / 2, i / 2);

        return i == finePoints - 1 ? ((i + 1) / 2, (i + 1) / 2) : (i / 2, i / 2 + 1);
    }

    private static void AddSelf(NinePointStencil coarse, in Parents p, double value)
    {
        for (int a = 0; a < 4; a++)
        {
            for (int b = 0; b < 4; b++)
            {
                // Both orders of a pair meet the stored half once each, so each carries the whole element only once.
                Add(coarse, p.Point(a), p.Point(b), value * p.Weight(a) * p.Weight(b), false);
            }
        }
    }

    private static void AddPair(NinePointStencil coarse, in Parents p, int qx, int qy, NinePointStencil fine, double value)
    {
        if (value == 0)
            return;

        Parents q = new(qx, qy, fine, coarse);
        for (int a = 0; a < 4; a++)
        {
            for (int b = 0; b < 4; b++)
                Add(coarse, p.Point(a), q.Point(b), value * p.Weight(a) * q.Weight(b), true);
        }
    }

    // mirrored: the fine element has a twin below the diagonal, which adds the same to the coarse element's twin.
    private static void Add(NinePointStencil coarse, int i, int j, double value, bool mirrored)
    {
        if (value == 0)
            return;

        if (i == j)
        {
            coarse.Diagonal[i] += mirrored ? 2 * value : value;
            return;
        }

        if (j < i)
        {
            if (!mirrored)
                return;

            (i, j) = (j, i);
        }

        int step = j - i;
        if (step == 1)
            coarse.East[i] += value;
        else if (step == coarse.PointsX)
            coarse.North[i] += value;
        else if (step == coarse.PointsX + 1)
            coarse.NorthEast[i] += value;
        else
            coarse.NorthWest[i] += value;
    }

    /// <summary>The up to four coarse points that a fine point is interpolated from; repeated points carry weight zero.</summary>
    private readonly struct Parents
    {
        private readonly int _x0;
        private readonly int _x1;
        private readonly int _y0;
        private readonly int _y1;
        private readonly NinePointStencil _coarse;

        public Parents(int ix, int iy, NinePointStencil fine, NinePointStencil coarse)
        {
            (_x0, _x1) = Interpolation(ix, fine.PointsX);
            (_y0, _y1) = Interpolation(iy, fine.PointsY);
            _coarse = coarse;
        }

        public int Point(int k) => _coarse.Margin + ((k & 2) == 0 ? _y0 : _y1) * _coarse.PointsX + ((k & 1) == 0 ? _x0 : _x1);

        public double Weight(int k) => Weight1D(k & 1, _x0, _x1) * Weight1D(k >> 1, _y0, _y1);

        private static double Weight1D(int second, int first, int other) => first == other ? (second == 0 ? 1 : 0) : 0.5;
    }
}

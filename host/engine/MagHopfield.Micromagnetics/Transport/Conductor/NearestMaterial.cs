using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Micromagnetics.Transport.Conductor;

/// <summary>Which cell's magnetisation a conducting cell has: the nearest whose centre lies within the outline.</summary>
internal static class NearestMaterial
{
    public static int[] Of(FilmGeometry geometry, bool[] conducting)
    {
        bool[] mask = geometry.CellMask();
        int[] material = new int[mask.Length];
        for (int c = 0; c < mask.Length; c++)
            material[c] = mask[c] || !conducting[c] ? c : Nearest(geometry, mask, c);

        return material;
    }

    private static int Nearest(FilmGeometry geometry, bool[] mask, int cell)
    {
        (int cx, int cy) = (cell % geometry.CellsX, cell / geometry.CellsX);
        for (int reach = 1; reach < Math.Max(geometry.CellsX, geometry.CellsY); reach++)
        {
            int best = -1;
            double least = double.PositiveInfinity;
            for (int iy = Math.Max(0, cy - reach); iy <= Math.Min(geometry.CellsY - 1, cy + reach); iy++)
            {
                for (int ix = Math.Max(0, cx - reach); ix <= Math.Min(geometry.CellsX - 1, cx + reach); ix++)
                {
                    double square = Math.Pow((ix - cx) * geometry.CellX, 2) + Math.Pow((iy - cy) * geometry.CellY, 2);
                    if (mask[iy * geometry.CellsX + ix] && square < least)
                        (best, least) = (iy * geometry.CellsX + ix, square);
                }
            }

            if (best >= 0)
                return best;
        }

        return cell;
    }
}

using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Film.Checking;

/// <summary>Do the electrodes fit the film, or are they those of a film of another size?</summary>
internal static class ElectrodeChecks
{
    // Pads that lie so much nearer to one edge than to the opposite one were hardly meant for this film.
    private const double LargestOffset = 0.1;

    public static void Of(FilmParameters film, FilmFindings findings)
    {
        if (findings.Has("image", "file"))
            return;
        FilmGeometry g = film.Geometry;
        Along(film.Electrodes, "electrodes", g.Width, Math.Max(g.CellX, g.CellY), b => (b.Left, b.Right), "width", 'x', findings);
        Along(film.Electrodes, "electrodes", g.Height, Math.Max(g.CellX, g.CellY), b => (b.Bottom, b.Top), "height", 'y', findings);
        if (ReferenceEquals(film.Terminals, film.Electrodes))
            return;
        Along(film.Terminals, "terminals of the gold", g.Width, Math.Max(g.CellX, g.CellY), b => (b.Left, b.Right), "width", 'x', findings);
        Along(
            film.Terminals, "terminals of the gold", g.Height, Math.Max(g.CellX, g.CellY), b => (b.Bottom, b.Top), "height", 'y', findings);
    }

    private static void Along(
        IReadOnlyList<Electrode> pads, string what, double size, double cell, Func<PlaneBox, (
            double Low, double High)> of, string key, char axis, FilmFindings findings)
    {
        double low = Math.Max(0, pads.Min(p => of(p.Shape.Bounds).Low)), high = Math.Min(size, pads.Max(p => of(p.Shape.Bounds).High));
        double before = low, after = size - high;
        if (Math.Abs(before - after) <= Math.Max(LargestOffset * size, 2 * cell))
            return;
        findings.Warn("film", key,
            $"is {size:R} m, but the {what} reach from {axis} = {low:0.####e0} to {high:0.####e0} m, off the middle by "
            + $"{0.5 * Math.Abs(before - after):0.###e0} m, as if made for another film; move them.");
    }
}

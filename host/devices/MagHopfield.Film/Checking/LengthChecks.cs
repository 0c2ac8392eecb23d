using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Film.Checking;

/// <summary>Is every length one of a thin film, or was it written in another unit than metres?</summary>
internal static class LengthChecks
{
    // Films of this kind are micrometres to a tenth of a millimetre wide and a nanometre to a hundred thick; bounds lie well outside of
    // that.
    private const double NarrowestFilm =
        1e-8, WidestFilm = 1e-3, ThinnestLayer = 1e-10, ThickestLayer = 1e-6, ThickestGold = 1e-4, LargestCell = 1e-6;

    public static void Of(FilmParameters film, FilmFindings findings)
    {
        FilmGeometry g = film.Geometry;
        Bounds(findings, "film", "width", g.Width, NarrowestFilm, WidestFilm, "micrometres as in 5e-6");
        Bounds(findings, "film", "height", g.Height, NarrowestFilm, WidestFilm, "micrometres as in 5e-6");
        Bounds(findings, "film", "thickness", g.Thickness, ThinnestLayer, ThickestLayer, "nanometres as in 55.8e-9");
        if (film.Gold is not null && g.Thickness <= ThickestLayer && g.Thickness > 0.5 * Math.Min(g.Width, g.Height))
            findings.Warn("film", "thickness",
                $"is {g.Thickness:R} m of a film {Math.Min(g.Width, g.Height):R} m across; the model is of a thin film: make it thinner.");
        double cell = Math.Max(g.CellX, g.CellY);
        if (cell > LargestCell && g.Width <= WidestFilm && g.Height <= WidestFilm)
            findings.Warn("film", findings.Has("film", "cell") ? "cell" : "cells_x",
                $"makes cells of {cell:0.###e0} m; use more of them, a domain wall is some 1e-7 m wide.");
        if (Math.Max(g.CellX, g.CellY) > 2 * Math.Min(g.CellX, g.CellY))
            findings.Warn("film", "cells_x",
                $"and cells_y make cells of {g.CellX:0.###e0} m × {g.CellY:0.###e0} m; give numbers in the ratio of width and height.");
        if (film.Gold is GoldParameters gold)
        {
            Bounds(findings, "gold", "thickness", gold.Thickness, ThinnestLayer, ThickestGold, "nanometres as in 100e-9");
            Bounds(findings, "gold", "insulator_thickness", gold.InsulatorThickness, 0, ThickestGold, "nanometres as in 20e-9");
        }

        if (film.Magnetism.Grains is GrainParameters grains)
            Bounds(findings, "magnetism", "grain_size", grains.Size, 1e-9, Math.Max(g.Width, g.Height), "nanometres as in 50e-9");
    }

    private static void Bounds(FilmFindings findings, string section, string key, double value, double least, double most, string mend)
    {
        if (value > most)
            findings.Warn(section, key,
                $"is {value:R} m: lengths are read in metres; write {mend}.");
        else if (value < least)
            findings.Warn(section, key,
                $"is {value:R} m, less than an atom or the film allows: lengths are read in metres; write {mend}.");
    }
}

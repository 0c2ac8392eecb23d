using MagHopfield.Film.Gold;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Oersted;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Papers.Niu2024.Letters.Training;

/// <summary>Voltages by the field they make, so that films with other pads and leads can be compared at the same field.</summary>
public static class LetterDrive
{
    /// <summary>
    /// The voltage at which columns of alternating sign make a field half-way between the two columns in the middle of the film (Niu et
    /// al., PNAS 2024: 20 Oe, 1592 A/m).
    /// </summary>
    /// <param name="film">The film.</param>
    /// <param name="field">Field in A/m.</param>
    /// <returns>Volts.</returns>
    public static double Voltage(LetterFilm film, double field)
    {
        FilmParameters parameters = film.ToFilm();
        FilmGeometry g = parameters.Geometry;
        double[] volts = [.. Enumerable.Range(0, film.Rows * film.Columns).Select(i => i % film.Columns % 2 == 0 ? 1.0 : -1.0)];
        OerstedField one = new GoldLayer(g, parameters.Terminals, parameters.NeededGold).Field(volts);
        int left = (film.Columns - 1) / 2;
        int row = (film.Rows - 1) / 2;
        double pitch = film.CellsPerPitch;
        int x = (int)((film.Padding + left + 0.5) * pitch);
        int y = (int)((film.Padding + row) * pitch);
        return field / Math.Abs(one.Y[y * g.CellsX + x]);
    }
}

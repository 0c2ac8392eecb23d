using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.Papers.Yu2021.Figure1;

/// <summary>Contacts along two opposite edges of a film, which the paper's Fig. 1 measures along and across its current with.</summary>
public static class ContactPair
{
    // Cells that a contact covers; the paper does not print it.
    private const int CellsWide = 2;

    /// <summary>The film with contacts on its left and right edge: node 1 left, 2 right.</summary>
    /// <param name="film">The film.</param>
    public static FilmParameters AlongX(FilmParameters film)
    {
        ArgumentNullException.ThrowIfNull(film);
        (double w, double h, double size) = (film.Geometry.Width, film.Geometry.Height, CellsWide * film.Geometry.CellX);
        return With(film, new(0.5 * size, 0.5 * h, size, h), new(w - (0.5 * size), 0.5 * h, size, h), "contacts-x");
    }

    /// <summary>The film with contacts on its lower and upper edge: node 1 below, 2 above.</summary>
    /// <param name="film">The film.</param>
    public static FilmParameters AlongY(FilmParameters film)
    {
        ArgumentNullException.ThrowIfNull(film);
        (double w, double h, double size) = (film.Geometry.Width, film.Geometry.Height, CellsWide * film.Geometry.CellY);
        return With(film, new(0.5 * w, 0.5 * size, w, size), new(0.5 * w, h - (0.5 * size), w, size), "contacts-y");
    }

    private static FilmParameters With(FilmParameters film, RectangleShape first, RectangleShape second, string name)
    {
        Electrode[] contacts = [new("1", first), new("2", second)];
        return film with { Name = $"{film.Name}-{name}", Electrodes = contacts, Terminals = contacts };
    }
}

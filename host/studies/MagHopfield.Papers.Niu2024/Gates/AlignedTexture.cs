using MagHopfield.Film.Gold;
using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Micromagnetics.Oersted;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Gates;

/// <summary>
/// Textures whose every moment lies along the Oersted field in the plane: what a pulse makes of a film without exchange, anisotropy and
/// stray field. It knows nothing of dynamics, so that what it shows is the geometry of gold and pads alone.
/// </summary>
public static class AlignedTexture
{
    /// <summary>G in siemens after each pattern.</summary>
    /// <param name="film">The film.</param>
    /// <param name="patterns">Patterns.</param>
    public static IReadOnlyList<ConductanceMatrix> Conductance(FilmParameters film, IReadOnlyList<Pattern> patterns)
    {
        GoldLayer gold = new(film.Geometry, film.Terminals, film.NeededGold);
        TextureConductance transport = new(film);
        return [.. patterns.Select(pattern =>
        {
            OerstedField field = gold.Field(pattern.Voltages(1));
            (double[] x, double[] y) = (new double[field.X.Length], new double[field.X.Length]);
            for (int c = 0; c < x.Length; c++)
            {
                double h = Math.Sqrt(field.X[c] * field.X[c] + field.Y[c] * field.Y[c]);
                (x[c], y[c]) = h > 0 ? (field.X[c] / h, field.Y[c] / h) : (0, 0);
            }

            return transport.Of([x, y], film.Transport.AmrRatio);
        })];
    }
}

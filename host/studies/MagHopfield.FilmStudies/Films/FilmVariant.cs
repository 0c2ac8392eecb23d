using MagHopfield.Film.Gold;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Oersted;
using MagHopfield.Shared;

namespace MagHopfield.FilmStudies.Films;

/// <summary>Films made from the paper's by changing what it does not print, or prints in a way that no film can have.</summary>
public static class FilmVariant
{
    /// <summary>
    /// Coercive field in A/m where a film needs one to keep its texture at zero field (paper: "less than 10 Oe", 796 A/m).
    /// </summary>
    public const double CoerciveField = 50;

    /// <summary>The film with another hard axis.</summary>
    /// <param name="film">The film.</param>
    /// <param name="k">K in A/m.</param>
    public static FilmParameters WithHardAxis(this FilmParameters film, double k) =>
        film with { Magnetism = film.Magnetism with { HardAxisAnisotropy = k } };

    /// <summary>The film with a coercive field.</summary>
    /// <param name="film">The film.</param>
    /// <param name="field">Hc in A/m.</param>
    public static FilmParameters WithFriction(this FilmParameters film, double field = CoerciveField) =>
        film with { Magnetism = film.Magnetism with { CoerciveField = field } };

    /// <summary>The film with another AMR ratio.</summary>
    /// <param name="film">The film.</param>
    /// <param name="ratio">a, no unit.</param>
    public static FilmParameters WithAmr(this FilmParameters film, double ratio) =>
        film with { Transport = film.Transport with { AmrRatio = ratio } };

    /// <summary>The film with other random numbers: initial texture, tilt and noise.</summary>
    /// <param name="film">The film.</param>
    /// <param name="seed">Seed.</param>
    public static FilmParameters WithSeed(this FilmParameters film, int seed) => film with
    {
        Magnetism = film.Magnetism with { Seed = seed },
        Parts = film.Parts.Initial is null ? film.Parts : film.Parts with { Initial = film.Parts.Initial with { Seed = seed } },
    };

    /// <summary>
    /// The film with other leads at the terminals of its gold, and the gold's conductivity such that the field at the centre of the film
    /// under columns of alternating sign ("+ - + -") stays what it is. Without leads the pads are at the voltages of the pattern, as V_i^Au
    /// of eq. 2 is ("the voltage of the node i in the Au layer"); behind leads much larger than the sheet every pad is a source of current.
    /// </summary>
    /// <param name="film">The film.</param>
    /// <param name="sheets">Resistance of each lead, over the sheet resistance of the gold.</param>
    public static FilmParameters WithLeads(this FilmParameters film, double sheets)
    {
        GoldParameters gold = film.NeededGold;
        double sheetResistance = 1 / (gold.Conductivity * gold.Thickness);
        FilmParameters other = film with { Gold = gold with { LeadResistance = sheets * sheetResistance } };
        double scale = CentreField(film) / CentreField(other);
        GoldParameters scaled = gold with
        {
            Conductivity = scale * gold.Conductivity,
            LeadResistance = sheets * sheetResistance / scale,
        };
        return film with { Gold = scaled };
    }

    // |H| in the cell nearest to the centre, in A/m at ±1 V.
    private static double CentreField(FilmParameters film)
    {
        Pattern columns = PatternVoltages.Parse("+ - + -");
        OerstedField field = new GoldLayer(film.Geometry, film.Terminals, film.NeededGold).Field(columns.Voltages(1));
        int c = film.Geometry.CellsY / 2 * film.Geometry.CellsX + film.Geometry.CellsX / 2;
        return Math.Sqrt(field.X[c] * field.X[c] + field.Y[c] * field.Y[c]);
    }

    /// <summary>The film on another mesh.</summary>
    /// <param name="film">The film.</param>
    /// <param name="factor">Factor to the number of cells along each axis.</param>
    public static FilmParameters WithCells(this FilmParameters film, double factor) => film with
    {
        Geometry = film.Geometry with
        {
            CellsX = (int)Math.Round(factor * film.Geometry.CellsX),
            CellsY = (int)Math.Round(factor * film.Geometry.CellsY),
        },
    };
}

using MagHopfield.Film.Parameters;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>Films made from the paper's by changing what it does not print, or prints in a way that no film can have.</summary>
public static class FilmVariant
{
    /// <summary>
    /// Coercive field in A/m where a film needs one to keep its texture at zero field (paper: "less than 10 Oe", 796 A/m).
    /// </summary>
    public const double CoerciveField = 100;

    /// <summary>
    /// The film with the hard axis of a thin film, K = Ms (the demagnetising field −Ms m_z of an infinite sheet), in place of the printed
    /// 43 A/m. With the printed K the moments in vortices and antivortices turn out of the plane over √(A/K) = 0.8 µm, a sixth of the
    /// film, where they show no magnetoresistance; with K = Ms over 6 nm.
    /// </summary>
    public static FilmParameters InPlane(this FilmParameters film) =>
        film with { Name = film.Name + ", K = Ms", Magnetism = film.Magnetism with { HardAxisAnisotropy = film.Magnetism.SaturationMagnetisation } };

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
    public static FilmParameters WithAmr(this FilmParameters film, double ratio) => film with { Transport = film.Transport with { AmrRatio = ratio } };

    /// <summary>The film with other random numbers: initial texture, tilt and noise.</summary>
    /// <param name="film">The film.</param>
    /// <param name="seed">Seed.</param>
    public static FilmParameters WithSeed(this FilmParameters film, int seed) => film with { Magnetism = film.Magnetism with { Seed = seed } };

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

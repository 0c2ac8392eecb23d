using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Model.Declarations;

namespace MagHopfield.Film.Checking;

/// <summary>What regions and terms beside those of [magnetism] find wrong themselves, as they do in problem files.</summary>
internal static class FilmTermChecks
{
    public static void Of(FilmParameters film, string source, FilmFindings findings)
    {
        TermCheck check = new(
            source,
            (section, key) => findings.LineOf(section == "material" ? "magnetism" : section, key),
            FilmModel.Magnet(film),
            Body,
            film.Magnetism.GilbertDamping > 0);
        findings.Add(film.Parts.Check(check, source));

        // No body is said by the checks of electrodes.
        Geometry? Body() => film.Geometry.CellMask().Contains(true) ? FilmModel.Body(film).Geometry : null;
    }
}

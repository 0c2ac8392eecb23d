using MagHopfield.Film.Parameters;
using MagHopfield.Film.Pulses;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;
using MagHopfield.Micromagnetics.Numerics;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;
using MagHopfield.Model.Drives;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Terms;

namespace MagHopfield.Film.Learning;

/// <summary>What a film's magnetisation becomes in the engine, through the model that problems have.</summary>
internal static class FilmModel
{
    /// <summary>Cells and saturation magnetisation of a film.</summary>
    public static Ferromagnet Body(FilmParameters film) => new(
        film.Parts.Geometry(film.Geometry.Mesh(), film.Geometry.CellMask()),
        film.Parts.By(region => region?.SaturationMagnetisation ?? film.Magnetism.SaturationMagnetisation));

    /// <summary>What the terms of a film must know of it: a pulse and what follows is one stage of kind run.</summary>
    public static TermMagnet Magnet(FilmParameters film) =>
        new(film.Geometry.Mesh(), film.Magnetism.GyromagneticRatio, film.Parts.RegionNames, [new TermStage(true, 1, [], 1)]);

    /// <summary>The model of a film.</summary>
    /// <param name="film">The film.</param>
    /// <param name="body">Its body.</param>
    /// <param name="coupling">How pulses act on it.</param>
    public static MagnetModel<float> Of(FilmParameters film, Ferromagnet body, IPulseCoupling coupling)
    {
        MagneticParameters m = film.Magnetism;
        IReadOnlyList<Term> terms = FilmMagnet.Terms(film);
        int afterDemagnetisation = terms.ToList().FindIndex(term => term is DemagnetisationTerm) + 1;
        TermScope<float> scope = new(body, Magnet(film), ThreadTeam.Single) { SolvedCurrent = coupling.SolvedCurrent };
        TermParts<float>[] parts =
        [
            .. scope.Make(terms.Take(1)),
            .. coupling.First,
            .. scope.Make(terms.Take(afterDemagnetisation).Skip(1)),
            .. coupling.Last,
            .. scope.Make(terms.Skip(afterDemagnetisation)),
        ];
        ByRegion damping = film.Parts.By(region => region?.GilbertDamping ?? m.GilbertDamping);
        MagnetModel<float> model = new(body, damping, m.GyromagneticRatio, parts, scope.Team);
        model.SetField(ExternalFieldTerm.Of(terms) ?? DriveField.None);
        model.SetCurrents(0);
        return model;
    }
}

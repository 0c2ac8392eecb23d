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

    /// <summary>The magnetisation of a film before the first pulse.</summary>
    public static InitialParameters Initial(FilmParameters film) => film.Parts.Initial ?? film.Magnetism.InitialState switch
    {
        InitialState.Random => InitialParameters.Of(InitialKind.RandomInPlane, film.Magnetism.Seed),
        InitialState.AlongY => InitialParameters.Uniform((0, 1, 0)),
        InitialState.OutOfPlane => InitialParameters.Uniform((0, 0, 1)),
        _ => InitialParameters.Uniform((1, 0, 0)),
    };

    /// <summary>The model of a film.</summary>
    /// <param name="film">The film.</param>
    /// <param name="body">Its body.</param>
    /// <param name="coupling">How pulses act on it.</param>
    public static MagnetModel<float> Of(FilmParameters film, Ferromagnet body, IPulseCoupling coupling)
    {
        MagneticParameters m = film.Magnetism;
        IReadOnlyList<Term> terms = film.Parts.Terms;
        TermScope<float> scope = new(body, Magnet(film), ThreadTeam.Single) { SolvedCurrent = coupling.SolvedCurrent };
        Regional stiffness = new(
            m.ExchangeStiffness,
            terms.OfType<ExchangeTerm>().FirstOrDefault()?.Stiffness.Regions ?? [.. film.Parts.Regions.Select(_ => (double?)null)]);
        IEnumerable<Term> axes = terms.OfType<AnisotropyTerm>();
        IEnumerable<Term> others = terms.Where(term => term is not (ExchangeTerm or AnisotropyTerm))
            .Select(term => term switch
            {
                DmiTerm dmi => dmi with { Stiffness = stiffness },
                InterlayerTerm interlayer => interlayer with { Stiffness = stiffness },
                _ => term,
            });

        // The order in which fields are added decides the last bits of films that were made before.
        TermParts<float>[] parts =
        [
            .. scope.Make([new ExchangeTerm(stiffness)]),
            .. coupling.First,
            .. m.HardAxisAnisotropy == 0 ? Array.Empty<TermParts<float>>()
                : [new() { Energy = UniaxialAnisotropy<float>.HardAxis(body, m.HardAxisAnisotropy) }],
            .. scope.Make(axes),
            .. m.Grains is GrainParameters g ? scope.Make([new GrainTerm(g.Size, g.AnisotropyField, g.Seed)]) : [],
            .. scope.Make([new DemagnetisationTerm(m.Demagnetisation, 10)]),
            .. coupling.Last,
            .. scope.Make([new ThermalTerm(m.Temperature, m.Seed), new FrictionTerm(m.CoerciveField), .. others]),
        ];
        ByRegion damping = film.Parts.By(region => region?.GilbertDamping ?? m.GilbertDamping);
        MagnetModel<float> model = new(body, damping, m.GyromagneticRatio, parts, scope.Team);
        model.SetField(ExternalFieldTerm.Of(terms) ?? DriveField.None);
        model.SetCurrents(0);
        return model;
    }
}

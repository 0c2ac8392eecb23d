using MagHopfield.Model.Declarations;
using MagHopfield.Model.Magnet;
using MagHopfield.Model.Terms;

namespace MagHopfield.Film.Parameters;

/// <summary>The magnet of a film as problems have it: terms, regions and the magnetisation before the first pulse.</summary>
internal static class FilmMagnet
{
    /// <summary>
    /// The terms of a film. The order in which fields are added decides the last bits of films that were made before: exchange, axes,
    /// grains and demagnetising field, noise and friction, all others.
    /// </summary>
    public static IReadOnlyList<Term> Terms(FilmParameters film)
    {
        MagneticParameters m = film.Magnetism;
        IReadOnlyList<Term> terms = film.Parts.Terms;
        Regional stiffness = new(
            m.ExchangeStiffness,
            terms.OfType<ExchangeTerm>().FirstOrDefault()?.Stiffness.Regions ?? [.. film.Parts.Regions.Select(_ => (double?)null)]);
        IEnumerable<Term> others = terms.Where(term => term is not (ExchangeTerm or AnisotropyTerm))
            .Select(term => term switch
            {
                DmiTerm dmi => dmi with { Stiffness = stiffness },
                InterlayerTerm interlayer => interlayer with { Stiffness = stiffness },
                _ => term,
            });
        return
        [
            new ExchangeTerm(stiffness),
            new HardAxisTerm(m.HardAxisAnisotropy),
            .. terms.OfType<AnisotropyTerm>(),
            .. m.Grains is GrainParameters g ? [new GrainTerm(g.Size, g.AnisotropyField, g.Seed)] : Array.Empty<Term>(),
            new DemagnetisationTerm(m.Demagnetisation, 10),
            new ThermalTerm(m.Temperature, m.Seed),
            .. m.CoerciveField > 0 ? [new FrictionTerm(m.CoerciveField)] : Array.Empty<Term>(),
            .. others,
        ];
    }

    /// <summary>The magnetisation of a film before the first pulse.</summary>
    public static InitialParameters Initial(FilmParameters film) => film.Parts.Initial ?? Initial(film.Magnetism);

    /// <summary>That of its own parameters.</summary>
    public static InitialParameters Initial(MagneticParameters magnetism) => magnetism.InitialState switch
    {
        InitialState.Random => InitialParameters.Of(InitialKind.RandomInPlane, magnetism.Seed),
        InitialState.AlongY => InitialParameters.Uniform((0, 1, 0)),
        InitialState.OutOfPlane => InitialParameters.Uniform((0, 0, 1)),
        _ => InitialParameters.Uniform((1, 0, 0)),
    };
}

using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Transport.Conductor;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Terms;
using MagHopfield.Model.Torques;
using MagHopfield.Papers.Yu2021.Maze;

namespace MagHopfield.Papers.Yu2021.Materials;

/// <summary>A film that differs from the chosen one in one thing.</summary>
/// <param name="Group">What is varied.</param>
/// <param name="Name">The value.</param>
/// <param name="Film">The film.</param>
/// <param name="Times">Factor on V0.</param>
public sealed record MazeCase(string Group, string Name, FilmParameters Film, double Times = 1)
{
    /// <summary>All cases of a film.</summary>
    /// <param name="film">The chosen film.</param>
    public static IReadOnlyList<MazeCase> All(FilmParameters film)
    {
        ArgumentNullException.ThrowIfNull(film);
        return
        [
            new("as chosen", "", film),
            .. new[] { 0.08, 0.06, -0.10, 0.80, -1.60, -1.50 }.Select(a => new MazeCase("AMR ratio", $"{100 * a:0} %", film.WithAmr(a))),
            .. new[] { 0.1, -0.1 }.Select(xi => new MazeCase(
                "ξ", FormattableString.Invariant($"{xi}"), film.With<ZhangLiTerm>(t => t with { Nonadiabaticity = xi }))),
            new("edges", "∂m/∂n = 0", film.With<DmiTerm>(t => t with { Boundary = DmiBoundary.Flat })),
            new("coupling", "interfacial DMI", film.With<DmiTerm>(t => t with { IsBulk = !t.IsBulk })),
            new("damping", "α = 1", film with { Magnetism = film.Magnetism with { GilbertDamping = 1 } }),
            .. new[] { 1e5, 0 }.Select(ku => new MazeCase(
                "anisotropy", FormattableString.Invariant($"Ku = {ku:0.#e0} J/m³"), film.With<AnisotropyTerm>(t => t with { First = ku }))),
            .. new[] { 10e-12, 15e-12 }.Select(a => new MazeCase(
                "exchange", FormattableString.Invariant($"A_ex = {1e12 * a:0} pJ/m"), WithExchange(film, a))),
            .. new[] { 0.5, 2, 4 }.Select(times => new MazeCase("voltage", FormattableString.Invariant($"{times} V0"), film, times)),
            new("nodes", "corners, L/4", Corners(film)),
            new("nodes", "corners, L/4, α = 1", Corners(film with { Magnetism = film.Magnetism with { GilbertDamping = 1 } })),
        ];
    }

    /// <summary>The same film, integrated more finely in one way.</summary>
    /// <param name="film">The chosen film.</param>
    public static IReadOnlyList<MazeCase> Finer(FilmParameters film)
    {
        ArgumentNullException.ThrowIfNull(film);
        return
        [
            new("cells", "5 nm", film.WithCells(film.Geometry.CellX / 5e-9)),
            new("cells", "2.5 nm", film.WithCells(film.Geometry.CellX / 2.5e-9)),
            new("time", "error of a step ÷ 10", film with
            {
                Simulation = film.Simulation with { StepError = film.Simulation.StepError / 10 },
            }),
        ];
    }

    private static FilmParameters WithExchange(FilmParameters film, double stiffness)
    {
        double before = film.Magnetism.ExchangeStiffness;
        FilmParameters other = film with
        {
            Magnetism = film.Magnetism with
            {
                ExchangeConstant = MagneticParameters.ExchangeConstantOf(stiffness, film.Magnetism.SaturationMagnetisation),
            },
        };

        // The stripes of the maze have the spiral's period, 4π A_ex/D.
        return film.Parts.Initial is null ? other : other with
        {
            Parts = film.Parts with
            {
                Initial = film.Parts.Initial with { Diameter = film.Parts.Initial.Diameter * stiffness / before },
            },
        };
    }

    // Nodes 1 2 / 3 4.
    private static FilmParameters Corners(FilmParameters film)
    {
        (double w, double h) = (film.Geometry.Width, film.Geometry.Height);
        Electrode[] pads =
        [
            .. ((double X, double Y)[])[(0.125, 0.875), (0.875, 0.875), (0.125, 0.125), (0.875, 0.125)] is var places
                ? places.Select((p, k) => new Electrode($"{k + 1}", new RectangleShape(p.X * w, p.Y * h, 0.25 * w, 0.25 * h))) : [],
        ];
        return film with { Electrodes = pads, Terminals = pads };
    }
}

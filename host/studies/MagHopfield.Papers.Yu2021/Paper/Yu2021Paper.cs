using MagHopfield.FilmStudies.Films;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Yu2021.Paper;

/// <summary>What Yu et al., Phys. Rev. B 104, L180405 (2021), print.</summary>
public static class Yu2021Paper
{
    /// <summary>The paper, in short.</summary>
    public const string Title = "Yu, Xiao and Bauer, Phys. Rev. B 104, L180405 (2021)";

    /// <summary>V0 in volts: Fig. 1 applies it across the film, training has ±V0 at the nodes.</summary>
    public const double Voltage = 0.05;

    /// <summary>Instants of Figs. 1(c-f) in seconds.</summary>
    public static IReadOnlyList<double> Snapshots { get; } = [10e-9, 50e-9];

    /// <summary>
    /// The patterns of Fig. 2 and, last, the other stripe, which is a turn of the second one. The paper numbers the nodes around the
    /// square, we row by row: its {+−+−} is our "+ − − +".
    /// </summary>
    public static IReadOnlyList<MazePattern> Patterns { get; } =
    [
        new("{+−+−}", PatternVoltages.Parse("+ - - +")),
        new("{+−−+}", PatternVoltages.Parse("+ - + -")),
        new("{++−+}", PatternVoltages.Parse("+ + + -")),
        new("{++−−}", PatternVoltages.Parse("+ + - -")),
    ];

    /// <summary>Number of those that the paper shows.</summary>
    public const int Shown = 3;
}

/// <summary>A pattern by both ways to number the nodes.</summary>
/// <param name="PaperName">As the paper writes it, nodes around the square.</param>
/// <param name="Pattern">As we do, nodes row by row.</param>
public sealed record MazePattern(string PaperName, Pattern Pattern);

using MagHopfield.Devices;
using MagHopfield.Shared;

namespace MagHopfield.Hardware.Dummy;

/// <summary>
/// Ten resistors in place of the device, for the first test of a board: six between the electrodes (15.0 Ω on the edges, 23.2 Ω on the
/// diagonals of the square, the published G of a film within 2 %) and four of 510 Ω from the gold terminals to their star point. It learns
/// nothing; its conductance is known from the resistors.
/// </summary>
public static class DummyFilm
{
    /// <summary>Resistor on an edge (12, 13, 24, 34) in ohms, E96.</summary>
    public const double EdgeOhms = 15.0;

    /// <summary>Resistor on a diagonal (14, 23) in ohms, E96.</summary>
    public const double DiagonalOhms = 23.2;

    /// <summary>Resistor from a gold terminal to the star point in ohms, E24.</summary>
    public const double GoldOhms = 510;

    /// <summary>A dummy with its nominal resistors.</summary>
    public static FixedConductors Nominal { get; } = Of([EdgeOhms, EdgeOhms, EdgeOhms, EdgeOhms], [DiagonalOhms, DiagonalOhms]);

    /// <summary>A dummy with the given resistors.</summary>
    /// <param name="edges">The resistors 12, 13, 24, 34 in ohms.</param>
    /// <param name="diagonals">The resistors 14, 23 in ohms.</param>
    public static FixedConductors Of(IReadOnlyList<double> edges, IReadOnlyList<double> diagonals)
    {
        if (edges.Count != 4 || diagonals.Count != 2 || !edges.Concat(diagonals).All(r => r > 0 && double.IsFinite(r)))
            throw new ArgumentException("A dummy film has four edge and two diagonal resistors, each above 0 Ω.");

        // A star of four equal resistors seen from its ends: G_ij = (δ_ij − 1/4)/R.
        return new FixedConductors(
            ConductanceMatrix.FromPairs(
                4, [-1 / edges[0], -1 / edges[1], -1 / diagonals[0], -1 / diagonals[1], -1 / edges[2], -1 / edges[3]]),
            ConductanceMatrix.FromPairs(4, [.. Enumerable.Repeat(-0.25 / GoldOhms, 6)]));
    }
}

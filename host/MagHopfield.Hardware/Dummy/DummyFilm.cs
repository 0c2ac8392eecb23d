using MagHopfield.Film;
using MagHopfield.Shared;

namespace MagHopfield.Hardware.Dummy;

/// <summary>
/// Ten resistors in place of the device, for the first test of a board: six between the electrodes (15.0 Ω on the edges, 23.2 Ω on the
/// diagonals of the square, the published G of a film within 2 %) and four of 510 Ω from the gold terminals to their star point. It learns
/// nothing; its conductance is known from the resistors.
/// </summary>
public sealed class DummyFilm : ISelfLearningFilm
{
    /// <summary>Resistor on an edge (12, 13, 24, 34) in ohms, E96.</summary>
    public const double EdgeOhms = 15.0;

    /// <summary>Resistor on a diagonal (14, 23) in ohms, E96.</summary>
    public const double DiagonalOhms = 23.2;

    /// <summary>Resistor from a gold terminal to the star point in ohms, E24.</summary>
    public const double GoldOhms = 510;

    /// <summary>A dummy with the given resistors.</summary>
    /// <param name="edges">The resistors 12, 13, 24, 34 in ohms.</param>
    /// <param name="diagonals">The resistors 14, 23 in ohms.</param>
    public DummyFilm(IReadOnlyList<double> edges, IReadOnlyList<double> diagonals)
    {
        if (edges.Count != 4 || diagonals.Count != 2 || !edges.Concat(diagonals).All(r => r > 0 && double.IsFinite(r)))
        {
            throw new ArgumentException("A dummy film has four edge and two diagonal resistors, each above 0 Ω.");
        }

        Conductance = ConductanceMatrix.FromPairs(
            4, [-1 / edges[0], -1 / edges[1], -1 / diagonals[0], -1 / diagonals[1], -1 / edges[2], -1 / edges[3]]);

        // A star of four equal resistors seen from its ends: G_ij = (δ_ij − 1/4)/R.
        GoldConductance = ConductanceMatrix.FromPairs(4, [.. Enumerable.Repeat(-0.25 / GoldOhms, 6)]);
    }

    /// <summary>A dummy with its nominal resistors.</summary>
    public static DummyFilm Nominal { get; } = new([EdgeOhms, EdgeOhms, EdgeOhms, EdgeOhms], [DiagonalOhms, DiagonalOhms]);

    /// <inheritdoc/>
    public int NodeCount => 4;

    /// <inheritdoc/>
    public ConductanceMatrix Conductance { get; }

    /// <inheritdoc/>
    public ConductanceMatrix GoldConductance { get; }

    /// <summary>Does nothing: resistors do not learn.</summary>
    /// <param name="voltages">Terminal voltages in volts.</param>
    /// <param name="width">Width in seconds.</param>
    /// <param name="rise">Duration of each edge in seconds.</param>
    /// <param name="cancellation">Not looked at.</param>
    public void ApplyPulse(IReadOnlyList<double> voltages, double width, double rise, CancellationToken cancellation)
    {
    }
}

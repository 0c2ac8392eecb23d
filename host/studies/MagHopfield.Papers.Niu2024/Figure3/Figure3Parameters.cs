using System.Globalization;
using MagHopfield.Film.Parameters;

namespace MagHopfield.Papers.Niu2024.Figure3;

/// <summary>What Fig. 3 needs to know; defaults from the paper.</summary>
/// <param name="Film">The film.</param>
public sealed record Figure3Parameters(FilmParameters Film)
{
    /// <summary>Amplitude in volts of the first pattern's pulse (200 µs in the paper; integrated until the texture is at rest).</summary>
    public double FirstVoltage { get; init; } = 5;

    /// <summary>Amplitude in volts of the pulses of the second pattern.</summary>
    public double SecondVoltage { get; init; } = 3;

    /// <summary>
    /// Simulated length of one pulse of the second pattern in seconds. The paper's pulse is 50 µs; in the simulation so long a pulse
    /// would end the learning at once, so that the pulses are made short enough to need many.
    /// </summary>
    public double PulseLength { get; init; } = 2e-9;

    /// <summary>Number of pulses of the second pattern.</summary>
    public int Pulses { get; init; } = 40;

    /// <summary>
    /// Amplitude of V in eq. 2, in volts. The paper does not say what counts as 1 V: with α as printed the range V²/α is 9 mS at
    /// 1 V and 81 mS, more than G itself, at 3 V; 0.5 V gives 2.25 mS (3.4 %), what permalloy can do.
    /// </summary>
    public double OjaVoltage { get; init; } = 0.5;

    /// <summary>Pulses after which the texture is drawn.</summary>
    public IReadOnlyList<int> Snapshots { get; init; } = [0, 5, 10, 20, 40];

    /// <summary>All of them but the film, which decide the result with it.</summary>
    internal string Numbers => string.Join(
        ' ',
        ((double[])[FirstVoltage, SecondVoltage, PulseLength, Pulses, OjaVoltage, .. Snapshots])
            .Select(v => v.ToString("R", CultureInfo.InvariantCulture)));
}

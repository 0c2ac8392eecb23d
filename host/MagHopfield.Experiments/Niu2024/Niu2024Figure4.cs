using MagHopfield.Film.Parameters;
using MagHopfield.Shared;

namespace MagHopfield.Experiments.Niu2024;

/// <summary>
/// Niu et al., PNAS 2024, Fig. 4: all seven patterns, the energy of all 16 states after the pulse and after times at zero field
/// (retention), and the letters i, n, q, c recalled in pieces of 2×2.
/// </summary>
/// <param name="film">The film.</param>
public sealed class Niu2024Figure4(FilmParameters film)
{
    /// <summary>Amplitude of the pulse in volts.</summary>
    public double Voltage { get; init; } = 5;

    /// <summary>Times at zero field in seconds at which the film is looked at again.</summary>
    public IReadOnlyList<double> Retention { get; init; } = [20e-9, 200e-9];

    /// <summary>
    /// Coercive field in A/m of the second run, where the film's own is 0: an ideal film has nothing that keeps its texture at zero
    /// field (paper: less than 10 Oe, 796 A/m).
    /// </summary>
    public double CoerciveField { get; init; } = 100;

    /// <summary>Runs the film as it is and, where it has no coercive field, with one.</summary>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellation">Ends it early.</param>
    public Figure4Result Run(IProgress<ExperimentProgress>? progress, CancellationToken cancellation)
    {
        List<SevenPatterns> runs = [SevenPatterns.Train(film, Voltage, Retention, progress, cancellation)];
        if (film.Magnetism.CoerciveField == 0)
        {
            runs.Add(SevenPatterns.Train(film with { Magnetism = film.Magnetism with { CoerciveField = CoerciveField } }, Voltage, Retention, progress, cancellation));
        }

        Dictionary<string, WeightMatrix> weights = runs[0].Patterns.ToDictionary(p => p.Pattern.ToString(), p => runs[0].Weights(p.Pattern));
        return new Figure4Result(runs, LetterRecall.Run(weights, 1), LetterRecall.Run(weights, 2));
    }
}

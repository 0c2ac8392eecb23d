using MagHopfield.Film.Parameters;
using MagHopfield.FilmStudies.Films;
using MagHopfield.Papers.Niu2024.FourNodes;
using MagHopfield.Shared;
using MagHopfield.Store;

namespace MagHopfield.Papers.Niu2024.Figure4;

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
    public double CoerciveField { get; init; } = FilmVariant.CoerciveField;

    /// <summary>Films trained after it in the same way.</summary>
    public IReadOnlyList<FilmParameters> Others { get; init; } = [];

    /// <summary>Runs the film as it is, where it has no coercive field with one, and then the others.</summary>
    /// <param name="store">Keeps what is done through an interruption.</param>
    /// <param name="progress">Is told how far the run is.</param>
    /// <param name="cancellation">Ends it early.</param>
    public Figure4Result Run(ResultStore store, IProgress<StudyProgress>? progress, CancellationToken cancellation)
    {
        FilmParameters[] films = [film, .. film.Magnetism.CoerciveField == 0 ? new[] { film.WithFriction(CoerciveField) } : [], .. Others];
        double[] cost =
        [
            .. films.Select(f => (double)f.Geometry.CellsX * f.Geometry.CellsY * (f.Magnetism.Demagnetisation ? DemagnetisationCost : 1)),
        ];
        List<SevenPatterns> runs = [];
        for (int k = 0; k < films.Length; k++)
        {
            (double from, double to) = (cost[..k].Sum() / cost.Sum(), cost[..(k + 1)].Sum() / cost.Sum());
            runs.Add(SevenPatterns.Train(store, films[k], Voltage, Retention, ProgressShare.Of(progress, "", from, to), cancellation));
        }

        Dictionary<string, WeightMatrix> weights = runs[0].Patterns.ToDictionary(
            p => p.Pattern.ToString(), p => runs[0].Weights(p.Pattern));
        return new Figure4Result(runs, LetterRecall.Run(weights, 1), LetterRecall.Run(weights, 2));
    }

    // With the full field a step costs some three times as much, and there are some three times as many.
    private const double DemagnetisationCost = 9;
}

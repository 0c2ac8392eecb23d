using MagHopfield.Papers.Niu2024.Letters.Patterns;
using MagHopfield.Papers.Niu2024.Letters.Rules;
using MagHopfield.Papers.Niu2024.Letters.Training;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Letters.Weights;

/// <summary>
/// The range of each element of G that a film can be driven through, from stripes and boards that know nothing of letters:
/// G_avg = (G_min + G_max)/2, "the average of maximum and minimum values which can be reached" (Niu et al., PNAS 2024, below eq. 2).
/// </summary>
public sealed class LetterCalibration
{
    private readonly int _columns;

    /// <summary>Takes the ranges from the last epoch of a training with <see cref="Patterns"/>.</summary>
    /// <param name="history">The training.</param>
    /// <param name="columns">Columns of the film.</param>
    public LetterCalibration(LetterHistory history, int columns)
    {
        _columns = columns;
        int n = history.Saturated.NodeCount;
        IReadOnlyList<Lesson> lessons = history.Of(history.Epochs);
        (MidRange, HalfRange) = (new ConductanceMatrix(n), new ConductanceMatrix(n));
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                (double low, double high) = (lessons.Min(l => l.Conductance[i, j]), lessons.Max(l => l.Conductance[i, j]));
                (MidRange[i, j], HalfRange[i, j]) = ((low + high) / 2, (high - low) / 2);
            }
        }
    }

    /// <summary>(G_min + G_max)/2 of each element in siemens.</summary>
    public ConductanceMatrix MidRange { get; }

    /// <summary>(G_max − G_min)/2 of each element in siemens.</summary>
    public ConductanceMatrix HalfRange { get; }

    /// <summary>The calibration patterns: stripes along rows and columns, one and two nodes wide, and boards of one and two.</summary>
    /// <param name="rows">Rows of the film.</param>
    /// <param name="columns">Columns of the film.</param>
    public static PatternSet Patterns(int rows, int columns)
    {
        List<(string Label, Func<int, int, int> Sign)> all =
        [
            ("rows", (r, _) => r), ("columns", (_, c) => c), ("board", (r, c) => r + c),
            ("double rows", (r, _) => r / 2), ("double columns", (_, c) => c / 2), ("double board", (r, c) => r / 2 + c / 2),
        ];
        List<string> labels = [];
        List<Pattern> patterns = [];
        foreach ((string label, Func<int, int, int> sign) in all)
        {
            Pattern pattern = new(
                [.. Enumerable.Range(0, rows * columns).Select(k => (sbyte)(sign(k / columns, k % columns) % 2 == 0 ? 1 : -1))]);

            // On small films some coincide, or are uniform, which drives no current.
            if (!patterns.Any(p => p.SameUpToSign(pattern)) && !IsUniform(pattern))
            {
                labels.Add(label);
                patterns.Add(pattern);
            }
        }

        return new PatternSet("calibration", rows, columns, labels, patterns);
    }

    /// <summary>Mean over pairs side by side of mid-range over saturated conductance, no unit: the ξ that centres them.</summary>
    /// <param name="saturated">G of the saturated film in siemens.</param>
    public double SaturatedRatio(ConductanceMatrix saturated)
    {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < saturated.NodeCount; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (NodeDistance.Of(i, j, _columns) < 1.01)
                {
                    sum += MidRange[i, j] / saturated[i, j];
                    pairs++;
                }
            }
        }

        return sum / pairs;
    }

    private static bool IsUniform(Pattern pattern) => Enumerable.Range(0, pattern.Length).All(i => pattern[i] == pattern[0]);
}

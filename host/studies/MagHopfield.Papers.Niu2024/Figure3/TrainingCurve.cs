using System.Text.Json.Serialization;
using MagHopfield.FilmStudies.Json;
using MagHopfield.Shared;

namespace MagHopfield.Papers.Niu2024.Figure3;

/// <summary>A film retrained from one pattern to another.</summary>
/// <param name="First">Pattern before.</param>
/// <param name="Second">Pattern of the pulses.</param>
/// <param name="Rows">One row a pulse, row 0 before the first.</param>
/// <param name="Snapshots">Textures, by number of pulses.</param>
public sealed record TrainingCurve(
    Pattern First, Pattern Second, IReadOnlyList<Figure3Row> Rows, IReadOnlyList<(int Pulse, double[][] Texture)> Snapshots)
{
    /// <summary>Change of G_ij from first to last row in siemens, one-based nodes.</summary>
    public double Change(int i, int j) => Rows[^1].Film[i - 1, j - 1] - Rows[0].Film[i - 1, j - 1];

    /// <summary>Largest distance of G_ij from its value in the first row, in siemens.</summary>
    public double Excursion(int i, int j) => Rows.Max(r => Math.Abs(r.Film[i - 1, j - 1] - Rows[0].Film[i - 1, j - 1]));

    /// <summary>First pulse after which G_ij has made 90 % of its change and stays there.</summary>
    public int PulsesTo90Percent(int i, int j)
    {
        double from = Rows[0].Film[i - 1, j - 1];
        double change = Change(i, j);
        return 1 + Rows.Where(r => (r.Film[i - 1, j - 1] - from) / change < 0.9).Select(r => r.Pulse).DefaultIfEmpty(-1).Max();
    }

    /// <summary>Largest rise of the cost from one pulse to the next, in watts; 0 where it only falls.</summary>
    public double LargestCostRise => Math.Max(0, Enumerable.Range(1, Rows.Count - 1).Max(k => Rows[k].Cost - Rows[k - 1].Cost));

    /// <summary>Fall of the cost from first to last row in watts.</summary>
    public double CostFall => Rows[0].Cost - Rows[^1].Cost;
}

/// <summary>Its form in JSON as a part that is kept, which loses no bit.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    IncludeFields = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(ConductanceJson), typeof(DoublesJson), typeof(PatternJson)])]
[JsonSerializable(typeof(TrainingCurve))]
internal sealed partial class TrainingCurveJson : JsonSerializerContext;

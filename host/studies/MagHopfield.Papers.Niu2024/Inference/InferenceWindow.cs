using System.Globalization;
using System.Text.Json.Serialization;

namespace MagHopfield.Papers.Niu2024.Inference;

/// <summary>How many patterns are learned by ξ, at one AMR ratio.</summary>
/// <param name="AmrRatio">a, no unit.</param>
/// <param name="Learned">Of seven, for each ξ.</param>
/// <param name="LearnedAtPaper">Of seven at the paper's ξ.</param>
/// <param name="FixedAtPaper">Trained patterns that the protocol leaves unchanged at the paper's ξ.</param>
public sealed record InferenceWindow(double AmrRatio, IReadOnlyList<int> Learned, int LearnedAtPaper, int FixedAtPaper)
{
    /// <summary>The first and last ξ at which all seven are learned.</summary>
    /// <param name="factors">ξ of each entry.</param>
    public string Window(IReadOnlyList<double> factors)
    {
        double[] all = [.. factors.Where((_, k) => Learned[k] == 7)];
        return all.Length == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{all[0]:0.0000} … {all[^1]:0.0000}");
    }

    /// <summary>The middle of the ξ at which all seven are learned, or null where there is none.</summary>
    /// <param name="factors">ξ of each entry.</param>
    public double? Middle(IReadOnlyList<double> factors)
    {
        double[] all = [.. factors.Where((_, k) => Learned[k] == 7)];
        return all.Length == 0 ? null : all[all.Length / 2];
    }
}

/// <summary>Its form in JSON as a part that is kept, which loses no bit.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(InferenceWindow))]
internal sealed partial class WindowJson : JsonSerializerContext;

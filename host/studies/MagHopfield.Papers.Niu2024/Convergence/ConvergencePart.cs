using System.Text.Json.Serialization;

namespace MagHopfield.Papers.Niu2024.Convergence;

/// <summary>What is kept of one computation with finer cells, steps or tolerances.</summary>
/// <param name="Values">The reported numbers, in the same order in every computation.</param>
/// <param name="Seconds">Wall time in seconds, as it was when it was computed.</param>
internal sealed record ConvergencePart(IReadOnlyList<ConvergenceValue> Values, double Seconds);

/// <summary>Its form in JSON, which loses no bit.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(ConvergencePart))]
internal sealed partial class ConvergencePartJson : JsonSerializerContext;

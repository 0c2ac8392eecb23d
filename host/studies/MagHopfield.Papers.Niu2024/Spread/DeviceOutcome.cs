using System.Text.Json.Serialization;

namespace MagHopfield.Papers.Niu2024.Spread;

/// <summary>What one random device made of the seven patterns.</summary>
/// <param name="Index">Number of the device.</param>
/// <param name="AmrRatio">Its AMR ratio.</param>
/// <param name="EdgeConductance">Its |G_12| after the first pattern, in siemens.</param>
/// <param name="Margins">Margin of each pattern in siemens: right after the pulses, then after the time at zero field.</param>
/// <param name="Measured">The same with the instrument's error on every element.</param>
/// <param name="GatesRight">Of the four gates, right after the pulses and after the time at zero field.</param>
public sealed record DeviceOutcome(
    int Index,
    double AmrRatio,
    double EdgeConductance,
    IReadOnlyList<double[]> Margins,
    IReadOnlyList<double[]> Measured,
    IReadOnlyList<int> GatesRight)
{
    /// <summary>Number of patterns learned.</summary>
    /// <param name="stage">0 right after the pulses, 1 after the time at zero field.</param>
    public int Learned(int stage) => Margins[stage].Count(m => m > 0);

    /// <summary>Number of patterns learned as far as the instrument can tell.</summary>
    /// <param name="stage">0 right after the pulses, 1 after the time at zero field.</param>
    public int LearnedAsMeasured(int stage) => Measured[stage].Count(m => m > 0);
}

/// <summary>Its form in JSON as a part that is kept, which loses no bit.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(DeviceOutcome))]
internal sealed partial class DeviceJson : JsonSerializerContext;

using System.Text.Json;
using System.Text.Json.Serialization;
using MagHopfield.Experiments.BoardCrossCheck;
using MagHopfield.Experiments.CrossCheck;
using MagHopfield.Experiments.Letters.Figure5;
using MagHopfield.Experiments.Letters.Patterns;
using MagHopfield.Experiments.Niu2024;
using MagHopfield.Experiments.Scaling;
using MagHopfield.Film.Learning;
using MagHopfield.Film.Parameters;
using MagHopfield.Shared;

namespace MagHopfield.Experiments.Results;

/// <summary>
/// Forms in JSON of the data of results: names in snake_case, words for members of enumerations, shapes and patterns whole.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    IncludeFields = true,
    Converters = [typeof(ShapeJson), typeof(PatternJson)])]
[JsonSerializable(typeof(FilmParameters))]
[JsonSerializable(typeof(Dictionary<string, object>))]
[JsonSerializable(typeof(Dictionary<string, object>[]))]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<StudyComparison>>))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(double[][][][]))]
[JsonSerializable(typeof(KeyValuePair<string, double>[]))]
[JsonSerializable(typeof(CrossCheckRow[]))]
[JsonSerializable(typeof(WeightRow[]))]
[JsonSerializable(typeof(RecallRow[]))]
[JsonSerializable(typeof(BoardGateRow[]))]
[JsonSerializable(typeof(IntegratedPulse))]
[JsonSerializable(typeof(InferenceWindow[]))]
[JsonSerializable(typeof(RecallStatistics[]))]
[JsonSerializable(typeof(GatesResult))]
[JsonSerializable(typeof(SpreadParameters))]
[JsonSerializable(typeof(DeviceOutcome[]))]
[JsonSerializable(typeof(SurrogateError))]
[JsonSerializable(typeof(IReadOnlyList<ConvergenceRun>))]
[JsonSerializable(typeof(ScalingResult))]
[JsonSerializable(typeof(Figure5Parameters))]
[JsonSerializable(typeof(RecallScore[][]))]
internal sealed partial class ResultJson : JsonSerializerContext
{
    /// <summary>Data by their names.</summary>
    /// <param name="values">Name and value of each.</param>
    public static IReadOnlyList<StudyData> All(IReadOnlyDictionary<string, object> values) =>
    [
        .. values.Select(v => new StudyData(
            v.Key, v.Value,
            Default.GetTypeInfo(v.Value.GetType())
                ?? throw new NotSupportedException($"{v.Key}: {v.Value.GetType()} has no form in JSON."))),
    ];

    // Its signs: they are what a pattern is.
    private sealed class PatternJson : JsonConverter<Pattern>
    {
        public override Pattern Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Results are not read back.");

        public override void Write(Utf8JsonWriter writer, Pattern value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}

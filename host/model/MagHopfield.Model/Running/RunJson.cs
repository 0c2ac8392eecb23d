using System.Text.Json.Serialization;

namespace MagHopfield.Model.Running;

/// <summary>Forms in JSON of the record of a run, made by the source generator, so that a trimmed program has them.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Dictionary<string, object?>))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(int[]))]
[JsonSerializable(typeof(double[]))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(StageOutcome[]))]
internal sealed partial class RunJson : JsonSerializerContext;

/// <summary>Form in JSON of the position of a checkpoint.</summary>
[JsonSerializable(typeof(RunPosition))]
internal sealed partial class PositionJson : JsonSerializerContext;

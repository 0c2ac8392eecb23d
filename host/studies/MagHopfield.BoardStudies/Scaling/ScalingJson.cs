using System.Text.Json.Serialization;

namespace MagHopfield.BoardStudies.Scaling;

/// <summary>Form in JSON of a row that is kept.</summary>
[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(ScalingRow))]
internal sealed partial class ScalingJson : JsonSerializerContext;

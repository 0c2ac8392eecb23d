using System.Text.Json;
using System.Text.Json.Serialization;
using MagHopfield.Shared;

namespace MagHopfield.FilmStudies.Json;

/// <summary>Patterns in JSON by their signs, as in "+ - - +".</summary>
public sealed class PatternJson : JsonConverter<Pattern>
{
    /// <inheritdoc/>
    public override Pattern Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Results are not read back.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Pattern value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

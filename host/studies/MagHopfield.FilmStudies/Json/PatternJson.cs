using System.Text.Json;
using System.Text.Json.Serialization;
using MagHopfield.Shared;

namespace MagHopfield.FilmStudies.Json;

/// <summary>Patterns in JSON by their signs, as in "+ - - +".</summary>
public sealed class PatternJson : JsonConverter<Pattern>
{
    /// <inheritdoc/>
    public override Pattern Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Pattern.TryParse(reader.GetString()!, out Pattern? pattern, out string error) ? pattern! : throw new JsonException(error);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Pattern value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}

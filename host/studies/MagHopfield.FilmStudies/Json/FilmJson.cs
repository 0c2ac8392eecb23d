using System.Text.Json.Serialization;
using MagHopfield.Film.Parameters;

namespace MagHopfield.FilmStudies.Json;

/// <summary>A film in the data of results.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    IncludeFields = true,
    Converters = [typeof(ShapeJson)])]
[JsonSerializable(typeof(FilmParameters))]
public sealed partial class FilmJson : JsonSerializerContext;

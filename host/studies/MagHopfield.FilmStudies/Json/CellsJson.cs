using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MagHopfield.FilmStudies.Json;

/// <summary>Numbers of many thousands of cells in JSON, without loss of a bit.</summary>
/// <typeparam name="T">Type of a number.</typeparam>
public abstract class CellsJson<T> : JsonConverter<T[]>
    where T : unmanaged
{
    /// <inheritdoc/>
    public override T[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        MemoryMarshal.Cast<byte, T>(reader.GetBytesFromBase64()).ToArray();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T[] value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(MemoryMarshal.AsBytes<T>(value));
}

/// <summary>Numbers of single precision.</summary>
public sealed class SinglesJson : CellsJson<float>;

using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MagHopfield.FilmStudies.Json;

/// <summary>
/// Numbers of many thousands of cells in JSON, without loss of a bit; in half the room where all are numbers of single precision, as the
/// components of a texture are. The first byte says which.
/// </summary>
public sealed class DoublesJson : JsonConverter<double[]>
{
    /// <inheritdoc/>
    public override double[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        byte[] bytes = reader.GetBytesFromBase64();
        ReadOnlySpan<byte> numbers = bytes.AsSpan(Math.Min(1, bytes.Length));
        return bytes.Length > 0 && bytes[0] == sizeof(float)
            ? Array.ConvertAll(MemoryMarshal.Cast<byte, float>(numbers).ToArray(), v => (double)v)
            : MemoryMarshal.Cast<byte, double>(numbers).ToArray();
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double[] value, JsonSerializerOptions options)
    {
        byte[] bytes = Array.TrueForAll(value, IsSingle)
            ? [sizeof(float), .. MemoryMarshal.AsBytes<float>(Array.ConvertAll(value, v => (float)v))]
            : [sizeof(double), .. MemoryMarshal.AsBytes<double>(value)];
        writer.WriteBase64StringValue(bytes);
    }

    private static bool IsSingle(double value) =>
        BitConverter.DoubleToInt64Bits((float)value) == BitConverter.DoubleToInt64Bits(value);
}

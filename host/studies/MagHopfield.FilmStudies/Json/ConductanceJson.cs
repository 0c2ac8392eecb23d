using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using MagHopfield.Shared;

namespace MagHopfield.FilmStudies.Json;

/// <summary>
/// Conductance matrices in JSON without loss of a bit, row by row, the diagonal too: it is checked against the other elements, not made
/// from them.
/// </summary>
public sealed class ConductanceJson : JsonConverter<ConductanceMatrix>
{
    /// <inheritdoc/>
    public override ConductanceMatrix Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        ReadOnlySpan<double> elements = MemoryMarshal.Cast<byte, double>(reader.GetBytesFromBase64());
        ConductanceMatrix g = new((int)Math.Round(Math.Sqrt(elements.Length)));
        for (int k = 0; k < elements.Length; k++)
            g[k / g.NodeCount, k % g.NodeCount] = elements[k];
        return g;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ConductanceMatrix value, JsonSerializerOptions options)
    {
        int n = value.NodeCount;
        double[] elements = [.. Enumerable.Range(0, n * n).Select(k => value[k / n, k % n])];
        writer.WriteBase64StringValue(MemoryMarshal.AsBytes<double>(elements));
    }
}

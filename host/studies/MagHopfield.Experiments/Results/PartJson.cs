using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using MagHopfield.Experiments.Letters.Training;
using MagHopfield.Experiments.Niu2024;
using MagHopfield.Shared;

namespace MagHopfield.Experiments.Results;

/// <summary>Forms in JSON of the parts of studies that are kept (<see cref="Store.ResultStore"/>); none loses a bit.</summary>
[JsonSourceGenerationOptions(
    IgnoreReadOnlyProperties = true,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(Conductances), typeof(Singles)])]
[JsonSerializable(typeof(ConvergencePart))]
[JsonSerializable(typeof(DeviceOutcome))]
[JsonSerializable(typeof(GateProtocol[]))]
[JsonSerializable(typeof(LetterHistory))]
internal sealed partial class PartJson : JsonSerializerContext
{
    // Row by row, the diagonal too: it is checked against the other elements, not made from them.
    private sealed class Conductances : JsonConverter<ConductanceMatrix>
    {
        public override ConductanceMatrix Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            double[] elements = Doubles(reader.GetBytesFromBase64());
            ConductanceMatrix g = new((int)Math.Round(Math.Sqrt(elements.Length)));
            for (int k = 0; k < elements.Length; k++)
                g[k / g.NodeCount, k % g.NodeCount] = elements[k];
            return g;
        }

        public override void Write(Utf8JsonWriter writer, ConductanceMatrix value, JsonSerializerOptions options)
        {
            int n = value.NodeCount;
            double[] elements = [.. Enumerable.Range(0, n * n).Select(k => value[k / n, k % n])];
            writer.WriteBase64StringValue(MemoryMarshal.AsBytes<double>(elements));
        }

        private static double[] Doubles(byte[] bytes) => MemoryMarshal.Cast<byte, double>(bytes).ToArray();
    }

    // Textures of many thousands of cells.
    private sealed class Singles : JsonConverter<float[]>
    {
        public override float[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            MemoryMarshal.Cast<byte, float>(reader.GetBytesFromBase64()).ToArray();

        public override void Write(Utf8JsonWriter writer, float[] value, JsonSerializerOptions options) =>
            writer.WriteBase64StringValue(MemoryMarshal.AsBytes<float>(value));
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MagHopfield.Store;
using MagHopfield.Studies.Records;

namespace MagHopfield.Studies.Exports;

/// <summary>
/// A result as JSON, in SI units, every name in snake_case; a name with a unit ends in it. What it holds is made by the source generator:
/// a trimmed program writes the same.
/// </summary>
public static class StudyJson
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the data.</summary>
    /// <param name="path">JSON file.</param>
    /// <param name="study">Name of the study.</param>
    /// <param name="record">The result.</param>
    /// <param name="run">How it came about.</param>
    public static void Write(string path, string study, StudyRecord record, RunRecord run)
    {
        ArgumentException.ThrowIfNullOrEmpty(study);
        ArgumentNullException.ThrowIfNull(record);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Form))
        {
            json.WriteStartObject();
            json.WriteString("study", study);
            json.WriteString("title", record.Title);
            json.WriteBoolean("passes", record.Passes);
            json.WritePropertyName("run");
            JsonSerializer.Serialize(json, run, RecordJson.Default.RunRecord);
            if (record.Values.Count > 0)
            {
                json.WritePropertyName("values");
                JsonSerializer.Serialize(json, record.Values, RecordJson.Default.IReadOnlyListStudyValue);
            }

            if (record.Comparisons.Count > 0)
            {
                json.WritePropertyName("comparisons");
                JsonSerializer.Serialize(json, record.Comparisons, RecordJson.Default.IReadOnlyListStudyComparison);
            }

            foreach (StudyData data in record.Data)
            {
                json.WritePropertyName(data.Name);
                JsonSerializer.Serialize(json, data.Value, data.Type);
            }

            json.WriteEndObject();
        }

        WholeFile.Write(path, buffer.WrittenSpan.ToArray());
    }
}

/// <summary>Forms in JSON of what every result has.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(IReadOnlyList<StudyValue>))]
[JsonSerializable(typeof(IReadOnlyList<StudyComparison>))]
internal sealed partial class RecordJson : JsonSerializerContext;

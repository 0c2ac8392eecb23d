using System.Text.Json;
using System.Text.Json.Serialization;
using MagHopfield.Film.Parameters;
using MagHopfield.Micromagnetics.Transport.Outlines;

namespace MagHopfield.FilmStudies.Json;

/// <summary>
/// Shapes in JSON with all that makes them: the word for their kind, as film files have it, and their numbers in metres. An image is its
/// rows from the top, a label for each pixel: −2 outside, −1 bare film, else the number of the electrode from 0.
/// </summary>
public sealed class ShapeJson : JsonConverter<PlaneShape>
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeof(PlaneShape).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    public override PlaneShape Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Shapes are read from film files, not from JSON.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PlaneShape value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        switch (value)
        {
            case DiskShape d:
                Numbers(writer, "disk", (nameof(d.X), d.X), (nameof(d.Y), d.Y), (nameof(d.Radius), d.Radius));
                break;
            case RectangleShape r:
                Numbers(
                    writer, "rectangle", (nameof(r.X), r.X), (nameof(r.Y), r.Y), (nameof(r.Width), r.Width), (nameof(r.Height), r.Height));
                break;
            case EllipseShape e:
                Numbers(
                    writer,
                    "ellipse",
                    (nameof(e.X), e.X),
                    (nameof(e.Y), e.Y),
                    (nameof(e.RadiusX), e.RadiusX),
                    (nameof(e.RadiusY), e.RadiusY));
                break;
            case PolygonShape p:
                Numbers(writer, "polygon");
                writer.WriteStartArray("corners");
                foreach ((double x, double y) in p.Corners)
                {
                    writer.WriteStartArray();
                    writer.WriteNumberValue(x);
                    writer.WriteNumberValue(y);
                    writer.WriteEndArray();
                }

                writer.WriteEndArray();
                break;
            case ImageShape { Label: int label } i:
                Numbers(writer, "image", (nameof(i.Width), i.Width), (nameof(i.Height), i.Height), (nameof(i.Label), label));
                break;
            case ImageShape i:
                Numbers(writer, "image", (nameof(i.Width), i.Width), (nameof(i.Height), i.Height));
                writer.WriteStartArray("rows");
                for (int row = i.Image.Rows - 1; row >= 0; row--)
                    writer.WriteStringValue(string.Join(' ', Enumerable.Range(0, i.Image.Columns).Select(c => i.Image[c, row])));

                writer.WriteEndArray();
                break;
            default:
                throw new NotSupportedException($"{value.GetType().Name} has no JSON form.");
        }

        writer.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter writer, string shape, params ReadOnlySpan<(string Name, double Value)> numbers)
    {
        writer.WriteString("shape", shape);
        foreach ((string name, double value) in numbers)
            writer.WriteNumber(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), value);
    }
}

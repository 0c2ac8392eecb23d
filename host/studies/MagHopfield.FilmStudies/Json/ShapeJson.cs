using System.Text.Json;
using System.Text.Json.Serialization;
using MagHopfield.Micromagnetics.Transport.Outlines;
using MagHopfield.Model.Keys;
using MagHopfield.Model.Shapes;

namespace MagHopfield.FilmStudies.Json;

/// <summary>
/// Shapes in JSON with all that makes them: the word for their kind, as film files have it, and their numbers in metres. An image is
/// the colours of its pixels that are inside, that of a film with all its rows from the top.
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
            case ImageShape i:
                Numbers(writer, "image", (nameof(i.Width), i.Width), (nameof(i.Height), i.Height));
                Texts(writer, "colours", i.Colours.Select(ColourImage.Text));
                if (i.Colours.Count > 1)
                    Texts(writer, "rows", Enumerable.Range(0, i.Image.Rows).Reverse().Select(row => Row(i.Image, row)));
                break;
            case ShapeOutline s:
                Numbers(writer, "shapes", (nameof(s.Width), s.Width), (nameof(s.Height), s.Height));
                writer.WriteString("document", s.Text);
                break;
            default:
                throw new NotSupportedException($"{value.GetType().Name} has no JSON form.");
        }

        writer.WriteEndObject();
    }

    private static string Row(ColourImage image, int row) =>
        string.Join(' ', Enumerable.Range(0, image.Columns).Select(column => ColourImage.Text(image[column, row])));

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (string text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter writer, string shape, params ReadOnlySpan<(string Name, double Value)> numbers)
    {
        writer.WriteString("shape", shape);
        foreach ((string name, double value) in numbers)
            writer.WriteNumber(JsonNamingPolicy.SnakeCaseLower.ConvertName(name), value);
    }
}

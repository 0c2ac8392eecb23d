using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>Writes OVF files of both versions; they differ in header and byte order.</summary>
internal static class OvfWriter
{
    public static void Write<T>(Stream stream, int version, IReadOnlyList<OvfSegment<T>> segments, OvfData data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(segments);
        string kind = KindOf(data);
        using BufferedStream buffer = new(new Uncloseable(stream), 1 << 16);
        Put(buffer, (version == 1 ? "# OOMMF: rectangular mesh v1.0" : "# OOMMF OVF 2.0") + $"\n# Segment count: {segments.Count}\n");
        foreach (OvfSegment<T> segment in segments)
        {
            VectorField<T> field = segment.Field;
            string name = OneLine(segment.Title), label = name.Replace(' ', '_'), unit = OneLine(segment.Unit);
            string values = version == 1
                ? $"# valueunit: {unit}\n# valuemultiplier: 1\n{Range(field)}"
                : $"# valuedim: 3\n# valuelabels: {label}_x {label}_y {label}_z\n# valueunits: {unit} {unit} {unit}\n";
            Put(buffer, Header(field.Mesh, name, segment.Descriptions, values));
            WriteData(buffer, [field.X, field.Y, field.Z], data, kind, version);
        }
    }

    /// <summary>Writes one number a cell as OVF 2.</summary>
    public static void Write<T>(
        Stream stream, ScalarField<T> field, string title, string unit, IEnumerable<string> descriptions, OvfData data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(field);
        using BufferedStream buffer = new(new Uncloseable(stream), 1 << 16);
        Put(buffer, "# OOMMF OVF 2.0\n# Segment count: 1\n");
        string name = OneLine(title);
        string values = $"# valuedim: 1\n# valuelabels: {name.Replace(' ', '_')}\n# valueunits: {OneLine(unit)}\n";
        Put(buffer, Header(field.Mesh, name, descriptions, values));
        WriteData(buffer, [field.Values], data, KindOf(data), version: 2);
    }

    private static string KindOf(OvfData data) => data switch { OvfData.Text => "Text", OvfData.Binary4 => "Binary 4", _ => "Binary 8" };

    private static void WriteData<T>(Stream buffer, T[][] components, OvfData data, string kind, int version)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Put(buffer, $"# Begin: Data {kind}\n");
        if (data == OvfData.Text)
            WriteText(buffer, components);
        else
            WriteBinary(buffer, components, data == OvfData.Binary4 ? 4 : 8, little: version == 2);
        Put(buffer, $"# End: Data {kind}\n# End: Segment\n");
    }

    private static string Header(Mesh mesh, string name, IEnumerable<string> descriptions, string values)
    {
        StringBuilder text = new();
        text.Append($"# Begin: Segment\n# Begin: Header\n# Title: {name}\n");
        foreach (string line in descriptions)
            text.Append($"# Desc: {OneLine(line)}\n");
        text.Append("# meshtype: rectangular\n# meshunit: m\n");
        text.Append(values);
        foreach ((char axis, int count, double size) in new[] { ('x', mesh.Nx, mesh.Dx), ('y', mesh.Ny, mesh.Dy), ('z', mesh.Nz, mesh.Dz) })
        {
            text.Append(CultureInfo.InvariantCulture, $"# {axis}min: 0\n# {axis}max: {count * size:R}\n# {axis}base: {0.5 * size:R}\n");
            text.Append(CultureInfo.InvariantCulture, $"# {axis}nodes: {count}\n# {axis}stepsize: {size:R}\n");
        }

        text.Append("# End: Header\n");
        return text.ToString();
    }

    // "##" begins a comment in OVF.
    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace("##", "#").Trim();

    // The smallest and the largest length but zero, which programs that show fields take for their colours.
    private static string Range<T>(VectorField<T> field)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double least = double.PositiveInfinity, most = 0;
        for (int i = 0; i < field.X.Length; i++)
        {
            double length = field[i].Length;
            if (length > 0 && double.IsFinite(length))
                (least, most) = (Math.Min(least, length), Math.Max(most, length));
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"# ValueRangeMinMag: {Math.Min(least, most):R}\n# ValueRangeMaxMag: {most:R}\n");
    }

    private static void Put(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    private static void WriteText<T>(Stream stream, T[][] components)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < components[0].Length; i++)
            Put(stream, string.Join(' ', components.Select(c => c[i].ToString("R", CultureInfo.InvariantCulture))) + "\n");
    }

    private static void WriteBinary<T>(Stream stream, T[][] components, int size, bool little)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<byte> bytes = stackalloc byte[3 * 8];
        Put(bytes, size == 4 ? Ovf2.Check4 : Ovf2.Check8, size, little);
        stream.Write(bytes[..size]);
        for (int i = 0; i < components[0].Length; i++)
        {
            for (int c = 0; c < components.Length; c++)
                Put(bytes[(c * size)..], double.CreateTruncating(components[c][i]), size, little);
            stream.Write(bytes[..(components.Length * size)]);
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Put(Span<byte> bytes, double value, int size, bool little)
    {
        switch (size, little)
        {
            case (4, true):
                BinaryPrimitives.WriteSingleLittleEndian(bytes, (float)value);
                break;
            case (4, false):
                BinaryPrimitives.WriteSingleBigEndian(bytes, (float)value);
                break;
            case (_, true):
                BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
                break;
            default:
                BinaryPrimitives.WriteDoubleBigEndian(bytes, value);
                break;
        }
    }
}

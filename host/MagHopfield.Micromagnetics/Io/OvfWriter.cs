using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>Writes OVF files of both versions; they differ in header and byte order.</summary>
internal static class OvfWriter
{
    public static void Write<T>(Stream stream, int version, IReadOnlyList<OvfSegment<T>> segments, OvfData data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(segments);
        string kind = data switch { OvfData.Text => "Text", OvfData.Binary4 => "Binary 4", _ => "Binary 8" };
        using BufferedStream buffer = new(new Uncloseable(stream), 1 << 16);
        Put(buffer, (version == 1 ? "# OOMMF: rectangular mesh v1.0" : "# OOMMF OVF 2.0") + $"\n# Segment count: {segments.Count}\n");
        foreach (OvfSegment<T> segment in segments)
        {
            Put(buffer, Header(segment, version));
            Put(buffer, $"# Begin: Data {kind}\n");
            if (data == OvfData.Text)
                WriteText(buffer, segment.Field);
            else
                WriteBinary(buffer, segment.Field, data == OvfData.Binary4 ? 4 : 8, little: version == 2);
            Put(buffer, $"# End: Data {kind}\n# End: Segment\n");
        }
    }

    private static string Header<T>(OvfSegment<T> segment, int version)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Mesh mesh = segment.Field.Mesh;
        StringBuilder text = new();
        string name = OneLine(segment.Title), label = name.Replace(' ', '_'), unit = OneLine(segment.Unit);
        text.Append($"# Begin: Segment\n# Begin: Header\n# Title: {name}\n");
        foreach (string line in segment.Descriptions)
            text.Append($"# Desc: {OneLine(line)}\n");
        text.Append("# meshtype: rectangular\n# meshunit: m\n");
        text.Append(version == 1
            ? $"# valueunit: {unit}\n# valuemultiplier: 1\n{Range(segment.Field)}"
            : $"# valuedim: 3\n# valuelabels: {label}_x {label}_y {label}_z\n# valueunits: {unit} {unit} {unit}\n");
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

        return string.Create(CultureInfo.InvariantCulture, $"# ValueRangeMinMag: {Math.Min(least, most):R}\n# ValueRangeMaxMag: {most:R}\n");
    }

    private static void Put(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    private static void WriteText<T>(Stream stream, VectorField<T> f)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < f.X.Length; i++)
            Put(stream, string.Create(CultureInfo.InvariantCulture, $"{f.X[i]:R} {f.Y[i]:R} {f.Z[i]:R}\n"));
    }

    private static void WriteBinary<T>(Stream stream, VectorField<T> f, int size, bool little)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<byte> bytes = stackalloc byte[3 * 8];
        Put(bytes, size == 4 ? Ovf2.Check4 : Ovf2.Check8, size, little);
        stream.Write(bytes[..size]);
        for (int i = 0; i < f.X.Length; i++)
        {
            Put(bytes, double.CreateTruncating(f.X[i]), size, little);
            Put(bytes[size..], double.CreateTruncating(f.Y[i]), size, little);
            Put(bytes[(2 * size)..], double.CreateTruncating(f.Z[i]), size, little);
            stream.Write(bytes[..(3 * size)]);
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

using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>
/// Writes vector fields as OVF 2.0, the interchange format of OOMMF and mumax3 (OOMMF User's Guide 2.1, "Vector field file formats").
/// <see cref="Ovf.Read{T}(Stream, string)"/> reads them back.
/// </summary>
public static class Ovf2
{
    // The format's own test patterns, written before binary data.
    internal const float Check4 = 1234567.0f;
    internal const double Check8 = 123456789012345.0;

    /// <summary>Writes a field to a file.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="path">File to create or overwrite.</param>
    /// <param name="field">The field.</param>
    /// <param name="data">How to store the numbers.</param>
    /// <param name="title">Title, one line; also the name of the quantity.</param>
    /// <param name="unit">Unit of the values, "1" for a unit vector.</param>
    /// <param name="descriptions">Lines of description, such as the time.</param>
    public static void Write<T>(
        string path, VectorField<T> field, OvfData data, string title = "m", string unit = "1", IEnumerable<string>? descriptions = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using FileStream stream = File.Create(path);
        Write(stream, field, data, title, unit, descriptions);
    }

    /// <summary>Writes a field to a stream.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="field">The field.</param>
    /// <param name="data">How to store the numbers.</param>
    /// <param name="title">Title, one line; also the name of the quantity.</param>
    /// <param name="unit">Unit of the values, "1" for a unit vector.</param>
    /// <param name="descriptions">Lines of description, such as the time.</param>
    public static void Write<T>(
        Stream stream, VectorField<T> field, OvfData data, string title = "m", string unit = "1", IEnumerable<string>? descriptions = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(field);
        string kind = data switch { OvfData.Text => "Text", OvfData.Binary4 => "Binary 4", _ => "Binary 8" };
        using BufferedStream buffer = new(new Uncloseable(stream), 1 << 16);
        Put(buffer, Header(field.Mesh, title, unit, descriptions ?? []));
        Put(buffer, $"# Begin: Data {kind}\n");
        switch (data)
        {
            case OvfData.Text:
                WriteText(buffer, field);
                break;
            case OvfData.Binary4:
                WriteBinary4(buffer, field);
                break;
            default:
                WriteBinary8(buffer, field);
                break;
        }
        Put(buffer, $"# End: Data {kind}\n# End: Segment\n");
    }

    private static string Header(Mesh mesh, string title, string unit, IEnumerable<string> descriptions)
    {
        StringBuilder text = new();
        string name = OneLine(title), label = name.Replace(' ', '_'), u = OneLine(unit);
        text.Append("# OOMMF OVF 2.0\n# Segment count: 1\n# Begin: Segment\n# Begin: Header\n");
        text.Append($"# Title: {name}\n");
        foreach (string line in descriptions)
            text.Append($"# Desc: {OneLine(line)}\n");
        text.Append("# meshtype: rectangular\n# meshunit: m\n# valuedim: 3\n");
        text.Append($"# valuelabels: {label}_x {label}_y {label}_z\n# valueunits: {u} {u} {u}\n");
        foreach ((char axis, int count, double size) in new[] { ('x', mesh.Nx, mesh.Dx), ('y', mesh.Ny, mesh.Dy), ('z', mesh.Nz, mesh.Dz) })
        {
            text.Append(CultureInfo.InvariantCulture, $"# {axis}min: 0\n# {axis}max: {count * size:R}\n# {axis}base: {0.5 * size:R}\n");
            text.Append(CultureInfo.InvariantCulture, $"# {axis}nodes: {count}\n# {axis}stepsize: {size:R}\n");
        }
        text.Append("# End: Header\n");
        return text.ToString();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    private static void Put(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    private static void WriteText<T>(Stream stream, VectorField<T> f)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int i = 0; i < f.X.Length; i++)
        {
            Put(stream, string.Create(CultureInfo.InvariantCulture, $"{f.X[i]:R} {f.Y[i]:R} {f.Z[i]:R}\n"));
        }
    }

    private static void WriteBinary4<T>(Stream stream, VectorField<T> f)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<byte> bytes = stackalloc byte[12];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, Check4);
        stream.Write(bytes[..4]);
        for (int i = 0; i < f.X.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes, float.CreateTruncating(f.X[i]));
            BinaryPrimitives.WriteSingleLittleEndian(bytes[4..], float.CreateTruncating(f.Y[i]));
            BinaryPrimitives.WriteSingleLittleEndian(bytes[8..], float.CreateTruncating(f.Z[i]));
            stream.Write(bytes);
        }
        stream.WriteByte((byte)'\n');
    }

    private static void WriteBinary8<T>(Stream stream, VectorField<T> f)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<byte> bytes = stackalloc byte[24];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, Check8);
        stream.Write(bytes[..8]);
        for (int i = 0; i < f.X.Length; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, double.CreateTruncating(f.X[i]));
            BinaryPrimitives.WriteDoubleLittleEndian(bytes[8..], double.CreateTruncating(f.Y[i]));
            BinaryPrimitives.WriteDoubleLittleEndian(bytes[16..], double.CreateTruncating(f.Z[i]));
            stream.Write(bytes);
        }
        stream.WriteByte((byte)'\n');
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>
/// Reads vector fields from OVF 2.0 and 1.0 files, text or binary, of any line end, letter case and spacing, in either byte order (OVF 1.0
/// is big-endian by its specification and little-endian in some programs; the check value tells).
/// </summary>
public static class Ovf
{
    /// <summary>Reads a file.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="path">File to read.</param>
    /// <exception cref="FormatException">Not a rectangular three-component OVF file; the message says what and where.</exception>
    public static OvfFile<T> Read<T>(string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using FileStream stream = File.OpenRead(path);
        return Read<T>(stream, path);
    }

    /// <summary>Reads the first segment of a stream.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="stream">What to read.</param>
    /// <param name="name">Name of the stream in error messages.</param>
    /// <exception cref="FormatException">Not a rectangular three-component OVF file; the message says what and where.</exception>
    public static OvfFile<T> Read<T>(Stream stream, string name = "OVF stream")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        BufferedStream input = new(stream, 1 << 16);
        string first = ReadLine(input) ?? throw new FormatException($"{name}: the file is empty; give an OVF 1.0 or 2.0 file.");
        if (!first.Contains("OOMMF", StringComparison.OrdinalIgnoreCase))
            throw new FormatException($"{name}: the first line is \"{Shorten(first)}\"; an OVF file begins with \"# OOMMF OVF 2.0\".");
        Dictionary<string, string> header = ReadHeader(input, name, out string data);
        Mesh mesh = MeshOf(header, name);
        if (header.TryGetValue("valuedim", out string? dim) && dim.Trim() != "3")
            throw new FormatException($"{name}: valuedim is {dim}; only vector fields of 3 components are read.");
        double factor = header.ContainsKey("valuemultiplier") ? Number(header, "valuemultiplier", name) : 1;
        VectorField<T> field = new(mesh);
        Func<double> next = data switch
        {
            "text" => TextReader(input, name),
            "binary4" => BinaryReader(input, name, 4),
            "binary8" => BinaryReader(input, name, 8),
            _ => throw new FormatException($"{name}: data of kind \"{data}\"; known are Text, Binary 4 and Binary 8."),
        };
        for (int i = 0; i < mesh.CellCount; i++)
        {
            field.X[i] = T.CreateTruncating(factor * next());
            field.Y[i] = T.CreateTruncating(factor * next());
            field.Z[i] = T.CreateTruncating(factor * next());
        }
        return new OvfFile<T>(field, header);
    }

    private static Dictionary<string, string> ReadHeader(Stream input, string name, out string data)
    {
        Dictionary<string, string> header = [];
        while (ReadLine(input) is string line)
        {
            int comment = line.IndexOf("##", StringComparison.Ordinal);
            string entry = (comment >= 0 ? line[..comment] : line).TrimStart('#', ' ', '\t').TrimEnd();
            int colon = entry.IndexOf(':');
            if (colon < 0)
                continue;
            string key = Squeeze(entry[..colon]), value = entry[(colon + 1)..].Trim();
            if (key == "begin" && Squeeze(value).StartsWith("data", StringComparison.Ordinal))
            {
                data = Squeeze(value)[4..];
                return header;
            }
            header[key] = header.TryGetValue(key, out string? before) && key == "desc" ? before + "\n" + value : value;
        }
        throw new FormatException($"{name}: there is no line \"# Begin: Data …\"; the file is cut off or not OVF.");
    }

    private static Mesh MeshOf(Dictionary<string, string> header, string name)
    {
        if (header.TryGetValue("meshtype", out string? type) && !type.Equals("rectangular", StringComparison.OrdinalIgnoreCase))
            throw new FormatException($"{name}: meshtype is {type}; only rectangular meshes are read.");
        double unit = header.GetValueOrDefault("meshunit", "m").Trim() switch
        {
            "m" => 1,
            "mm" => 1e-3,
            "um" or "µm" => 1e-6,
            "nm" => 1e-9,
            string other => throw new FormatException($"{name}: meshunit is {other}; known are m, mm, um and nm."),
        };
        try
        {
            return new Mesh(
                (int)Number(header, "xnodes", name), (int)Number(header, "ynodes", name), (int)Number(header, "znodes", name),
                unit * Number(header, "xstepsize", name), unit * Number(header, "ystepsize", name), unit * Number(header, "zstepsize", name));
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new FormatException($"{name}: the header has no valid mesh: {e.Message}", e);
        }
    }

    private static double Number(Dictionary<string, string> header, string key, string name)
    {
        if (!header.TryGetValue(key, out string? text))
            throw new FormatException($"{name}: the header lacks \"{key}\".");
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            throw new FormatException($"{name}: \"{key}\" is \"{text}\", not a number.");
        return value;
    }

    private static Func<double> TextReader(Stream input, string name)
    {
        Queue<string> words = new();
        return () =>
        {
            while (words.Count == 0)
            {
                string? line = ReadLine(input);
                if (line is null || line.StartsWith("# End", StringComparison.OrdinalIgnoreCase))
                    throw new FormatException($"{name}: the data end too early for the mesh of the header.");
                int comment = line.IndexOf('#');
                foreach (string word in (comment >= 0 ? line[..comment] : line).Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries))
                    words.Enqueue(word);
            }
            string text = words.Dequeue();
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                ? value
                : throw new FormatException($"{name}: \"{Shorten(text)}\" among the data is not a number.");
        };
    }

    private static Func<double> BinaryReader(Stream input, string name, int size)
    {
        byte[] bytes = new byte[size];
        double Next(bool little)
        {
            if (input.ReadAtLeast(bytes, size, throwOnEndOfStream: false) < size)
                throw new FormatException($"{name}: the data end too early for the mesh of the header.");
            return Value(bytes, little);
        }
        double check = size == 4 ? Ovf2.Check4 : Ovf2.Check8;
        bool littleEndian = Next(little: true) == check;
        if (!littleEndian && Value(bytes, little: false) != check)
            throw new FormatException($"{name}: the check value before the binary data is wrong; the file was damaged, perhaps by a text-mode copy.");
        return () => Next(littleEndian);
    }

    private static double Value(byte[] bytes, bool little) => (bytes.Length, little) switch
    {
        (4, true) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        (4, false) => BinaryPrimitives.ReadSingleBigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        _ => BinaryPrimitives.ReadDoubleBigEndian(bytes),
    };

    // Lines end with LF or CR LF.
    private static string? ReadLine(Stream input)
    {
        List<byte> bytes = [];
        int b;
        while ((b = input.ReadByte()) >= 0 && b != '\n')
            bytes.Add((byte)b);
        return b < 0 && bytes.Count == 0 ? null : Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r');
    }

    private static string Squeeze(string text) => text.Replace(" ", string.Empty).Replace("\t", string.Empty).ToLowerInvariant();

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>Reads the segments of one OVF file one after the other (OOMMF User's Guide 2.1, "Vector field file formats").</summary>
internal sealed class OvfReader<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ByteInput _input;
    private readonly string _name;
    private readonly bool _irregularByFirstLine;
    private int _segments;

    public OvfReader(Stream stream, string name)
    {
        (_input, _name) = (new ByteInput(stream), name);
        string first = ReadLine() ?? throw Wrong("the file is empty; give an OVF 1.0 or 2.0 file");
        if (!first.Contains("OOMMF", StringComparison.OrdinalIgnoreCase))
            throw Wrong($"the first line is \"{Shorten(first)}\"; an OVF file begins with \"# OOMMF OVF 2.0\"");
        _irregularByFirstLine = first.Contains("irregular", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The next segment as a vector field, or null after the last.</summary>
    public OvfFile<T>? ReadSegment()
    {
        VectorField<T>? field = null;
        OvfHeader? header = ReadSegment(3, mesh =>
        {
            field = new VectorField<T>(mesh);
            return [field.X, field.Y, field.Z];
        });
        return header is null ? null : new OvfFile<T>(field!, header.Entries);
    }

    /// <summary>The next segment as a scalar field, or null after the last.</summary>
    public OvfScalarFile<T>? ReadScalarSegment()
    {
        ScalarField<T>? field = null;
        OvfHeader? header = ReadSegment(1, mesh =>
        {
            field = new ScalarField<T>(mesh);
            return [field.Values];
        });
        return header is null ? null : new OvfScalarFile<T>(field!, header.Entries);
    }

    private OvfHeader? ReadSegment(int components, Func<Mesh, T[][]> target)
    {
        OvfHeader header = new(_name);
        if (!ReadHeader(header, out string data))
        {
            if (_segments > 0)
                return null;
            // The oldest form of irregular meshes has no header.
            if (_irregularByFirstLine)
                header.Mesh(irregularByFirstLine: true);
            throw Wrong("there is no line \"# Begin: Data …\"; the file is cut off or not OVF");
        }

        Mesh mesh = header.Mesh(_irregularByFirstLine);
        header.RequireComponents(components);
        int size = data switch
        {
            "text" => 0,
            "binary4" => 4,
            "binary8" => 8,
            _ => throw Wrong($"data of kind \"{Shorten(data)}\"; known are Text, Binary 4 and Binary 8"),
        };
        double factor = header.Factor;

        // A header may claim any size; room is taken only for data that are there. Each number of a text has a digit and a separator at
        // least.
        RequireLeft(size == 0 ? (2L * components * mesh.CellCount) - 1 : size * (((long)components * mesh.CellCount) + 1));
        if (size == 0)
            Text(target(mesh), factor);
        else
            Binary(target(mesh), factor, size);
        _segments++;
        return header;
    }

    private string? ReadLine()
    {
        try
        {
            return _input.ReadLine();
        }
        catch (InvalidDataException e)
        {
            throw Wrong($"{e.Message}; the file is not OVF");
        }
    }

    private bool ReadHeader(OvfHeader header, out string data)
    {
        while (ReadLine() is string line)
        {
            int comment = line.IndexOf("##", StringComparison.Ordinal);
            string entry = (comment >= 0 ? line[..comment] : line).TrimStart('#', ' ', '\t').TrimEnd();
            int colon = entry.IndexOf(':');
            if (colon < 0)
                continue;
            string key = OvfHeader.Squeeze(entry[..colon]), value = entry[(colon + 1)..].Trim(), word = OvfHeader.Squeeze(value);
            if (key == "begin" && word.StartsWith("data", StringComparison.Ordinal))
            {
                data = word[4..];
                return true;
            }

            if (key == "begin" && word == "segment")
                header.Clear();
            else if (key is not ("begin" or "end"))
                header.Add(key, value);
        }

        data = "";
        return false;
    }

    private void Text(T[][] components, double factor)
    {
        for (int i = 0; i < components[0].Length; i++)
        {
            foreach (T[] component in components)
                component[i] = Number(factor);
        }

        if (_input.ReadWord() is { Length: > 0 } more)
            throw Wrong(
                $"\"{Shorten(Encoding.UTF8.GetString(more))}\" comes after the last value of the mesh; the header and the data do not "
                + "agree");
    }

    private T Number(double factor)
    {
        ReadOnlySpan<byte> word = _input.ReadWord();
        if (word.Length == 0)
            throw TooShort();
        // A number is read in the precision of the field, so that what was written in it comes back.
        if (factor == 1 && T.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out T exact))
            return exact;
        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? T.CreateTruncating(factor * value)
            : throw Wrong($"\"{Shorten(Encoding.UTF8.GetString(word))}\" among the data is not a number");
    }

    private void Binary(T[][] components, double factor, int size)
    {
        Span<byte> bytes = stackalloc byte[3 * 8];
        _input.TryRead(bytes[..size]);
        double check = size == 4 ? Ovf2.Check4 : Ovf2.Check8;
        bool little = Value(bytes, size, little: true) == check;
        if (!little && Value(bytes, size, little: false) != check)
            throw Wrong("the check value before the binary data is wrong; the file was damaged, perhaps by a text-mode copy");
        for (int i = 0; i < components[0].Length; i++)
        {
            _input.TryRead(bytes[..(components.Length * size)]);
            for (int c = 0; c < components.Length; c++)
                components[c][i] = T.CreateTruncating(factor * Value(bytes[(c * size)..], size, little));
        }

        if (_input.PeekPastBlanks() is >= 0 and not '#')
            throw Wrong("there are more data than the mesh of the header has; the header and the data do not agree");
    }

    private static double Value(ReadOnlySpan<byte> bytes, int size, bool little) => (size, little) switch
    {
        (4, true) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        (4, false) => BinaryPrimitives.ReadSingleBigEndian(bytes),
        (_, true) => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        _ => BinaryPrimitives.ReadDoubleBigEndian(bytes),
    };

    private void RequireLeft(long bytes)
    {
        if (_input.Left < bytes)
            throw TooShort();
    }

    private FormatException TooShort() => Wrong("the data end too early for the mesh of the header");

    private FormatException Wrong(string what) => new($"{_name}: {what}.");

    private static string Shorten(string text) => OvfHeader.Shorten(text);
}

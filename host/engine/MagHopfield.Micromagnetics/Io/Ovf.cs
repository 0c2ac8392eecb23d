using System.Numerics;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>
/// Reads vector fields, and scalar fields (valuedim 1), from OVF 2.0 and 1.0 files, text or binary, of any line end, letter case and
/// spacing, in either byte order (OVF 1.0 is big-endian by its specification and little-endian in some programs; the check value tells).
/// <see cref="Ovf2"/> and <see cref="Ovf1"/> write them. A mesh without a unit is taken in metres, one whose sizes are all zero has cells
/// of 1 m; where the mesh lies in space does not matter.
/// </summary>
public static class Ovf
{
    /// <summary>Reads the first field of a file.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="path">File to read.</param>
    /// <exception cref="FormatException">Not a rectangular three-component OVF file; the message says what and where.</exception>
    public static OvfFile<T> Read<T>(string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using FileStream stream = File.OpenRead(path);
        return Read<T>(stream, path);
    }

    /// <summary>Reads the first field of a stream.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="stream">What to read.</param>
    /// <param name="name">Name of the stream in error messages.</param>
    /// <exception cref="FormatException">Not a rectangular three-component OVF file; the message says what and where.</exception>
    public static OvfFile<T> Read<T>(Stream stream, string name = "OVF stream")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        OvfReader<T> reader = new(stream, name);
        return reader.ReadSegment()!;
    }

    /// <summary>Reads all fields (segments) of a file, at least one.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="path">File to read.</param>
    /// <exception cref="FormatException">Not a rectangular three-component OVF file; the message says what and where.</exception>
    public static IReadOnlyList<OvfFile<T>> ReadAll<T>(string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using FileStream stream = File.OpenRead(path);
        return ReadAll<T>(stream, path);
    }

    /// <summary>Reads all fields (segments) of a stream, at least one.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="stream">What to read.</param>
    /// <param name="name">Name of the stream in error messages.</param>
    /// <exception cref="FormatException">Not a rectangular three-component OVF file; the message says what and where.</exception>
    public static IReadOnlyList<OvfFile<T>> ReadAll<T>(Stream stream, string name = "OVF stream")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        OvfReader<T> reader = new(stream, name);
        List<OvfFile<T>> segments = [];
        while (reader.ReadSegment() is OvfFile<T> segment)
            segments.Add(segment);
        return segments;
    }

    /// <summary>
    /// Reads the first field of a file that has one number a cell (valuedim 1 of OVF 2.0), such as Ms, a geometry or regions.
    /// </summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="path">File to read.</param>
    /// <exception cref="FormatException">Not a rectangular one-component OVF file; the message says what and where.</exception>
    public static OvfScalarFile<T> ReadScalar<T>(string path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using FileStream stream = File.OpenRead(path);
        return ReadScalar<T>(stream, path);
    }

    /// <summary>Reads the first field of a stream that has one number a cell (valuedim 1 of OVF 2.0).</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="stream">What to read.</param>
    /// <param name="name">Name of the stream in error messages.</param>
    /// <exception cref="FormatException">Not a rectangular one-component OVF file; the message says what and where.</exception>
    public static OvfScalarFile<T> ReadScalar<T>(Stream stream, string name = "OVF stream")
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        OvfReader<T> reader = new(stream, name);
        return reader.ReadScalarSegment()!;
    }
}

using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Store;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>
/// Writes vector fields as OVF 1.0, for programs that do not know OVF 2.0; binary data are big-endian there (OOMMF User's Guide 2.1,
/// "Vector field file formats"). <see cref="Ovf.Read{T}(Stream, string)"/> reads them back.
/// </summary>
public static class Ovf1
{
    /// <summary>Writes a field to a file, whole or not at all.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="path">File to create or overwrite.</param>
    /// <param name="field">The field.</param>
    /// <param name="data">How to store the numbers.</param>
    /// <param name="title">Title, one line; also the name of the quantity.</param>
    /// <param name="unit">Unit of the values, "1" for a unit vector.</param>
    /// <param name="descriptions">Lines of description, such as the time.</param>
    /// <exception cref="IOException">It cannot be written; the message says why and how to mend it.</exception>
    public static void Write<T>(
        string path, VectorField<T> field, OvfData data, string title = "m", string unit = "1", IEnumerable<string>? descriptions = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        WholeFile.Write(path, stream => Write(stream, field, data, title, unit, descriptions));
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
        ArgumentNullException.ThrowIfNull(field);
        Write(stream, [new OvfSegment<T>(field, title, unit, [.. descriptions ?? []])], data);
    }

    /// <summary>Writes several fields to a stream, a segment each.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="stream">Where to write; it stays open.</param>
    /// <param name="segments">The fields.</param>
    /// <param name="data">How to store the numbers.</param>
    public static void Write<T>(Stream stream, IReadOnlyList<OvfSegment<T>> segments, OvfData data)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => OvfWriter.Write(stream, 1, segments, data);
}

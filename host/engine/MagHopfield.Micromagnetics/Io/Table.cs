using System.Globalization;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>A tab-separated table with a header of names and units, written row by row; its numbers read back exactly.</summary>
/// <typeparam name="TRow">What a row is taken from.</typeparam>
public sealed class Table<TRow>
{
    private readonly TextWriter _writer;
    private readonly TableColumn<TRow>[] _columns;

    /// <summary>Makes a table; <see cref="WriteHeader"/> begins it.</summary>
    /// <param name="writer">Where to write; it stays open.</param>
    /// <param name="columns">The columns, at least one.</param>
    public Table(TextWriter writer, params TableColumn<TRow>[] columns)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0)
            throw new ArgumentException("A table needs at least one column.", nameof(columns));
        (_writer, _columns) = (writer, [.. columns]);
    }

    /// <summary>Writes the line of names and units.</summary>
    public void WriteHeader() => _writer.Write("# " + string.Join('\t', _columns.Select(c => $"{c.Name} ({c.Unit})")) + "\n");

    /// <summary>Writes a row.</summary>
    /// <param name="row">What its values are taken from.</param>
    public void Write(TRow row) =>
        _writer.Write(string.Join('\t', _columns.Select(c => c.Value(row).ToString("R", CultureInfo.InvariantCulture))) + "\n");
}

/// <summary>A column of a table: name, unit and value, declared once.</summary>
/// <typeparam name="TRow">What a row is taken from.</typeparam>
/// <param name="Name">Name of the quantity.</param>
/// <param name="Unit">SI unit, "1" for a pure number.</param>
/// <param name="Value">Its value in a row.</param>
public sealed record TableColumn<TRow>(string Name, string Unit, Func<TRow, double> Value);

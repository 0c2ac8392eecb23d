using System.Globalization;
using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Energy;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>A tab-separated table with a header of names and units, written row by row.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Table<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TextWriter _writer;
    private readonly TableColumn<T>[] _columns;

    /// <summary>Makes a table and writes its header.</summary>
    /// <param name="writer">Where to write; it stays open.</param>
    /// <param name="columns">The columns.</param>
    public Table(TextWriter writer, params TableColumn<T>[] columns)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Length == 0)
            throw new ArgumentException("A table needs at least one column.", nameof(columns));
        (_writer, _columns) = (writer, [.. columns]);
        writer.Write("# " + string.Join('\t', _columns.Select(c => $"{c.Name} ({c.Unit})")) + "\n");
    }

    /// <summary>Time in s, average magnetisation, and the energy of each term and their sum in J.</summary>
    /// <param name="equation">The equation of motion.</param>
    public static TableColumn<T>[] Standard(LandauLifshitzGilbert<T> equation)
    {
        ArgumentNullException.ThrowIfNull(equation);
        Geometry geometry = equation.Body.Geometry;
        List<TableColumn<T>> columns =
        [
            new("t", "s", (time, _) => time),
            new("mx", string.Empty, (_, m) => m.Average(geometry).X),
            new("my", string.Empty, (_, m) => m.Average(geometry).Y),
            new("mz", string.Empty, (_, m) => m.Average(geometry).Z),
        ];
        foreach (IEnergyTerm<T> term in equation.Terms)
            columns.Add(new($"E_{term.Name}", "J", (_, m) => term.TotalEnergy(m)));
        columns.Add(new("E_total", "J", (_, m) => equation.TotalEnergy(m)));
        return [.. columns];
    }

    /// <summary>Writes a row.</summary>
    /// <param name="time">Time in seconds.</param>
    /// <param name="m">Unit magnetisation.</param>
    public void Write(double time, VectorField<T> m)
    {
        for (int i = 0; i < _columns.Length; i++)
        {
            if (i > 0)
                _writer.Write('\t');
            _writer.Write(_columns[i].Value(time, m).ToString("R", CultureInfo.InvariantCulture));
        }
        _writer.Write('\n');
    }
}

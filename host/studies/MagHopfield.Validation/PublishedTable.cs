using System.Globalization;

namespace MagHopfield.Validation;

/// <summary>Rows of numbers with comment lines, as published values are kept in this project and as runs write their tables.</summary>
internal sealed class PublishedTable
{
    private readonly double[][] _rows;

    private PublishedTable(IEnumerable<string> lines) =>
        _rows = [.. lines.Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split('\t').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Length;

    /// <summary>A row.</summary>
    public double[] this[int row] => _rows[row];

    /// <summary>A column.</summary>
    public double[] Column(int column, double scale = 1) => [.. _rows.Select(r => scale * r[column])];

    /// <summary>The rows that satisfy a condition.</summary>
    public IEnumerable<double[]> Where(Func<double[], bool> condition) => _rows.Where(condition);

    /// <summary>Reads a table of published values by the name of its file.</summary>
    public static PublishedTable Embedded(string name)
    {
        using Stream stream = typeof(PublishedTable).Assembly.GetManifestResourceStream($"MagHopfield.Validation.Published.{name}")
            ?? throw new InvalidOperationException($"The assembly lacks its table {name}.");
        using StreamReader reader = new(stream);
        return new PublishedTable(reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries));
    }

    /// <summary>Reads the table of a run.</summary>
    public static PublishedTable OfRun(string folder) => new(File.ReadLines(Path.Combine(folder, "table.tsv")));

    /// <summary>Value of a column where column 0 is x, linearly between rows.</summary>
    public double At(double x, int column)
    {
        int i = 1;
        while (i < _rows.Length - 1 && _rows[i][0] < x)
            i++;
        double[] a = _rows[i - 1], b = _rows[i];
        return a[column] + ((b[column] - a[column]) * (x - a[0]) / (b[0] - a[0]));
    }
}
